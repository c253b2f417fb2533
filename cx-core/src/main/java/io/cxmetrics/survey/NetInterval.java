package io.cxmetrics.survey;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Sample;
import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The methods for an interval of a net score, by name. A net score is 100 (p - d), the share of positive answers minus
 * that of negative ones in points: the Net Promoter Score, net satisfaction, net easy.
 *
 * <p>Below, n is the number of answers, SE = 100 sqrt((p + d - (p - d)&sup2;) / n), and z the normal quantile of the
 * confidence. Every result is clipped to [-100, 100]; without answers it is {@link Interval#UNDEFINED}. Counts may be
 * fractional, as effective sample sizes of weighted surveys are, except for the bootstrap.
 *
 * <p>Source: B. Rocks, "Interval Estimation for the Net Promoter Score", The American Statistician 70 (2016), compares
 * coverage and width; adjusted Wald does best overall.
 *
 * @since 0.1
 */
public enum NetInterval {

    /** score &plusmn; z SE. Of no width when all answers are in one bucket. */
    WALD {
        @Override
        Interval defined(double positive, double neutral, double negative, double confidence) {
            return wald(positive, neutral, negative, Critical.z(confidence));
        }
    },

    /**
     * Wald's formula after adding three answers, 3/4 positive, 3/2 neutral and 3/4 negative: the default. When all of
     * few answers are alike, the interval may leave the score itself outside, which is a warning about the score.
     */
    ADJUSTED_WALD {
        @Override
        Interval defined(double positive, double neutral, double negative, double confidence) {
            return WALD.defined(positive + 0.75, neutral + 1.5, negative + 0.75, confidence);
        }
    },

    /**
     * Student's interval of the mean of answers scored -1, 0 and +1, with n - 1 degrees of freedom; undefined for n
     * &le; 1.
     */
    TRINOMIAL_T {
        @Override
        Interval defined(double positive, double neutral, double negative, double confidence) {
            double n = positive + neutral + negative;
            if (n <= 1) {
                return Interval.UNDEFINED;
            }
            return wald(positive, neutral, negative, Critical.t(confidence, n - 1) * Math.sqrt(n / (n - 1)));
        }
    },

    /**
     * score &plusmn; sqrt(chi-squared quantile with 2 degrees of freedom) SE: holds for this score and every other
     * contrast of the three shares at once. Source: L. Goodman, Annals of Mathematical Statistics 35 (1964).
     */
    GOODMAN {
        @Override
        Interval defined(double positive, double neutral, double negative, double confidence) {
            return wald(positive, neutral, negative, Math.sqrt(Critical.chiSquared(confidence, 2)));
        }
    },

    /**
     * Quantiles of the scores of 2,000 random samples drawn from the answers with replacement, always with the same
     * seed; {@link Nps#bootstrap} lets the caller choose both. Whole counts only.
     */
    BOOTSTRAP {
        @Override
        Interval defined(double positive, double neutral, double negative, double confidence) {
            if (positive != Math.rint(positive) || neutral != Math.rint(neutral) || negative != Math.rint(negative)) {
                throw new IllegalArgumentException(
                        "counts must be whole for a bootstrap, got " + positive + ", " + neutral + ", " + negative);
            }
            return bootstrap((long) positive, (long) neutral, (long) negative, confidence, 2_000, 1);
        }
    };

    /**
     * Returns the interval of a net score in points.
     *
     * @param positive how many answers are positive, not negative
     * @param neutral how many are neutral, not negative
     * @param negative how many are negative, not negative
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval within [-100, 100]; undefined without answers
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public Interval of(double positive, double neutral, double negative, double confidence) {
        Checks.notNegative("positive", positive);
        Checks.notNegative("neutral", neutral);
        Checks.notNegative("negative", negative);
        Checks.confidence(confidence);
        return positive + neutral + negative == 0
                ? Interval.UNDEFINED
                : defined(positive, neutral, negative, confidence).clip(-100, 100);
    }

    abstract Interval defined(double positive, double neutral, double negative, double confidence);

    private static Interval wald(double positive, double neutral, double negative, double critical) {
        double n = positive + neutral + negative;
        double variance = Nps.variance(positive / n, negative / n);
        return Interval.around(100 * (positive - negative) / n, 100 * critical * Math.sqrt(variance / n));
    }

    static Interval bootstrap(long positive, long neutral, long negative, double confidence, int resamples, long seed) {
        Checks.confidence(confidence);
        Checks.inRange("resamples", resamples, 1, 1_000_000);
        double answers = (double) positive + neutral + negative;
        if (answers > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "answers must be at most 2147483647 for a bootstrap, got " + (long) answers);
        }
        if (answers == 0) {
            return Interval.UNDEFINED;
        }
        int n = (int) answers;
        UniformRandomProvider random = new SplittableRandom(seed)::nextLong;
        var positives = BinomialDistribution.of(n, (double) positive / n).createSampler(random);
        double negativeOfRest = n == positive ? 0 : (double) negative / (n - positive);
        double[] scores = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            int p = positives.sample();
            int d = BinomialDistribution.of(n - p, negativeOfRest)
                    .createSampler(random)
                    .sample();
            scores[i] = 100.0 * (p - d) / n;
        }
        Sample sample = Sample.of(scores);
        double tail = (1 - confidence) / 2;
        return Interval.of(sample.quantile(tail), sample.quantile(1 - tail));
    }
}

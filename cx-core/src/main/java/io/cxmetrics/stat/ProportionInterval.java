package io.cxmetrics.stat;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Critical;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The methods for an interval of a proportion, by name.
 *
 * <p>Below, x is the number of events, n that of trials, p = x / n, and z the normal quantile of the confidence. Every
 * result is clipped to [0, 1]; without trials it is {@link Interval#UNDEFINED}. Counts may be fractional, as effective
 * sample sizes of weighted surveys are.
 *
 * <p><b>Precision.</b> Ends are good to 12 digits, those by the beta distribution to nine up to 10<sup>8</sup> trials
 * and to seven beyond. With more than 10<sup>11</sup> events and as many non-events the beta function cannot be
 * computed; both methods give Wilson's interval there, which agrees with theirs to 11 digits.
 *
 * <p>Sources: L. Brown, T. Cai, A. DasGupta, "Interval Estimation for a Binomial Proportion", Statistical Science 16
 * (2001); E. B. Wilson, JASA 22 (1927); A. Agresti, B. Coull, The American Statistician 52 (1998); C. Clopper, E. S.
 * Pearson, Biometrika 26 (1934).
 *
 * @since 0.1
 */
public enum ProportionInterval {

    /**
     * p &plusmn; z sqrt(p (1 - p) / n). Known from textbooks; too narrow for small n, and of no width at p = 0 or 1.
     */
    WALD {
        @Override
        Interval defined(double x, double n, double confidence) {
            double p = x / n;
            return Interval.around(p, Critical.z(confidence) * Math.sqrt(p * (1 - p) / n));
        }
    },

    /** Wilson's score interval, the default: all p that a score test would not reject. */
    WILSON {
        @Override
        Interval defined(double x, double n, double confidence) {
            double z = Critical.z(confidence);
            double top = x + z * z / 2 + z * Math.sqrt(x * (n - x) / n + z * z / 4);
            // The low end comes from the product of both, x^2 / (n^2 + n z^2), for a difference would lose its digits.
            double p = x / n;
            return Interval.of(p * (x / top), x == n ? 1 : Math.max(top / (n + z * z), p));
        }
    },

    /** Wald's formula after adding z&sup2; / 2 events and as many non-events. */
    AGRESTI_COULL {
        @Override
        Interval defined(double x, double n, double confidence) {
            double z = Critical.z(confidence);
            return WALD.defined(x + z * z / 2, n + z * z, confidence);
        }
    },

    /** The exact interval: never covers less than promised, and is wider than the others for it. */
    CLOPPER_PEARSON {
        @Override
        Interval defined(double x, double n, double confidence) {
            return beta(x, n, confidence, x, n - x + 1, x + 1, n - x);
        }
    },

    /**
     * Equal-tailed quantiles of the Beta(x + 1/2, n - x + 1/2) posterior; 0 as low end for x = 0, 1 as high for x = n.
     */
    JEFFREYS {
        @Override
        Interval defined(double x, double n, double confidence) {
            return beta(x, n, confidence, x + 0.5, n - x + 0.5, x + 0.5, n - x + 0.5);
        }
    };

    /**
     * Returns the interval of events out of trials.
     *
     * @param events the events, in [0, trials]
     * @param trials the trials, not negative
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval within [0, 1]; undefined without trials
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public Interval of(double events, double trials, double confidence) {
        Checks.confidence(confidence);
        Checks.notNegative("trials", trials);
        if (!(events >= 0 && events <= trials)) {
            throw new IllegalArgumentException("events must be in [0, " + trials + "], got " + events);
        }
        return trials == 0
                ? Interval.UNDEFINED
                : defined(events, trials, confidence).clip(0, 1);
    }

    private static final double BETA_LIMIT = 1e11;

    abstract Interval defined(double x, double n, double confidence);

    private static Interval beta(
            double x, double n, double confidence, double lowA, double lowB, double highA, double highB) {
        if (Math.min(x, n - x) > BETA_LIMIT) {
            return WILSON.defined(x, n, confidence);
        }
        double tail = (1 - confidence) / 2;
        return Interval.of(
                x == 0 ? 0 : BetaDistribution.of(lowA, lowB).inverseCumulativeProbability(tail),
                x == n ? 1 : BetaDistribution.of(highA, highB).inverseSurvivalProbability(tail));
    }
}

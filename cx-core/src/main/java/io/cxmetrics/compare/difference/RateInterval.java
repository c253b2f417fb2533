package io.cxmetrics.compare.difference;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.Difference;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;

/**
 * How the interval of the difference of two independent rates is made.
 *
 * <p>With 20 and 20 trials at rates of 0.1 and 0.3, an interval of 95 % covers the truth with a probability of 0.936
 * ({@link #WALD}), 0.961 ({@link #NEWCOMBE}) and 0.945 ({@link #MIETTINEN_NURMINEN}), by enumeration.
 *
 * <p><b>Sources.</b> R. Newcombe, Statistics in Medicine 17 (1998) 873-890; O. Miettinen, M. Nurminen, Statistics in
 * Medicine 4 (1985) 213-226; A. Agresti, B. Caffo, The American Statistician 54 (2000) 280-288.
 *
 * @since 0.1
 */
public enum RateInterval {
    /**
     * Two Wilson intervals, squared and added: the default, because it has a closed form, never leaves [-1, 1] and
     * keeps
     * a width where a side has no event.
     */
    NEWCOMBE {
        @Override
        Interval defined(Proportion before, Proportion after, double confidence) {
            return after.differenceFrom(before).interval(confidence);
        }
    },

    /** The differences that the score test does not reject, with the factor N / (N - 1). */
    MIETTINEN_NURMINEN {
        @Override
        Interval defined(Proportion before, Proportion after, double confidence) {
            return ScoreInterval.ofDifference(before, after, Critical.z(confidence));
        }
    },

    /** Wald after one event and one trial without it are added to each side; not clipped to [-1, 1]. */
    AGRESTI_CAFFO {
        @Override
        Interval defined(Proportion before, Proportion after, double confidence) {
            return WALD.defined(
                    Proportion.of(before.events() + 1, before.trials() + 2),
                    Proportion.of(after.events() + 1, after.trials() + 2),
                    confidence);
        }
    },

    /** The textbook interval, which has no width where both rates are 0 or 1: too short for few trials. */
    WALD {
        @Override
        Interval defined(Proportion before, Proportion after, double confidence) {
            return new Difference(
                            after.rate() - before.rate(), Math.hypot(before.standardError(), after.standardError()))
                    .interval(confidence);
        }
    };

    abstract Interval defined(Proportion before, Proportion after, double confidence);

    /**
     * Returns the interval of rate after - rate before.
     *
     * @param before the one rate
     * @param after the other rate
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval as fractions; undefined if either side has no trials
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval of(Proportion before, Proportion after, double confidence) {
        Checks.confidence(confidence);
        return before.trials() == 0 || after.trials() == 0 ? Interval.UNDEFINED : defined(before, after, confidence);
    }
}

package io.cxmetrics.compare.difference;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import java.io.Serializable;

/**
 * The ratio of the odds of two rates, after over before. {@link FisherTest#oddsRatio()} is the conditional one.
 *
 * <p><b>Sources.</b> B. Woolf, Annals of Human Genetics 19 (1955); J. Haldane, Annals of Human Genetics 20 (1956).
 *
 * <pre>{@code
 * new OddsRatio(Proportion.of(1, 4), Proportion.of(3, 4)).estimate(); // 9.0
 * }</pre>
 *
 * @param before the rate below
 * @param after the rate above
 * @since 0.1
 */
public record OddsRatio(Proportion before, Proportion after) implements Serializable {

    /** Checks that both sides are there. */
    public OddsRatio {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    /**
     * Returns the sample odds ratio.
     *
     * @return the ratio in [0, infinity]; NaN where it is 0 / 0
     */
    public double estimate() {
        return estimate(0);
    }

    /**
     * Returns the odds ratio after 0.5 is added to every cell, which is always finite.
     *
     * @return the ratio, above 0
     */
    public double haldane() {
        return estimate(0.5);
    }

    /**
     * Returns the interval on the scale of the logarithm.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval; undefined where a cell is 0
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval woolf(double confidence) {
        return interval(confidence, 0);
    }

    /**
     * Returns the interval on the scale of the logarithm after 0.5 is added to every cell.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval haldaneInterval(double confidence) {
        return interval(confidence, 0.5);
    }

    private double estimate(double added) {
        double with = (after.events() + added) * (before.complement().events() + added);
        double without = (after.complement().events() + added) * (before.events() + added);
        return with / without;
    }

    private Interval interval(double confidence, double added) {
        double z = Critical.z(confidence);
        double variance = 1 / (after.events() + added)
                + 1 / (after.complement().events() + added)
                + 1 / (before.events() + added)
                + 1 / (before.complement().events() + added);
        if (!(variance < Double.POSITIVE_INFINITY)) {
            return Interval.UNDEFINED;
        }
        double middle = Math.log(estimate(added));
        double margin = z * Math.sqrt(variance);
        return Interval.of(Math.exp(middle - margin), Math.exp(middle + margin));
    }
}

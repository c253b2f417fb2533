package io.cxmetrics.compare.difference;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.Difference;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import java.io.Serializable;

/**
 * The ratio of two rates, after over before, and the lift, which is the ratio less 1.
 *
 * <p><b>Edges.</b> Without events before, the ratio is infinite, and NaN if there are none after either.
 *
 * <p><b>Sources.</b> D. Katz and others, Biometrics 34 (1978) 469-474; P. Koopman, Biometrics 40 (1984) 513-517; O.
 * Miettinen, M. Nurminen, Statistics in Medicine 4 (1985).
 *
 * <pre>{@code
 * RateRatio ratio = new RateRatio(Proportion.of(20, 200), Proportion.of(30, 200));
 * ratio.estimate(); // 1.4999999999999998
 * ratio.lift().estimate(); // 0.4999999999999998
 * }</pre>
 *
 * @param before the rate below
 * @param after the rate above
 * @since 0.1
 */
public record RateRatio(Proportion before, Proportion after) implements Serializable {

    /** Checks that both sides are there. */
    public RateRatio {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    /**
     * Returns rate after / rate before.
     *
     * @return the ratio in [0, infinity]; NaN if both rates are 0 or a side has no trials
     */
    public double estimate() {
        return after.rate() / before.rate();
    }

    /**
     * Returns the interval: {@link #katz} where both sides have events, {@link #score} else.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval within [0, infinity]; undefined if a side has no trials
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence) {
        return before.events() > 0 && after.events() > 0 ? katz(confidence) : score(confidence);
    }

    /**
     * Returns the interval on the scale of the logarithm.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval; undefined unless both sides have events
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval katz(double confidence) {
        double z = Critical.z(confidence);
        if (before.events() == 0 || after.events() == 0) {
            return Interval.UNDEFINED;
        }
        double error =
                Math.sqrt(1.0 / after.events() - 1.0 / after.trials() + 1.0 / before.events() - 1.0 / before.trials());
        double middle = Math.log(estimate());
        return Interval.of(Math.exp(middle - z * error), Math.exp(middle + z * error));
    }

    /**
     * Returns the score interval of Miettinen and Nurminen, which has bounds also without events.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval within [0, infinity]; undefined if a side has no trials
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval score(double confidence) {
        return score(confidence, true);
    }

    /**
     * Returns Koopman's score interval, which is that of Miettinen and Nurminen without the factor N / (N - 1).
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval within [0, infinity]; undefined if a side has no trials
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval koopman(double confidence) {
        return score(confidence, false);
    }

    private Interval score(double confidence, boolean factor) {
        double z = Critical.z(confidence);
        return before.trials() == 0 || after.trials() == 0
                ? Interval.UNDEFINED
                : ScoreInterval.ofRatio(before, after, z, factor);
    }

    /**
     * Returns the lift by the delta method.
     *
     * @return the ratio less 1 with sqrt(var<sub>b</sub> / a&sup2; + b&sup2; var<sub>a</sub> / a<sup>4</sup>); NaN
     *     parts
     *     if the rate before is 0
     */
    public Difference lift() {
        double a = before.rate();
        double b = after.rate();
        if (!(a > 0)) {
            return new Difference(Double.NaN, Double.NaN);
        }
        double error = Math.hypot(after.standardError() / a, b * before.standardError() / (a * a));
        return new Difference(b / a - 1, error);
    }
}

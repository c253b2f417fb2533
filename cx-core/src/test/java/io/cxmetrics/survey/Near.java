package io.cxmetrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.stat.Interval;

/** Comparing numbers up to rounding: a part in 10<sup>9</sup>, or as much near 0. */
public final class Near {

    private Near() {}

    public static void near(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
    }

    public static void near(Interval actual, double low, double high) {
        near(actual.low(), low);
        near(actual.high(), high);
    }

    /** For numbers that a source prints with a few decimals. */
    public static void near(Interval actual, double low, double high, double tolerance) {
        assertThat(actual.low()).isCloseTo(low, within(tolerance));
        assertThat(actual.high()).isCloseTo(high, within(tolerance));
    }
}

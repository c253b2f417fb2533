package io.cxmetrics.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * When two roads to the same moments count as one: counts and extremes to the bit, means within the last digits of the
 * largest number, and squares within what such an error of the mean may do to them.
 */
final class Close {

    private Close() {}

    static void assertClose(Moments actual, Moments expected) {
        if (expected.count() == 0) {
            assertThat(actual).isEqualTo(expected);
            return;
        }
        assertThat(actual.count()).isEqualTo(expected.count());
        assertThat(actual.min()).isEqualTo(expected.min());
        assertThat(actual.max()).isEqualTo(expected.max());
        assertThat(actual.mean()).isCloseTo(expected.mean(), within(roundings(expected) * lastDigit(expected)));
        assertThat(actual.squares()).isCloseTo(expected.squares(), within(squaresTolerance(expected)));
    }

    /**
     * A mean that is folded one number at a time is rounded at each, which lists of the contract are long enough to
     * show.
     */
    private static double roundings(Moments moments) {
        return 4 + Math.min(moments.count(), 60);
    }

    static double lastDigit(Moments moments) {
        return Math.ulp(Math.max(Math.abs(moments.min()), Math.abs(moments.max())));
    }

    static double squaresTolerance(Moments moments) {
        double range = moments.max() - moments.min();
        return 1e-12 * moments.squares() + 4 * moments.count() * range * lastDigit(moments);
    }
}

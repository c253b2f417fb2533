package io.cxmetrics.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class IntervalTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void hasWidthMarginAndContents() {
        Interval interval = Interval.of(-1, 3);
        assertThat(interval.defined()).isTrue();
        assertThat(interval.width()).isEqualTo(4);
        assertThat(interval.margin()).isEqualTo(2);
        assertThat(interval.contains(-1)).isTrue();
        assertThat(interval.contains(3)).isTrue();
        assertThat(interval.contains(Math.nextDown(-1))).isFalse();
        assertThat(interval.contains(Math.nextUp(3))).isFalse();
        assertThat(interval.contains(Double.NaN)).isFalse();
        assertThat(interval).hasToString("[-1.0, 3.0]").isEqualTo(new Interval(-1, 3));
    }

    @Test
    void mayBeAPointOrHaveNoBound() {
        assertThat(Interval.of(2, 2).defined()).isTrue();
        assertThat(Interval.of(2, 2).width()).isZero();
        assertThat(Interval.of(2, 2).contains(2)).isTrue();
        assertThat(Interval.of(-INFINITY, INFINITY).contains(1e300)).isTrue();
    }

    @Test
    void undefinedSaysSo() {
        assertThat(Interval.UNDEFINED.defined()).isFalse();
        assertThat(Interval.UNDEFINED.width()).isNaN();
        assertThat(Interval.UNDEFINED.margin()).isNaN();
        assertThat(Interval.UNDEFINED.contains(0)).isFalse();
        assertThat(Interval.UNDEFINED.contains(Double.NaN)).isFalse();
        assertThat(Interval.UNDEFINED).hasToString("[undefined]").isEqualTo(Interval.of(Double.NaN, Double.NaN));
        assertThat(Interval.UNDEFINED.times(100)).isEqualTo(Interval.UNDEFINED);
        assertThat(Interval.UNDEFINED.complement()).isEqualTo(Interval.UNDEFINED);
        assertThat(Interval.UNDEFINED.clip(0, 1)).isEqualTo(Interval.UNDEFINED);
    }

    @Test
    void liesAroundAnEstimate() {
        assertThat(Interval.around(5, 2)).isEqualTo(Interval.of(3, 7));
        assertThat(Interval.around(5, 0)).isEqualTo(Interval.of(5, 5));
        assertThat(Interval.around(5, INFINITY)).isEqualTo(Interval.of(-INFINITY, INFINITY));
        assertThat(Interval.around(Double.NaN, 1)).isEqualTo(Interval.UNDEFINED);
        assertThat(Interval.around(1, Double.NaN)).isEqualTo(Interval.UNDEFINED);
        assertThat(Interval.around(INFINITY, INFINITY)).isEqualTo(Interval.UNDEFINED);
        assertThat(Interval.around(-INFINITY, INFINITY)).isEqualTo(Interval.UNDEFINED);
    }

    @Test
    void movesIntoARange() {
        assertThat(Interval.of(-2, 0.5).clip(0, 1)).isEqualTo(Interval.of(0, 0.5));
        assertThat(Interval.of(0.5, 2).clip(0, 1)).isEqualTo(Interval.of(0.5, 1));
        assertThat(Interval.of(2, 3).clip(0, 1)).isEqualTo(Interval.of(1, 1));
        assertThat(Interval.of(-3, -2).clip(0, 1)).isEqualTo(Interval.of(0, 0));
        assertThat(Interval.of(2, 3).clip(2.5, 2.5)).isEqualTo(Interval.of(2.5, 2.5));
    }

    @Test
    void changesUnitAndSide() {
        assertThat(Interval.of(0.25, 0.5).times(100)).isEqualTo(Interval.of(25, 50));
        assertThat(Interval.of(0.25, 1).complement()).isEqualTo(Interval.of(0, 0.75));
    }

    @Test
    void refusesWhatIsNoInterval() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.of(2, 1))
                .withMessage("low must not be above high, got [2.0, 1.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.of(Double.NaN, 1))
                .withMessage("low must not be above high, got [NaN, 1.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.of(1, Double.NaN))
                .withMessage("low must not be above high, got [1.0, NaN]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.around(1, -0.5))
                .withMessage("margin must not be negative, got -0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.of(0, 1).clip(2, 1))
                .withMessage("min must not be above max, got [2.0, 1.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.of(0, 1).clip(Double.NaN, 1))
                .withMessage("min must not be above max, got [NaN, 1.0]");
        for (double factor : new double[] {0, -1, Double.NaN, INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Interval.of(0, 1).times(factor))
                    .withMessage("factor must be finite and positive, got " + factor);
        }
    }
}

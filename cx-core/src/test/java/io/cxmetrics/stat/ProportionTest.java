package io.cxmetrics.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProportionTest {

    private static final Proportion EIGHT_OF_TEN = Proportion.of(8, 10);

    @Test
    void rateIsEventsByTrials() {
        assertThat(EIGHT_OF_TEN.rate()).isEqualTo(0.8);
        assertThat(EIGHT_OF_TEN.percent()).isEqualTo(80);
        assertThat(Proportion.rate(1, 3)).isEqualTo(1 / 3.0);
        assertThat(EIGHT_OF_TEN.complement()).isEqualTo(Proportion.of(2, 10));
        assertThat(EIGHT_OF_TEN.plus(Proportion.of(1, 10))).isEqualTo(new Proportion(9, 20));
        // sqrt(0.8 * 0.2 / 10)
        assertThat(EIGHT_OF_TEN.standardError()).isCloseTo(0.12649110640673517, within(1e-15));
    }

    @Test
    void rateKeepsHugeCounts() {
        assertThat(Proportion.of(Long.MAX_VALUE, Long.MAX_VALUE).rate()).isEqualTo(1);
        assertThat(Proportion.of(Long.MAX_VALUE / 2, Long.MAX_VALUE).rate()).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void defaultIntervalIsWilsons() {
        // 49.0162 % and 94.3318 %: scipy, binomtest(8, 10).proportion_ci(method="wilson")
        assertThat(EIGHT_OF_TEN.interval(0.95).low()).isCloseTo(0.4901624715366418, within(1e-12));
        assertThat(EIGHT_OF_TEN.interval(0.95).high()).isCloseTo(0.9433178485456248, within(1e-12));
        assertThat(EIGHT_OF_TEN
                        .interval(0.9, ProportionInterval.CLOPPER_PEARSON)
                        .low())
                .isCloseTo(0.4930986989367976, within(1e-12));
    }

    @Test
    void isUndefinedWithoutTrials() {
        assertThat(Proportion.EMPTY).isEqualTo(Proportion.of(0, 0));
        assertThat(Proportion.EMPTY.rate()).isNaN();
        assertThat(Proportion.EMPTY.percent()).isNaN();
        assertThat(Proportion.EMPTY.standardError()).isNaN();
        assertThat(Proportion.EMPTY.complement()).isEqualTo(Proportion.EMPTY);
        for (ProportionInterval method : ProportionInterval.values()) {
            assertThat(Proportion.EMPTY.interval(0.95, method)).isEqualTo(Interval.UNDEFINED);
        }
    }

    @Test
    void speaksInWords() {
        assertThat(EIGHT_OF_TEN).hasToString("8 of 10 (0.8)");
        assertThat(Proportion.EMPTY).hasToString("0 of 0 (undefined)");
    }

    @Test
    void collectsElementsWithAndWithoutTheEvent() {
        assertThat(Stream.of(5, 3, 4).collect(Proportion.toProportion(rating -> rating >= 4)))
                .isEqualTo(Proportion.of(2, 3));
        assertThat(IntStream.range(0, 10_000).boxed().parallel().collect(Proportion.toProportion(i -> i % 3 == 0)))
                .isEqualTo(Proportion.of(3334, 10_000));
        assertThat(List.<Integer>of().stream().collect(Proportion.toProportion(i -> true)))
                .isEqualTo(Proportion.EMPTY);
    }

    @Test
    void comparesWithAnotherGroup() {
        assertThat(EIGHT_OF_TEN.differenceFrom(Proportion.of(1, 10)))
                .isEqualTo(new ProportionDifference(EIGHT_OF_TEN, Proportion.of(1, 10)));
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesBadArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proportion.of(-1, 10))
                .withMessage("events must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proportion.of(0, -10))
                .withMessage("trials must not be negative, got -10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proportion.of(11, 10))
                .withMessage("events must not exceed trials (10), got 11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proportion.EMPTY.interval(0))
                .withMessage("confidence must be in (0, 1), got 0.0");
        assertThatNullPointerException()
                .isThrownBy(() -> Proportion.toProportion(null))
                .withMessage("event");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Proportion.of(0, Long.MAX_VALUE).plus(Proportion.of(0, 1)))
                .withMessage("long overflow");
    }
}

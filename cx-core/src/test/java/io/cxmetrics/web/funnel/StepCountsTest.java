package io.cxmetrics.web.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class StepCountsTest {

    private static final List<String> STEPS = List.of("visit", "cart", "checkout", "order");

    private static final StepCounts NOVEMBER = new StepCounts(STEPS, List.of(1000L, 20L, 40L, 10L));

    @Test
    void ratesAreRatios() {
        assertThat(NOVEMBER.rate(0)).isEqualTo(1.0);
        assertThat(NOVEMBER.rate(3)).isEqualTo(0.01);
        assertThat(NOVEMBER.rateOfPrevious(0)).isNaN();
        assertThat(NOVEMBER.rateOfPrevious(2)).isEqualTo(2.0);
        assertThat(NOVEMBER.growing()).containsExactly("checkout");
        assertThat(NOVEMBER.plus(new StepCounts(STEPS, List.of(1000L, 80L, 40L, 10L)))
                        .growing())
                .isEmpty();
    }

    @Test
    void withoutABaseNothingIsDefined() {
        StepCounts none = StepCounts.empty(STEPS);
        assertThat(none.rate(0)).isNaN();
        assertThat(none.rateOfPrevious(1)).isNaN();
        assertThat(none.growing()).isEmpty();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StepCounts(List.of(), List.of()))
                .withMessage("steps must be at least 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StepCounts(STEPS, List.of(1L)))
                .withMessage("counts must have as many as steps (4), got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StepCounts(List.of("visit", "cart"), List.of(5L, -1L)))
                .withMessage("counts must not be negative, got -1 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NOVEMBER.rate(4))
                .withMessage("step must be in [0, 3], got 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NOVEMBER.rateOfPrevious(-1))
                .withMessage("step must be in [0, 3], got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NOVEMBER.plus(StepCounts.empty(List.of("visit"))))
                .withMessage("steps must be [visit, cart, checkout, order], got [visit]");
        StepCounts most = new StepCounts(List.of("visit"), List.of(Long.MAX_VALUE));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(most));
    }
}

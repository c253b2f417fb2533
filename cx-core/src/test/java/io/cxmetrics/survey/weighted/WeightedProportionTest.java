package io.cxmetrics.survey.weighted;

import static io.cxmetrics.survey.Near.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.ProportionInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeightedProportionTest {

    /** One third of a weight of 5.25 in five answers, effective base 3.644628099173554; by NumPy. */
    private static final WeightedProportion THIRD = new WeightedProportion(1.75, new Weights(5, 5.25, 7.5625));

    @Test
    void standsOnTheEffectiveBase() {
        near(THIRD.rate(), 1.0 / 3);
        near(THIRD.percent(), 100.0 / 3);
        near(THIRD.standardError(), 0.24692617755720708);
        near(THIRD.interval(0.95), 0.07050882614108617, 0.7672066524444436);
    }

    @ParameterizedTest
    @EnumSource
    void weightsOfOneGiveTheIntervalOfCounts(ProportionInterval method) {
        for (int n = 1; n <= 60; n++) {
            for (int x = 0; x <= n; x++) {
                assertThat(new WeightedProportion(x, new Weights(n, n, n)).interval(0.95, method))
                        .isEqualTo(method.of(x, n, 0.95));
            }
        }
    }

    @Test
    void withoutWeightUndefined() {
        assertThat(WeightedProportion.EMPTY.rate()).isNaN();
        assertThat(WeightedProportion.EMPTY.percent()).isNaN();
        assertThat(WeightedProportion.EMPTY.standardError()).isNaN();
        assertThat(WeightedProportion.EMPTY.interval(0.95)).isEqualTo(Interval.UNDEFINED);
        assertThat(new WeightedProportion(0, Weights.of(0, 0)).interval(0.95)).isEqualTo(Interval.UNDEFINED);
    }

    @Test
    void roundingDoesNotMakeMoreThanAll() {
        WeightedProportion all = new WeightedProportion(0.6000000000000001, new Weights(3, 0.6, 0.12));
        assertThat(all.rate()).isEqualTo(1.0);
        assertThat(all.interval(0.95).high()).isEqualTo(1.0);
        assertThat(all.standardError()).isEqualTo(0.0);
    }

    @Test
    void refusesPartsThatDoNotFit() {
        Weights weights = Weights.of(1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WeightedProportion(2.1, weights))
                .withMessage("events must not weigh more than 2.0, got 2.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WeightedProportion(-1, weights))
                .withMessage("events must be finite and not negative, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THIRD.interval(0))
                .withMessage("confidence must be in (0, 1), got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedProportion.EMPTY.interval(0))
                .withMessage("confidence must be in (0, 1), got 0.0");
    }

    @Test
    @SuppressWarnings("NullAway")
    void needsWeights() {
        assertThatNullPointerException()
                .isThrownBy(() -> new WeightedProportion(0, null))
                .withMessage("weights");
    }
}

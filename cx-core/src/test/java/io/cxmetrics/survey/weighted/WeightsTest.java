package io.cxmetrics.survey.weighted;

import static io.cxmetrics.survey.Near.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WeightsTest {

    /** By hand, Kish: (1 + 1 + 2) squared over (1 + 1 + 4) = 16 / 6; of three answers 8 / 9. */
    @Test
    void effectiveBaseAndEfficiency() {
        Weights weights = Weights.of(1, 1, 2);
        assertThat(weights).isEqualTo(new Weights(3, 4, 6));
        near(weights.effectiveBase(), 16.0 / 6);
        near(weights.efficiency(), 8.0 / 9);
    }

    @Test
    void equalWeightsCostNothing() {
        assertThat(Weights.of(1, 1, 1, 1).effectiveBase()).isEqualTo(4.0);
        near(Weights.of(0.3, 0.3, 0.3).efficiency(), 1);
        assertThat(Weights.of(0.1).effectiveBase()).isEqualTo(1.0);
    }

    /** One answer that outweighs the others leaves a base of one; an answer of weight 0 adds nothing but itself. */
    @Test
    void extremes() {
        near(Weights.of(1e12, 1, 1, 1).effectiveBase(), 1);
        assertThat(Weights.of(2, 0).effectiveBase()).isEqualTo(1.0);
        assertThat(Weights.of(2, 0).efficiency()).isEqualTo(0.5);
        near(Weights.of(1e100, 1e100).effectiveBase(), 2);
        near(Weights.of(1e-100, 3e-100).effectiveBase(), 1.6);
    }

    @Test
    void withoutWeightUndefined() {
        assertThat(Weights.EMPTY).isEqualTo(Weights.of());
        assertThat(Weights.EMPTY.effectiveBase()).isNaN();
        assertThat(Weights.EMPTY.efficiency()).isNaN();
        assertThat(Weights.of(0, 0).effectiveBase()).isNaN();
        assertThat(Weights.of(0, 0).efficiency()).isNaN();
        assertThat(Weights.of(0, 0).count()).isEqualTo(2);
    }

    @Property
    void effectiveBaseIsBetweenOneAndTheCountAndFreeOfUnit(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0.01, max = 100) Double> any) {
        double[] weights = any.stream().mapToDouble(Double::doubleValue).toArray();
        double base = Weights.of(weights).effectiveBase();
        assertThat(base).isBetween(1.0, (double) weights.length);
        near(Weights.of(Arrays.stream(weights).map(w -> w * 7).toArray()).effectiveBase(), base);
    }

    @Test
    void refusesWeightsOutOfRange() {
        for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY, 1.1e100, 0.9e-100}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Weights.of(1, wrong))
                    .withMessage("weight must be 0 or in [1e-100, 1e100], got " + wrong + " at index 1");
        }
    }

    @Test
    void refusesSumsThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Weights(-1, 0, 0))
                .withMessage("count must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Weights(1, -1, 0))
                .withMessage("sum must be finite and not negative, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Weights(1, 1, Double.NaN))
                .withMessage("squares must be finite and not negative, got NaN");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new Weights(Long.MAX_VALUE, 1, 1).plus(Weights.of(1)));
    }

    @Test
    void saysWhichNumbersCanBeWeights() {
        assertThat(Weights.allowed(0)).isTrue();
        assertThat(Weights.allowed(1e-100)).isTrue();
        assertThat(Weights.allowed(1e100)).isTrue();
        assertThat(Weights.allowed(9e-101)).isFalse();
        assertThat(Weights.allowed(1.1e100)).isFalse();
        assertThat(Weights.allowed(-1)).isFalse();
        assertThat(Weights.allowed(Double.NaN)).isFalse();
    }
}

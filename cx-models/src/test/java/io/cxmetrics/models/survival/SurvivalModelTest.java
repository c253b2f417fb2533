package io.cxmetrics.models.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.models.internal.GaussLegendre;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SurvivalModelTest {

    /** The restricted mean is the area under the survival: closed forms against quadrature of the survival itself. */
    @Property(tries = 100)
    void restrictedMeanIsTheAreaUnderTheCurve(
            @ForAll SurvivalFamily family,
            @ForAll @DoubleRange(min = -1, max = 5) double location,
            @ForAll @DoubleRange(min = 0.2, max = 1.5) double scale,
            @ForAll @DoubleRange(min = 0.1, max = 400) double horizon) {
        SurvivalModel model = new SurvivalModel(family, location, family.hasScale() ? scale : 1);
        // In logarithms of time, where nothing is steep.
        double area = GaussLegendre.integral(
                u -> Math.exp(u) * model.survival(Math.exp(u)), Math.log(horizon) - 45, Math.log(horizon), 400);
        assertThat(model.extrapolatedRestrictedMean(horizon)).isCloseTo(area, within(1e-10 * horizon));
        assertThat(model.extrapolatedRestrictedMean(horizon)).isLessThanOrEqualTo(horizon);
        if (model.mean() < 1e6) {
            double far = model.extrapolatedRestrictedMean(1e9);
            assertThat(far).isLessThanOrEqualTo(model.mean() * (1 + 1e-10));
        }
    }

    @Property(tries = 200)
    void quantileIsTheInverseOfSurvival(
            @ForAll SurvivalFamily family,
            @ForAll @DoubleRange(min = 0.3, max = 3) double scale,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double share) {
        SurvivalModel model = new SurvivalModel(family, 2, family.hasScale() ? scale : 1);
        double time = model.quantile(share);
        assertThat(model.survival(time)).isCloseTo(1 - share, within(1e-12));
        // The hazard is the slope of the cumulative hazard.
        double step = 1e-5 * time;
        double slope = (model.cumulativeHazard(time + step) - model.cumulativeHazard(time - step)) / (2 * step);
        assertThat(model.hazard(time)).isCloseTo(slope, within(1e-6 * slope));
    }

    /** Means from the textbook: e^2 Gamma(1.5), e^(2 + 1/8), e^2 (pi/2) / sin(pi/2). */
    @Test
    void means() {
        assertThat(new SurvivalModel(SurvivalFamily.WEIBULL, 2, 0.5).mean())
                .isCloseTo(Math.exp(2) * Math.sqrt(Math.PI) / 2, within(1e-13));
        assertThat(new SurvivalModel(SurvivalFamily.LOG_NORMAL, 2, 0.5).mean())
                .isCloseTo(Math.exp(2.125), within(1e-13));
        assertThat(new SurvivalModel(SurvivalFamily.LOG_LOGISTIC, 2, 0.5).mean())
                .isCloseTo(Math.exp(2) * Math.PI / 2, within(1e-13));
        assertThat(new SurvivalModel(SurvivalFamily.LOG_LOGISTIC, 2, 1).mean()).isInfinite();
        assertThat(new SurvivalModel(SurvivalFamily.EXPONENTIAL, 0, 1).median()).isCloseTo(Math.log(2), within(1e-15));
    }

    @Test
    void edges() {
        for (SurvivalFamily family : SurvivalFamily.values()) {
            SurvivalModel model = new SurvivalModel(family, 1, 1);
            assertThat(model.survival(0)).isEqualTo(1);
            assertThat(model.survival(Double.POSITIVE_INFINITY)).isZero();
            assertThat(model.survival(1e-300)).isCloseTo(1, within(1e-15));
            assertThat(model.extrapolatedRestrictedMean(0)).isZero();
            assertThat(model.extrapolatedRestrictedMean(1e-20)).isCloseTo(1e-20, within(1e-33));
            assertThat(model.conditionalSurvival(5, 0)).isEqualTo(1);
            assertThat(model.withParameters(model.parameters())).isEqualTo(model);
        }
        // Where the survival itself has vanished, its logarithm has not: R's pnorm(-60, log.p = TRUE).
        assertThat(new SurvivalModel(SurvivalFamily.LOG_NORMAL, 0, 1).cumulativeHazard(Math.exp(60)))
                .isCloseTo(1805.0135606801, within(1e-9));
        assertThat(new SurvivalModel(SurvivalFamily.LOG_NORMAL, 0, 1).hazard(Math.exp(-30)))
                .isCloseTo(Math.exp(-450 + 30) / Math.sqrt(2 * Math.PI), within(1e-190));
    }

    @Test
    void errorsNameTheParameter() {
        SurvivalModel model = new SurvivalModel(SurvivalFamily.WEIBULL, 1, 2);
        assertThatThrownBy(() -> new SurvivalModel(SurvivalFamily.WEIBULL, Double.NaN, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("location must be finite, got NaN");
        assertThatThrownBy(() -> new SurvivalModel(SurvivalFamily.WEIBULL, 1, 0))
                .hasMessage("scale must be finite and positive, got 0.0");
        assertThatThrownBy(() -> new SurvivalModel(SurvivalFamily.EXPONENTIAL, 1, 2))
                .hasMessage("scale must be 1 for EXPONENTIAL, got 2.0");
        assertThatThrownBy(() -> model.survival(-1)).hasMessage("time must not be negative, got -1.0");
        assertThatThrownBy(() -> model.hazard(0)).hasMessage("time must be finite and positive, got 0.0");
        assertThatThrownBy(() -> model.quantile(1)).hasMessage("share must be in (0, 1), got 1.0");
        assertThatThrownBy(() -> model.conditionalSurvival(-1, 1))
                .hasMessage("elapsed must be finite and not negative, got -1.0");
        assertThatThrownBy(() -> model.withParameters(1)).hasMessage("parameters must have length 2, got 1");
    }
}

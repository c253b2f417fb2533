package io.cxmetrics.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.internal.NoncentralT;
import io.cxmetrics.stat.RatioOfSums;
import io.cxmetrics.survey.Nps;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PlanTest {

    /** The example of R's help page of power.prop.test: p1 = .50, p2 = .75, power = .90 take n = 76.7. */
    @Test
    void ratesOfTheHelpPageOfR() {
        RatePlan plan = RatePlan.of(0.5, PlanDefinition.STANDARD.withPower(0.9));
        assertThat(plan.controlUnits(0.75)).isCloseTo(76.7, within(0.05));
        assertThat(plan.size(0.75).control()).isEqualTo(77);
        assertThat(plan.size(0.75).total()).isEqualTo(154);
    }

    /**
     * The examples of R's help page of power.t.test: n = 20, delta = 1, sd = 1 have .8690; power .90 takes n = 22.02.
     */
    @Test
    void meansOfTheHelpPageOfR() {
        MeanPlan plan = MeanPlan.ofDeviation(1).withPlan(PlanDefinition.STANDARD.withPower(0.9));
        assertThat(plan.power(1, 20, 20)).isCloseTo(0.8689528, within(5e-8));
        assertThat(plan.controlUnits(1)).isCloseTo(22.02110, within(5e-6));
        assertThat(plan.size(-1).control()).isEqualTo(23);
        MeanPlan oneSided = plan.withPlan(plan.plan().withTails(TailRule.ONE_SIDED));
        assertThat(oneSided.controlUnits(1)).isCloseTo(17.84713, within(2e-5));
    }

    /** Without a shift it is Student's distribution, which has closed forms for 1 and 2 degrees of freedom. */
    @Test
    void noncentralWithoutShiftIsStudents() {
        assertThat(NoncentralT.survival(2, 2, 0)).isCloseTo(0.5 - 1 / Math.sqrt(6), within(1e-13));
        assertThat(NoncentralT.survival(0, 1, 0)).isCloseTo(0.5, within(1e-13));
        // With 0 on the left, T exceeds it whenever Z + shift does.
        assertThat(NoncentralT.survival(0, 3, 1.959963984540054)).isCloseTo(0.975, within(1e-13));
        assertThat(NoncentralT.survival(2, 1, 0)).isCloseTo(0.5 - Math.atan(2) / Math.PI, within(1e-12));
    }

    @Test
    void sizesHaveThePowerAskedForAndOneLessHasNot() {
        for (double target : new double[] {0.11, 0.2, 0.07, 0.9}) {
            RatePlan plan = RatePlan.of(0.1);
            PlannedSize size = plan.size(target);
            assertThat(size.power()).isGreaterThanOrEqualTo(0.8 - 1e-12);
            if (size.control() > 1) {
                assertThat(plan.power(target, size.control() - 1, size.treatment() - 1))
                        .isLessThan(0.8);
            }
        }
    }

    @Test
    void unequalArmsTakeMoreInAll() {
        RatePlan even = RatePlan.of(0.1);
        RatePlan uneven = RatePlan.of(0.1, PlanDefinition.STANDARD.withAllocation(0.25));
        PlannedSize size = uneven.size(0.12);
        assertThat(size.total()).isGreaterThan(even.size(0.12).total());
        assertThat((double) size.treatment() / size.control()).isCloseTo(0.25, within(1e-3));
        assertThat(uneven.power(0.12, size.control(), size.treatment())).isEqualTo(size.power());
    }

    @Test
    void daysAreWhole() {
        assertThat(new PlannedSize(3841, 3841, 0.8).days(1000)).isEqualTo(8);
        assertThat(new PlannedSize(500, 500, 0.8).days(1000)).isEqualTo(1);
    }

    @Test
    void severalTreatmentsShareTheLevel() {
        assertThat(PlanDefinition.STANDARD.forTreatments(2).level()).isEqualTo(0.025);
        assertThat(RatePlan.of(0.1, PlanDefinition.STANDARD.forTreatments(3))
                        .size(0.12)
                        .control())
                .isGreaterThan(RatePlan.of(0.1).size(0.12).control());
    }

    @Test
    void detectableEffectHasThePower() {
        DetectableRate rate = RatePlan.of(0.02).detectable(5000);
        assertThat(RatePlan.of(0.02).power(rate.above(), 5000, 5000)).isCloseTo(0.8, within(1e-9));
        assertThat(RatePlan.of(0.02).power(rate.below(), 5000, 5000)).isCloseTo(0.8, within(1e-9));
        // So few units find no fall from 2 %, not even to nobody.
        assertThat(RatePlan.of(0.02).detectable(20).below()).isNaN();
        assertThat(MeanPlan.ofDeviation(3).power(MeanPlan.ofDeviation(3).detectable(50), 50, 50))
                .isCloseTo(0.8, within(1e-9));
    }

    @Test
    void aPilotGivesTheVariance() {
        assertThat(VariancePlan.ofNps(Nps.ofCounts(40, 40, 20)).controlUnits(10))
                .isCloseTo(879.0745, within(1e-4));
        RatioOfSums pilot = RatioOfSums.of(new double[] {1, 2, 4, 3}, new double[] {1, 1, 2, 2});
        VariancePlan plan = VariancePlan.ofRatio(pilot);
        assertThat(plan.control()).isCloseTo(4 * pilot.variance(), within(1e-15));
        assertThat(plan.power(plan.detectable(100), 100, 100)).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void refusals() {
        refused(() -> RatePlan.of(0), "base must be a rate in (0, 1), got 0.0");
        refused(() -> RatePlan.of(0.1).size(1), "target must be a rate in (0, 1), got 1.0");
        refused(() -> RatePlan.of(0.1).size(0.1), "target must differ from the base, got 0.1");
        refused(() -> RatePlan.of(0.1).power(0.2, 0, 1), "control must be at least 1, got 0");
        refused(() -> MeanPlan.ofDeviation(1).size(0), "difference must not be 0, got 0.0");
        refused(() -> MeanPlan.ofDeviation(0), "deviation must be finite and positive, got 0.0");
        refused(() -> MeanPlan.ofDeviation(1).power(1, 1, 5), "control must be at least 2, got 1");
        refused(() -> MeanPlan.ofDeviation(1).withCorrelation(1), "correlation must be in (-1, 1), got 1.0");
        refused(() -> VariancePlan.of(0), "variance of both must be finite and positive, got 0.0");
        refused(() -> PlanDefinition.STANDARD.withLevel(0), "level must be in (0, 1), got 0.0");
        refused(() -> PlanDefinition.STANDARD.withPower(0.01), "power must be in (level, 1) with level 0.05, got 0.01");
        refused(() -> PlanDefinition.STANDARD.withAllocation(0), "allocation must be in [0.001, 1000], got 0.0");
        refused(() -> new PlannedSize(0, 1, 0.5), "arms must have at least 1 unit, got 0 and 1");
        refused(
                () -> new DetectableRate(0.1, 0.2, 0.3),
                "base must be between below and above, got 0.1 with 0.2 and 0.3");
    }

    private static void refused(Supplier<?> call, String message) {
        assertThatThrownBy(call::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}

package io.cxmetrics.models.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.models.Fit;
import io.cxmetrics.models.Gradients;
import io.cxmetrics.models.ParameterFlaw;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShiftedBetaGeometricTest {

    private static final RenewalCounts COHORT = RenewalCounts.ofSurvivors(1000, 869, 743, 653, 593, 551, 517, 491);

    @Property(tries = 50)
    void derivativesAgreeWithDifferences(
            @ForAll @DoubleRange(min = -2, max = 2) double a, @ForAll @DoubleRange(min = -2, max = 3) double b) {
        Gradients.check(new SbgLikelihood(COHORT), new double[] {a, b});
    }

    /** Lost at some renewal or left after the last; and the lifetime in two ways. */
    @Property(tries = 100)
    void probabilitiesAddUp(
            @ForAll @DoubleRange(min = 0.05, max = 5) double alpha,
            @ForAll @DoubleRange(min = 0.05, max = 5) double beta,
            @ForAll @IntRange(min = 1, max = 60) int renewals) {
        ShiftedBetaGeometric model = new ShiftedBetaGeometric(alpha, beta);
        double sum = model.survival(renewals);
        for (int t = 1; t <= renewals; t++) {
            sum += model.churnProbability(t);
            assertThat(model.retentionRate(t)).isBetween(0.0, 1.0);
        }
        assertThat(sum).isCloseTo(1, within(1e-13));
        double lifetime = 0;
        for (int t = 0; t < 2000; t++) {
            lifetime += model.survival(t) / Math.pow(1.1, t);
        }
        assertThat(model.discountedLifetime(0.1)).isCloseTo(lifetime, within(1e-11 * lifetime));
        double residual = (lifetime - 1) * 1.1;
        assertThat(model.discountedResidualLifetime(1, 0.1)).isCloseTo(residual, within(1e-10 * lifetime));
    }

    /** The expected lifetime without discount: 1 / probability has the mean (alpha + beta - 1) / (alpha - 1). */
    @Test
    void withoutDiscount() {
        assertThat(new ShiftedBetaGeometric(3, 4).discountedLifetime(0)).isEqualTo(3);
        assertThat(new ShiftedBetaGeometric(3, 4).discountedLifetime(1e-6)).isCloseTo(3, within(1e-4));
        assertThat(new ShiftedBetaGeometric(1, 4).discountedLifetime(0)).isInfinite();
    }

    @Test
    void shardsGiveTheSameFitToTheLastBit() {
        RenewalCounts other = RenewalCounts.ofSurvivors(500, 420, 300, 260);
        List<ContractHistory> contracts = new ArrayList<>();
        for (RenewalCounts cohort : List.of(other, COHORT)) {
            for (int t = 0; t <= cohort.lastRenewal(); t++) {
                for (long i = 0; i < cohort.lost(t); i++) {
                    contracts.add(new ContractHistory(t, true));
                }
                for (long i = 0; i < cohort.active(t); i++) {
                    contracts.add(new ContractHistory(t, false));
                }
            }
        }
        RenewalCounts whole = RenewalCounts.of(contracts);
        RenewalCounts parallel = contracts.parallelStream().collect(RenewalCounts.toRenewalCounts());
        assertThat(whole).isEqualTo(parallel).hasSameHashCodeAs(parallel).isEqualTo(COHORT.plus(other));
        assertThat(whole.count()).isEqualTo(1500);
        assertThat(ShiftedBetaGeometric.fit(whole)).isEqualTo(ShiftedBetaGeometric.fit(parallel));
        assertThat(ShiftedBetaGeometric.fit(whole).logLikelihood())
                .isEqualTo(ShiftedBetaGeometric.fit(whole).model().logLikelihood(whole), within(1e-9));
    }

    /** One probability for all: only the ratio of the parameters is known. */
    @Test
    void aCohortWithoutHeterogeneityIsReported() {
        Fit<ShiftedBetaGeometric> fit = ShiftedBetaGeometric.fit(RenewalCounts.ofSurvivors(1600, 800, 400, 200, 100));
        assertThat(fit.report().sound()).isFalse();
        assertThat(fit.report().flaws().values()).contains(ParameterFlaw.AT_BOUND);
        assertThat(fit.model().survival(4)).isCloseTo(1 / 16.0, within(1e-5));
    }

    @Test
    void errorsNameTheParameter() {
        ShiftedBetaGeometric model = new ShiftedBetaGeometric(1, 2);
        assertThatThrownBy(() -> new ShiftedBetaGeometric(0, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("alpha must be finite and positive, got 0.0");
        assertThatThrownBy(() -> model.churnProbability(0)).hasMessage("renewal must be at least 1, got 0");
        assertThatThrownBy(() -> model.discountedLifetime(10))
                .hasMessage("discount must be a fraction in [0, 1], got 10.0");
        assertThatThrownBy(() -> model.survival(-1)).hasMessage("further must not be negative, got -1");
        assertThatThrownBy(() -> model.withParameters(1)).hasMessage("parameters must have length 2, got 1");
        assertThatThrownBy(() -> ShiftedBetaGeometric.fit(RenewalCounts.EMPTY))
                .hasMessage("counts must have a contract with a renewal, got RenewalCounts[lost=[0], active=[0]]");
        assertThatThrownBy(() -> RenewalCounts.ofSurvivors(5, 6))
                .hasMessage("survivors must not rise, got 6 after 5 at index 1");
        assertThatThrownBy(RenewalCounts::ofSurvivors).hasMessage("survivors must not be empty, got 0");
        assertThatThrownBy(() -> RenewalCounts.of(new int[] {1, 0}, new boolean[] {true, true}))
                .hasMessage("renewals must be at least 1 for a lost contract, got 0 at index 1");
        assertThatThrownBy(() -> RenewalCounts.of(new int[] {100_001}, new boolean[1]))
                .hasMessage("renewals must not be above 100000, got 100001");
        assertThatThrownBy(() -> new ContractHistory(-1, false)).hasMessage("renewals must not be negative, got -1");
    }
}

package io.cxmetrics.models.purchase;

import static org.assertj.core.api.Assertions.assertThat;
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

class BetaGeometricTest {

    private static final BuyingHistories SOME = BuyingHistories.of(
            new long[] {0, 1, 2, 2, 7, 30, 60, 900},
            new double[] {0, 5, 30, 38, 20, 39, 10, 12},
            new double[] {39, 39, 39, 38, 33, 39.5, 40, 400});

    @Property(tries = 60)
    void derivativesAgreeWithDifferences(
            @ForAll @DoubleRange(min = -2, max = 2) double r,
            @ForAll @DoubleRange(min = -1, max = 4) double alpha,
            @ForAll @DoubleRange(min = -2, max = 2) double a,
            @ForAll @DoubleRange(min = -2, max = 2) double b,
            @ForAll @IntRange(min = 0, max = 1) int firstChances) {
        Gradients.check(new BetaGeometricLikelihood(SOME, firstChances), new double[] {r, alpha, a, b});
    }

    /** Two routes to one number: a hypergeometric series, and the integral over the probability to leave. */
    @Property(tries = 200)
    void seriesAndIntegralAgree(
            @ForAll @DoubleRange(min = 0.05, max = 3) double r,
            @ForAll @DoubleRange(min = 0.5, max = 40) double alpha,
            @ForAll @DoubleRange(min = 0.1, max = 3) double a,
            @ForAll @DoubleRange(min = 0.1, max = 3) double more,
            @ForAll @DoubleRange(min = 0.1, max = 100) double time) {
        BetaGeometricKernel kernel = new BetaGeometricKernel(r, alpha, a, r + 1 + more);
        double series = kernel.expectedBySeries(time);
        assertThat(kernel.expectedByIntegral(time)).isCloseTo(series, within(1e-11 * series));
        assertThat(kernel.expected(time)).isEqualTo(series);
        // Who is alive and buys: the slope of expected purchases is r / alpha for a start.
        assertThat(kernel.expected(1e-6 * alpha)).isCloseTo(1e-6 * r, within(1e-11 * r));
    }

    /** Where the series would cancel or have a pole, the integral answers; a sum over counts agrees. */
    @Test
    void poles() {
        for (BetaGeometricKernel kernel : List.of(
                new BetaGeometricKernel(0.5, 5, 0.4, 0.6),
                new BetaGeometricKernel(0.5, 5, 0.3, 0.2),
                new BetaGeometricKernel(12, 5, 1, 1.5),
                new BetaGeometricKernel(0.5, 5, 1, 2))) {
            double mean = 0;
            for (long n = 1; n < 600; n++) {
                mean += n * kernel.probability(n, 4);
            }
            assertThat(kernel.expected(4)).as(kernel.toString()).isCloseTo(mean, within(1e-10 * mean));
        }
        // Long after, purchases come to the mean of 1 / p, which is (a + b - 1) / (a - 1).
        BetaGeometricKernel settled = new BetaGeometricKernel(2, 1, 2, 1.5);
        assertThat(settled.expected(1e9)).isCloseTo(2.5, within(1e-8));
        assertThat(settled.alive(1e9)).isCloseTo(0, within(1e-12));
    }

    /** Nobody leaves: a grows without end, or rather shrinks to nothing, which the fit says. */
    @Test
    void whatCannotBeKnownIsReported() {
        List<BuyingHistory> loyal = new ArrayList<>();
        for (int x = 1; x <= 12; x++) {
            for (int i = 0; i < 13 - x; i++) {
                loyal.add(BuyingHistory.of(x, 50, 50));
            }
        }
        Fit<BgNbd> fit = BgNbd.fit(BuyingHistories.of(loyal));
        assertThat(fit.report().sound()).isFalse();
        assertThat(fit.report().flaws()).containsKey("a");
        assertThat(fit.report().flaws().values()).containsAnyOf(ParameterFlaw.values());
        assertThat(fit.logLikelihood()).isFinite();
        assertThat(fit.model().probabilityAlive(BuyingHistory.of(3, 50, 50))).isGreaterThan(0.999);
    }
}

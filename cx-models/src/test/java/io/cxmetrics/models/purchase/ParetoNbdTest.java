package io.cxmetrics.models.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.models.Gradients;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ParetoNbdTest {

    private static final BuyingHistories SOME = BuyingHistories.of(
            new long[] {0, 1, 2, 2, 7, 30, 60, 900},
            new double[] {0, 5, 30, 38, 20, 39, 10, 12},
            new double[] {39, 39, 39, 38, 33, 39.5, 40, 400});

    @Property(tries = 60)
    void derivativesAgreeWithDifferences(
            @ForAll @DoubleRange(min = -2, max = 2) double r,
            @ForAll @DoubleRange(min = -1, max = 4) double alpha,
            @ForAll @DoubleRange(min = -2, max = 2) double s,
            @ForAll @DoubleRange(min = -1, max = 4) double beta) {
        Gradients.check(new ParetoLikelihood(SOME), new double[] {r, alpha, s, beta});
    }

    /** Without discount and with s above 1 the purchases have a sum: r beta / (alpha (s - 1)) for a new customer. */
    @Property(tries = 60)
    void aSmallDiscountNearsTheSum(@ForAll @DoubleRange(min = 2.5, max = 6) double s) {
        ParetoKernel kernel = new ParetoKernel(0.5, 8, s, 10);
        double sum = 0.5 * 10 / (8 * (s - 1));
        assertThat(kernel.discounted(1e-9)).isCloseTo(sum, within(1e-6 * sum));
        assertThat(kernel.expected(1e12)).isCloseTo(sum, within(1e-6 * sum));
    }

    /** For s = 2 and z: the integral of e^(-zu) / (1+u)^2 is 1 - z e^z E1(z), with E1(1) = 0.219383934395520. */
    @Test
    void discountAgainstTheExponentialIntegral() {
        ParetoKernel kernel = new ParetoKernel(1, 1, 2, 1);
        assertThat(kernel.discounted(1)).isCloseTo(1 - Math.E * 0.21938393439552029, within(1e-14));
    }

    @Test
    void whoeverBoughtJustNowIsAlive() {
        ParetoNbd model = new ParetoNbd(0.5, 10, 0.6, 12);
        assertThat(model.probabilityAlive(BuyingHistory.of(3, 9, 9))).isEqualTo(1);
        assertThat(model.probabilityOf(0, 0)).isEqualTo(1);
        assertThat(model.probabilityOf(2, 0)).isZero();
        assertThat(model.expectedPurchases(BuyingHistories.EMPTY, 5)).isZero();
    }

    @Test
    void errorsNameTheParameter() {
        ParetoNbd model = new ParetoNbd(0.5, 10, 0.6, 12);
        BuyingHistory history = BuyingHistory.of(0, 0, 9);
        assertThatThrownBy(() -> model.discountedPurchases(history, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("continuousRate must be in (0, 1], got 0.0");
        assertThatThrownBy(() -> model.withParameters(1, 2, 3, -4))
                .hasMessage("beta must be finite and positive, got -4.0");
    }
}

package io.cxmetrics.models.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.models.Gradients;
import io.cxmetrics.models.purchase.BgNbd;
import io.cxmetrics.models.purchase.BuyingHistory;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class GammaGammaTest {

    private static final SpendHistories SOME =
            SpendHistories.of(new long[] {0, 1, 2, 2, 7, 40, 3}, new double[] {0, 5, 30, 38, 20.5, 39, 12});

    @Property(tries = 50)
    void derivativesAgreeWithDifferences(
            @ForAll @DoubleRange(min = -1, max = 2) double p,
            @ForAll @DoubleRange(min = -1, max = 2) double q,
            @ForAll @DoubleRange(min = 0, max = 4) double v) {
        Gradients.check(new GammaGammaLikelihood(SOME), new double[] {p, q, v});
    }

    @Test
    void shardsGiveTheSameFitToTheLastBit() {
        SpendHistories other =
                SpendHistories.of(List.of(SpendHistory.of(4, 9), SpendHistory.NONE, SpendHistory.of(1, 5)));
        SpendHistories whole = SpendHistories.of(
                new long[] {4, 0, 1, 0, 1, 2, 2, 7, 40, 3}, new double[] {9, 0, 5, 0, 5, 30, 38, 20.5, 39, 12});
        assertThat(SOME.plus(other))
                .isEqualTo(other.plus(SOME))
                .isEqualTo(whole)
                .hasSameHashCodeAs(whole);
        assertThat(whole).hasToString("SpendHistories[count=8, leftOut=2]");
        assertThat(List.of(SpendHistory.of(4, 9), SpendHistory.NONE, SpendHistory.of(1, 5)).parallelStream()
                        .collect(SpendHistories.toSpendHistories()))
                .isEqualTo(other);
        assertThat(GammaGamma.fit(SOME.plus(other))).isEqualTo(GammaGamma.fit(whole));
    }

    @Test
    void withoutAMeanOverCustomersThereIsNone() {
        GammaGamma heavy = new GammaGamma(2, 0.5, 10);
        assertThat(heavy.mean()).isNaN();
        // 2 (10 + 3 * 20) / (6 + 0.5 - 1)
        assertThat(heavy.expectedSpend(SpendHistory.of(3, 20))).isCloseTo(140 / 5.5, within(1e-12));
        assertThat(heavy.logLikelihood(SpendHistory.NONE)).isZero();
    }

    /** 1.1 for each year: after two years of weeks 1 / 1.21. */
    @Test
    void discount() {
        assertThat(DiscountRate.perYearInWeeks(0.1).factor(2 * 365.25 / 7)).isCloseTo(1 / 1.21, within(1e-14));
        assertThat(DiscountRate.perYearInDays(0.1).factor(365.25)).isCloseTo(1 / 1.1, within(1e-14));
        assertThat(DiscountRate.NONE.factor(1000)).isEqualTo(1);
    }

    @Test
    void errorsNameTheParameter() {
        BuyingValue value = new BuyingValue(new BgNbd(1, 2, 3, 4), new GammaGamma(1, 2, 3));
        BuyingHistory bought = BuyingHistory.of(0, 0, 9);
        assertThatThrownBy(() -> value.residualWithoutEnd(bought, SpendHistory.NONE, DiscountRate.perYearInDays(0.1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("buying must be ParetoNbd for a value without end, got " + value.buying());
        assertThatThrownBy(() -> value.residual(bought, SpendHistory.NONE, -1, 1, DiscountRate.NONE))
                .hasMessage("steps must not be negative, got -1");
        assertThatThrownBy(() -> new DiscountRate(10, 1)).hasMessage("rate must be a fraction in [0, 1], got 10.0");
        assertThatThrownBy(() -> SpendHistories.of(new long[] {1}, new double[] {-3}))
                .hasMessage("meanSpend must be finite and positive, got -3.0 at index 0");
        assertThatThrownBy(() -> SpendHistory.of(0, 3)).hasMessage("meanSpend must be 0 without purchases, got 3.0");
        assertThatThrownBy(() -> GammaGamma.fit(SpendHistories.EMPTY))
                .hasMessage("histories must have a purchase, got SpendHistories[count=0, leftOut=0]");
        assertThatThrownBy(() -> new GammaGamma(1, 2, 3).withParameters(1))
                .hasMessage("parameters must have length 3, got 1");
    }
}

package io.cxmetrics.models.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** What holds for every model of buying. */
class BuyingModelTest {

    @Provide
    Arbitrary<BuyingModel<?>> models() {
        return BuyingModels.models();
    }

    @Provide
    Arbitrary<BuyingHistory> histories() {
        return BuyingModels.histories();
    }

    @Property(tries = 300)
    void theChanceToBeAliveNeverRisesWithSilence(
            @ForAll("models") BuyingModel<?> model,
            @ForAll("histories") BuyingHistory history,
            @ForAll @DoubleRange(min = 0.1, max = 500) double silence) {
        double now = model.probabilityAlive(history);
        double later =
                model.probabilityAlive(BuyingHistory.of(history.repeats(), history.lastAt(), history.age() + silence));
        assertThat(now).isBetween(0.0, 1.0);
        assertThat(later).isLessThanOrEqualTo(now);
        if (history.repeats() > 0 && now > 1e-300) {
            assertThat(later).isLessThan(now);
        }
        double ahead = model.probabilityAliveIn(history, silence);
        assertThat(ahead).isBetween(0.0, now);
        assertThat(model.probabilityAliveIn(history, 0)).isCloseTo(now, within(1e-13));
    }

    @Property(tries = 300)
    void expectedPurchasesRiseWithTime(
            @ForAll("models") BuyingModel<?> model,
            @ForAll("histories") BuyingHistory history,
            @ForAll @DoubleRange(min = 0.1, max = 300) double time) {
        assertThat(model.expectedPurchases(history, 0)).isZero();
        assertThat(model.expectedPurchases(0)).isZero();
        double some = model.expectedPurchases(history, time);
        assertThat(some).isNotNegative();
        assertThat(model.expectedPurchases(history, 1.5 * time)).isGreaterThanOrEqualTo(some);
        assertThat(model.expectedPurchases(1.5 * time)).isGreaterThan(model.expectedPurchases(time));
    }

    /** The rest of the sum lies beyond many purchases; short times keep it small. */
    @Property(tries = 100)
    void probabilitiesOfCountsAddUpToOneAndToTheirMean(
            @ForAll("models") BuyingModel<?> model, @ForAll("histories") BuyingHistory history) {
        double time = 0.2 * history.age();
        double sum = 0;
        double mean = 0;
        double newSum = 0;
        double newMean = 0;
        double newTime = model.parameters()[1];
        for (long n = 0; n < 400; n++) {
            double probability = model.probabilityOf(n, history, time);
            assertThat(probability).isBetween(0.0, 1.0);
            sum += probability;
            mean += n * probability;
            double fresh = model.probabilityOf(n, newTime);
            newSum += fresh;
            newMean += n * fresh;
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
        assertThat(mean).isCloseTo(model.expectedPurchases(history, time), within(1e-8 * (1 + mean)));
        assertThat(newSum).isCloseTo(1, within(1e-9));
        assertThat(newMean).isCloseTo(model.expectedPurchases(newTime), within(1e-8 * (1 + newMean)));
    }

    @Test
    void errorsNameTheParameter() {
        BgNbd model = new BgNbd(1, 2, 3, 4);
        BuyingHistory history = BuyingHistory.of(1, 2, 3);
        assertThatThrownBy(() -> new BgNbd(1, 0, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("alpha must be finite and positive, got 0.0");
        assertThatThrownBy(() -> model.withParameters(1)).hasMessage("parameters must have length 4, got 1");
        assertThatThrownBy(() -> model.expectedPurchases(-1))
                .hasMessage("time must be finite and not negative, got -1.0");
        assertThatThrownBy(() -> model.probabilityAliveIn(history, Double.NaN))
                .hasMessage("ahead must be finite and not negative, got NaN");
        assertThatThrownBy(() -> model.probabilityOf(-1, 2)).hasMessage("purchases must not be negative, got -1");
    }
}

package io.cxmetrics.models.forecast;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.models.purchase.BuyingFamily;
import io.cxmetrics.models.purchase.BuyingHistory;
import io.cxmetrics.models.value.BuyingValue;
import io.cxmetrics.models.value.DiscountRate;
import io.cxmetrics.models.value.SpendHistory;
import io.cxmetrics.time.CalendarPeriod;
import io.cxmetrics.value.PurchaseHistory;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ValueForecastTest {

    /** Customers who buy at rates, and leave at rates, that differ: both exponential. */
    private static Map<String, PurchaseHistory> histories(boolean money) {
        Random random = new Random(5);
        Map<String, PurchaseHistory> bought = new HashMap<>();
        for (int i = 0; i < 600; i++) {
            long age = 7L * (40 + i % 30);
            double wait = 70 / -Math.log(random.nextDouble());
            double end = Math.min(age, 400 * random.nextDouble() / -Math.log(random.nextDouble()));
            long x = 0;
            long last = 0;
            for (double at = wait * -Math.log(random.nextDouble());
                    at <= end;
                    at += wait * -Math.log(random.nextDouble())) {
                x += (long) at > last ? 1 : 0;
                last = (long) at;
            }
            last = x == 0 ? 0 : last;
            long mean = (long) (1000 / Math.sqrt(random.nextDouble() + 0.01));
            PurchaseHistory history = PurchaseHistory.of(CalendarPeriod.DAY, x, last, age);
            bought.put("c" + i, money ? history.withSpend(mean, x * mean, 0, MoneyUnit.CENTS) : history);
        }
        return bought;
    }

    @ParameterizedTest
    @EnumSource(BuyingFamily.class)
    void asksTheModelsOfEachCustomer(BuyingFamily family) {
        ForecastDefinition definition = ForecastDefinition.YEAR
                .withFamily(family)
                .withWeeks(26)
                .withDiscountPerYear(0.1)
                .withGrossMargin(0.4);
        ValueForecast<String> forecast = ValueForecast.of(histories(true), definition);
        assertThat(forecast.buying().report().converged()).isTrue();
        PurchaseHistory history = requireNonNull(forecast.histories().get("c9"));
        BuyingHistory bought = BuyingHistory.of(history.frequency(), history.recency() / 7.0, history.age() / 7.0);
        SpendHistory spent = history.frequency() == 0
                ? SpendHistory.NONE
                : SpendHistory.of(history.frequency(), history.meanRepeatSpend());
        CustomerForecast one = forecast.customer("c9");
        assertThat(one.alive()).isEqualTo(forecast.buying().model().probabilityAlive(bought));
        assertThat(one.purchases()).isEqualTo(forecast.buying().model().expectedPurchases(bought, 26));
        BuyingValue value = new BuyingValue(
                forecast.buying().model(), forecast.spend().orElseThrow().model());
        assertThat(one.value())
                .isCloseTo(0.4 * value.residual(bought, spent, 26, 1, DiscountRate.perYearInWeeks(0.1)), within(1e-9));
        double sum = forecast.histories().keySet().stream()
                .mapToDouble(customer -> forecast.customer(customer).value())
                .sum();
        assertThat(forecast.total().value()).isCloseTo(sum, within(1e-9 * sum));
        assertThat(forecast.total().alive()).isBetween(0.0, 600.0);
        assertThat(forecast.definition()).isEqualTo(definition);
        assertThat(forecast).hasToString("ValueForecast[600 customers]");
    }

    @Test
    void withoutAmountsThereIsNoValue() {
        ValueForecast<String> forecast = ValueForecast.of(histories(false), ForecastDefinition.YEAR);
        assertThat(forecast.spend()).isEmpty();
        assertThat(forecast.customer("c9").purchases()).isPositive();
        assertThat(forecast.customer("c9").value()).isNaN();
        assertThat(forecast.total().value()).isNaN();
    }

    @Test
    void refusesWhatItCannotAnswer() {
        assertThatThrownBy(() -> ValueForecast.of(Map.of(), ForecastDefinition.YEAR))
                .isInstanceOf(IllegalArgumentException.class);
        ValueForecast<String> forecast = ValueForecast.of(histories(false), ForecastDefinition.YEAR);
        assertThatThrownBy(() -> forecast.customer("x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customer must be one of the histories, got x");
        assertThatThrownBy(() -> ForecastDefinition.YEAR.withWeeks(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weeks must be at least 1, got 0");
        assertThatThrownBy(() -> ForecastDefinition.YEAR.withDiscountPerYear(10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("discountPerYear must be a fraction in [0, 1], got 10.0");
        assertThatThrownBy(() -> ForecastDefinition.YEAR.withGrossMargin(30))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("grossMargin must be a fraction in (0, 1], got 30.0");
    }
}

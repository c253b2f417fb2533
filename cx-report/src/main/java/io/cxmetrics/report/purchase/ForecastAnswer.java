package io.cxmetrics.report.purchase;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.input.purchase.CustomerLog;
import io.cxmetrics.models.forecast.ForecastDefinition;
import io.cxmetrics.models.forecast.ValueForecast;
import io.cxmetrics.value.PurchaseDefinition;
import io.cxmetrics.value.PurchaseHistory;
import java.time.LocalDate;
import java.util.Map;

/**
 * A forecast of customers, and who is not in it.
 *
 * @param forecast the models, and what each customer will do
 * @param customersWithoutPurchase how many customers never bought, such as those with refunds only
 * @param customersLeftOut how many customers have a row that cannot be used
 * @since 0.1
 */
public record ForecastAnswer(ValueForecast<String> forecast, long customersWithoutPurchase, long customersLeftOut) {

    /** Checks that the forecast is there. */
    public ForecastAnswer {
        requireNonNull(forecast, "forecast");
    }

    /**
     * Asks a log for a forecast.
     *
     * @param log the customers
     * @param purchases which activities are purchases, and on whose calendar
     * @param observedThrough the last day that is known
     * @param definition what is asked
     * @return the answer
     * @throws IllegalArgumentException if nobody bought again
     */
    public static ForecastAnswer of(
            CustomerLog log, PurchaseDefinition purchases, LocalDate observedThrough, ForecastDefinition definition) {
        Map<String, PurchaseHistory> histories = PurchaseHistory.from(log.log(), purchases, observedThrough);
        return new ForecastAnswer(
                ValueForecast.of(histories, definition), log.count() - histories.size(), log.customersLeftOut());
    }
}

package io.cxmetrics.models.forecast;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.models.Fit;
import io.cxmetrics.models.purchase.BuyingHistories;
import io.cxmetrics.models.purchase.BuyingHistory;
import io.cxmetrics.models.purchase.BuyingModel;
import io.cxmetrics.models.value.BuyingValue;
import io.cxmetrics.models.value.DiscountRate;
import io.cxmetrics.models.value.GammaGamma;
import io.cxmetrics.models.value.SpendHistories;
import io.cxmetrics.models.value.SpendHistory;
import io.cxmetrics.time.CalendarPeriod;
import io.cxmetrics.value.PurchaseHistory;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is still there, how often each will buy, and what that will be worth: models fitted to the purchases of all
 * customers, and asked of each.
 *
 * <p><b>Definition.</b> Times are in weeks, and purchases of one period, a day by default, count as one. The model of
 * {@link ForecastDefinition#family()} says who is alive and how many purchases will come; {@link GammaGamma}, fitted to
 * the mean amounts of repeat purchases, what one will amount to. The value adds up the weeks of the horizon, each
 * discounted to its end, times the margin.
 *
 * <p><b>Edges.</b> Customers who bought once, or whose repeat purchases were free, tell the model of amounts nothing,
 * and are expected to spend as everybody does. Where nobody has an amount there is no model of amounts, and values are
 * NaN. {@link Fit#report()} says whether a fit can be trusted.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Map<String, PurchaseHistory> bought = new HashMap<>();
 * for (int i = 0; i < 200; i++) {
 *     long x = i % 5 == 0 ? i % 4 : 0;
 *     bought.put("c" + i, PurchaseHistory.of(CalendarPeriod.DAY, x, x * (20 + i % 30), 200 + i % 90)
 *             .withSpend(2000 + i, x * (900 + 10 * i), 0, MoneyUnit.CENTS));
 * }
 * ValueForecast<String> forecast = ValueForecast.of(bought, ForecastDefinition.YEAR);
 * forecast.buying().model().parameterNames(); // [r, alpha, s, beta]
 * forecast.customer("c7").alive() <= 1; // true
 * }</pre>
 *
 * @param <K> the type of the keys of customers
 * @since 0.1
 */
public final class ValueForecast<K> {

    private final Map<K, PurchaseHistory> histories;
    private final ForecastDefinition definition;
    private final Fit<? extends BuyingModel<?>> buying;
    private final @Nullable Fit<GammaGamma> spend;

    private ValueForecast(
            Map<K, PurchaseHistory> histories,
            ForecastDefinition definition,
            Fit<? extends BuyingModel<?>> buying,
            @Nullable Fit<GammaGamma> spend) {
        this.histories = histories;
        this.definition = definition;
        this.buying = buying;
        this.spend = spend;
    }

    /**
     * Fits the models to the purchases of customers.
     *
     * @param histories what each bought
     * @param definition what is asked
     * @param <K> the type of the keys of customers
     * @return the forecast
     * @throws IllegalArgumentException if nobody bought again
     */
    public static <K> ValueForecast<K> of(Map<K, PurchaseHistory> histories, ForecastDefinition definition) {
        BuyingHistories bought =
                histories.values().stream().collect(BuyingHistories.toBuyingHistories(ValueForecast::bought));
        SpendHistories spent =
                histories.values().stream().map(ValueForecast::spent).collect(SpendHistories.toSpendHistories());
        return new ValueForecast<>(
                Map.copyOf(histories),
                requireNonNull(definition, "definition"),
                definition.family().fit(bought),
                spent.count() == 0 ? null : GammaGamma.fit(spent));
    }

    private static BuyingHistory bought(PurchaseHistory history) {
        return BuyingHistory.of(
                history.frequency(), history.recency(CalendarPeriod.WEEK), history.age(CalendarPeriod.WEEK));
    }

    private static SpendHistory spent(PurchaseHistory history) {
        double mean = history.meanRepeatSpend();
        return mean > 0 ? SpendHistory.of(history.frequency(), mean) : SpendHistory.NONE;
    }

    /**
     * Returns what was asked.
     *
     * @return the definition
     */
    public ForecastDefinition definition() {
        return definition;
    }

    /**
     * Returns the model of purchases.
     *
     * @return its fit
     */
    public Fit<? extends BuyingModel<?>> buying() {
        return buying;
    }

    /**
     * Returns the model of amounts.
     *
     * @return its fit; nothing where no repeat purchase has an amount
     */
    public Optional<Fit<GammaGamma>> spend() {
        return Optional.ofNullable(spend);
    }

    /**
     * Returns what the customers bought so far.
     *
     * @return the histories, unmodifiable
     */
    public Map<K, PurchaseHistory> histories() {
        return histories;
    }

    /**
     * Returns what a customer will do.
     *
     * @param customer the key
     * @return the forecast of the customer
     * @throws IllegalArgumentException if there is no such customer
     */
    public CustomerForecast customer(K customer) {
        PurchaseHistory history = histories.get(customer);
        if (history == null) {
            throw new IllegalArgumentException("customer must be one of the histories, got " + customer);
        }
        return forecast(history);
    }

    private CustomerForecast forecast(PurchaseHistory history) {
        BuyingHistory bought = bought(history);
        BuyingModel<?> model = buying.model();
        double alive = model.probabilityAlive(bought);
        double purchases = model.expectedPurchases(bought, definition.weeks());
        if (spend == null) {
            return new CustomerForecast(alive, purchases, Double.NaN, Double.NaN);
        }
        SpendHistory spent = spent(history);
        double residual = new BuyingValue(model, spend.model())
                .residual(
                        bought,
                        spent,
                        definition.weeks(),
                        1,
                        DiscountRate.perYearInWeeks(definition.discountPerYear()));
        return new CustomerForecast(
                alive, purchases, spend.model().expectedSpend(spent), residual * definition.grossMargin());
    }

    /**
     * Returns what all customers will do together.
     *
     * @return the sums over customers; the amount of a purchase is NaN, since it is not one
     */
    public CustomerForecast total() {
        double alive = 0;
        double purchases = 0;
        double value = 0;
        for (PurchaseHistory history : histories.values()) {
            CustomerForecast one = forecast(history);
            alive += one.alive();
            purchases += one.purchases();
            value += one.value();
        }
        return new CustomerForecast(alive, purchases, Double.NaN, value);
    }

    /**
     * Returns how many customers there are.
     *
     * @return such as {@code ValueForecast[200 customers]}
     */
    @Override
    public String toString() {
        return "ValueForecast[" + histories.size() + " customers]";
    }
}

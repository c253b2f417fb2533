package io.cxmetrics.value;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.internal.Checks;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * How lately, how often, and for how much in major units a customer bought: what RFM scores are made of.
 *
 * <p>Recency here is the time since the last purchase, so that low is good; that of models of buying is another,
 * {@link PurchaseHistory#recency()}.
 *
 * @param recency how many days, or periods, passed from the last purchase day to the reference date
 * @param frequency how many days had a purchase, at least 1
 * @param monetary what the purchases brought, in major units
 * @since 0.1
 */
public record RfmValues(long recency, long frequency, double monetary) implements Serializable {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the recency is negative, the frequency is below 1, or the monetary is not
     *     finite
     */
    public RfmValues {
        Checks.notNegative("recency", recency);
        if (frequency < 1) {
            throw new IllegalArgumentException("frequency must be at least 1, got " + frequency);
        }
        // Amounts are compared by order, for which a zero below 0 would be another than 0.
        monetary = Checks.finite("monetary", monetary) + 0.0;
    }

    /**
     * Returns the values of a customer. The end of observation is the reference date, and monetary is net of refunds;
     * where it should be gross or a mean, make the values of the parts.
     *
     * @param history what the customer bought
     * @return the values
     * @throws IllegalArgumentException if no money is known
     */
    public static RfmValues of(PurchaseHistory history) {
        return new RfmValues(history.sinceLast(), history.purchasePeriods(), history.netSpend());
    }

    /**
     * Returns the values of customers.
     *
     * @param histories what each bought
     * @param <K> the type of the keys of customers
     * @return a new map in no particular order
     * @throws IllegalArgumentException if two have different units of money, or of one no money is known
     */
    public static <K> Map<K, RfmValues> from(Map<K, PurchaseHistory> histories) {
        Map<K, RfmValues> values = new HashMap<>();
        MoneyUnit unit = null;
        for (Map.Entry<K, PurchaseHistory> entry : histories.entrySet()) {
            PurchaseHistory history = entry.getValue();
            unit = MoneyUnit.joined(unit, history.unit());
            values.put(entry.getKey(), of(history));
        }
        return values;
    }
}

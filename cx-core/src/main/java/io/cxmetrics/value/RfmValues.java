package io.cxmetrics.value;

import io.cxmetrics.internal.Checks;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * How lately, how often, and for how much a customer bought: what RFM scores are made of.
 *
 * <p>Recency here is the time since the last purchase, so that low is good; that of models of buying is another,
 * {@link PurchaseHistory#recency()}.
 *
 * @param recency how many days, or periods, passed from the last purchase day to the reference date
 * @param frequency how many days had a purchase, at least 1
 * @param monetary what the purchases brought, in minor units
 */
public record RfmValues(long recency, long frequency, long monetary) implements Serializable {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the recency is negative or the frequency is below 1
     */
    public RfmValues {
        Checks.notNegative("recency", recency);
        if (frequency < 1) {
            throw new IllegalArgumentException("frequency must be at least 1, got " + frequency);
        }
    }

    /**
     * Returns the values of a customer. The end of observation is the reference date, and monetary is net of refunds; where
     * it should be gross or a mean, make the values of the parts.
     *
     * @param history what the customer bought
     * @return the values
     * @throws ArithmeticException if the amounts overflow
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
     * @throws ArithmeticException if the amounts of a customer overflow
     */
    public static <K> Map<K, RfmValues> from(Map<K, PurchaseHistory> histories) {
        Map<K, RfmValues> values = new HashMap<>();
        histories.forEach((customer, history) -> values.put(customer, of(history)));
        return values;
    }
}

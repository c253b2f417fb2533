package io.cxmetrics.support;

import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.EventRate;
import io.cxmetrics.stat.Interval;

/**
 * Contacts for each customer, order, or whatever they are contacts about.
 *
 * <p><b>Definition.</b> contact rate = contacts / base, 0 or more. It is a ratio and not a share: one customer may make
 * several contacts. The share of customers who made any is a {@link io.cxmetrics.stat.Proportion}.
 *
 * <p><b>Uncertainty.</b> {@link #interval(double)} takes contacts as coming at random, each on its own (Poisson); F. Garwood,
 * Biometrika 28 (1936). Where few customers make most of the contacts the truth is wider.
 *
 * <p><b>Edges.</b> Without a base the rate is NaN, also where there are contacts.
 *
 * <pre>{@code
 * ContactRate week = ContactRate.of(120, 4000);
 * week.rate(); // 0.03
 * week.per(1000); // 30.0
 * week.plus(ContactRate.of(80, 1000)).rate(); // 0.04
 * }</pre>
 *
 * @param contacts how many contacts or tickets there were, not negative
 * @param base how many customers or orders there were, not negative
 */
public record ContactRate(long contacts, long base) implements Summary<ContactRate> {

    /** Neither contacts nor a base. */
    public static final ContactRate EMPTY = new ContactRate(0, 0);

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative
     */
    public ContactRate {
        Checks.notNegative("contacts", contacts);
        Checks.notNegative("base", base);
    }

    /**
     * Returns a contact rate.
     *
     * @param contacts how many contacts or tickets there were, not negative
     * @param base how many customers or orders there were, not negative
     * @return the rate
     * @throws IllegalArgumentException if a count is negative
     */
    public static ContactRate of(long contacts, long base) {
        return new ContactRate(contacts, base);
    }

    /**
     * Returns contacts / base.
     *
     * @return the rate, 0 or more; NaN without a base
     */
    public double rate() {
        return per(1);
    }

    /**
     * Returns the contacts for so many of the base, such as for 1,000 orders.
     *
     * @param units how many of the base, above 0
     * @return units contacts / base; NaN without a base
     * @throws IllegalArgumentException if the units are not above 0
     */
    public double per(double units) {
        Checks.positive("units", units);
        return base == 0 ? Double.NaN : units * contacts / base;
    }

    /**
     * Returns the exact Poisson interval of the rate.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval, from 0 without contacts; undefined without a base
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence) {
        return EventRate.of(contacts, base).interval(confidence);
    }

    @Override
    public ContactRate plus(ContactRate other) {
        return new ContactRate(Math.addExact(contacts, other.contacts), Math.addExact(base, other.base));
    }

    /**
     * Returns the counts and the rate.
     *
     * @return such as {@code 120 for 4000 (0.03)}, or {@code 0 for 0 (undefined)}
     */
    @Override
    public String toString() {
        return contacts + " for " + base + " (" + (base == 0 ? "undefined" : rate()) + ")";
    }
}

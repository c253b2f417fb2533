package io.cxmetrics.value;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.time.CalendarPeriod;
import java.io.Serializable;
import java.util.Locale;

/**
 * How much less a payment is worth a period later, with the period it is a rate of, so that a yearly rate cannot be used as a
 * monthly one.
 *
 * <p><b>Definition.</b> An amount that comes t periods from now is worth amount / (1 + rate)<sup>t</sup> now.
 *
 * <p><b>Conversion.</b> {@link #per} compounds: 10 % a year are (1.1)<sup>1/12</sup> - 1 = 0.797 % a month, and not 10/12 %.
 * Months, quarters and years convert exactly, days and weeks by {@link CalendarPeriod#perYear()}.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * DiscountRate yearly = DiscountRate.of(0.1, CalendarPeriod.YEAR);
 * yearly.per(CalendarPeriod.MONTH).rate(); // 0.007974140428903742
 * yearly.factor(2); // 0.8264462809917354
 * }</pre>
 *
 * @param rate the rate of a period, 0 or more
 * @param period the period
 */
public record DiscountRate(double rate, CalendarPeriod period) implements Serializable {

    /**
     * Checks the rate.
     *
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public DiscountRate {
        Checks.notNegative("rate", rate);
        requireNonNull(period, "period");
    }

    /**
     * Returns a discount rate.
     *
     * @param rate the rate of a period, 0 or more, such as 0.1
     * @param period the period
     * @return the discount rate
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static DiscountRate of(double rate, CalendarPeriod period) {
        return new DiscountRate(rate, period);
    }

    /**
     * Returns the discount rate of a continuous one, as some models and tools have it: an amount that comes t periods from now is
     * worth amount &times; e<sup>-delta t</sup>.
     *
     * @param delta the continuous rate of a period, 0 or more: 0.0953 for the 10 % that are compounded once
     * @param period the period
     * @return the discount rate e<sup>delta</sup> - 1
     * @throws IllegalArgumentException if delta is negative or not finite, or the rate is not finite
     */
    public static DiscountRate ofContinuous(double delta, CalendarPeriod period) {
        return new DiscountRate(Math.expm1(Checks.notNegative("delta", delta)), period);
    }

    /**
     * Returns the continuous rate of the period, delta.
     *
     * @return ln(1 + rate), 0 or more
     */
    public double continuous() {
        return Math.log1p(rate);
    }

    /**
     * Returns the rate of another period that discounts the same span alike.
     *
     * @param other the other period
     * @return (1 + rate)<sup>k</sup> - 1 for k of these periods in the other; this rate for its own period
     * @throws IllegalArgumentException if the rate of the other period overflows
     */
    public DiscountRate per(CalendarPeriod other) {
        return other == period ? this : new DiscountRate(period.compound(rate, other), other);
    }

    /**
     * Returns what a payment of 1 is worth now.
     *
     * @param periods in how many periods it comes, 0 or more
     * @return 1 / (1 + rate)<sup>periods</sup>, in (0, 1]
     * @throws IllegalArgumentException if the periods are negative or not finite
     */
    public double factor(double periods) {
        return Math.pow(1 + rate, -Checks.notNegative("periods", periods));
    }

    /**
     * Returns the rate and its period.
     *
     * @return such as {@code 0.1 a year}
     */
    @Override
    public String toString() {
        return rate + " a " + period.name().toLowerCase(Locale.ROOT);
    }
}

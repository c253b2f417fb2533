package io.cxmetrics.models.value;

import io.cxmetrics.models.internal.Checks;
import java.io.Serializable;

/**
 * How fast money to come loses value, with its unit: a factor 1 / (1 + rate) for each period.
 *
 * @param rate the rate per period, a fraction in [0, 1]
 * @param period the length of the period in the unit of time of a model, finite and above 0
 * @since 0.1
 */
public record DiscountRate(double rate, double period) implements Serializable {

    /** No discount. */
    public static final DiscountRate NONE = new DiscountRate(0, 1);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a part is out of range
     */
    public DiscountRate {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("rate must be a fraction in [0, 1], got " + rate);
        }
        Checks.positive("period", period);
    }

    /**
     * Returns a rate per year for models that speak of days.
     *
     * @param rate the rate per year, a fraction in [0, 1]
     * @return the rate per 365.25 days
     * @throws IllegalArgumentException if the rate is out of range
     */
    public static DiscountRate perYearInDays(double rate) {
        return new DiscountRate(rate, 365.25);
    }

    /**
     * Returns a rate per year for models that speak of weeks.
     *
     * @param rate the rate per year, a fraction in [0, 1]
     * @return the rate per 365.25 / 7 weeks
     * @throws IllegalArgumentException if the rate is out of range
     */
    public static DiscountRate perYearInWeeks(double rate) {
        return new DiscountRate(rate, 365.25 / 7);
    }

    /**
     * Returns the rate that has the same effect when it works without pause.
     *
     * @return ln(1 + rate) / period, per unit of time
     */
    public double continuous() {
        return Math.log1p(rate) / period;
    }

    /**
     * Returns what money after some time is worth now.
     *
     * @param time the time from now
     * @return (1 + rate)^(-time / period), in [0, 1] for times from now on
     */
    public double factor(double time) {
        return Math.exp(-continuous() * time);
    }
}

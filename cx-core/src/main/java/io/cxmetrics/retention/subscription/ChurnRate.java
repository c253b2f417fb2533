package io.cxmetrics.retention.subscription;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.time.CalendarPeriod;
import java.io.Serializable;
import java.util.Locale;

/**
 * The share of customers who leave in a period, with the period it is a rate of.
 *
 * <p><b>Conversion.</b> {@link #per} keeps the share that stays over the same span: a monthly churn m is a yearly
 * 1 - (1 - m)<sup>12</sup>, and not 12 m. This takes the rate as constant over the span. Months, quarters and years
 * convert exactly, days and weeks by {@link CalendarPeriod#perYear()}.
 *
 * <p><b>Expected lifetime.</b> 1 / churn holds under a constant rate only. In a cohort the customers most likely to
 * leave do so first, so that its churn falls with tenure and 1 / churn of the first periods says too little; ask the
 * survival curve ({@link io.cxmetrics.stat.survival.EventTimes}) where tenures are known.
 *
 * <p><b>Edges.</b> Churn 0 gives an infinite lifetime, churn 1 a lifetime of one period.
 *
 * <p>Source: P. Fader, B. Hardie, "How to project customer retention", Journal of Interactive Marketing 21(1), 2007,
 * for why retention rises with tenure.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * ChurnRate monthly = ChurnRate.of(0.03, CalendarPeriod.MONTH);
 * monthly.retention(); // 0.97
 * monthly.per(CalendarPeriod.YEAR).rate(); // 0.30615763900456205
 * monthly.expectedLifetime(); // 33.333333333333336
 * }</pre>
 *
 * @param rate the share that leaves in a period, in [0, 1]
 * @param period the period
 * @since 0.1
 */
public record ChurnRate(double rate, CalendarPeriod period) implements Serializable {

    /**
     * Checks the rate.
     *
     * @throws IllegalArgumentException if the rate is not in [0, 1]
     */
    public ChurnRate {
        // With a zero below 0, one over the rate would be a lifetime of minus infinity.
        rate = Checks.fraction("rate", rate) + 0.0;
        requireNonNull(period, "period");
    }

    /**
     * Returns a churn rate.
     *
     * @param rate the share that leaves in a period, in [0, 1]
     * @param period the period
     * @return the churn rate
     * @throws IllegalArgumentException if the rate is not in [0, 1]
     */
    public static ChurnRate of(double rate, CalendarPeriod period) {
        return new ChurnRate(rate, period);
    }

    /**
     * Returns the churn rate of a retention rate.
     *
     * @param retention the share that stays through a period, in [0, 1]
     * @param period the period
     * @return the churn rate, 1 - retention
     * @throws IllegalArgumentException if the retention is not in [0, 1]
     */
    public static ChurnRate ofRetention(double retention, CalendarPeriod period) {
        return new ChurnRate(1 - Checks.fraction("retention", retention), period);
    }

    /**
     * Returns the share that stays through a period.
     *
     * @return 1 - rate, in [0, 1]
     */
    public double retention() {
        return 1 - rate;
    }

    /**
     * Returns the rate of another period under which as many are left after the same span.
     *
     * @param other the other period
     * @return 1 - (1 - rate)<sup>k</sup> for k of these periods in the other; this rate for its own period
     */
    public ChurnRate per(CalendarPeriod other) {
        return other == period ? this : new ChurnRate(-period.compound(-rate, other), other);
    }

    /**
     * Returns how many periods customers stay on average if the rate never changes: the mean number of periods up to
     * and with the one in which they leave.
     *
     * @return 1 / rate in periods; {@link Double#POSITIVE_INFINITY} for rate 0
     */
    public double expectedLifetime() {
        return 1 / rate;
    }

    /**
     * Returns after how many periods half are left if the rate never changes.
     *
     * @return ln 0.5 / ln(1 - rate) in periods; {@link Double#POSITIVE_INFINITY} for rate 0, 0 for rate 1
     */
    public double halfLife() {
        return Math.log(0.5) / Math.log1p(-rate);
    }

    /**
     * Returns the rate and its period.
     *
     * @return such as {@code 0.03 a month}
     */
    @Override
    public String toString() {
        return rate + " a " + period.name().toLowerCase(Locale.ROOT);
    }
}

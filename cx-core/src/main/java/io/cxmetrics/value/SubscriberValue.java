package io.cxmetrics.value;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.retention.subscription.ChurnRate;
import io.cxmetrics.retention.subscription.SubscriberBase;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.time.CalendarPeriod;
import java.io.Serializable;

/**
 * Worth of a subscriber of a base in major units, with limits, if churn stays as it is: the customer lifetime
 * value (CLV) of {@link SubscriberBase}.
 *
 * <p><b>Definition.</b> The {@link LifetimeValue} of revenue per subscriber &times; gross margin a month at the churn
 * of a month, left / months of tenure over all subscribers.
 *
 * <p><b>Uncertainty.</b> The more leave, the less they are worth: the limits of the churn (exact Poisson, {@link
 * io.cxmetrics.stat.EventRate#interval}) are those of the value the other way round. They hold what subscribers pay for
 * certain.
 *
 * <p><b>Edges.</b> Without subscribers, or months, an answer is NaN. More departures than months are no rate of churn,
 * and the value is NaN. Where nobody left and nothing is discounted it is infinite.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * record Account(long cents, long months, boolean left) {}
 * SubscriberBase base = Stream.of(new Account(3000, 20, true), new Account(1000, 30, false))
 *         .collect(SubscriberBase.toSubscriberBase(Account::cents, Account::months, Account::left));
 * SubscriberValue value = SubscriberValue.of(base, 0.5, DiscountRate.of(0, CalendarPeriod.YEAR));
 * Math.round(value.infinite(PaymentTiming.FIRST_NOW)); // 500
 * Math.round(value.interval(PaymentTiming.FIRST_NOW, 0.95).low()); // 90
 * }</pre>
 *
 * @param base the subscribers
 * @param grossMargin the share of revenue that is margin, a fraction of at most 1, such as 0.6
 * @param discount how much less a later payment is worth, by any period
 * @since 0.1
 */
public record SubscriberValue(SubscriberBase base, double grossMargin, DiscountRate discount) implements Serializable {

    /**
     * Checks the margin.
     *
     * @throws IllegalArgumentException if the gross margin is above 1, such as a percentage, or not finite
     */
    public SubscriberValue {
        requireNonNull(base, "base");
        ValueChecks.grossMargin(grossMargin);
        requireNonNull(discount, "discount");
    }

    /**
     * Returns the value of the subscribers of a base.
     *
     * @param base the subscribers
     * @param grossMargin the share of revenue that is margin, a fraction of at most 1, such as 0.6
     * @param discount how much less a later payment is worth, by any period
     * @return the value
     * @throws IllegalArgumentException if the gross margin is above 1, such as a percentage, or not finite
     */
    public static SubscriberValue of(SubscriberBase base, double grossMargin, DiscountRate discount) {
        return new SubscriberValue(base, grossMargin, discount);
    }

    /**
     * Returns what a subscriber is worth who may stay for ever.
     *
     * @param timing when the payments come
     * @return the value in major units; NaN without subscribers or months, and where more left than there were months;
     *     infinite where nobody left and nothing is discounted
     */
    public double infinite(PaymentTiming timing) {
        return at(base.churn().rate(), timing);
    }

    /**
     * Returns the limits of the value by those of the churn.
     *
     * @param timing when the payments come
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval in major units. A churn above 1 counts as 1. The upper limit is infinite where nobody left
     *     and nothing is discounted; undefined without subscribers or months.
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(PaymentTiming timing, double confidence) {
        Interval limits = base.churn().interval(confidence);
        double one = at(Math.min(limits.high(), 1), timing);
        double other = at(Math.min(limits.low(), 1), timing);
        return Double.isNaN(one) || Double.isNaN(other)
                ? Interval.UNDEFINED
                : Interval.of(Math.min(one, other), Math.max(one, other));
    }

    private double at(double churn, PaymentTiming timing) {
        double margin = base.revenuePerSubscriber() * grossMargin;
        if (!(churn <= 1) || Double.isNaN(margin)) {
            return Double.NaN;
        }
        return LifetimeValue.of(margin, CalendarPeriod.MONTH, ChurnRate.of(churn, CalendarPeriod.MONTH), discount)
                .infinite(timing);
    }
}

package io.cxmetrics.value;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.retention.subscription.ChurnRate;
import io.cxmetrics.stat.EventRate;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.time.CalendarPeriod;
import java.io.Serializable;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A base of subscribers, what they pay a month and how many left in how many months, and their lifetime value (CLV) in major
 * units, if churn stays as it is.
 *
 * <p><b>Definition.</b> Revenue each = monthly recurring revenue (MRR) / subscribers. Churn a month = left / months of tenure,
 * over all subscribers: each month of a subscriber is one chance to leave. CLV is the {@link LifetimeValue} of revenue each
 * &times; gross margin at that churn.
 *
 * <p><b>Uncertainty.</b> The more leave, the less they are worth, so that the limits of the churn (exact Poisson, {@link
 * EventRate#interval}) are those of the value the other way round. They hold what customers pay for certain.
 *
 * <p><b>Units.</b> Amounts go in as minor units a month and answers are in major units. Two currencies do not add up.
 *
 * <p><b>Edges.</b> Without subscribers, or months, an answer is NaN. More departures than months are no rate of churn, and the
 * value is NaN. Where nobody left and nothing is discounted it is infinite.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * record Account(long cents, long months, boolean left) {}
 * SubscriberBase base = Stream.of(new Account(3000, 20, true), new Account(1000, 30, false))
 *         .collect(SubscriberBase.toSubscriberBase(
 *                 Account::cents, Account::months, Account::left, MoneyUnit.of("EUR")));
 * base.revenuePerSubscriber(); // 20.0
 * base.churn(); // 1 in 50 (0.02)
 * base.expectedLifetime(); // 50.0
 * DiscountRate none = DiscountRate.of(0, CalendarPeriod.YEAR);
 * Math.round(base.lifetimeValue(0.5, none, PaymentTiming.FIRST_NOW)); // 500
 * Math.round(base.lifetimeValueInterval(0.5, none, PaymentTiming.FIRST_NOW, 0.95).low()); // 90
 * }</pre>
 *
 * @since 0.1
 */
public final class SubscriberBase implements Summary<SubscriberBase> {

    private static final long serialVersionUID = 1;

    /** No subscribers. */
    public static final SubscriberBase EMPTY = new SubscriberBase(null, 0, 0, EventRate.EMPTY);

    /**
     * One subscriber, present or former.
     *
     * @param mrr what it pays a month, in minor units, not negative
     * @param tenure for how many months it has been one, or was, not negative
     * @param left whether it left at the end of the tenure
     * @param unit what the amount is
     */
    public record Subscriber(long mrr, long tenure, boolean left, MoneyUnit unit) implements Serializable {

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if a number is negative
         */
        public Subscriber {
            Checks.notNegative("mrr", mrr);
            Checks.notNegative("tenure", tenure);
            requireNonNull(unit, "unit");
        }
    }

    private final @Nullable MoneyUnit unit;
    private final long subscribers;
    private final long mrr;
    private final EventRate churn;

    private SubscriberBase(@Nullable MoneyUnit unit, long subscribers, long mrr, EventRate churn) {
        this.unit = unit;
        this.subscribers = subscribers;
        this.mrr = mrr;
        this.churn = churn;
    }

    private static SubscriberBase of(Subscriber one) {
        return new SubscriberBase(one.unit, 1, one.mrr, EventRate.of(one.left ? 1 : 0, one.tenure));
    }

    /**
     * Returns the base of subscribers.
     *
     * @param subscribers the subscribers, present and former
     * @return the base
     * @throws IllegalArgumentException if two have different units of money
     * @throws ArithmeticException if a sum overflows
     */
    public static SubscriberBase of(Collection<Subscriber> subscribers) {
        return subscribers.stream().collect(aggregation().toCollector());
    }

    /**
     * Returns an aggregation that folds subscribers into their base.
     *
     * @return the aggregation
     */
    public static Aggregation<Subscriber, SubscriberBase, SubscriberBase> aggregation() {
        return Aggregation.summing(EMPTY).mapInput(SubscriberBase::of);
    }

    /**
     * Returns a collector of one subscriber of each element.
     *
     * @param mrr gives what it pays a month, in minor units, not negative
     * @param tenure gives for how many months it has been one, or was, not negative
     * @param left tells whether it left at the end of the tenure
     * @param unit what all amounts are
     * @param <T> the type of the elements
     * @return the collector
     */
    public static <T> Collector<T, ?, SubscriberBase> toSubscriberBase(
            ToLongFunction<? super T> mrr,
            ToLongFunction<? super T> tenure,
            Predicate<? super T> left,
            MoneyUnit unit) {
        requireNonNull(mrr, "mrr");
        requireNonNull(tenure, "tenure");
        requireNonNull(left, "left");
        requireNonNull(unit, "unit");
        return Collectors.mapping(
                one -> new Subscriber(mrr.applyAsLong(one), tenure.applyAsLong(one), left.test(one), unit),
                aggregation().toCollector());
    }

    /**
     * Returns what the amounts are.
     *
     * @return the unit; null without subscribers
     */
    public @Nullable MoneyUnit unit() {
        return unit;
    }

    /**
     * Returns how many subscribers there are, present and former.
     *
     * @return the count
     */
    public long count() {
        return subscribers;
    }

    /**
     * Returns what the subscribers pay a month together, exactly.
     *
     * @return the sum in minor units
     */
    public long mrrMinor() {
        return mrr;
    }

    /**
     * Returns how many left, in how many months of all of them.
     *
     * @return the churn a month, with its interval
     */
    public EventRate churn() {
        return churn;
    }

    /**
     * Returns MRR / subscribers, the revenue of a subscriber (ARPU).
     *
     * @return the mean a month in major units; NaN without subscribers
     */
    public double revenuePerSubscriber() {
        return unit == null ? Double.NaN : unit.major((double) mrr / subscribers);
    }

    /**
     * Returns 1 / churn, how long a subscriber stays if churn stays as it is.
     *
     * @return the mean in months; {@link Double#POSITIVE_INFINITY} if nobody left, NaN without months
     */
    public double expectedLifetime() {
        return 1 / churn.rate();
    }

    /**
     * Returns what a subscriber is worth, if churn stays as it is.
     *
     * @param grossMargin the share of revenue that is margin, a fraction of at most 1, such as 0.6
     * @param discount how much less a later payment is worth, by any period
     * @param timing when the payments come
     * @return the value in major units; NaN without subscribers or months, and where more left than there were months; infinite
     *     where nobody left and nothing is discounted
     * @throws IllegalArgumentException if the gross margin is above 1, such as a percentage, or not finite
     */
    public double lifetimeValue(double grossMargin, DiscountRate discount, PaymentTiming timing) {
        return valueAt(churn.rate(), grossMargin, discount, timing);
    }

    /**
     * Returns the limits of the value by those of the churn.
     *
     * @param grossMargin the share of revenue that is margin, a fraction of at most 1, such as 0.6
     * @param discount how much less a later payment is worth, by any period
     * @param timing when the payments come
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval in major units. A churn above 1 counts as 1. The upper limit is infinite where nobody left and nothing
     *     is discounted; undefined without subscribers or months.
     * @throws IllegalArgumentException if the confidence is out of range, or the gross margin is above 1 or not finite
     */
    public Interval lifetimeValueInterval(
            double grossMargin, DiscountRate discount, PaymentTiming timing, double confidence) {
        Interval limits = churn.interval(confidence);
        double one = valueAt(Math.min(limits.high(), 1), grossMargin, discount, timing);
        double other = valueAt(Math.min(limits.low(), 1), grossMargin, discount, timing);
        return Double.isNaN(one) || Double.isNaN(other)
                ? Interval.UNDEFINED
                : Interval.of(Math.min(one, other), Math.max(one, other));
    }

    private double valueAt(double monthly, double grossMargin, DiscountRate discount, PaymentTiming timing) {
        double margin = revenuePerSubscriber() * ValueChecks.grossMargin(grossMargin);
        if (!(monthly <= 1) || Double.isNaN(margin)) {
            return Double.NaN;
        }
        return LifetimeValue.of(margin, CalendarPeriod.MONTH, ChurnRate.of(monthly, CalendarPeriod.MONTH), discount)
                .infinite(timing);
    }

    @Override
    public SubscriberBase plus(SubscriberBase other) {
        return new SubscriberBase(
                MoneyUnit.joined(unit, other.unit),
                Math.addExact(subscribers, other.subscribers),
                Math.addExact(mrr, other.mrr),
                churn.plus(other.churn));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SubscriberBase that
                && Objects.equals(unit, that.unit)
                && subscribers == that.subscribers
                && mrr == that.mrr
                && churn.equals(that.churn);
    }

    @Override
    public int hashCode() {
        return Objects.hash(unit, subscribers, mrr, churn);
    }

    /**
     * Returns the counts, and the amount in minor units.
     *
     * @return each part by its name
     */
    @Override
    public String toString() {
        return "SubscriberBase[unit=" + unit + ", subscribers=" + subscribers + ", mrr=" + mrr + ", churn=" + churn
                + "]";
    }
}

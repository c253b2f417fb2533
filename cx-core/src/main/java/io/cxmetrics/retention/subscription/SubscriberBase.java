package io.cxmetrics.retention.subscription;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.SerializableFunction;
import io.cxmetrics.SerializablePredicate;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.retention.revenue.RevenueFlow;
import io.cxmetrics.stat.EventRate;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;

/**
 * The subscribers of a business by what they pay a month, in major units of money, and by how often they leave: what a
 * lifetime value under constant churn rests on.
 *
 * <p><b>Definition.</b> Revenue per subscriber (ARPU) = monthly revenue / subscribers, over all subscribers that ever
 * were. Churn = left / months, a rate a month over the time that all of them were there; who is still there counts with
 * their time so far.
 *
 * <p><b>Edges.</b> Without subscribers, and without months, answers are NaN.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * record Customer(long fee, long months, boolean left) {}
 * SubscriberBase base = Stream.of(new Customer(5000, 10, true), new Customer(7000, 30, false))
 *     .collect(SubscriberBase.toSubscriberBase(Customer::fee, Customer::months, Customer::left));
 * base.revenuePerSubscriber(); // 60.0
 * base.churn(); // 1 in 40 (0.025)
 * base.expectedMonths(); // 40.0
 * }</pre>
 *
 * @param revenue what subscribers pay a month, and how many there are
 * @param churn how many left, in how many months of all of them
 * @since 0.1
 */
public record SubscriberBase(RevenueFlow revenue, EventRate churn) implements Summary<SubscriberBase> {

    /** No subscribers. */
    public static final SubscriberBase EMPTY = new SubscriberBase(RevenueFlow.EMPTY, EventRate.EMPTY);

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if more left than there are subscribers
     */
    public SubscriberBase {
        if (churn.events() > revenue.customers()) {
            throw new IllegalArgumentException("churn must have at most as many events as subscribers ("
                    + revenue.customers() + "), got " + churn.events());
        }
    }

    /**
     * Returns a base of sums that are known.
     *
     * @param revenue what subscribers pay a month, and how many there are
     * @param churn how many left, in how many months of all of them
     * @return the base
     * @throws IllegalArgumentException if more left than there are subscribers
     */
    public static SubscriberBase of(RevenueFlow revenue, EventRate churn) {
        return new SubscriberBase(revenue, churn);
    }

    /**
     * Returns the base of subscribers.
     *
     * @param subscribers the subscribers, those who left included
     * @param fee gives what one pays a month, in {@link MoneyUnit#CENTS}
     * @param months gives for how many months one has been a subscriber
     * @param left tells whether one left then
     * @param <T> the type of the subscribers
     * @return the base
     * @throws IllegalArgumentException if a number is negative
     */
    public static <T> SubscriberBase of(
            Collection<T> subscribers,
            ToLongFunction<? super T> fee,
            ToLongFunction<? super T> months,
            Predicate<? super T> left) {
        return subscribers.stream().collect(toSubscriberBase(fee, months, left));
    }

    /**
     * Returns a collector of subscribers.
     *
     * @param fee gives what one pays a month, in {@link MoneyUnit#CENTS}
     * @param months gives for how many months one has been a subscriber
     * @param left tells whether one left then
     * @param <T> the type of the subscribers
     * @return the collector, which refuses negative numbers
     */
    public static <T> Collector<T, ?, SubscriberBase> toSubscriberBase(
            ToLongFunction<? super T> fee, ToLongFunction<? super T> months, Predicate<? super T> left) {
        requireNonNull(fee, "fee");
        requireNonNull(months, "months");
        requireNonNull(left, "left");
        return SubscriberBase.<T>aggregation(fee::applyAsLong, months::applyAsLong, left::test, MoneyUnit.CENTS)
                .toCollector();
    }

    /**
     * Folds subscribers into their base, for streams and engines.
     *
     * @param fee gives what one pays a month, in minor units
     * @param months gives for how many months one has been a subscriber
     * @param left tells whether one left then
     * @param unit the unit of the fees
     * @param <T> the type of the subscribers
     * @return the aggregation, which refuses negative numbers
     */
    public static <T> Aggregation<T, long[], SubscriberBase> aggregation(
            SerializableFunction<? super T, Long> fee,
            SerializableFunction<? super T, Long> months,
            SerializablePredicate<? super T> left,
            MoneyUnit unit) {
        return new BaseAggregation<T>(
                requireNonNull(fee, "fee"),
                requireNonNull(months, "months"),
                requireNonNull(left, "left"),
                requireNonNull(unit, "unit"));
    }

    /**
     * Returns how many subscribers there are.
     *
     * @return the count, those who left included
     */
    public long count() {
        return revenue.customers();
    }

    /**
     * Returns what a subscriber pays a month on average, in major units.
     *
     * @return monthly revenue / subscribers; NaN without subscribers
     */
    public double revenuePerSubscriber() {
        return count() == 0 ? Double.NaN : revenue.amount() / count();
    }

    /**
     * Returns how long a subscriber stays on average if churn never changes.
     *
     * @return 1 / churn in months; infinite if nobody left, NaN without months
     */
    public double expectedMonths() {
        return 1 / churn.rate();
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("SubscriberBase", 1).with("revenue", revenue).with("churn", churn);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the base
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static SubscriberBase ofStored(StoredForm form) {
        StoredFields fields = form.expect("SubscriberBase", 1, "revenue", "churn");
        return new SubscriberBase(
                RevenueFlow.ofStored(fields.part("revenue")), EventRate.ofStored(fields.part("churn")));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    @Override
    public SubscriberBase plus(SubscriberBase other) {
        return new SubscriberBase(revenue.plus(other.revenue), churn.plus(other.churn));
    }

    private record BaseAggregation<T>(
            SerializableFunction<? super T, Long> fee,
            SerializableFunction<? super T, Long> months,
            SerializablePredicate<? super T> left,
            MoneyUnit unit)
            implements Aggregation<T, long[], SubscriberBase> {

        @Override
        public long[] zero() {
            return new long[4];
        }

        @Override
        public long[] add(long[] state, T subscriber) {
            state[0] = Math.addExact(state[0], 1);
            state[1] = Math.addExact(state[1], Checks.notNegative("fee", fee.apply(subscriber)));
            state[2] = Math.addExact(state[2], Checks.notNegative("months", months.apply(subscriber)));
            state[3] += left.test(subscriber) ? 1 : 0;
            return state;
        }

        @Override
        public long[] merge(long[] left, long[] right) {
            for (int i = 0; i < left.length; i++) {
                left[i] = Math.addExact(left[i], right[i]);
            }
            return left;
        }

        @Override
        public SubscriberBase finish(long[] state) {
            return new SubscriberBase(RevenueFlow.of(state[1], state[0], unit), EventRate.of(state[3], state[2]));
        }
    }
}

package io.cxmetrics.value;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.Summary;
import io.cxmetrics.retention.activity.ActivityLog;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Purchases and refunds, who bought what and when, in minor units of one currency: the evidence of historic value, purchase
 * histories and RFM.
 *
 * <p><b>Units.</b> The unit of money stands here once. A purchase in another unit is refused, and so is adding a log in another
 * one; an empty log has none and takes that of the other.
 *
 * <p><b>Left out.</b> {@link PurchaseScreening} fills a log from rows that may be incomplete and counts by reason what is no
 * purchase; the other ways in refuse what is missing. Rows that were left out are in no answer.
 *
 * <p><b>Adding.</b> Logs add up under any split of the purchases, also one that tears the purchases of a customer apart.
 *
 * <p>Immutable and thread-safe. Serializable if the keys are.
 *
 * <pre>{@code
 * record Order(String customer, Instant at, long cents) {}
 * List<Order> orders = List.of(
 *         new Order("ann", Instant.parse("2026-03-02T09:00:00Z"), 3000),
 *         new Order("ann", Instant.parse("2026-03-09T09:00:00Z"), -500),
 *         new Order("bob", Instant.parse("2026-03-02T09:00:00Z"), 1000));
 * PurchaseLog<String> log = orders.stream()
 *         .collect(PurchaseLog.toPurchaseLog(Order::customer, Order::at, Order::cents, MoneyUnit.of("EUR")));
 * log; // PurchaseLog[3 purchases of 2 customers, EUR]
 * log.count(); // 3
 * HistoricValue.from(log, PurchaseDefinition.in(ZoneOffset.UTC)).perCustomer(); // 17.5
 * }</pre>
 *
 * @param <K> the type of the keys of customers
 * @since 0.1
 */
public final class PurchaseLog<K> implements Summary<PurchaseLog<K>> {

    private static final long serialVersionUID = 1;

    private final ActivityLog<K> activities;
    private final @Nullable MoneyUnit unit;
    private final EnumMap<PurchaseFlaw, Long> leftOut;

    /** The unit of a log without purchases says nothing, and is not kept. */
    PurchaseLog(ActivityLog<K> activities, @Nullable MoneyUnit unit, Map<PurchaseFlaw, Long> leftOut) {
        this.activities = activities;
        this.unit = activities.count() == 0 ? null : requireNonNull(unit, "unit");
        this.leftOut = new EnumMap<>(PurchaseFlaw.class);
        this.leftOut.putAll(leftOut);
    }

    /**
     * Returns the log of nothing.
     *
     * @param <K> the type of the keys of customers
     * @return the log
     */
    public static <K> PurchaseLog<K> empty() {
        return new PurchaseLog<>(ActivityLog.empty(), null, Map.of());
    }

    /**
     * Returns the log of purchases.
     *
     * @param purchases the purchases and refunds, in any order
     * @param <K> the type of the keys of customers
     * @return the log
     * @throws IllegalArgumentException if two have different units of money
     */
    public static <K> PurchaseLog<K> of(Collection<Purchase<K>> purchases) {
        PurchaseBuffer<K> buffer = new PurchaseBuffer<>();
        purchases.forEach(buffer::add);
        return buffer.toLog();
    }

    /**
     * Returns activities as purchases in {@link MoneyUnit#CENTS} of no named currency.
     *
     * @param activities who bought what and when, refunds negative
     * @param <K> the type of the keys of customers
     * @return the log
     */
    public static <K> PurchaseLog<K> from(ActivityLog<K> activities) {
        return from(activities, MoneyUnit.CENTS);
    }

    /**
     * Returns activities as purchases.
     *
     * @param activities who bought what and when, refunds negative
     * @param unit what the amounts are
     * @param <K> the type of the keys of customers
     * @return the log
     */
    public static <K> PurchaseLog<K> from(ActivityLog<K> activities, MoneyUnit unit) {
        return new PurchaseLog<>(activities, requireNonNull(unit, "unit"), Map.of());
    }

    /**
     * Returns an aggregation that folds purchases into a log.
     *
     * @param <K> the type of the keys of customers
     * @return the aggregation
     */
    public static <K> Aggregation<Purchase<K>, PurchaseBuffer<K>, PurchaseLog<K>> aggregation() {
        return new PurchaseAggregation<>();
    }

    /**
     * Returns a collector of purchases.
     *
     * @param <K> the type of the keys of customers
     * @return the collector
     */
    public static <K> Collector<Purchase<K>, ?, PurchaseLog<K>> toPurchaseLog() {
        return PurchaseLog.<K>aggregation().toCollector();
    }

    /**
     * Returns a collector of one purchase of each element.
     *
     * @param customer gives who bought
     * @param at gives when
     * @param amount gives what it was worth in minor units, negative for a refund
     * @param unit what all amounts are
     * @param <T> the type of the elements
     * @param <K> the type of the keys of customers
     * @return the collector
     */
    public static <T, K> Collector<T, ?, PurchaseLog<K>> toPurchaseLog(
            Function<? super T, ? extends K> customer,
            Function<? super T, Instant> at,
            ToLongFunction<? super T> amount,
            MoneyUnit unit) {
        requireNonNull(customer, "customer");
        requireNonNull(at, "at");
        requireNonNull(amount, "amount");
        requireNonNull(unit, "unit");
        return Collector.of(
                PurchaseBuffer<K>::new,
                (buffer, element) ->
                        buffer.add(customer.apply(element), at.apply(element), amount.applyAsLong(element), unit),
                PurchaseBuffer::addAll,
                PurchaseBuffer::toLog);
    }

    /**
     * Returns what the amounts are.
     *
     * @return the unit; null without purchases
     */
    public @Nullable MoneyUnit unit() {
        return unit;
    }

    /**
     * Returns the purchases and refunds as activities, to count active customers and cohorts of them.
     *
     * @return the activities, whose amounts are in minor units
     */
    public ActivityLog<K> activities() {
        return activities;
    }

    /**
     * Returns how many purchases and refunds there are.
     *
     * @return the count, without rows that were left out
     */
    public long count() {
        return activities.count();
    }

    /**
     * Returns how many rows were no purchase, by reason.
     *
     * @return an unmodifiable map in the order of the reasons, of those that occurred
     */
    public Map<PurchaseFlaw, Long> leftOut() {
        return Collections.unmodifiableMap(leftOut);
    }

    /**
     * Returns how many rows were left out for one reason.
     *
     * @param flaw the reason
     * @return the count
     */
    public long leftOut(PurchaseFlaw flaw) {
        return leftOut.getOrDefault(flaw, 0L);
    }

    @Override
    public PurchaseLog<K> plus(PurchaseLog<K> other) {
        MoneyUnit joined = MoneyUnit.joined(unit, other.unit);
        EnumMap<PurchaseFlaw, Long> both = new EnumMap<>(leftOut);
        other.leftOut.forEach((flaw, count) -> both.merge(flaw, count, Math::addExact));
        return new PurchaseLog<>(activities.plus(other.activities), joined, both);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PurchaseLog<?> that
                && activities.equals(that.activities)
                && Objects.equals(unit, that.unit)
                && leftOut.equals(that.leftOut);
    }

    @Override
    public int hashCode() {
        return Objects.hash(activities, unit, leftOut);
    }

    /**
     * Returns the counts, the unit and what was left out.
     *
     * @return such as {@code PurchaseLog[3 purchases of 2 customers, EUR, left out {NO_AMOUNT=1}]}
     */
    @Override
    public String toString() {
        return "PurchaseLog[" + count() + " purchases of " + activities.actors() + " customers"
                + (unit == null ? "" : ", " + unit) + (leftOut.isEmpty() ? "" : ", left out " + leftOut) + "]";
    }

    private record PurchaseAggregation<K>() implements Aggregation<Purchase<K>, PurchaseBuffer<K>, PurchaseLog<K>> {

        @Override
        public PurchaseBuffer<K> zero() {
            return new PurchaseBuffer<>();
        }

        @Override
        public PurchaseBuffer<K> add(PurchaseBuffer<K> state, Purchase<K> purchase) {
            state.add(purchase);
            return state;
        }

        @Override
        public PurchaseBuffer<K> merge(PurchaseBuffer<K> left, PurchaseBuffer<K> right) {
            return left.addAll(right);
        }

        @Override
        public PurchaseLog<K> finish(PurchaseBuffer<K> state) {
            return state.toLog();
        }
    }
}

package io.cxmetrics.retention.revenue;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.Summary;
import java.io.Serializable;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collector;

/**
 * The recurring revenue of each customer in each month: the summary that knows who pays more, less, no more, or again.
 *
 * <p><b>Amounts</b> are whole minor units of one currency. A customer and month without a row pays nothing and is not there; rows
 * of the same customer and month add up. {@link io.cxmetrics.retention.subscription.SubscriptionLedger#recurringRevenue SubscriptionLedger.recurringRevenue} spreads yearly plans over their months;
 * snapshots of a billing system should come spread.
 *
 * <p><b>Movements</b> compare two months directly, whatever lay between: those of the trailing twelve months are
 * {@code movements(month.minusMonths(12), month)}, in which one who left and came back has stayed. One who came is reactivated if
 * they paid in any month of the ledger before, and new otherwise; a ledger that starts late takes old customers for new.
 *
 * <p><b>Free and paused.</b> Amount 0 is a free plan, {@link FreePlan} says what it means. A paused customer is one with amount 0
 * if nothing is paid meanwhile; with the amount they had if a pause should not show.
 *
 * <p><b>Adding.</b> Ledgers add up under any split of the rows, also one that parts the rows of a customer.
 *
 * <p>Immutable and thread-safe. Serializable if the keys are. A question passes over all customers.
 *
 * <pre>{@code
 * YearMonth may = YearMonth.of(2026, 5);
 * RevenueLedger<String> ledger = RevenueLedger.of(List.of(
 *         MonthlyRevenue.of("ann", may, 3000), MonthlyRevenue.of("ann", may.plusMonths(1), 5000),
 *         MonthlyRevenue.of("bob", may, 2000), MonthlyRevenue.of("bob", may.plusMonths(1), 0),
 *         MonthlyRevenue.of("cid", may.plusMonths(1), 4000)));
 * RecurringRevenue june = ledger.movements(may, may.plusMonths(1));
 * june.closing(); // 9000 of 2
 * june.grossRevenueRetention(); // 0.6
 * june.netRevenueRetention(); // 1.0
 * june.logoChurn(); // 1 of 2 (0.5)
 * ledger.movements(may, may.plusMonths(1), FreePlan.CONTRACTION).contraction(); // 2000 of 1
 * }</pre>
 *
 * @param <K> the type of the keys of customers
 */
public final class RevenueLedger<K> implements Summary<RevenueLedger<K>> {

    private static final long serialVersionUID = 1;

    private final Map<K, RevenueAccount> accounts;

    RevenueLedger(Map<K, RevenueAccount> accounts) {
        this.accounts = accounts;
    }

    /**
     * Returns the ledger of no revenue.
     *
     * @param <K> the type of the keys
     * @return the ledger
     */
    public static <K> RevenueLedger<K> empty() {
        return new RevenueLedger<>(Map.of());
    }

    /**
     * Returns the ledger of rows.
     *
     * @param rows what customers pay in months, in any order
     * @param <K> the type of the keys
     * @return the ledger
     */
    public static <K> RevenueLedger<K> of(Collection<MonthlyRevenue<K>> rows) {
        return rows.stream().collect(toRevenueLedger());
    }

    /**
     * Returns how rows become a ledger, for streams and engines.
     *
     * @param <K> the type of the keys
     * @return the aggregation
     */
    public static <K> Aggregation<MonthlyRevenue<K>, ?, RevenueLedger<K>> aggregation() {
        return new Gather<>();
    }

    /**
     * Returns a collector of rows.
     *
     * @param <K> the type of the keys
     * @return the collector
     */
    public static <K> Collector<MonthlyRevenue<K>, ?, RevenueLedger<K>> toRevenueLedger() {
        return RevenueLedger.<K>aggregation().toCollector();
    }

    static long number(YearMonth month) {
        return month.getLong(ChronoField.PROLEPTIC_MONTH);
    }

    private static YearMonth month(long number) {
        return YearMonth.of(Math.toIntExact(Math.floorDiv(number, 12L)), Math.floorMod(number, 12) + 1);
    }

    /**
     * Returns the months that any row is of. One that is missing between others is a month without revenue, or a snapshot that
     * was not taken.
     *
     * @return an unmodifiable set, ascending
     */
    public NavigableSet<YearMonth> months() {
        NavigableSet<YearMonth> months = new TreeSet<>();
        accounts.values().stream()
                .flatMapToLong(account -> Arrays.stream(account.months()))
                .distinct()
                .forEach(number -> months.add(month(number)));
        return Collections.unmodifiableNavigableSet(months);
    }

    /**
     * Returns how many customers there are, those of amount 0 included.
     *
     * @return the count
     */
    public long customers() {
        return accounts.size();
    }

    /**
     * Returns the recurring revenue of a month.
     *
     * @param month the month
     * @return the sum, and how many customers pay
     */
    public RevenueFlow revenue(YearMonth month) {
        long number = number(month);
        return accounts.values().stream()
                .mapToLong(account -> account.amount(number))
                .filter(amount -> amount > 0)
                .mapToObj(amount -> new RevenueFlow(amount, 1))
                .reduce(RevenueFlow.EMPTY, RevenueFlow::plus);
    }

    /**
     * Returns the movements between two months, where one who goes on with a free plan leaves.
     *
     * @param from the month whose revenue is the opening
     * @param to the month whose revenue is the closing, after it
     * @return the movements; without customers in both months all is 0
     * @throws IllegalArgumentException if the second month is not after the first
     */
    public RecurringRevenue movements(YearMonth from, YearMonth to) {
        return movements(from, to, FreePlan.CHURN);
    }

    /**
     * Returns the movements between two months.
     *
     * @param from the month whose revenue is the opening
     * @param to the month whose revenue is the closing, after it
     * @param rule what going on with a free plan means
     * @return the movements; without customers in both months all is 0
     * @throws IllegalArgumentException if the second month is not after the first
     */
    public RecurringRevenue movements(YearMonth from, YearMonth to, FreePlan rule) {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("to must be after from (" + from + "), got " + to);
        }
        requireNonNull(rule, "rule");
        long start = number(from);
        long end = number(to);
        Movement sum = new Movement();
        for (RevenueAccount account : accounts.values()) {
            sum.add(
                    account.isCustomer(start, rule),
                    account.amount(start),
                    account.isCustomer(end, rule),
                    account.amount(end),
                    account.paidBy(start));
        }
        return sum.finish();
    }

    /**
     * Returns the movements of every month but the first, of which nobody knows what came before.
     *
     * @param rule what going on with a free plan means
     * @return an unmodifiable map from the second month to the last without a gap, ascending, by the month that closes
     */
    public SortedMap<YearMonth, RecurringRevenue> monthly(FreePlan rule) {
        SortedMap<YearMonth, RecurringRevenue> movements = new TreeMap<>();
        NavigableSet<YearMonth> months = months();
        if (!months.isEmpty()) {
            for (YearMonth from = months.first(); from.isBefore(months.last()); from = from.plusMonths(1)) {
                YearMonth to = from.plusMonths(1);
                movements.put(to, movements(from, to, rule));
            }
        }
        return Collections.unmodifiableSortedMap(movements);
    }

    @Override
    public RevenueLedger<K> plus(RevenueLedger<K> other) {
        Map<K, RevenueAccount> joined = new HashMap<>(accounts);
        other.accounts.forEach((customer, account) -> joined.merge(customer, account, RevenueAccount::plus));
        return new RevenueLedger<>(joined);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RevenueLedger<?> that && accounts.equals(that.accounts);
    }

    @Override
    public int hashCode() {
        return accounts.hashCode();
    }

    /**
     * Returns how many customers there are, and in which months.
     *
     * @return such as {@code RevenueLedger[3 customers from 2026-05 to 2026-06]}, or {@code RevenueLedger[no customers]}
     */
    @Override
    public String toString() {
        NavigableSet<YearMonth> months = months();
        return months.isEmpty()
                ? "RevenueLedger[no customers]"
                : "RevenueLedger[" + customers() + " customers from " + months.first() + " to " + months.last() + "]";
    }

    /** The ledger while it grows. */
    private static final class Buffer<K> implements Serializable {
        private static final long serialVersionUID = 1;

        private final Map<K, TreeMap<Long, Long>> amounts = new HashMap<>();

        void add(K customer, long month, long amount) {
            amounts.computeIfAbsent(customer, key -> new TreeMap<>()).merge(month, amount, Math::addExact);
        }
    }

    private record Gather<K>() implements Aggregation<MonthlyRevenue<K>, Buffer<K>, RevenueLedger<K>> {

        @Override
        public Buffer<K> zero() {
            return new Buffer<>();
        }

        @Override
        public Buffer<K> add(Buffer<K> state, MonthlyRevenue<K> row) {
            state.add(row.customer(), number(row.month()), row.amount());
            return state;
        }

        @Override
        public Buffer<K> merge(Buffer<K> left, Buffer<K> right) {
            right.amounts.forEach(
                    (customer, byMonth) -> byMonth.forEach((month, amount) -> left.add(customer, month, amount)));
            return left;
        }

        @Override
        public RevenueLedger<K> finish(Buffer<K> state) {
            Map<K, RevenueAccount> accounts = new HashMap<>();
            state.amounts.forEach((customer, byMonth) -> accounts.put(customer, new RevenueAccount(byMonth)));
            return new RevenueLedger<>(accounts);
        }
    }
}

package io.cxmetrics.retention.revenue;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import io.cxmetrics.Aggregation;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.StoredMoney;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * The recurring revenue of each customer in each month, in one unit of money: the summary that knows who pays more,
 * less, no more, or again.
 *
 * <p><b>Amounts.</b> Lines of the same customer and month add up. A customer and month without a line pays nothing and
 * is not there. A bill for several months must be spread first: {@link #ofInvoices} spreads invoices over their service
 * periods, and
 * {@link io.cxmetrics.retention.subscription.SubscriptionLedger#recurringRevenue SubscriptionLedger.recurringRevenue}
 * does so for subscriptions. Inside, amounts are exact fractions of minor units, so that 10,000 plans of 5.00 a year
 * are 4,166.67 a month.
 *
 * <p><b>Credits.</b> A negative line lowers its month. A month that credits take to 0 or below is a month of a customer
 * who is there and pays nothing: no departure. What credits exceed a month by is in no movement; {@link #excessCredits}
 * says how much that is.
 *
 * <p><b>Movements</b> compare two months directly, whatever lay between: those of the trailing twelve months are
 * {@code movements(month.minusMonths(12), month)}, in which one who left and came back has stayed. A customer who came
 * is reactivated if anything was billed to them in an earlier month of the ledger, and new otherwise; a ledger that
 * starts late takes old customers for new.
 *
 * <p><b>Free and paused.</b> A month whose lines are all 0 is a free plan; {@link FreePlan} says what it means. A
 * paused customer is one with amount 0 if nothing is paid meanwhile; with the amount they had if a pause should not
 * show.
 *
 * <p><b>Left out.</b> {@link RevenueScreening} names customers of whom a line could not be used: their other lines
 * count as {@linkplain #revenue revenue}, and in what months open and close with, but they are in no movement.
 *
 * <p><b>Adding.</b> Ledgers add up under any split of the lines, also one that parts the lines of a customer.
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
 * june.closing(); // 90.0 of 2
 * june.grossRevenueRetention(); // 0.6
 * june.netRevenueRetention(); // 1.0
 * june.logoChurn(); // 1 of 2 (0.5)
 * ledger.movements(may, may.plusMonths(1), FreePlan.CONTRACTION).contraction(); // 20.0 of 1
 * }</pre>
 *
 * @param <K> the type of the keys of customers
 * @since 0.1
 */
public final class RevenueLedger<K> implements Summary<RevenueLedger<K>> {

    private static final long serialVersionUID = 1;

    /** More months than that come from a mistyped year. */
    private static final int MOST_MONTHS = 10_000;

    private final @Nullable MoneyUnit unit;
    private final long parts;
    private final Map<K, RevenueAccount> accounts;
    private final Set<K> unclear;

    private RevenueLedger(@Nullable MoneyUnit unit, long parts, Map<K, RevenueAccount> accounts, Set<K> unclear) {
        this.unit = unit;
        this.parts = parts;
        this.accounts = accounts;
        this.unclear = unclear;
    }

    /** The ledger of accounts in so many parts of a minor unit, in the fewest parts that hold them. */
    static <K> RevenueLedger<K> ofParts(
            @Nullable MoneyUnit unit, long parts, Map<K, RevenueAccount> accounts, Set<K> unclear) {
        long common = parts;
        for (RevenueAccount account : accounts.values()) {
            common = account.commonDivisor(common);
        }
        return new RevenueLedger<>(unit, parts / common, divided(accounts, common), unclear);
    }

    private static <K> Map<K, RevenueAccount> divided(Map<K, RevenueAccount> accounts, long divisor) {
        if (divisor == 1) {
            return accounts;
        }
        Map<K, RevenueAccount> divided = new HashMap<>();
        accounts.forEach((customer, account) -> divided.put(customer, account.divided(divisor)));
        return divided;
    }

    /**
     * Returns the ledger of no revenue.
     *
     * @param <K> the type of the keys
     * @return the ledger
     */
    public static <K> RevenueLedger<K> empty() {
        return new RevenueLedger<>(null, 1, Map.of(), Set.of());
    }

    /**
     * Returns the ledger of lines.
     *
     * @param lines what customers pay in months, in any order
     * @param <K> the type of the keys
     * @return the ledger
     * @throws IllegalArgumentException if the amounts are in several units of money
     */
    public static <K> RevenueLedger<K> of(Collection<MonthlyRevenue<K>> lines) {
        return lines.stream().collect(toRevenueLedger());
    }

    /**
     * Returns the ledger of invoices, each spread over the months of its service period.
     *
     * @param invoices the invoices and credit notes, in any order
     * @param day the day of the month that decides whether the month is one of a service period
     * @param <K> the type of the keys
     * @return the ledger
     * @throws IllegalArgumentException if the amounts are in several units of money
     */
    public static <K> RevenueLedger<K> ofInvoices(Collection<Invoice<K>> invoices, SnapshotDay day) {
        return invoices.stream()
                .flatMap(invoice -> invoice.monthly(day).stream())
                .collect(toRevenueLedger());
    }

    /**
     * Folds lines into a ledger, for streams and engines.
     *
     * @param <K> the type of the keys
     * @return the aggregation, which refuses a second unit of money
     */
    public static <K> Aggregation<MonthlyRevenue<K>, ?, RevenueLedger<K>> aggregation() {
        return new RevenueAggregation<>();
    }

    /**
     * Returns a collector of lines.
     *
     * @param <K> the type of the keys
     * @return the collector
     */
    public static <K> Collector<MonthlyRevenue<K>, ?, RevenueLedger<K>> toRevenueLedger() {
        return RevenueLedger.<K>aggregation().toCollector();
    }

    /**
     * Returns this ledger without movements of customers of whom a line is missing, which would look like a departure.
     *
     * @param customers the customers; their lines still count as revenue
     * @return the ledger
     */
    public RevenueLedger<K> withoutMovementsOf(Set<? extends K> customers) {
        Set<K> all = new HashSet<>(unclear);
        all.addAll(customers);
        return new RevenueLedger<>(unit, parts, accounts, ImmutableSet.copyOf(all));
    }

    static long number(YearMonth month) {
        return month.getLong(ChronoField.PROLEPTIC_MONTH);
    }

    private static YearMonth month(long number) {
        return YearMonth.of(Math.toIntExact(Math.floorDiv(number, 12L)), Math.floorMod(number, 12) + 1);
    }

    /**
     * Returns the months that any line is of. One that is missing between others is a month without revenue, or a
     * snapshot that was not taken.
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
     * Returns how many customers there are, those of amount 0 included.
     *
     * @return the count
     */
    public long count() {
        return customers();
    }

    /**
     * Returns how many customers are in no movement, since a line of theirs could not be used.
     *
     * @return the count
     */
    public long leftOut() {
        return unclear.size();
    }

    /**
     * Returns the unit of all amounts.
     *
     * @return the unit; null without amounts
     */
    public @Nullable MoneyUnit unit() {
        return unit;
    }

    /**
     * Returns the recurring revenue of a month.
     *
     * @param month the month
     * @return the sum, and how many customers are billed
     */
    public RevenueFlow revenue(YearMonth month) {
        long number = number(month);
        return sum(account -> account.isCustomer(number, FreePlan.CHURN), account -> account.amount(number));
    }

    /**
     * Returns by how much credits exceed what was billed in a month.
     *
     * @param month the month
     * @return the sum over the customers whose month is below 0, and how many these are
     */
    public RevenueFlow excessCredits(YearMonth month) {
        long number = number(month);
        return sum(account -> account.net(number) < 0, account -> -account.net(number));
    }

    private RevenueFlow sum(Predicate<RevenueAccount> counts, ToLongFunction<RevenueAccount> amount) {
        long sum = 0;
        long customers = 0;
        for (RevenueAccount account : accounts.values()) {
            if (counts.test(account)) {
                sum = Math.addExact(sum, amount.applyAsLong(account));
                customers++;
            }
        }
        return RevenueFlow.ofParts(sum, parts, customers, sum == 0 ? null : unit);
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
        return between(from, to, rule);
    }

    private RecurringRevenue between(YearMonth from, YearMonth to, FreePlan rule) {
        long start = number(from);
        long end = number(to);
        MovementBuffer sum = new MovementBuffer(unit, parts);
        accounts.forEach((customer, account) -> {
            boolean atStart = account.isCustomer(start, rule);
            boolean atEnd = account.isCustomer(end, rule);
            if (unclear.contains(customer)) {
                sum.leaveOut(atStart, account.amount(start), atEnd, account.amount(end));
            } else {
                sum.add(atStart, account.amount(start), atEnd, account.amount(end), account.billedBy(start));
            }
        });
        sum.leaveOut(unclear.size());
        return sum.finish();
    }

    /**
     * Returns the movements of each month of a span.
     *
     * <p>The span comes from the question: all groups of one report are asked for the same months, so that a group
     * without rows in the last months has churned, and groups add up to all.
     *
     * @param first the month whose revenue is the first opening
     * @param last the last month that closes
     * @param rule what going on with a free plan means
     * @return an unmodifiable map from the month after the first to the last without a gap, by the month that closes
     * @throws IllegalArgumentException if the last month is before the first, or there are more than 10,000
     */
    public SortedMap<YearMonth, RecurringRevenue> monthly(YearMonth first, YearMonth last, FreePlan rule) {
        requireNonNull(rule, "rule");
        long length = ChronoUnit.MONTHS.between(first, last);
        if (length < 0) {
            throw new IllegalArgumentException("last must not be before first (" + first + "), got " + last);
        }
        if (length >= MOST_MONTHS) {
            throw new IllegalArgumentException(
                    "last must be within " + MOST_MONTHS + " months of first (" + first + "), got " + last);
        }
        SortedMap<YearMonth, RecurringRevenue> movements = new TreeMap<>();
        for (YearMonth from = first; from.isBefore(last); from = from.plusMonths(1)) {
            movements.put(from.plusMonths(1), between(from, from.plusMonths(1), rule));
        }
        return Collections.unmodifiableSortedMap(movements);
    }

    /**
     * Returns the bridge over several months: from what the first opens with over all movements to what the last closes
     * with.
     *
     * @param first the month whose revenue is the opening
     * @param last the month whose revenue is the closing
     * @param rule what going on with a free plan means
     * @return the bridge; without movements where both months are the same
     * @throws IllegalArgumentException if the last month is before the first, or there are more than 10,000
     */
    public RevenueBridge bridge(YearMonth first, YearMonth last, FreePlan rule) {
        return new RevenueBridge(first, last, monthly(first, last, rule), between(first, last, rule));
    }

    /**
     * Returns the ledger of both together.
     *
     * @param other more lines, of the same customers or of others
     * @return the sum
     * @throws IllegalArgumentException if the amounts of both are in different units of money
     */
    @Override
    public RevenueLedger<K> plus(RevenueLedger<K> other) {
        long common = Parts.joined(parts, other.parts);
        Map<K, RevenueAccount> joined = new HashMap<>();
        accounts.forEach((customer, account) -> joined.put(customer, account.scaled(common / parts)));
        other.accounts.forEach((customer, account) ->
                joined.merge(customer, account.scaled(common / other.parts), RevenueAccount::plus));
        Set<K> all = new HashSet<>(unclear);
        all.addAll(other.unclear);
        return ofParts(MoneyUnit.joined(unit, other.unit), common, joined, ImmutableSet.copyOf(all));
    }

    @Override
    public StoredForm storedForm() {
        return StoredMoney.with(
                RevenueAccount.stored(StoredForm.of("RevenueLedger", 1), accounts)
                        .with("parts", parts)
                        .withKeys("unclear", unclear),
                unit);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @param <K> the type of the keys
     * @return the ledger
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static <K> RevenueLedger<K> ofStored(StoredForm form) {
        StoredFields fields = form.expect(
                "RevenueLedger", 1, "customers", "counts", "months", "amounts", "billed", "parts", "unclear", "unit");
        long parts = fields.whole("parts");
        if (parts < 1) {
            throw new IllegalArgumentException("parts must be positive, got " + parts);
        }
        MoneyUnit unit = StoredMoney.of(fields);
        StoredMoney.require(unit, fields.wholes("amounts"));
        Map<K, RevenueAccount> accounts = RevenueAccount.ofStored(fields);
        return ofParts(unit, parts, accounts, ImmutableSet.copyOf(fields.<K>distinctKeys("unclear")));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RevenueLedger<?> that
                && Objects.equals(unit, that.unit)
                && parts == that.parts
                && accounts.equals(that.accounts)
                && unclear.equals(that.unclear);
    }

    @Override
    public int hashCode() {
        return Objects.hash(unit, parts, accounts, unclear);
    }

    /**
     * Returns how many customers there are, and in which months.
     *
     * @return such as {@code RevenueLedger[3 customers from 2026-05 to 2026-06]}, or
     *     {@code RevenueLedger[no customers]}
     */
    @Override
    public String toString() {
        NavigableSet<YearMonth> months = months();
        return months.isEmpty()
                ? "RevenueLedger[no customers]"
                : "RevenueLedger[" + customers() + " customers from " + months.first() + " to " + months.last() + "]";
    }
}

package io.cxmetrics.retention.subscription;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import io.cxmetrics.Aggregation;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.StoredMoney;
import io.cxmetrics.retention.revenue.RevenueLedger;
import io.cxmetrics.retention.revenue.SnapshotDay;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.time.CalendarPeriod;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The subscriptions of all customers, with days and prices in one unit of money: the summary that knows who left when,
 * who came back, and who could have left.
 *
 * <p><b>Days.</b> A subscription runs from its start until before its end. In a period [from, to) those joined who
 * started in it, and those left whose end, the first day without it, lies in it. At its start there are the customers
 * of the day before from, and at its end those of the day before to, so that the end of one month is the start of the
 * next.
 *
 * <p><b>Gaps.</b> A gap between two subscriptions of a customer of up to {@code graceDays} days is no churn, such as a
 * renewal that is late; the customer counts as there all the time. Only what is in the ledger can close a gap: a
 * customer who left shortly before the data end counts as lost.
 *
 * <p><b>Who could have left.</b> Every customer who had a rolling subscription in the period, and every customer of
 * whose terms one ended in it. A customer who left before the end of a term could, as they did. With several
 * subscriptions at once, all must let go on the same day.
 *
 * <p><b>Strict.</b> What cannot be is refused with its customer: an end not after the start, a negative price or term,
 * a term shorter than the time between bills, two units of money, and subscriptions of a customer that overlap where
 * {@link Overlap#REFUSE} holds. Parts that were built apart are checked when they are added.
 * {@link SubscriptionScreening} is the lenient way.
 *
 * <p><b>Left out.</b> Where a screening left out a row of a customer, nobody knows whether the customer left. Such a
 * customer is in no churn, tenure and movement of revenue; {@link #leftOut()} counts them. Their other rows still count
 * as {@linkplain #customersOn customers of a day} and as revenue.
 *
 * <p>Immutable and thread-safe. Serializable if the keys are. It keeps every subscription; a question passes over all
 * of them.
 *
 * <pre>{@code
 * LocalDate january = LocalDate.of(2026, 1, 1);
 * LocalDate march = LocalDate.of(2026, 3, 1);
 * SubscriptionLedger<String> ledger = SubscriptionLedger.of(List.of(
 *         Subscription.of("ann", january, null),
 *         Subscription.of("bob", january, LocalDate.of(2026, 3, 10)),
 *         Subscription.of("cid", january, null).inTermsOf(12)));
 * LogoChurn churn = ledger.churn(march, march.plusMonths(1));
 * churn.churn(); // 1 of 3 (0.3333333333333333)
 * churn.eligibleChurn(); // 1 of 2 (0.5)
 * churn.customerDays(); // 71
 * ledger.customersOn(march).size(); // 3
 * }</pre>
 *
 * @param <K> the type of the keys of customers
 * @since 0.1
 */
public final class SubscriptionLedger<K> implements Summary<SubscriptionLedger<K>> {

    private static final long serialVersionUID = 1;

    /** More periods than that come from a mistyped year. */
    private static final int MOST_PERIODS = 10_000;

    private final Overlap overlap;
    private final @Nullable MoneyUnit unit;
    private final Map<K, Contracts<K>> contracts;
    private final Set<K> unclear;

    SubscriptionLedger(Overlap overlap, @Nullable MoneyUnit unit, Map<K, Contracts<K>> contracts, Set<K> unclear) {
        this.overlap = overlap;
        this.unit = unit;
        this.contracts = contracts;
        this.unclear = unclear;
        if (overlap == Overlap.REFUSE) {
            contracts.values().forEach(Contracts::requireNoOverlap);
        }
    }

    /**
     * Returns the ledger of no subscriptions.
     *
     * @param overlap whether those of one customer may overlap
     * @param <K> the type of the keys
     * @return the ledger
     */
    public static <K> SubscriptionLedger<K> empty(Overlap overlap) {
        return new SubscriptionLedger<>(requireNonNull(overlap, "overlap"), null, Map.of(), Set.of());
    }

    /**
     * Returns the ledger of subscriptions, of which none of one customer overlap.
     *
     * @param subscriptions the subscriptions, in any order
     * @param <K> the type of the keys
     * @return the ledger
     * @throws IllegalArgumentException if a subscription cannot be, two units of money meet, or two of a customer
     *     overlap
     */
    public static <K> SubscriptionLedger<K> of(Collection<Subscription<K>> subscriptions) {
        return of(subscriptions, Overlap.REFUSE);
    }

    /**
     * Returns the ledger of subscriptions.
     *
     * @param subscriptions the subscriptions, in any order
     * @param overlap whether those of one customer may overlap
     * @param <K> the type of the keys
     * @return the ledger
     * @throws IllegalArgumentException if a subscription cannot be, two units of money meet, or two overlap that may
     *     not
     */
    public static <K> SubscriptionLedger<K> of(Collection<Subscription<K>> subscriptions, Overlap overlap) {
        return subscriptions.stream().collect(toSubscriptionLedger(overlap));
    }

    /**
     * Folds subscriptions into a ledger, for streams and engines.
     *
     * @param overlap whether those of one customer may overlap
     * @param <K> the type of the keys
     * @return the aggregation, which refuses what {@link #of(Collection, Overlap)} refuses
     */
    public static <K> Aggregation<Subscription<K>, ?, SubscriptionLedger<K>> aggregation(Overlap overlap) {
        return new SubscriptionAggregation<>(requireNonNull(overlap, "overlap"));
    }

    /**
     * Returns a collector of subscriptions.
     *
     * @param overlap whether those of one customer may overlap
     * @param <K> the type of the keys
     * @return the collector, which refuses what {@link #of(Collection, Overlap)} refuses
     */
    public static <K> Collector<Subscription<K>, ?, SubscriptionLedger<K>> toSubscriptionLedger(Overlap overlap) {
        return SubscriptionLedger.<K>aggregation(overlap).toCollector();
    }

    /**
     * Returns how many subscriptions there are.
     *
     * @return the count
     */
    public long count() {
        return contracts.values().stream().mapToLong(of -> of.sorted().size()).sum();
    }

    /**
     * Returns how many customers there are who ever had a subscription.
     *
     * @return the count
     */
    public long customers() {
        return contracts.size();
    }

    /**
     * Returns how many customers are in no answer about leaving, since a row of theirs could not be used.
     *
     * @return the count
     */
    public long leftOut() {
        return unclear.size();
    }

    /**
     * Returns the unit of all prices.
     *
     * @return the unit; null where subscriptions have no price
     */
    public @Nullable MoneyUnit unit() {
        return unit;
    }

    /**
     * Returns this ledger without answers about the leaving of customers of whom a row is missing.
     *
     * @param customers the customers; their rows still count as customers of a day and as revenue
     * @return the ledger
     */
    public SubscriptionLedger<K> withoutChurnOf(Set<? extends K> customers) {
        Set<K> all = new HashSet<>(unclear);
        all.addAll(customers);
        return new SubscriptionLedger<>(overlap, unit, contracts, ImmutableSet.copyOf(all));
    }

    private Stream<Contracts<K>> clear() {
        return unclear.isEmpty()
                ? contracts.values().stream()
                : contracts.entrySet().stream()
                        .filter(entry -> !unclear.contains(entry.getKey()))
                        .map(Map.Entry::getValue);
    }

    /**
     * Returns the customers with a subscription on a day.
     *
     * @param day the day
     * @return an unmodifiable set
     */
    public Set<K> customersOn(LocalDate day) {
        requireNonNull(day, "day");
        return contracts.entrySet().stream()
                .filter(entry ->
                        entry.getValue().sorted().stream().anyMatch(subscription -> subscription.activeOn(day)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns the customers who stayed, left, joined and came back in a period, where every gap is churn.
     *
     * @param fromInclusive the first day
     * @param toExclusive the day after the last
     * @return the flows
     * @throws IllegalArgumentException if the period has no days
     */
    public LogoChurn churn(LocalDate fromInclusive, LocalDate toExclusive) {
        return churn(fromInclusive, toExclusive, 0);
    }

    /**
     * Returns the customers who stayed, left, joined and came back in a period.
     *
     * @param fromInclusive the first day
     * @param toExclusive the day after the last
     * @param graceDays a gap of up to so many days is no churn, not negative
     * @return the flows
     * @throws IllegalArgumentException if the period has no days, or the grace is negative
     */
    public LogoChurn churn(LocalDate fromInclusive, LocalDate toExclusive, int graceDays) {
        if (!toExclusive.isAfter(fromInclusive)) {
            throw new IllegalArgumentException(
                    "toExclusive must be after fromInclusive (" + fromInclusive + "), got " + toExclusive);
        }
        Checks.notNegative("graceDays", (long) graceDays);
        ChurnBuffer flows = new ChurnBuffer(fromInclusive.toEpochDay(), toExclusive.toEpochDay());
        clear().forEach(customer -> flows.add(customer, customer.stays(graceDays)));
        return flows.finish(unclear.size());
    }

    /**
     * Returns the customers who stayed, left, joined and came back in each calendar period.
     *
     * @param period the length of the periods
     * @param graceDays a gap of up to so many days is no churn, not negative
     * @param from a day in the first period
     * @param observedThrough the last day that is known; a period that ends later is left out
     * @return an unmodifiable map by the first day of the period, ascending, without a gap; the periods come from the
     *     question, so that groups asked the same have the same
     * @throws IllegalArgumentException if there are more than 10,000 periods, or the grace is negative
     */
    public SortedMap<LocalDate, LogoChurn> churnByPeriod(
            CalendarPeriod period, int graceDays, LocalDate from, LocalDate observedThrough) {
        Checks.notNegative("graceDays", (long) graceDays);
        List<ChurnBuffer> flows = new ArrayList<>();
        LocalDate start = period.start(from);
        while (!period.next(start).minusDays(1).isAfter(observedThrough)) {
            if (flows.size() == MOST_PERIODS) {
                throw new IllegalArgumentException("period must give at most " + MOST_PERIODS + " periods, got "
                        + period + " from " + from + " through " + observedThrough);
            }
            LocalDate next = period.next(start);
            flows.add(new ChurnBuffer(start.toEpochDay(), next.toEpochDay()));
            start = next;
        }
        clear().forEach(customer -> add(customer, customer.stays(graceDays), flows));
        SortedMap<LocalDate, LogoChurn> periods = new TreeMap<>();
        flows.forEach(flow -> periods.put(LocalDate.ofEpochDay(flow.from()), flow.finish(unclear.size())));
        return Collections.unmodifiableSortedMap(periods);
    }

    /** Adds a customer to the periods from the one in which they came to the one after they left. */
    private static void add(Contracts<?> customer, List<Contracts.Stay> stays, List<ChurnBuffer> flows) {
        long came = stays.get(0).start();
        long left = stays.get(stays.size() - 1).end();
        int at = 0;
        for (int above = flows.size(); at < above; ) {
            int middle = (at + above) >>> 1;
            if (flows.get(middle).to() > came) {
                above = middle;
            } else {
                at = middle + 1;
            }
        }
        for (; at < flows.size() && flows.get(at).from() <= left; at++) {
            flows.get(at).add(customer, stays);
        }
    }

    /**
     * Returns how long customers stayed; those who are still there are censored.
     *
     * <p>A tenure is the number of whole {@linkplain Subscription#billedPeriods billed periods}. A customer who started
     * after the last known day is left out. What comes after that day is not known, and closes no gap.
     *
     * @param period the unit of the tenures
     * @param rule which stays count of a customer who came back
     * @param graceDays a gap of up to so many days ends no stay, not negative
     * @param observedThrough the last day that is known: a customer whose first day without a subscription it is has
     *     left
     * @return one time for each stay
     * @throws IllegalArgumentException if the grace is negative
     */
    public EventTimes tenures(CalendarPeriod period, StayRule rule, int graceDays, LocalDate observedThrough) {
        requireNonNull(period, "period");
        requireNonNull(rule, "rule");
        Checks.notNegative("graceDays", (long) graceDays);
        long last = observedThrough.toEpochDay();
        return clear().flatMap(customer ->
                        customer.stays(graceDays, last).stream().limit(rule == StayRule.FIRST ? 1 : Long.MAX_VALUE))
                .collect(EventTimes.toEventTimes(
                        stay -> Subscription.billedPeriods(
                                period,
                                LocalDate.ofEpochDay(stay.start()),
                                LocalDate.ofEpochDay(Math.min(stay.end(), last))),
                        stay -> stay.end() <= last));
    }

    /**
     * Returns what each customer pays in each month: the sum of price / billing months over the subscriptions that run
     * on a day of it. A yearly plan pays an exact twelfth in every month, whenever it is billed.
     *
     * @param first the first month
     * @param last the last month
     * @param day the day of the month
     * @return the revenue by customer and month; a free plan is there with 0
     * @throws IllegalArgumentException if the last month is before the first
     */
    public RevenueLedger<K> recurringRevenue(YearMonth first, YearMonth last, SnapshotDay day) {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("last must not be before first (" + first + "), got " + last);
        }
        return contracts.values().stream()
                .flatMap(customer -> customer.revenue(first, last, day, overlap))
                .collect(RevenueLedger.<K>toRevenueLedger())
                .withoutMovementsOf(unclear);
    }

    @Override
    public SubscriptionLedger<K> plus(SubscriptionLedger<K> other) {
        if (other.overlap != overlap) {
            throw new IllegalArgumentException("overlap must be " + overlap + " in both ledgers, got " + other.overlap);
        }
        requireSamePrices(contracts.isEmpty() || other.contracts.isEmpty(), unit, other.unit);
        Map<K, Contracts<K>> joined = new HashMap<>(contracts);
        other.contracts.forEach((customer, more) -> joined.merge(customer, more, Contracts::plus));
        Set<K> all = new HashSet<>(unclear);
        all.addAll(other.unclear);
        return new SubscriptionLedger<>(overlap, MoneyUnit.joined(unit, other.unit), joined, ImmutableSet.copyOf(all));
    }

    /** A subscription without a price among others with one would be free without a word. */
    static void requireSamePrices(boolean one, @Nullable MoneyUnit left, @Nullable MoneyUnit right) {
        if (!one && (left == null) != (right == null)) {
            throw new IllegalArgumentException("price must be given for all subscriptions or for none, got one in "
                    + (left == null ? right : left) + " and one without");
        }
    }

    @Override
    public StoredForm storedForm() {
        List<Subscription<K>> all = contracts.values().stream()
                .flatMap(customer -> customer.sorted().stream())
                .toList();
        return StoredMoney.with(
                StoredForm.of("SubscriptionLedger", 1)
                        .with("overlap", overlap)
                        .withKeys(
                                "customers",
                                all.stream().map(Subscription::customer).toList())
                        .with("starts", longs(all, each -> each.start().toEpochDay()))
                        .with("ends", longs(all, Contracts::end))
                        .with("termMonths", longs(all, Subscription::termMonths))
                        .with("prices", longs(all, Subscription::price))
                        .with("billingMonths", longs(all, Subscription::billingMonths))
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
    public static <K> SubscriptionLedger<K> ofStored(StoredForm form) {
        StoredFields fields = form.expect(
                        "SubscriptionLedger",
                        1,
                        "overlap",
                        "customers",
                        "starts",
                        "ends",
                        "termMonths",
                        "prices",
                        "billingMonths",
                        "unclear",
                        "unit")
                .sameLength("customers", "starts", "ends", "termMonths", "prices", "billingMonths");
        MoneyUnit unit = StoredMoney.of(fields);
        StoredMoney.require(unit, fields.wholes("prices"));
        List<K> customers = fields.keys("customers");
        long[] starts = fields.wholes("starts");
        long[] ends = fields.wholes("ends");
        int[] terms = fields.integers("termMonths");
        long[] prices = fields.wholes("prices");
        int[] billing = fields.integers("billingMonths");
        List<Subscription<K>> all = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            Subscription<K> subscription = Subscription.of(
                            customers.get(i), day(starts[i]), ends[i] == Contracts.RUNNING ? null : day(ends[i]))
                    .inTermsOf(terms[i]);
            all.add(subscription.billed(prices[i], billing[i], unit));
        }
        return of(all, fields.constant("overlap", Overlap.class))
                .withoutChurnOf(ImmutableSet.copyOf(fields.<K>distinctKeys("unclear")));
    }

    private static <K> long[] longs(List<Subscription<K>> all, ToLongFunction<Subscription<K>> part) {
        return all.stream().mapToLong(part).toArray();
    }

    private static LocalDate day(long epochDay) {
        if (!ChronoField.EPOCH_DAY.range().isValidValue(epochDay)) {
            throw new IllegalArgumentException("days must be of the calendar, got " + epochDay);
        }
        return LocalDate.ofEpochDay(epochDay);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SubscriptionLedger<?> that
                && overlap == that.overlap
                && Objects.equals(unit, that.unit)
                && contracts.equals(that.contracts)
                && unclear.equals(that.unclear);
    }

    @Override
    public int hashCode() {
        return Objects.hash(overlap, unit, contracts, unclear);
    }

    /**
     * Returns how many subscriptions of how many customers there are.
     *
     * @return such as {@code SubscriptionLedger[3 subscriptions of 2 customers]}
     */
    @Override
    public String toString() {
        return "SubscriptionLedger[" + count() + " subscriptions of " + customers() + " customers]";
    }
}

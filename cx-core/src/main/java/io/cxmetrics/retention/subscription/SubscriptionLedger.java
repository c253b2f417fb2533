package io.cxmetrics.retention.subscription;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.retention.revenue.MonthlyRevenue;
import io.cxmetrics.retention.revenue.RevenueLedger;
import io.cxmetrics.stat.survival.EventTimes;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The subscriptions of all customers: the summary that knows who left when, who came back, and who could have left.
 *
 * <p><b>Days.</b> A subscription runs from its start until before its end. In a period [from, to) those joined who started in it,
 * and those left whose end, the first day without it, lies in it. At its start there are the customers of the day before from,
 * and at its end those of the day before to, so that the end of one month is the start of the next.
 *
 * <p><b>Gaps.</b> A gap between two subscriptions of a customer of up to {@code graceDays} days is no churn, such as a renewal
 * that is late; the customer counts as there all the time. Only what is in the ledger can close a gap: a customer who left
 * shortly before the data end counts as lost.
 *
 * <p><b>Who could have left.</b> Whoever had a rolling subscription in the period, and those in whose terms one ended in it. Who
 * left before the end of a term could, as they did. With several at once, all must let go on the same day.
 *
 * <p><b>Strict.</b> What cannot be is refused with its customer: an end not after the start, a negative price or term, a term
 * shorter than the time between bills, two currencies, and subscriptions of a customer that overlap where {@link Overlap#REFUSE}
 * holds. Parts that were built apart are checked when they are added. {@link SubscriptionScreening} is the lenient way.
 *
 * <p>Immutable and thread-safe. Serializable if the keys are. It keeps every subscription; a question passes over all of them.
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
 */
public final class SubscriptionLedger<K> implements Summary<SubscriptionLedger<K>> {

    private static final long serialVersionUID = 1;

    private final Overlap overlap;
    private final @Nullable Currency currency;
    private final Map<K, Contracts<K>> contracts;

    private SubscriptionLedger(Overlap overlap, @Nullable Currency currency, Map<K, Contracts<K>> contracts) {
        this.overlap = overlap;
        this.currency = currency;
        this.contracts = contracts;
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
        return new SubscriptionLedger<>(requireNonNull(overlap, "overlap"), null, Map.of());
    }

    /**
     * Returns the ledger of subscriptions, of which none of one customer overlap.
     *
     * @param subscriptions the subscriptions, in any order
     * @param <K> the type of the keys
     * @return the ledger
     * @throws IllegalArgumentException if a subscription cannot be, two currencies meet, or two of a customer overlap
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
     * @throws IllegalArgumentException if a subscription cannot be, two currencies meet, or two overlap that may not
     */
    public static <K> SubscriptionLedger<K> of(Collection<Subscription<K>> subscriptions, Overlap overlap) {
        return subscriptions.stream().collect(toSubscriptionLedger(overlap));
    }

    /**
     * Returns how subscriptions become a ledger, for streams and engines.
     *
     * @param overlap whether those of one customer may overlap
     * @param <K> the type of the keys
     * @return the aggregation, which refuses what {@link #of(Collection, Overlap)} refuses
     */
    public static <K> Aggregation<Subscription<K>, ?, SubscriptionLedger<K>> aggregation(Overlap overlap) {
        return new Gather<>(requireNonNull(overlap, "overlap"));
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
        CustomerFlows flows = new CustomerFlows(fromInclusive.toEpochDay(), toExclusive.toEpochDay());
        contracts.values().forEach(customer -> flows.add(customer, customer.spells(graceDays)));
        return flows.finish();
    }

    /**
     * Returns how long customers stayed, those who are still there censored. Who started after the day in question is left out.
     *
     * @param unit {@code DAYS}, or {@code MONTHS} for whole months
     * @param asOf the day from which one looks back: who left on it has left, what comes later is not known, and closes no gap
     * @param rule which stays count of one who came back
     * @param graceDays a gap of up to so many days ends no stay, not negative
     * @return one time for each stay
     * @throws IllegalArgumentException if the unit is another one, or the grace is negative
     */
    public EventTimes tenures(ChronoUnit unit, LocalDate asOf, SpellRule rule, int graceDays) {
        if (unit != ChronoUnit.DAYS && unit != ChronoUnit.MONTHS) {
            throw new IllegalArgumentException("unit must be DAYS or MONTHS, got " + unit.name());
        }
        requireNonNull(rule, "rule");
        Checks.notNegative("graceDays", (long) graceDays);
        long today = asOf.toEpochDay();
        return contracts.values().stream()
                .flatMap(customer ->
                        customer.spells(graceDays, today).stream().limit(rule == SpellRule.FIRST ? 1 : Long.MAX_VALUE))
                .collect(EventTimes.toEventTimes(
                        spell -> unit.between(
                                LocalDate.ofEpochDay(spell.start()),
                                LocalDate.ofEpochDay(Math.min(spell.end(), today))),
                        spell -> spell.end() <= today));
    }

    /**
     * Returns what each customer pays in each month: the sum of {@link Subscription#monthlyPrice()} over the subscriptions that
     * run on a day of it. A yearly plan pays a twelfth in every month, whenever it is billed.
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
        return contracts.entrySet().stream()
                .flatMap(customer -> customer.getValue().revenue(first, last, day).entrySet().stream()
                        .map(month -> MonthlyRevenue.of(customer.getKey(), month.getKey(), month.getValue())))
                .collect(RevenueLedger.toRevenueLedger());
    }

    @Override
    public SubscriptionLedger<K> plus(SubscriptionLedger<K> other) {
        if (other.overlap != overlap) {
            throw new IllegalArgumentException("overlap must be " + overlap + " in both ledgers, got " + other.overlap);
        }
        Map<K, Contracts<K>> joined = new HashMap<>(contracts);
        other.contracts.forEach((customer, more) -> joined.merge(customer, more, Contracts::plus));
        return new SubscriptionLedger<>(overlap, same(currency, other.currency), joined);
    }

    private static @Nullable Currency same(@Nullable Currency left, @Nullable Currency right) {
        if (left != null && right != null && !left.equals(right)) {
            throw new IllegalArgumentException("currency must be " + left + " throughout the ledger, got " + right);
        }
        return left == null ? right : left;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SubscriptionLedger<?> that
                && overlap == that.overlap
                && contracts.equals(that.contracts);
    }

    @Override
    public int hashCode() {
        return contracts.hashCode();
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

    /** The ledger while it grows. */
    private static final class Buffer<K> implements Serializable {
        private static final long serialVersionUID = 1;

        private @Nullable Currency currency;
        private final Map<K, List<Subscription<K>>> subscriptions = new HashMap<>();

        void add(Subscription<K> subscription) {
            currency = same(currency, subscription.currency());
            subscriptions
                    .computeIfAbsent(subscription.customer(), customer -> new ArrayList<>(1))
                    .add(subscription);
        }
    }

    private record Gather<K>(Overlap overlap)
            implements Aggregation<Subscription<K>, Buffer<K>, SubscriptionLedger<K>> {

        @Override
        public Buffer<K> zero() {
            return new Buffer<>();
        }

        @Override
        public Buffer<K> add(Buffer<K> state, Subscription<K> subscription) {
            SubscriptionFlaw flaw = SubscriptionFlaw.of(subscription);
            if (flaw != null) {
                throw new IllegalArgumentException(flaw.message(subscription));
            }
            state.add(subscription);
            return state;
        }

        @Override
        public Buffer<K> merge(Buffer<K> left, Buffer<K> right) {
            right.subscriptions.values().forEach(more -> more.forEach(left::add));
            return left;
        }

        @Override
        public SubscriptionLedger<K> finish(Buffer<K> state) {
            Map<K, Contracts<K>> contracts = new HashMap<>();
            state.subscriptions.forEach((customer, all) -> contracts.put(customer, Contracts.of(all)));
            return new SubscriptionLedger<>(overlap, state.currency, contracts);
        }
    }
}

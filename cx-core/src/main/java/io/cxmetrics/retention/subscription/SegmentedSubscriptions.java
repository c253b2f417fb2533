package io.cxmetrics.retention.subscription;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Subscriptions after {@link SubscriptionScreening}, in segments such as plans or countries, which add up to all.
 *
 * <p><b>Two ways to split.</b> Questions about customers (churn, tenure) take a customer wholly: {@link #ofCustomers}
 * has the customers whose first subscription is of the segment. A change of the plan is no departure then, and nobody
 * is in a segment by what came later. Questions about money take subscriptions: {@link #ofSubscriptions} has what runs
 * in the segment, so that revenue leaves one plan for another.
 *
 * <p><b>Overlaps</b> are judged among all subscriptions of a customer, whatever their segment. Where one takes over
 * from another, the former ends in its segment when the latter starts, so that the revenue of the segments is that of
 * all.
 *
 * <p><b>Left out.</b> A row that cannot be used leaves its customer out of the answers about leaving, in all and in its
 * own segment; one that overlaps in each segment that has a row of the customer.
 *
 * <p>Immutable and thread-safe if the keys are.
 *
 * <pre>{@code
 * LocalDate january = LocalDate.of(2026, 1, 10);
 * LocalDate april = LocalDate.of(2026, 4, 15);
 * SegmentedSubscriptions.Buffer<String, String> buffer =
 *         SegmentedSubscriptions.buffer(SubscriptionScreening.withoutPrices());
 * buffer.add("basic", Subscription.of("ann", january, april.plusDays(1)));
 * buffer.add("pro", Subscription.of("ann", april, null));
 * buffer.add("basic", Subscription.of("bob", january, april));
 * SegmentedSubscriptions<String, String> segmented = buffer.segments();
 * LocalDate may = LocalDate.of(2026, 5, 1);
 * segmented.all().churn(april, may).lost(); // 1
 * segmented.ofCustomers("basic").churn(april, may).lost(); // 1
 * segmented.ofSubscriptions("basic").churn(april, may).lost(); // 2
 * segmented.ofCustomers("pro").customers(); // 0
 * }</pre>
 *
 * @param <G> the type of the segments, ordered by themselves
 * @param <K> the type of the keys of customers
 * @since 0.1
 */
public final class SegmentedSubscriptions<G extends Comparable<? super G>, K> {

    private final Overlap overlap;
    private final SubscriptionLedger<K> all;
    private final SortedMap<G, SubscriptionLedger<K>> byCustomer;
    private final SortedMap<G, SubscriptionLedger<K>> bySubscription;
    private final SortedMap<G, Long> overlaps;

    private SegmentedSubscriptions(
            Overlap overlap,
            SubscriptionLedger<K> all,
            SortedMap<G, SubscriptionLedger<K>> byCustomer,
            SortedMap<G, SubscriptionLedger<K>> bySubscription,
            SortedMap<G, Long> overlaps) {
        this.overlap = overlap;
        this.all = all;
        this.byCustomer = byCustomer;
        this.bySubscription = bySubscription;
        this.overlaps = overlaps;
    }

    /**
     * Returns a buffer without subscriptions.
     *
     * @param screening what can be used
     * @param <G> the type of the segments
     * @param <K> the type of the keys of customers
     * @return the buffer
     */
    public static <G extends Comparable<? super G>, K> Buffer<G, K> buffer(SubscriptionScreening screening) {
        return new Buffer<>(screening);
    }

    /**
     * Returns all subscriptions that can be used.
     *
     * @return their ledger
     */
    public SubscriptionLedger<K> all() {
        return all;
    }

    /**
     * Returns the segments of which any row was seen.
     *
     * @return an unmodifiable set, ascending
     */
    public SortedSet<G> segments() {
        SortedSet<G> seen = new TreeSet<>(byCustomer.keySet());
        seen.addAll(bySubscription.keySet());
        seen.addAll(overlaps.keySet());
        return Collections.unmodifiableSortedSet(seen);
    }

    /**
     * Returns the customers of a segment with all their subscriptions, for answers about customers.
     *
     * @param segment the segment
     * @return the ledger of those whose first subscription is of the segment; empty if there are none
     */
    public SubscriptionLedger<K> ofCustomers(G segment) {
        SubscriptionLedger<K> found = byCustomer.get(segment);
        return found == null ? SubscriptionLedger.empty(overlap) : found;
    }

    /**
     * Returns the subscriptions of a segment, for answers about money.
     *
     * @param segment the segment
     * @return the ledger of what runs in the segment; empty if nothing does
     */
    public SubscriptionLedger<K> ofSubscriptions(G segment) {
        SubscriptionLedger<K> found = bySubscription.get(segment);
        return found == null ? SubscriptionLedger.empty(overlap) : found;
    }

    /**
     * Returns how many subscriptions of a segment were left out since they overlap with another one of their customer.
     *
     * @param segment the segment
     * @return the count
     */
    public long overlaps(G segment) {
        return overlaps.getOrDefault(segment, 0L);
    }

    /** A subscription and its segment. */
    private record Entry<G extends Comparable<? super G>, K>(G segment, Subscription<K> subscription) {

        Entry<G, K> until(Subscription<K> successor) {
            return new Entry<>(segment, subscription.endingBy(successor.start()));
        }
    }

    /**
     * Subscriptions in segments while they grow. Belongs to one thread.
     *
     * @param <G> the type of the segments
     * @param <K> the type of the keys of customers
     */
    public static final class Buffer<G extends Comparable<? super G>, K> {

        private final SubscriptionScreening screening;
        private final Map<K, List<Entry<G, K>>> customers = new HashMap<>();
        private final Map<K, SortedSet<G>> unclear = new HashMap<>();
        private final Comparator<Entry<G, K>> order = Comparator.<Entry<G, K>, Subscription<?>>comparing(
                        Entry::subscription, Contracts.ORDER)
                .thenComparing(Entry::segment);

        private Buffer(SubscriptionScreening screening) {
            this.screening = requireNonNull(screening, "screening");
        }

        /**
         * Takes a subscription.
         *
         * @param segment its segment
         * @param subscription the subscription
         * @return what is wrong with it by itself, so that it is left out; null if it can be used
         */
        @CanIgnoreReturnValue
        public @Nullable SubscriptionFlaw add(G segment, Subscription<K> subscription) {
            SubscriptionFlaw flaw = screening.flaw(subscription);
            if (flaw == null) {
                customers
                        .computeIfAbsent(subscription.customer(), customer -> new ArrayList<>(1))
                        .add(new Entry<>(requireNonNull(segment, "segment"), subscription));
            } else if (flaw.hidesACustomer()) {
                leaveOut(segment, subscription.customer());
            }
            return flaw;
        }

        /**
         * Takes a row of a customer that could not be read, so that nobody knows whether the customer left.
         *
         * @param segment the segment of the row
         * @param customer the customer
         */
        public void leaveOut(G segment, K customer) {
            unclear.computeIfAbsent(requireNonNull(customer, "customer"), key -> new TreeSet<>())
                    .add(requireNonNull(segment, "segment"));
        }

        /**
         * Returns the segments so far.
         *
         * @return the segments, and all
         */
        public SegmentedSubscriptions<G, K> segments() {
            List<Subscription<K>> all = new ArrayList<>();
            SortedMap<G, List<Subscription<K>>> byCustomer = new TreeMap<>();
            SortedMap<G, List<Subscription<K>>> bySubscription = new TreeMap<>();
            SortedMap<G, Long> overlaps = new TreeMap<>();
            Map<K, G> homes = new HashMap<>();
            Map<K, SortedSet<G>> missing = new HashMap<>();
            unclear.forEach((customer, segments) -> missing.put(customer, new TreeSet<>(segments)));
            customers.forEach((customer, entries) -> {
                List<Entry<G, K>> sorted = new ArrayList<>(entries);
                sorted.sort(order);
                List<Entry<G, K>> kept =
                        screening.overlap() == Overlap.ALLOW ? sorted : Contracts.apart(sorted, Entry::subscription);
                if (kept.size() < sorted.size()) {
                    count(overlaps, sorted, kept);
                    SortedSet<G> of = missing.computeIfAbsent(customer, key -> new TreeSet<>());
                    sorted.forEach(entry -> of.add(entry.segment()));
                }
                G home = kept.get(0).segment();
                homes.put(customer, home);
                for (int i = 0; i < kept.size(); i++) {
                    Entry<G, K> entry = kept.get(i);
                    all.add(entry.subscription());
                    list(byCustomer, home).add(entry.subscription());
                    boolean handsOver = screening.overlap() == Overlap.REFUSE && i + 1 < kept.size();
                    Entry<G, K> paid = handsOver ? entry.until(kept.get(i + 1).subscription()) : entry;
                    if (!paid.subscription().start().equals(paid.subscription().end())) {
                        list(bySubscription, paid.segment()).add(paid.subscription());
                    }
                }
            });
            Map<G, Set<K>> unclearHere = new HashMap<>();
            Map<G, Set<K>> unclearHome = new HashMap<>();
            missing.forEach((customer, segments) -> {
                segments.forEach(segment -> set(unclearHere, segment).add(customer));
                set(unclearHome, homes.getOrDefault(customer, segments.first())).add(customer);
            });
            return new SegmentedSubscriptions<>(
                    screening.overlap(),
                    SubscriptionLedger.of(all, screening.overlap()).withoutChurnOf(missing.keySet()),
                    ledgers(byCustomer, unclearHome),
                    ledgers(bySubscription, unclearHere),
                    overlaps);
        }

        private void count(SortedMap<G, Long> overlaps, List<Entry<G, K>> sorted, List<Entry<G, K>> kept) {
            sorted.forEach(entry -> overlaps.merge(entry.segment(), 1L, Long::sum));
            kept.forEach(entry -> overlaps.merge(entry.segment(), -1L, Long::sum));
        }

        private SortedMap<G, SubscriptionLedger<K>> ledgers(
                SortedMap<G, List<Subscription<K>>> subscriptions, Map<G, Set<K>> without) {
            SortedMap<G, SubscriptionLedger<K>> ledgers = new TreeMap<>();
            without.forEach((segment, customers) -> ledgers.put(
                    segment, SubscriptionLedger.<K>empty(screening.overlap()).withoutChurnOf(customers)));
            subscriptions.forEach((segment, list) -> ledgers.put(
                    segment,
                    SubscriptionLedger.of(list, screening.overlap())
                            .withoutChurnOf(without.getOrDefault(segment, Set.of()))));
            return ledgers;
        }

        private static <G, E> List<E> list(Map<G, List<E>> lists, G segment) {
            return lists.computeIfAbsent(segment, key -> new ArrayList<>());
        }

        private static <G, E> Set<E> set(Map<G, Set<E>> sets, G segment) {
            return sets.computeIfAbsent(segment, key -> new HashSet<>());
        }
    }
}

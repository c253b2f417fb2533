package io.cxmetrics.input.subscription;

import io.cxmetrics.input.Reason;
import io.cxmetrics.input.reading.Fields;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Labels;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.retention.revenue.RevenueLedger;
import io.cxmetrics.retention.revenue.SnapshotDay;
import io.cxmetrics.retention.subscription.SegmentedSubscriptions;
import io.cxmetrics.retention.subscription.Subscription;
import io.cxmetrics.retention.subscription.SubscriptionLedger;
import io.cxmetrics.retention.subscription.SubscriptionScreening;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The subscriptions of a table in its groups, with the window that all groups share: from the first start in the table
 * to the last day that is known.
 *
 * <p>Immutable and thread-safe. {@link SubscriptionReading} makes it.
 *
 * @since 0.1
 */
public final class GroupedSubscriptions {

    private final SegmentedSubscriptions<Labels, String> segments;
    private final GroupAccounts accounts;
    private final @Nullable LocalDate firstStart;
    private final @Nullable LocalDate observedThrough;

    private GroupedSubscriptions(
            SegmentedSubscriptions<Labels, String> segments,
            GroupAccounts accounts,
            @Nullable LocalDate firstStart,
            @Nullable LocalDate observedThrough) {
        this.segments = segments;
        this.accounts = accounts;
        this.firstStart = firstStart;
        this.observedThrough = observedThrough;
    }

    /**
     * Returns the ledgers of groups of customers, for churn and tenures. A customer is wholly in the group of their
     * first subscription, so that a change of the plan is no departure.
     *
     * @return the ledgers
     */
    public Groups<SubscriptionLedger<String>> byCustomer() {
        return accounts.groups(segments.all(), segments::ofCustomers);
    }

    /**
     * Returns the ledgers of groups of subscriptions, for revenue, which moves from plan to plan.
     *
     * @return the ledgers
     */
    public Groups<SubscriptionLedger<String>> bySubscription() {
        return accounts.groups(segments.all(), segments::ofSubscriptions);
    }

    /**
     * Returns the recurring revenue of the months from the first start to the last month whose day is known.
     *
     * @param day the day of the month whose subscriptions count
     * @return the ledgers of revenue, and the months
     */
    public GroupedRevenue recurringRevenue(SnapshotDay day) {
        YearMonth first = firstStart == null ? null : YearMonth.from(firstStart);
        YearMonth last = observedThrough == null ? null : lastMonth(observedThrough, day);
        if (first == null || last == null || last.isBefore(first)) {
            return new GroupedRevenue(bySubscription().map(ledger -> RevenueLedger.empty()), null, null, currency());
        }
        GroupedRevenue.requireFew(first, last);
        return new GroupedRevenue(
                bySubscription().map(ledger -> ledger.recurringRevenue(first, last, day)), first, last, currency());
    }

    /** The last month whose day is known. */
    static YearMonth lastMonth(LocalDate observedThrough, SnapshotDay day) {
        YearMonth month = YearMonth.from(observedThrough);
        return day.of(month).isAfter(observedThrough) ? month.minusMonths(1) : month;
    }

    /**
     * Returns the first start of a subscription that can be used, in any group.
     *
     * @return the day; null without subscriptions
     */
    public @Nullable LocalDate firstStart() {
        return firstStart;
    }

    /**
     * Returns the last day that is known.
     *
     * @return the day that the question named, or the latest start; null if there is neither
     */
    public @Nullable LocalDate observedThrough() {
        return observedThrough;
    }

    /**
     * Returns the currency of the prices.
     *
     * @return the currency; null where no column names it
     */
    public @Nullable Currency currency() {
        return segments.all().unit() == null ? null : segments.all().unit().currency();
    }

    /** Subscriptions while rows are read. */
    static final class Buffer {

        private record Entry(Labels labels, Subscription<String> subscription) {}

        private final LastDay last;
        private final Set<Reason> silent;
        private final GroupAccounts accounts = new GroupAccounts();
        private final List<Entry> entries = new ArrayList<>();
        private final Map<String, Set<Labels>> unclear = new HashMap<>();

        Buffer(LastDay last, Set<Reason> silent) {
            this.last = last;
            this.silent = silent;
        }

        void add(Labels labels, Subscription<String> subscription, Fields row) {
            entries.add(new Entry(accounts.used(labels), subscription));
            last.start(subscription.start(), row);
            last.end(subscription.end());
        }

        void leaveOut(Labels labels, Reason reason, @Nullable String customer) {
            accounts.leftOut(labels, reason);
            if (customer != null && !silent.contains(reason)) {
                unclear.computeIfAbsent(customer, key -> new TreeSet<>()).add(labels);
            }
        }

        Outcome<GroupedSubscriptions> finish(
                Outcome<?> outcome, SubscriptionScreening screening, Reason later, Reason overlaps) {
            LocalDate day = last.day();
            LocalDate first = null;
            SegmentedSubscriptions.Buffer<Labels, String> buffer = SegmentedSubscriptions.buffer(screening);
            for (Entry entry : entries) {
                LocalDate start = entry.subscription.start();
                if (day != null && start.isAfter(day)) {
                    accounts.takeBack(entry.labels, later, 1);
                    continue;
                }
                buffer.add(entry.labels, entry.subscription);
                first = first == null || start.isBefore(first) ? start : first;
            }
            unclear.forEach((customer, groups) -> groups.forEach(labels -> buffer.leaveOut(labels, customer)));
            SegmentedSubscriptions<Labels, String> segments = buffer.segments();
            long refused = 0;
            for (Labels labels : segments.segments()) {
                refused += segments.overlaps(labels);
                accounts.takeBack(labels, overlaps, segments.overlaps(labels));
            }
            Outcome<GroupedSubscriptions> found = outcome.withLeftOut(accounts.late())
                    .withResult(new GroupedSubscriptions(segments, accounts, first, day));
            for (String warning : last.warnings("subscriptions")) {
                found = found.withWarning(warning);
            }
            return refused == 0 ? found : found.withWarning(words(refused));
        }

        private static String words(long refused) {
            return refused + (refused == 1 ? " subscription runs" : " subscriptions run")
                    + " while another one of the same customer does; only the first is used, and these customers are in"
                    + " no answer about leaving";
        }
    }
}

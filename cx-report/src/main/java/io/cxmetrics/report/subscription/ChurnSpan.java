package io.cxmetrics.report.subscription;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.retention.subscription.LogoChurn;
import io.cxmetrics.retention.subscription.SubscriptionLedger;
import io.cxmetrics.time.CalendarPeriod;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The churn of a group over several periods, which the question names, so that all groups have the same.
 *
 * @param customers how many customers the group ever had
 * @param leftOut how many customers are in no answer, since a row of theirs could not be used
 * @param periods the flows of each period, by its first day
 * @since 0.1
 */
public record ChurnSpan(long customers, long leftOut, SortedMap<LocalDate, LogoChurn> periods) {

    /** Makes the map unmodifiable. */
    public ChurnSpan {
        periods = Collections.unmodifiableSortedMap(new TreeMap<>(periods));
    }

    /**
     * Returns the churn of a group.
     *
     * @param ledger the subscriptions of the group
     * @param per the length of the periods
     * @param graceDays a gap of up to so many days is no churn
     * @param from a day of the first period; null without subscriptions
     * @param observedThrough the last day that is known; null without subscriptions
     * @return the churn
     * @throws IllegalArgumentException if there are more than 10,000 periods, or the grace is negative
     */
    public static ChurnSpan of(
            SubscriptionLedger<?> ledger,
            CalendarPeriod per,
            int graceDays,
            @Nullable LocalDate from,
            @Nullable LocalDate observedThrough) {
        return new ChurnSpan(
                ledger.customers(),
                ledger.leftOut(),
                from == null || observedThrough == null
                        ? Collections.emptySortedMap()
                        : ledger.churnByPeriod(per, graceDays, from, observedThrough));
    }

    /**
     * Returns the sum of the periods, in which each customer counts once for each period that they were there.
     *
     * @return the flows
     */
    public LogoChurn sum() {
        return periods.values().stream().reduce(LogoChurn.EMPTY, LogoChurn::plus);
    }

    /**
     * Returns the customers at the start of the first period.
     *
     * @return how many
     */
    public long atStart() {
        return periods.isEmpty()
                ? 0
                : requireNonNull(periods.get(periods.firstKey())).atStart();
    }

    /**
     * Returns the customers at the end of the last period.
     *
     * @return how many
     */
    public long atEnd() {
        return periods.isEmpty()
                ? 0
                : requireNonNull(periods.get(periods.lastKey())).atEnd();
    }

    /**
     * Returns the periods by their names.
     *
     * @param per their length
     * @return the flows, in the order of time
     */
    public Map<String, LogoChurn> named(CalendarPeriod per) {
        Map<String, LogoChurn> named = new LinkedHashMap<>();
        periods.forEach((start, churn) -> named.put(per.label(start), churn));
        return named;
    }
}

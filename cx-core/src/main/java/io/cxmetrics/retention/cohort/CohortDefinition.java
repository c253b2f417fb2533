package io.cxmetrics.retention.cohort;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.retention.activity.PurchaseRule;
import io.cxmetrics.time.CalendarPeriod;
import java.io.Serializable;
import java.time.ZoneId;

/**
 * What a {@link CohortTable} is asked: who is in a cohort, how the time after the start is cut, and what counts as a
 * return.
 *
 * <p>Begin with {@link #of}, whose cohorts are those of their first activity and whose intervals are calendar periods
 * of the same kind, and change what differs. A refund is neither a start nor a return.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * CohortDefinition monthly = CohortDefinition.of(CalendarPeriod.MONTH, ZoneId.of("Europe/Berlin"));
 * CohortDefinition weeksOfEachOwn = monthly.withIntervals(ReturnIntervals.days(7));
 * CohortDefinition rolling = weeksOfEachOwn.withRule(ReturnRule.ON_OR_AFTER).withMinimumOccurrences(2);
 * }</pre>
 *
 * @param cohorts the periods that starts are grouped by
 * @param zone whose calendar counts, for cohorts, calendar intervals and active days
 * @param entry which starts of an actor open a cohort
 * @param intervals how the time after a start is cut
 * @param rule when an actor is retained in an interval
 * @param minimumOccurrences how many activities a return takes, at least 1; with {@link ReturnRule#ON} in the interval
 *     itself, otherwise in all that the rule looks at together
 * @param purchases which activities start a cohort and are returns, by their amounts; those of the others count as
 *     money all the same
 * @since 0.1
 */
public record CohortDefinition(
        CalendarPeriod cohorts,
        ZoneId zone,
        CohortEntry entry,
        ReturnIntervals intervals,
        ReturnRule rule,
        int minimumOccurrences,
        PurchaseRule purchases)
        implements Serializable {

    /**
     * Checks that nothing is missing.
     *
     * @throws IllegalArgumentException if the minimum of occurrences is below 1
     */
    public CohortDefinition {
        requireNonNull(cohorts, "cohorts");
        requireNonNull(zone, "zone");
        requireNonNull(entry, "entry");
        requireNonNull(intervals, "intervals");
        requireNonNull(rule, "rule");
        requireNonNull(purchases, "purchases");
        if (minimumOccurrences < 1) {
            throw new IllegalArgumentException("minimumOccurrences must be at least 1, got " + minimumOccurrences);
        }
    }

    /**
     * Returns the usual definition: cohorts by first activity, intervals by the calendar, active in the interval at
     * least once.
     *
     * @param period the periods of cohorts and of intervals
     * @param zone whose calendar counts
     * @return the definition
     */
    public static CohortDefinition of(CalendarPeriod period, ZoneId zone) {
        return new CohortDefinition(
                period,
                zone,
                CohortEntry.FIRST,
                ReturnIntervals.calendar(period),
                ReturnRule.ON,
                1,
                PurchaseRule.WITHOUT_REFUNDS);
    }

    /**
     * Returns the definition with other cohorts. The intervals stay as they are.
     *
     * @param period the periods that starts are grouped by
     * @return the definition
     */
    public CohortDefinition withCohorts(CalendarPeriod period) {
        return new CohortDefinition(period, zone, entry, intervals, rule, minimumOccurrences, purchases);
    }

    /**
     * Returns the definition with other entries to cohorts.
     *
     * @param newEntry which starts of an actor open a cohort
     * @return the definition
     */
    public CohortDefinition withEntry(CohortEntry newEntry) {
        return new CohortDefinition(cohorts, zone, newEntry, intervals, rule, minimumOccurrences, purchases);
    }

    /**
     * Returns the definition with other intervals.
     *
     * @param newIntervals how the time after a start is cut
     * @return the definition
     */
    public CohortDefinition withIntervals(ReturnIntervals newIntervals) {
        return new CohortDefinition(cohorts, zone, entry, newIntervals, rule, minimumOccurrences, purchases);
    }

    /**
     * Returns the definition with another rule.
     *
     * @param newRule when an actor is retained in an interval
     * @return the definition
     */
    public CohortDefinition withRule(ReturnRule newRule) {
        return new CohortDefinition(cohorts, zone, entry, intervals, newRule, minimumOccurrences, purchases);
    }

    /**
     * Returns the definition with another number of activities that make a return.
     *
     * @param minimum how many, at least 1
     * @return the definition
     * @throws IllegalArgumentException if it is below 1
     */
    public CohortDefinition withMinimumOccurrences(int minimum) {
        return new CohortDefinition(cohorts, zone, entry, intervals, rule, minimum, purchases);
    }

    /**
     * Returns the definition with another rule of purchases.
     *
     * @param newPurchases which activities start a cohort and are returns, by their amounts
     * @return the definition
     */
    public CohortDefinition withPurchases(PurchaseRule newPurchases) {
        return new CohortDefinition(cohorts, zone, entry, intervals, rule, minimumOccurrences, newPurchases);
    }
}

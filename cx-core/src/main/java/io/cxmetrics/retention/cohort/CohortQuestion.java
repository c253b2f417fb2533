package io.cxmetrics.retention.cohort;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.time.CalendarPeriod;
import java.io.Serializable;
import java.time.ZoneId;

/**
 * What a {@link CohortTable} is asked: who is in a cohort, how the time after the start is cut, and what counts as a return.
 *
 * <p>Begin with {@link #of}, whose cohorts are those of their first activity and whose intervals are calendar periods of the
 * same kind, and change what differs.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * CohortQuestion monthly = CohortQuestion.of(CalendarPeriod.MONTH, ZoneId.of("Europe/Berlin"));
 * CohortQuestion weeksOfEachOwn = monthly.withIntervals(ReturnIntervals.days(7));
 * CohortQuestion rolling = weeksOfEachOwn.withRule(ReturnRule.ON_OR_AFTER).withMinimumOccurrences(2);
 * }</pre>
 *
 * @param cohorts the periods that starts are grouped by
 * @param zone whose calendar counts, for cohorts, calendar intervals and active days
 * @param entry which starts of an actor open a cohort
 * @param intervals how the time after a start is cut
 * @param rule when an actor is retained in an interval
 * @param minimumOccurrences how many activities a return takes, at least 1; with {@link ReturnRule#ON} in the interval itself,
 *     otherwise in all that the rule looks at together
 */
public record CohortQuestion(
        CalendarPeriod cohorts,
        ZoneId zone,
        CohortEntry entry,
        ReturnIntervals intervals,
        ReturnRule rule,
        int minimumOccurrences)
        implements Serializable {

    /**
     * Checks that nothing is missing.
     *
     * @throws IllegalArgumentException if the minimum of occurrences is below 1
     */
    public CohortQuestion {
        requireNonNull(cohorts, "cohorts");
        requireNonNull(zone, "zone");
        requireNonNull(entry, "entry");
        requireNonNull(intervals, "intervals");
        requireNonNull(rule, "rule");
        if (minimumOccurrences < 1) {
            throw new IllegalArgumentException("minimumOccurrences must be at least 1, got " + minimumOccurrences);
        }
    }

    /**
     * Returns the usual question: cohorts by first activity, intervals by the calendar, active in the interval at least once.
     *
     * @param period the periods of cohorts and of intervals
     * @param zone whose calendar counts
     * @return the question
     */
    public static CohortQuestion of(CalendarPeriod period, ZoneId zone) {
        return new CohortQuestion(period, zone, CohortEntry.FIRST, ReturnIntervals.calendar(period), ReturnRule.ON, 1);
    }

    /**
     * Returns the question with other cohorts. The intervals stay as they are.
     *
     * @param period the periods that starts are grouped by
     * @return the question
     */
    public CohortQuestion withCohorts(CalendarPeriod period) {
        return new CohortQuestion(period, zone, entry, intervals, rule, minimumOccurrences);
    }

    /**
     * Returns the question with other entries to cohorts.
     *
     * @param newEntry which starts of an actor open a cohort
     * @return the question
     */
    public CohortQuestion withEntry(CohortEntry newEntry) {
        return new CohortQuestion(cohorts, zone, newEntry, intervals, rule, minimumOccurrences);
    }

    /**
     * Returns the question with other intervals.
     *
     * @param newIntervals how the time after a start is cut
     * @return the question
     */
    public CohortQuestion withIntervals(ReturnIntervals newIntervals) {
        return new CohortQuestion(cohorts, zone, entry, newIntervals, rule, minimumOccurrences);
    }

    /**
     * Returns the question with another rule.
     *
     * @param newRule when an actor is retained in an interval
     * @return the question
     */
    public CohortQuestion withRule(ReturnRule newRule) {
        return new CohortQuestion(cohorts, zone, entry, intervals, newRule, minimumOccurrences);
    }

    /**
     * Returns the question with another number of activities that make a return.
     *
     * @param minimum how many, at least 1
     * @return the question
     * @throws IllegalArgumentException if it is below 1
     */
    public CohortQuestion withMinimumOccurrences(int minimum) {
        return new CohortQuestion(cohorts, zone, entry, intervals, rule, minimum);
    }
}

package io.cxmetrics.retention.cohort;

import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.time.CalendarPeriod;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Day-N retention of all actors together, such as day 1, day 7 and day 30.
 *
 * <p><b>Definition.</b> Of the actors whose day n after their first is observed, the share that is active {@link ReturnRule#ON}
 * day n, on day n or after, or within the days 1 to n. Days are those of the calendar; for windows of 24 hours, cohorts or a
 * curve over all n ask a {@link CohortTable}.
 *
 * <pre>{@code
 * ActivityLog<String> log = Stream.of(
 *         Activity.of("ann", Instant.parse("2026-03-02T23:45:00Z")),
 *         Activity.of("ann", Instant.parse("2026-03-03T00:01:00Z")),
 *         Activity.of("bob", Instant.parse("2026-03-02T09:00:00Z")))
 *     .collect(ActivityLog.toActivityLog());
 * DayRetention.of(log, 1, ReturnRule.ON, ZoneOffset.UTC, LocalDate.of(2026, 3, 10)); // 1 of 2 (0.5)
 * DayRetention.of(log, 30, ReturnRule.ON, ZoneOffset.UTC, LocalDate.of(2026, 3, 10)); // 0 of 0 (undefined)
 * }</pre>
 */
public final class DayRetention {

    private DayRetention() {}

    /**
     * Returns the share of actors that is retained on day n.
     *
     * @param log who did what
     * @param n how many days after the first day, which is day 0
     * @param rule on day n, on it or after, or within the days 1 to n
     * @param zone whose calendar counts
     * @param observedUntil the day after the last that is observed
     * @return the retained out of those whose day n is before the end of observation; undefined if there are none
     * @throws IllegalArgumentException if n is negative, or an actor has been there for more than 100,000 days
     */
    public static Proportion of(ActivityLog<?> log, int n, ReturnRule rule, ZoneId zone, LocalDate observedUntil) {
        CohortQuestion question = CohortQuestion.of(CalendarPeriod.YEAR, zone)
                .withIntervals(ReturnIntervals.days(1))
                .withRule(rule);
        return CohortTable.of(log, question, observedUntil).all().retention(n);
    }
}

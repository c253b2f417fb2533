package io.cxmetrics.retention.activity;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Days;
import io.cxmetrics.stat.Proportion;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Churn where no contract ends: who has not been seen for longer than a threshold counts as gone.
 *
 * <p><b>Definition.</b> churned / seen, in [0, 1]: of all actors seen by a day, those whose last activity is more than so many
 * days before it. Activity after the day does not count, so that the rate of a past day is what one would have said then.
 *
 * <p><b>What it is not.</b> A rule about silence: some of the churned come back, and those last seen within the threshold may be
 * gone already. As it counts all that were ever seen it rises with the age of the business; for a rate of a period see
 * {@link GrowthAccounting}.
 *
 * <pre>{@code
 * ActivityLog<String> log = Stream.of(
 *         Activity.on("ann", LocalDate.of(2026, 3, 1), 0), Activity.on("bob", LocalDate.of(2026, 3, 7), 0))
 *     .collect(ActivityLog.toActivityLog());
 * InactivityChurn.of(log, LocalDate.of(2026, 4, 1), 30, ZoneOffset.UTC); // 1 of 2 (0.5)
 * }</pre>
 */
public final class InactivityChurn {

    private InactivityChurn() {}

    /**
     * Returns the share of actors that is inactive for more than some days.
     *
     * @param log who did what
     * @param asOf the day
     * @param days the threshold; whose last activity was so many days before is not churned yet
     * @param zone whose calendar counts
     * @return the churned out of all seen by the day; undefined if there are none
     * @throws IllegalArgumentException if the threshold is negative
     */
    public static Proportion of(ActivityLog<?> log, LocalDate asOf, int days, ZoneId zone) {
        Checks.notNegative("days", (long) days);
        long end = Days.end(asOf, zone);
        long seen = 0;
        long churned = 0;
        for (ActorHistory history : log.histories().values()) {
            int count = history.countBefore(end);
            if (count > 0) {
                seen++;
                churned += asOf.toEpochDay() - history.day(count - 1, zone) > days ? 1 : 0;
            }
        }
        return Proportion.of(churned, seen);
    }
}

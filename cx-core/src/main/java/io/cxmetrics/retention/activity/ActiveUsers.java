package io.cxmetrics.retention.activity;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Collector;

/**
 * Daily, weekly and monthly active users of every day.
 *
 * <p><b>Definition.</b> active(date, n) = how many distinct actors are active in the n days that end on and include the
 * date. DAU, WAU and MAU are those of 1, 7 and 30 days. Stickiness = DAU / MAU, in [0, 1].
 *
 * <p><b>Why it is counted at once.</b> Active users of days do not add up to those of a month, for one who comes daily
 * is one. Each active day of an actor counts in the n days from it on, as far as its next active day does not: all
 * dates take one pass over the log, however many are asked.
 *
 * <p><b>Edges.</b> In the first n - 1 days of the log the window begins before it, and the count is low for that
 * reason, and stickiness NaN; after the last day of the log windows run empty. Where nobody is active the count is 0
 * and stickiness is NaN.
 *
 * <p><b>Adding up.</b> Those of different actors add up. Where the activities of one actor are in two places, add the
 * {@linkplain ActivityLog logs} first.
 *
 * <p>Immutable and thread-safe. 8 bytes a day and window.
 *
 * <pre>{@code
 * ActivityLog<String> log = Stream.of(
 *         Activity.on("ann", LocalDate.of(2026, 3, 1), 0),
 *         Activity.on("ann", LocalDate.of(2026, 3, 9), 0),
 *         Activity.on("bob", LocalDate.of(2026, 3, 7), 0))
 *     .collect(ActivityLog.toActivityLog());
 * ActiveUsers users = ActiveUsers.of(log, ZoneOffset.UTC);
 * LocalDate monday = LocalDate.of(2026, 3, 9);
 * users.daily(monday); // 1
 * users.weekly(monday); // 2
 * users.stickiness(monday, Stickiness.SAME_DAY); // NaN
 * LocalDate opening = LocalDate.of(2026, 1, 1);
 * users.stickiness(monday, Stickiness.SAME_DAY, opening); // 0.5
 * users.stickiness(monday, Stickiness.MEAN, opening); // 0.05
 * }</pre>
 *
 * @since 0.1
 */
public final class ActiveUsers implements Summary<ActiveUsers> {

    private static final long serialVersionUID = 1;

    private static final int MONTH = 30;

    private static final int[] STANDARD = {1, 7, MONTH};

    private final ZoneId zone;
    private final int[] windows;
    private final DailyCounts counts;

    ActiveUsers(ZoneId zone, int[] windows, DailyCounts counts) {
        this.zone = requireNonNull(zone, "zone");
        this.windows = windows;
        this.counts = counts;
    }

    /**
     * Returns those of nobody.
     *
     * @param zone whose calendar counts
     * @param windows of how many days, each at least 1; 1, 7 and 30 if none is named
     * @return the summary
     * @throws IllegalArgumentException if a window is shorter than a day
     */
    public static ActiveUsers empty(ZoneId zone, int... windows) {
        int[] valid = valid(windows);
        return new ActiveUsers(zone, valid, DailyCounts.empty(valid.length));
    }

    /** Sorted, each once. */
    private static int[] valid(int... windows) {
        int[] sorted = Arrays.stream(windows.length == 0 ? STANDARD : windows)
                .sorted()
                .distinct()
                .toArray();
        if (sorted[0] < 1) {
            throw new IllegalArgumentException("windows must be at least 1, got " + sorted[0]);
        }
        return sorted;
    }

    /**
     * Returns those of a log.
     *
     * @param log who did what
     * @param zone whose calendar counts
     * @param windows of how many days, each at least 1; 1, 7 and 30 if none is named
     * @return the summary
     * @throws IllegalArgumentException if a window is shorter than a day, or the log spans more than 100,000 days
     */
    public static ActiveUsers of(ActivityLog<?> log, ZoneId zone, int... windows) {
        return log.histories().values().stream().collect(toActiveUsers(zone, windows));
    }

    /**
     * Folds whole histories, each of another actor, into active users, for engines that keep the histories themselves.
     *
     * @param zone whose calendar counts
     * @param windows of how many days, each at least 1; 1, 7 and 30 if none is named
     * @return the aggregation
     * @throws IllegalArgumentException if a window is shorter than a day
     */
    public static Aggregation<ActorHistory, ?, ActiveUsers> aggregation(ZoneId zone, int... windows) {
        return new ActiveUsersAggregation(requireNonNull(zone, "zone"), valid(windows));
    }

    /**
     * Returns a collector of whole histories, each of another actor.
     *
     * @param zone whose calendar counts
     * @param windows of how many days, each at least 1; 1, 7 and 30 if none is named
     * @return the collector
     * @throws IllegalArgumentException if a window is shorter than a day
     */
    public static Collector<ActorHistory, ?, ActiveUsers> toActiveUsers(ZoneId zone, int... windows) {
        return aggregation(zone, windows).toCollector();
    }

    /**
     * Returns how many were active in the days up to and with a date.
     *
     * @param date the last day
     * @param window how many days, one of those that are counted
     * @return the count; 0 outside of the log
     * @throws IllegalArgumentException if the window is not counted
     */
    public long active(LocalDate date, int window) {
        int row = Arrays.binarySearch(windows, window);
        if (row < 0) {
            throw new IllegalArgumentException("window must be one of " + Arrays.toString(windows) + ", got " + window);
        }
        return counts.at(row, date.toEpochDay());
    }

    /**
     * Returns the daily active users: those of 1 day.
     *
     * @param date the day
     * @return the count
     * @throws IllegalArgumentException if 1 day is not counted
     */
    public long daily(LocalDate date) {
        return active(date, 1);
    }

    /**
     * Returns the weekly active users: those of 7 days.
     *
     * @param date the last day
     * @return the count
     * @throws IllegalArgumentException if 7 days are not counted
     */
    public long weekly(LocalDate date) {
        return active(date, 7);
    }

    /**
     * Returns the monthly active users: those of 30 days.
     *
     * @param date the last day
     * @return the count
     * @throws IllegalArgumentException if 30 days are not counted
     */
    public long monthly(LocalDate date) {
        return active(date, MONTH);
    }

    /**
     * Returns daily active users / monthly active users.
     *
     * @param date the last day of the month of 30 days
     * @param which the daily active users of the last day, or their mean over the 30 days
     * @return the ratio in [0, 1]; NaN if nobody was active in the month, or the month begins before the first active
     *     day: what was before is not known to be without activity
     * @throws IllegalArgumentException if 1 or 30 days are not counted
     */
    public double stickiness(LocalDate date, Stickiness which) {
        long first = date.toEpochDay() - MONTH + 1;
        return counts.isEmpty() || first < counts.first() ? Double.NaN : ratio(date, which);
    }

    /**
     * Returns daily active users / monthly active users of a log that is known to be complete from a day on.
     *
     * @param date the last day of the month of 30 days
     * @param which the daily active users of the last day, or their mean over the 30 days
     * @param observedFrom the first day that is known, such as that on which counting began, with or without activity
     * @return the ratio in [0, 1]; NaN if nobody was active in the month, or the month begins before the first known
     *     day
     * @throws IllegalArgumentException if 1 or 30 days are not counted
     */
    public double stickiness(LocalDate date, Stickiness which, LocalDate observedFrom) {
        return date.toEpochDay() - MONTH + 1 < observedFrom.toEpochDay() ? Double.NaN : ratio(date, which);
    }

    private double ratio(LocalDate date, Stickiness which) {
        long monthly = monthly(date);
        if (monthly == 0) {
            return Double.NaN;
        }
        return switch (which) {
            case SAME_DAY -> (double) daily(date) / monthly;
            case MEAN -> {
                long days = 0;
                for (int back = 0; back < MONTH; back++) {
                    days += daily(date.minusDays(back));
                }
                yield (double) days / MONTH / monthly;
            }
        };
    }

    /**
     * Returns those of both together.
     *
     * @param other those of other actors
     * @return the sum
     * @throws IllegalArgumentException if the other has other windows or another zone, or both together span more than
     *     100,000 days
     */
    @Override
    public ActiveUsers plus(ActiveUsers other) {
        if (!zone.equals(other.zone) || !Arrays.equals(windows, other.windows)) {
            throw new IllegalArgumentException("other must count " + Arrays.toString(windows) + " days in " + zone
                    + ", got " + Arrays.toString(other.windows) + " in " + other.zone);
        }
        return new ActiveUsers(zone, windows, counts.plus(other.counts));
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("ActiveUsers", 1)
                .with("zone", zone.getId())
                .with("windows", windows)
                .with("first", counts.first())
                .with("counts", counts.flat());
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the active users
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static ActiveUsers ofStored(StoredForm form) {
        StoredFields fields = form.expect("ActiveUsers", 1, "zone", "windows", "first", "counts");
        int[] windows = fields.integers("windows");
        if (windows.length == 0 || !Arrays.equals(valid(windows), windows)) {
            throw new IllegalArgumentException("windows must ascend, got " + Arrays.toString(windows));
        }
        return new ActiveUsers(
                fields.parsed("zone", ZoneId::of),
                windows,
                DailyCounts.ofFlat(fields.whole("first"), windows.length, fields.wholes("counts")));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ActiveUsers that
                && zone.equals(that.zone)
                && Arrays.equals(windows, that.windows)
                && counts.equals(that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * zone.hashCode() + Arrays.hashCode(windows)) + counts.hashCode();
    }

    /**
     * Returns the windows and the span.
     *
     * @return such as {@code ActiveUsers[1, 7, 30 days in Z from 2026-03-01 to 2026-03-09]}, or {@code … in Z: nobody}
     */
    @Override
    public String toString() {
        String list = Arrays.toString(windows);
        return "ActiveUsers[" + list.substring(1, list.length() - 1) + " days in " + zone + counts.span() + "]";
    }
}

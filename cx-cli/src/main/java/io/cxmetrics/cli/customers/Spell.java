package io.cxmetrics.cli.customers;

import io.cxmetrics.cli.group.Groups;
import io.cxmetrics.cli.input.DateParser;
import io.cxmetrics.cli.input.RowReader;
import io.cxmetrics.stat.survival.EventTime;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.time.CalendarPeriod;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From when to when somebody was a customer, as a row says it.
 *
 * @param labels the values its group is made by
 * @param start the first day
 * @param end the day it left, null while it is there
 * @param reason why the row cannot count, null if it can
 */
public record Spell(
        List<String> labels,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @Nullable String reason) {

    /** Reads a row. */
    public static Spell of(RowReader row, List<Integer> by, int start, int end) {
        DateParser.Found from = row.date(start, "start");
        DateParser.Found to = row.dateOrBlank(end, "end");
        return new Spell(
                row.labels(by), from == null ? null : from.date(), to == null ? null : to.date(), row.reason());
    }

    /** Returns the latest date of all, null if there is none. */
    public static @Nullable LocalDate latest(List<Spell> spells) {
        LocalDate latest = null;
        for (Spell spell : spells) {
            for (LocalDate date : new LocalDate[] {spell.start, spell.end}) {
                if (spell.reason == null && date != null && (latest == null || date.isAfter(latest))) {
                    latest = date;
                }
            }
        }
        return latest;
    }

    /**
     * Counts the whole periods from the first day on.
     *
     * @param asOf until when it is known whether the customer is there, null if no row has a date
     */
    public void count(Groups<EventTime, EventTimes> groups, @Nullable LocalDate asOf, CalendarPeriod per) {
        if (reason != null || start == null || asOf == null) {
            groups.leaveOut(labels, null, reason == null ? "no_start" : reason);
        } else if (end != null && end.isBefore(start)) {
            groups.leaveOut(labels, null, "end_before_start");
        } else if (start.isAfter(asOf)) {
            groups.leaveOut(labels, null, "starts_later");
        } else {
            boolean there = end == null || end.isAfter(asOf);
            LocalDate until = end == null || there ? asOf : end;
            groups.add(labels, null, EventTime.of(between(start, until, per), !there));
        }
    }

    private static long between(LocalDate start, LocalDate end, CalendarPeriod per) {
        return switch (per) {
            case DAY -> ChronoUnit.DAYS.between(start, end);
            case WEEK, WEEK_FROM_SUNDAY, WEEK_FROM_SATURDAY -> ChronoUnit.WEEKS.between(start, end);
            case MONTH -> ChronoUnit.MONTHS.between(start, end);
            case QUARTER -> ChronoUnit.MONTHS.between(start, end) / 3;
            case YEAR -> ChronoUnit.YEARS.between(start, end);
        };
    }
}

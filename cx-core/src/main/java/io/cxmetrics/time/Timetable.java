package io.cxmetrics.time;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a calendar says in wall time: hours of the week, closures, and extra openings. In normal order and without
 * duplicates, so that equal calendars are equal however they were put together.
 */
record Timetable(ZoneId zone, List<WeeklyHours> weekly, List<LocalSpan> closed, List<LocalSpan> extra)
        implements Serializable {

    /**
     * The most weekly openings that one table may hold: about 40 MB. Dated ones are as many as the caller has listed.
     */
    static final int MAX_OPENINGS = 1 << 19;

    /** Hours reach into the next day, and wall time is up to 18 hours ahead of or behind UTC, plus a date left out. */
    private static final int DAYS_AROUND = 4;

    private static final long DAYS_OF_WEEK = DayOfWeek.values().length;
    private static final int WEEKS_AROUND = 3;

    Timetable {
        weekly = WeeklyHours.inOrder(weekly);
        closed = closed.stream().sorted().distinct().toList();
        extra = extra.stream().sorted().distinct().toList();
    }

    Timetable withWeekly(Collection<WeeklyHours> more) {
        return new Timetable(zone, and(weekly, more), closed, extra);
    }

    Timetable withClosed(Collection<LocalSpan> more) {
        return new Timetable(zone, weekly, and(closed, more), extra);
    }

    Timetable withExtra(Collection<LocalSpan> more) {
        return new Timetable(zone, weekly, closed, and(extra, more));
    }

    private static <T> List<T> and(List<T> some, Collection<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    boolean neverOpens() {
        return weekly.isEmpty() && extra.isEmpty();
    }

    /** The longest span whose weekly openings are sure to be within the bound. */
    Duration longest() {
        return weekly.isEmpty()
                ? Duration.between(CalendarRange.START, CalendarRange.END)
                : Duration.ofDays(DAYS_OF_WEEK * (MAX_OPENINGS / weekly.size() - WEEKS_AROUND));
    }

    /**
     * The openings in a span, in epoch milliseconds: the hours of the week less the closures, and the extra openings.
     */
    OpenTable between(Instant from, Instant to) {
        if (Duration.between(from, to).compareTo(longest()) > 0) {
            throw new IllegalArgumentException(
                    "from and to must be at most " + longest().toDays() + " days apart with " + weekly.size()
                            + " openings a week, got " + from + " and " + to);
        }
        return new Build(from, to).table();
    }

    private static LocalDate dateInUtc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** Turns wall times into the openings of one span. */
    private final class Build {

        private final WallClock clock = new WallClock(zone);
        private final LocalDate first;
        private final LocalDate last;
        private final long start;
        private final long end;

        Build(Instant from, Instant to) {
            first = dateInUtc(from).minusDays(DAYS_AROUND);
            last = dateInUtc(to).plusDays(DAYS_AROUND);
            start = from.toEpochMilli();
            end = to.toEpochMilli();
        }

        OpenTable table() {
            return new OpenTable(hours().minus(dated(closed)).plus(dated(extra)));
        }

        private Spans hours() {
            Map<DayOfWeek, List<WeeklyHours>> byDay = weekly.stream().collect(Collectors.groupingBy(WeeklyHours::day));
            Spans spans = new Spans();
            for (LocalDate date = first; !byDay.isEmpty() && date.isBefore(last); date = date.plusDays(1)) {
                LocalDateTime midnight = date.atStartOfDay();
                for (WeeklyHours hours : byDay.getOrDefault(date.getDayOfWeek(), List.of())) {
                    add(
                            spans,
                            midnight.plus(hours.opens(), ChronoUnit.MILLIS),
                            midnight.plus(hours.closes(), ChronoUnit.MILLIS));
                }
            }
            return spans;
        }

        private Spans dated(List<LocalSpan> stretches) {
            Spans spans = new Spans();
            stretches.forEach(stretch -> add(spans, stretch.from(), stretch.until()));
            return spans;
        }

        /** Where clocks jump forward an end may come before its start, and there is nothing to add. */
        private void add(Spans spans, LocalDateTime from, LocalDateTime until) {
            spans.add(Math.max(clock.millis(from), start), Math.min(clock.millis(until), end));
        }
    }
}

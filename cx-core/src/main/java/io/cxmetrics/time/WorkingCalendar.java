package io.cxmetrics.time;

import io.cxmetrics.Stored;
import io.cxmetrics.StoredForm;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * When an organisation works: a zone, hours of the week, holidays and other closures, extra openings. It measures open
 * time ("business hours") between instants, and finds the deadline that so much open time leads to.
 *
 * <p><b>Definition.</b> open = (weekly hours less closures) and extra openings. An extra opening wins over a closure,
 * and a closure over weekly hours, in whatever order they were given. Closures may overlap each other, and extra
 * openings anything; weekly hours that overlap are a mistake and refused. All are half-open wall times [opens, closes).
 *
 * <p><b>Clocks.</b> Wall times become instants by the rules of the zone, old and future: a time that occurs twice, when
 * clocks go back, is its first occurrence; a time that clocks jump over is as much later as they jump ({@link
 * java.time.ZonedDateTime#ofLocal}). Open time is elapsed time: a night shift from 22:00 to 06:00 lasts 7 or 9 hours
 * when clocks change, and what the jump leaves nothing of is empty, never negative. A date that a zone left out
 * altogether (Apia, 30 December 2011) has no hours.
 *
 * <p><b>Midnight.</b> Hours that close at or before they open run into the next day; a closing time of 00:00 or 24:00
 * is the end of the day. A holiday is the date from midnight to midnight: it cuts the shift that runs into it, and
 * leaves the early hours after it to the shift that began on it; {@link #closed(LocalDateTime, LocalDateTime)} closes
 * any stretch.
 *
 * <p><b>Precision.</b> Hours are given to the millisecond; instants are answered to the nanosecond.
 *
 * <p><b>Range.</b> Instants from 1800 to 2399; others are refused, as is all that is not a time to count with: an end
 * before its start, a negative open time, a deadline of a calendar that never opens. A calendar knows only the holidays
 * it was given: behind the last of them every week is an ordinary one.
 *
 * <p><b>Cost.</b> The first question prepares the years around it, and later ones are answered in tens of nanoseconds
 * from totals; a question far away prepares more. {@link #prepared} gives that form to keep, with methods over
 * {@code long}.
 *
 * <p>Immutable and thread-safe; equal when zone, hours, closures and extra openings are.
 *
 * <pre>{@code
 * WorkingCalendar office = WorkingCalendar.in(ZoneId.of("America/New_York"))
 *         .open(MONDAY, FRIDAY, "09:00", "17:00")
 *         .holiday(LocalDate.of(2024, 12, 25));
 * Instant created = Instant.parse("2024-03-08T21:00:00Z"); // Friday 16:00; clocks change on Sunday
 * office.openTime(created, Instant.parse("2024-03-11T14:00:00Z")); // PT2H
 * office.deadline(created, Duration.ofHours(2)); // 2024-03-11T14:00:00Z
 * }</pre>
 *
 * @since 0.1
 */
public final class WorkingCalendar implements TimeMeasure, Stored {

    private static final long serialVersionUID = 1;

    /** The first instant that calendars answer for. */
    public static final Instant EARLIEST = CalendarRange.START;

    /** The end of what calendars answer for, itself excluded. */
    public static final Instant END = CalendarRange.END;

    private final Timetable timetable;
    private final transient PreparedYears coverage;

    private WorkingCalendar(Timetable timetable) {
        this.timetable = timetable;
        this.coverage = new PreparedYears(this);
    }

    /**
     * Returns a calendar without any hours yet, which never opens.
     *
     * @param zone where its clocks hang
     * @return the calendar, to add hours to
     * @throws NullPointerException if there is no zone
     */
    public static WorkingCalendar in(ZoneId zone) {
        Objects.requireNonNull(zone, "zone must not be null");
        return new WorkingCalendar(new Timetable(zone, List.of(), List.of(), List.of()));
    }

    /**
     * Returns the calendar that a text describes, in the one grammar that every way into this library shares. A text is
     * words in any order, with white space, commas or semicolons between them:
     *
     * <ul>
     *   <li>one zone: {@code Europe/Berlin};
     *   <li>days and behind them hours, any number of both: {@code Mon-Fri 09:00-12:00 13:00-17:00}, {@code Mon Wed
     *       9:00-17:00}. A day is the first three letters or more of its English name. Hours are those of {@link
     *       #open(DayOfWeek, String, String)};
     *   <li>closures, both ends included where they are days: {@code 2026-12-25}, {@code 2026-12-24/2026-12-26}, and
     *       for part of a day {@code 2026-12-24T12:00/18:00} or, longer, {@code 2026-12-24T12:00/2026-12-25T12:00};
     *   <li>extra openings, which are the same behind a plus: {@code +2026-12-19T10:00/16:00}.
     * </ul>
     *
     * <pre>{@code
     * WorkingCalendar shop = WorkingCalendar.parse(
     *         "Mon-Fri 09:00-18:00 Sat 10:00-14:00 Europe/Berlin 2026-12-24T12:00/24:00");
     * shop.openTime(Instant.parse("2026-12-23T23:00:00Z"), Instant.parse("2026-12-24T23:00:00Z")); // PT3H
     * }</pre>
     *
     * @param text the text
     * @return the calendar
     * @throws IllegalArgumentException if there is no zone or more than one, no hours, a word that is none of these, or
     *     a part that the methods of this type refuse
     */
    public static WorkingCalendar parse(String text) {
        return CalendarText.parse(text);
    }

    /**
     * Returns this calendar with what a text adds, in the grammar of {@link #parse} without a zone.
     *
     * @param text such as {@code Mon-Fri 09:00-17:00 2026-12-25}
     * @return the calendar with these hours, closures and extra openings
     * @throws IllegalArgumentException if a word is none of these, or a part is refused
     */
    public WorkingCalendar with(String text) {
        return CalendarText.with(this, text);
    }

    /**
     * Returns a calendar that is open day and night.
     *
     * @param zone where its clocks hang, for the closures that may be added
     * @return the calendar, whose open time is the elapsed time
     * @throws NullPointerException if there is no zone
     */
    public static WorkingCalendar always(ZoneId zone) {
        return in(zone).open(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }

    /**
     * Returns this calendar with hours on one day of the week. A day takes several.
     *
     * @param day the day on which they begin
     * @param opens such as {@code "09:00"}
     * @param closes such as {@code "17:00"}, or {@code "24:00"}; on the next day if not after the opening time
     * @return the calendar with these hours
     * @throws IllegalArgumentException as {@link #open(DayOfWeek, DayOfWeek, LocalTime, LocalTime)} has it, or if a
     *     text is not a time
     */
    public WorkingCalendar open(DayOfWeek day, String opens, String closes) {
        return open(day, day, opens, closes);
    }

    /**
     * Returns this calendar with the same hours on several days of the week.
     *
     * @param first the first day
     * @param last the last day, included; may be before the first, as in Saturday to Monday
     * @param opens such as {@code "09:00"}
     * @param closes such as {@code "17:00"}, or {@code "24:00"}; on the next day if not after the opening time
     * @return the calendar with these hours
     * @throws IllegalArgumentException as {@link #open(DayOfWeek, DayOfWeek, LocalTime, LocalTime)} has it, or if a
     *     text is not a time
     */
    public WorkingCalendar open(DayOfWeek first, DayOfWeek last, String opens, String closes) {
        return open(first, last, WeeklyHours.parseOpens(opens), WeeklyHours.parseCloses(closes));
    }

    /**
     * Returns this calendar with the same hours on several days of the week.
     *
     * @param first the first day
     * @param last the last day, included; may be before the first, as in Saturday to Monday
     * @param opens the opening time
     * @param closes the closing time, on the next day if not after the opening time; midnight is the end of the day
     * @return the calendar with these hours
     * @throws IllegalArgumentException if both times are the same, unless they are midnight, a time is finer than a
     *     millisecond, or hours overlap; the message has both
     */
    public WorkingCalendar open(DayOfWeek first, DayOfWeek last, LocalTime opens, LocalTime closes) {
        List<WeeklyHours> hours = new ArrayList<>();
        hours.add(WeeklyHours.of(first, opens, closes));
        for (DayOfWeek day = first; day != last; ) {
            day = day.plus(1);
            hours.add(WeeklyHours.of(day, opens, closes));
        }
        return new WorkingCalendar(timetable.withWeekly(hours));
    }

    /**
     * Returns this calendar closed on a date, from midnight to midnight.
     *
     * @param date the holiday
     * @return the calendar with this holiday
     * @throws IllegalArgumentException if the date is out of range
     */
    public WorkingCalendar holiday(LocalDate date) {
        return holidays(List.of(date));
    }

    /**
     * Returns this calendar closed on several dates in a row, from midnight to midnight.
     *
     * @param first the first holiday
     * @param last the last holiday, included
     * @return the calendar with these holidays
     * @throws IllegalArgumentException if the last date is before the first, or a date is out of range
     */
    public WorkingCalendar holiday(LocalDate first, LocalDate last) {
        return new WorkingCalendar(timetable.withClosed(List.of(LocalSpan.ofDays(first, last))));
    }

    /**
     * Returns this calendar closed on many dates, from midnight to midnight.
     *
     * @param dates the holidays
     * @return the calendar with these holidays
     * @throws IllegalArgumentException if a date is out of range
     */
    public WorkingCalendar holidays(Collection<LocalDate> dates) {
        return new WorkingCalendar(
                timetable.withClosed(dates.stream().map(LocalSpan::ofDay).toList()));
    }

    /**
     * Returns this calendar closed for a stretch of wall time: part of a day, or more than days.
     *
     * @param from when it closes
     * @param until when the closure ends
     * @return the calendar with this closure
     * @throws IllegalArgumentException if {@code until} is not after {@code from}, or a time is out of range or finer
     *     than a millisecond
     */
    public WorkingCalendar closed(LocalDateTime from, LocalDateTime until) {
        return new WorkingCalendar(timetable.withClosed(List.of(new LocalSpan(from, until))));
    }

    /**
     * Returns this calendar open for a stretch of wall time, whatever the day of the week and the closures.
     *
     * @param from when it opens
     * @param until when the extra opening ends
     * @return the calendar with this extra opening
     * @throws IllegalArgumentException if {@code until} is not after {@code from}, or a time is out of range or finer
     *     than a millisecond
     */
    public WorkingCalendar extra(LocalDateTime from, LocalDateTime until) {
        return new WorkingCalendar(timetable.withExtra(List.of(new LocalSpan(from, until))));
    }

    /**
     * Returns the zone.
     *
     * @return where its clocks hang
     */
    public ZoneId zone() {
        return timetable.zone();
    }

    /**
     * Returns this calendar worked out for a span, for many questions.
     *
     * @param from the start of the span, rounded down to the millisecond
     * @param to the end of the span, rounded up to the millisecond
     * @return the prepared calendar
     * @throws IllegalArgumentException if {@code to} is not after {@code from}, one of them out of range, or so many
     *     openings lie between them that they would not fit in memory; that takes more than 16 openings a week, and
     *     centuries
     */
    public PreparedCalendar prepared(Instant from, Instant to) {
        CalendarRange.check("from", from);
        if (!to.equals(CalendarRange.END)) {
            CalendarRange.check("to", to);
        }
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("to must be after from " + from + ", got " + to);
        }
        Instant end = to.truncatedTo(ChronoUnit.MILLIS);
        return new PreparedCalendar(
                this, from.truncatedTo(ChronoUnit.MILLIS), end.equals(to) ? end : end.plusMillis(1));
    }

    /**
     * Returns the open time between two instants, to the nanosecond.
     *
     * @param from the start
     * @param to the end, not before the start
     * @return how long it was open in [from, to), zero or more
     * @throws IllegalArgumentException if {@code to} is before {@code from}, or one of them out of range
     */
    public Duration openTime(Instant from, Instant to) {
        return covering("from", from, "to", to).openTime(from, to);
    }

    /** The same as {@link #openTime}. */
    @Override
    public Duration between(Instant from, Instant to) {
        return openTime(from, to);
    }

    /**
     * Returns the open time of each of many spans in milliseconds.
     *
     * @param from the starts in epoch milliseconds
     * @param to the ends in epoch milliseconds, none before its start
     * @return how many milliseconds it was open in each [from, to), in the same order
     * @throws IllegalArgumentException if the arrays differ in length, an end is before its start or a time out of
     *     range; the message has the index
     */
    public long[] openMillis(long[] from, long[] to) {
        PreparedCalendar.requireSameLength(from, to);
        if (from.length == 0) {
            return new long[0];
        }
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int i = 0; i < from.length; i++) {
            first = Math.min(first, CalendarRange.check("from", from[i], i));
            last = Math.max(last, CalendarRange.check("to", to[i], i));
        }
        return coverage.of(Instant.ofEpochMilli(first), Instant.ofEpochMilli(last))
                .openMillis(from, to);
    }

    /**
     * Returns the deadline: when so much open time has gone by since a start.
     *
     * <p>It is the earliest instant with {@code openTime(start, deadline) = open}. So an open time that ends at closing
     * time is due at closing time, not at the next opening, and with no open time at all the deadline is the start,
     * open or not.
     *
     * @param start the start, in open hours or not
     * @param open the open time to go by, not negative
     * @return the deadline, not before the start
     * @throws IllegalArgumentException if the open time is negative, the start out of range, the calendar never opens,
     *     or does not open for so long before the year 2400
     */
    public Instant deadline(Instant start, Duration open) {
        PreparedCalendar prepared = covering("start", start, "start", start);
        Instant deadline = prepared.find(start, open);
        while (deadline == null) {
            requireOpenings();
            PreparedCalendar further = coverage.beyond(prepared, start);
            if (further == null) {
                return prepared.deadline(start, open);
            }
            prepared = further;
            deadline = prepared.find(start, open);
        }
        return deadline;
    }

    /**
     * Returns the open time that is left until a deadline.
     *
     * @param now the present
     * @param deadline the deadline
     * @return the open time from now to the deadline; behind the deadline the open time since then as a negative
     *     duration
     * @throws IllegalArgumentException if one of them is out of range
     */
    public Duration remaining(Instant now, Instant deadline) {
        return covering("now", now, "deadline", deadline).remaining(now, deadline);
    }

    /**
     * Tells whether it is open.
     *
     * @param instant when
     * @return whether it is open; at the instant of closing it is not
     * @throws IllegalArgumentException if the instant is out of range
     */
    public boolean openAt(Instant instant) {
        return covering("instant", instant, "instant", instant).openAt(instant);
    }

    /**
     * Returns when it is open next.
     *
     * @param instant from when on
     * @return the instant itself if it is open then, else when it opens
     * @throws IllegalArgumentException if the instant is out of range, the calendar never opens, or not again before
     *     the year 2400
     */
    public Instant nextOpening(Instant instant) {
        PreparedCalendar prepared = covering("instant", instant, "instant", instant);
        Instant next = prepared.findOpening(instant);
        while (next == null) {
            requireOpenings();
            PreparedCalendar further = coverage.beyond(prepared, instant);
            if (further == null) {
                return prepared.nextOpening(instant);
            }
            prepared = further;
            next = prepared.findOpening(instant);
        }
        return next;
    }

    /**
     * Returns the openings of a span: the evidence behind its open time.
     *
     * @param from the start
     * @param to the end, not before the start
     * @return the stretches of open time in [from, to) in order; they neither overlap nor touch, and add up to the open
     *     time
     * @throws IllegalArgumentException if {@code to} is before {@code from}, or one of them out of range
     */
    public List<Opening> openings(Instant from, Instant to) {
        return covering("from", from, "to", to).openings(from, to);
    }

    /**
     * Returns this calendar as a text in the grammar of {@link #parse}.
     *
     * @return such as {@code Europe/Paris Mon 09:00-17:00 2026-12-25}; {@code parse} gives an equal calendar if it ever
     *     opens
     */
    public String text() {
        return CalendarText.of(timetable);
    }

    Timetable timetable() {
        return timetable;
    }

    private PreparedCalendar covering(String name, Instant instant, String otherName, Instant other) {
        return coverage.of(CalendarRange.check(name, instant), CalendarRange.check(otherName, other));
    }

    private void requireOpenings() {
        if (timetable.neverOpens()) {
            throw new IllegalArgumentException(
                    "calendar must open at some time, got neither weekly hours nor extra openings");
        }
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("WorkingCalendar", 1).with("text", text());
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the calendar
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static WorkingCalendar ofStored(StoredForm form) {
        return form.expect("WorkingCalendar", 1, "text").parsed("text", CalendarText::ofStored);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorkingCalendar calendar && timetable.equals(calendar.timetable);
    }

    @Override
    public int hashCode() {
        return timetable.hashCode();
    }

    /**
     * Returns the zone, the hours, and how many closures and extra openings there are.
     *
     * @return such as {@code WorkingCalendar[Europe/Paris, MONDAY 09:00-17:00, closures=10, extra openings=0]}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("WorkingCalendar[").append(timetable.zone());
        timetable.weekly().forEach(hours -> text.append(", ").append(hours));
        return text.append(", closures=")
                .append(timetable.closed().size())
                .append(", extra openings=")
                .append(timetable.extra().size())
                .append(']')
                .toString();
    }
}

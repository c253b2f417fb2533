package io.cxmetrics.time;

import io.cxmetrics.StoredForm;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@linkplain WorkingCalendar working calendar} worked out for a span: the fast form for millions of questions.
 *
 * <p>The answers are those of the calendar. They come from totals of open time that were added up in advance: an open
 * time is two look-ups and a subtraction, a deadline one look-up, whatever the length of the span; nothing is stepped
 * through, and the methods that return {@code long} allocate nothing. Two years of office hours take well under a
 * millisecond and about 50 KB to prepare.
 *
 * <p><b>Span.</b> Only instants in the prepared span are answered; any other is an {@link IllegalArgumentException}
 * that says so, and never a total that silently ends at the border. {@link WorkingCalendar} itself answers for any
 * instant, and prepares what it needs on the way.
 *
 * <p>Immutable and thread-safe. Serialized as the definition and the span, and worked out anew on arrival.
 *
 * <pre>{@code
 * WorkingCalendar office = WorkingCalendar.in(ZoneId.of("America/New_York")).open(MONDAY, FRIDAY, "09:00", "17:00");
 * PreparedCalendar year = office.prepared(Instant.parse("2024-01-01T00:00:00Z"), Instant.parse(
 *         "2025-01-01T00:00:00Z"));
 * long[] created = {Instant.parse("2024-03-08T21:00:00Z").toEpochMilli()}; // Friday 16:00; clocks change on Sunday
 * long[] closed = {Instant.parse("2024-03-11T14:00:00Z").toEpochMilli()}; // Monday 10:00
 * Arrays.toString(year.openMillis(created, closed)); // [7200000]
 * }</pre>
 *
 * @since 0.1
 */
public final class PreparedCalendar implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private final WorkingCalendar calendar;
    private final Instant start;
    private final Instant end;
    private final long startMillis;
    private final long endMillis;
    private final OpenTable table;

    /** Takes whole milliseconds. */
    PreparedCalendar(WorkingCalendar calendar, Instant start, Instant end) {
        this.calendar = calendar;
        this.start = start;
        this.end = end;
        startMillis = start.toEpochMilli();
        endMillis = end.toEpochMilli();
        table = calendar.timetable().between(start, end);
    }

    /**
     * Returns the definition.
     *
     * @return the calendar that was prepared
     */
    public WorkingCalendar calendar() {
        return calendar;
    }

    /**
     * Returns where the prepared span starts.
     *
     * @return the first instant that is answered
     */
    public Instant startInclusive() {
        return start;
    }

    /**
     * Returns where the prepared span ends.
     *
     * @return the instant behind the last that is answered; a span to measure may end here
     */
    public Instant endExclusive() {
        return end;
    }

    /**
     * Returns the open time between two instants, to the nanosecond.
     *
     * @param from the start
     * @param to the end, not before the start
     * @return how long it was open in [from, to), zero or more
     * @throws IllegalArgumentException if {@code to} is before {@code from}, or one of them outside the prepared span
     */
    public Duration openTime(Instant from, Instant to) {
        long open = openBetween(from, to);
        long nanos = open % 1000 * NANOS_PER_MILLI + openNanos(to) - openNanos(from);
        return Duration.ofSeconds(open / 1000, nanos);
    }

    /**
     * Returns the open time between two instants in milliseconds, without an object for it.
     *
     * @param from the start
     * @param to the end, not before the start
     * @return the whole milliseconds of {@link #openTime}
     * @throws IllegalArgumentException if {@code to} is before {@code from}, or one of them outside the prepared span
     */
    public long openMillis(Instant from, Instant to) {
        long open = openBetween(from, to);
        return openNanos(to) < openNanos(from) ? open - 1 : open;
    }

    /** The open time from the start of one millisecond to the start of another. */
    private long openBetween(Instant from, Instant to) {
        within("from", from);
        within("to", to);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to must not be before from " + from + ", got " + to);
        }
        return table.openBefore(to.toEpochMilli()) - table.openBefore(from.toEpochMilli());
    }

    /**
     * Returns the open time between two instants in milliseconds.
     *
     * @param from the start in epoch milliseconds
     * @param to the end in epoch milliseconds, not before the start
     * @return how many milliseconds it was open in [from, to), zero or more
     * @throws IllegalArgumentException if {@code to} is before {@code from}, or one of them outside the prepared span
     */
    public long openMillis(long from, long to) {
        if (from < startMillis || to > endMillis || to < from) {
            throw refused(from, to, -1);
        }
        return table.openBefore(to) - table.openBefore(from);
    }

    /**
     * Returns the open time of each of many spans in milliseconds.
     *
     * @param from the starts in epoch milliseconds
     * @param to the ends in epoch milliseconds, none before its start
     * @return how many milliseconds it was open in each [from, to), in the same order
     * @throws IllegalArgumentException if the arrays differ in length, or a span is refused as {@link #openMillis(long,
     *     long)} would; the message has its index
     */
    public long[] openMillis(long[] from, long[] to) {
        requireSameLength(from, to);
        long[] open = new long[from.length];
        for (int i = 0; i < open.length; i++) {
            if (from[i] < startMillis || to[i] > endMillis || to[i] < from[i]) {
                throw refused(from[i], to[i], i);
            }
            open[i] = table.openBefore(to[i]) - table.openBefore(from[i]);
        }
        return open;
    }

    /**
     * Returns when so much open time has gone by since a start.
     *
     * @param start the start
     * @param open the open time to go by, not negative
     * @return the earliest instant with that open time since the start, as {@link WorkingCalendar#deadline} defines it
     * @throws IllegalArgumentException if the open time is negative, the start outside the prepared span, or there is
     *     not so much open time left in it
     */
    public Instant deadline(Instant start, Duration open) {
        Instant deadline = find(start, open);
        if (deadline == null) {
            throw new IllegalArgumentException("open must be at most " + openTime(start, end)
                    + ", all that is open from " + start + " to the end of the calendar at " + end + ", got " + open);
        }
        return deadline;
    }

    /** The deadline, or null if it is behind the span. */
    @Nullable
    Instant find(Instant start, Duration open) {
        within("start", start);
        if (open.isNegative()) {
            throw new IllegalArgumentException("open must not be negative, got " + open);
        }
        if (open.isZero()) {
            return start;
        }
        // Compared in seconds first: a huge duration has more nanoseconds, and even milliseconds, than a long holds.
        if (open.toSeconds() > table.total() / 1000) {
            return null;
        }
        Duration due = Duration.ofMillis(table.openBefore(start.toEpochMilli()))
                .plus(open)
                .plusNanos(openNanos(start));
        int nanos = due.toNanosPart() % NANOS_PER_MILLI;
        // Openings are whole milliseconds: the one that holds the end of a started millisecond holds its start.
        long millis = nanos == 0 ? due.toMillis() : due.toMillis() + 1;
        if (millis > table.total()) {
            return null;
        }
        return Instant.ofEpochMilli(nanos == 0 ? table.whenOpen(millis) : table.whenOpen(millis) - 1)
                .plusNanos(nanos);
    }

    /**
     * Returns when so many milliseconds of open time have gone by since a start.
     *
     * @param start the start in epoch milliseconds
     * @param open the open time to go by in milliseconds, not negative
     * @return the earliest instant with that open time since the start, in epoch milliseconds
     * @throws IllegalArgumentException as {@link #deadline(Instant, Duration)} has it
     */
    public long deadlineMillis(long start, long open) {
        if (start < startMillis || start > endMillis || open <= 0) {
            return deadline(Instant.ofEpochMilli(start), Duration.ofMillis(open))
                    .toEpochMilli();
        }
        long before = table.openBefore(start);
        return open > table.total() - before
                ? deadline(Instant.ofEpochMilli(start), Duration.ofMillis(open)).toEpochMilli()
                : table.whenOpen(before + open);
    }

    /**
     * Returns the open time that is left until a deadline.
     *
     * @param now the present
     * @param deadline the deadline
     * @return the open time from now to the deadline; behind the deadline the open time since then as a negative
     *     duration
     * @throws IllegalArgumentException if one of them is outside the prepared span
     */
    public Duration remaining(Instant now, Instant deadline) {
        within("now", now);
        within("deadline", deadline);
        return deadline.isBefore(now) ? openTime(deadline, now).negated() : openTime(now, deadline);
    }

    /**
     * Tells whether it is open.
     *
     * @param instant when
     * @return whether it is open; at the instant of closing it is not
     * @throws IllegalArgumentException if the instant is outside the prepared span
     */
    public boolean openAt(Instant instant) {
        return table.openAt(inside("instant", instant).toEpochMilli());
    }

    /**
     * Returns when it is open next.
     *
     * @param instant from when on
     * @return the instant itself if it is open then, else when it opens
     * @throws IllegalArgumentException if the instant is outside the prepared span, or it does not open again in it
     */
    public Instant nextOpening(Instant instant) {
        Instant next = findOpening(instant);
        if (next == null) {
            throw new IllegalArgumentException(
                    "instant must have an opening after it, got " + instant + " with none until " + end);
        }
        return next;
    }

    /** The next opening, or null if there is none in the span. */
    @Nullable
    Instant findOpening(Instant instant) {
        long millis = inside("instant", instant).toEpochMilli();
        if (table.openAt(millis)) {
            return instant;
        }
        int next = table.last(millis) + 1;
        return next == table.size() ? null : Instant.ofEpochMilli(table.opens(next));
    }

    /**
     * Returns the openings of a span: the evidence behind its open time.
     *
     * @param from the start
     * @param to the end, not before the start
     * @return the stretches of open time in [from, to) in order; they neither overlap nor touch, and add up to the open
     *     time
     * @throws IllegalArgumentException if {@code to} is before {@code from}, or one of them outside the prepared span
     */
    public List<Opening> openings(Instant from, Instant to) {
        List<Opening> openings = new ArrayList<>();
        if (openTime(from, to).isZero()) {
            return List.of();
        }
        int last = table.last(to.toEpochMilli());
        for (int i = Math.max(table.last(from.toEpochMilli()), 0); i <= last; i++) {
            Instant opens = Instant.ofEpochMilli(table.opens(i));
            Instant closes = Instant.ofEpochMilli(table.closes(i));
            Instant first = opens.isBefore(from) ? from : opens;
            Instant end = closes.isAfter(to) ? to : closes;
            if (first.isBefore(end)) {
                openings.add(new Opening(first, end));
            }
        }
        return List.copyOf(openings);
    }

    /** Tells whether the span covers an instant. */
    boolean covers(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    static void requireSameLength(long[] from, long[] to) {
        if (from.length != to.length) {
            throw new IllegalArgumentException(
                    "from and to must have the same length, got " + from.length + " and " + to.length);
        }
    }

    /** The part of an instant below its millisecond, if that is open. */
    private int openNanos(Instant instant) {
        int nanos = instant.getNano() % NANOS_PER_MILLI;
        long millis = instant.getEpochSecond() * 1000 + instant.getNano() / NANOS_PER_MILLI;
        return nanos != 0 && table.openAt(millis) ? nanos : 0;
    }

    private void within(String name, Instant instant) {
        if (instant.isBefore(start) || instant.isAfter(end)) {
            throw new IllegalArgumentException(
                    name + " must be in the prepared span [" + start + ", " + end + "], got " + instant);
        }
    }

    private Instant inside(String name, Instant instant) {
        if (!covers(instant)) {
            throw new IllegalArgumentException(
                    name + " must be in the prepared span [" + start + ", " + end + "), got " + instant);
        }
        return instant;
    }

    private IllegalArgumentException refused(long from, long to, int index) {
        String where = index < 0 ? "" : " at index " + index;
        if (to < from) {
            return new IllegalArgumentException("to must not be before from " + from + ", got " + to + where);
        }
        boolean early = from < startMillis;
        return new IllegalArgumentException((early ? "from" : "to") + " must be in the prepared span [" + startMillis
                + ", " + endMillis + "], got " + (early ? from : to) + where);
    }

    /**
     * Returns the span and the definition.
     *
     * @return such as {@code PreparedCalendar[2024-01-01T00:00:00Z to 2025-01-01T00:00:00Z, WorkingCalendar[...]]}
     */
    @Override
    public String toString() {
        return "PreparedCalendar[" + start + " to " + end + ", " + calendar + "]";
    }

    private Object writeReplace() {
        return new Written(calendar, start, end);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    /** What travels. Tables do not: they are worked out anew, through the checks. */
    private record Written(WorkingCalendar calendar, Instant start, Instant end) implements Serializable {

        private Object readResolve() {
            return calendar.prepared(start, end);
        }
    }
}

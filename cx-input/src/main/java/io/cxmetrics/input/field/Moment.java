package io.cxmetrics.input.field;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/**
 * A date or a time as a file has it: on the calendar and the clock of the place where it was written, with the offset
 * from UTC if that was written too. It becomes an instant or a calendar day in a zone, which the question names.
 *
 * <p>A time with an offset is an instant by itself, and its day depends on the zone. A time without one is taken as
 * written: its day is its own, and its instant depends on the zone. A date alone is the midnight it starts with.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Moment moment = Dates.ISO.read("2026-03-01 23:30 -05:00").get();
 * moment.instant(ZoneOffset.UTC); // 2026-03-02T04:30:00Z
 * moment.date(ZoneOffset.UTC); // 2026-03-02
 * moment.written(); // 2026-03-01T23:30
 * }</pre>
 *
 * @since 0.1
 */
public final class Moment {

    private static final int NO_OFFSET = Integer.MIN_VALUE;
    private static final int DAY = 86_400;

    private final long second;
    private final int nano;
    private final int offset;
    private final boolean dateOnly;

    private Moment(long second, int nano, int offset, boolean dateOnly) {
        this.second = second;
        this.nano = nano;
        this.offset = offset;
        this.dateOnly = dateOnly;
    }

    /** A day without a time. */
    static Moment ofDay(long epochDay) {
        return new Moment(Math.multiplyExact(epochDay, (long) DAY), 0, NO_OFFSET, true);
    }

    /** A time without an offset. */
    static Moment ofLocal(long epochDay, long secondOfDay, int nano) {
        return new Moment(Math.addExact(Math.multiplyExact(epochDay, (long) DAY), secondOfDay), nano, NO_OFFSET, false);
    }

    /** A time with an offset, in seconds east of UTC. */
    static Moment ofOffset(long epochDay, long secondOfDay, int nano, int offset) {
        return new Moment(Math.addExact(Math.multiplyExact(epochDay, (long) DAY), secondOfDay), nano, offset, false);
    }

    /**
     * Tells whether an offset or a zone was written, so that the instant is known without asking for a zone.
     *
     * @return true if one was
     */
    public boolean hasOffset() {
        return offset != NO_OFFSET;
    }

    /**
     * Tells whether there is a day and no time.
     *
     * @return true if so
     */
    public boolean isDateOnly() {
        return dateOnly;
    }

    /**
     * Returns the date and time as written.
     *
     * @return the local date and time, whatever the offset
     */
    public LocalDateTime written() {
        return LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC);
    }

    /**
     * Returns the day as written.
     *
     * @return the local date, whatever the offset
     */
    public LocalDate writtenDate() {
        return LocalDate.ofEpochDay(Math.floorDiv(second, (long) DAY));
    }

    /**
     * Returns the place in time.
     *
     * @param zone the zone of times without an offset
     * @return the instant; a time that a change of the clock leaves out moves forward by the length of the gap, and of
     *     one that comes twice the first counts
     */
    public Instant instant(ZoneId zone) {
        if (hasOffset()) {
            return Instant.ofEpochSecond(second - offset, nano);
        }
        ZoneRules rules = zone.getRules();
        if (rules.isFixedOffset()) {
            return Instant.ofEpochSecond(second - rules.getOffset(Instant.EPOCH).getTotalSeconds(), nano);
        }
        return written().atZone(zone).toInstant();
    }

    /**
     * Returns the calendar day.
     *
     * @param zone the zone that days are counted in
     * @return the day in the zone of a time with an offset; the day as written of any other
     */
    public LocalDate date(ZoneId zone) {
        return hasOffset() ? LocalDate.ofInstant(instant(zone), zone) : writtenDate();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Moment that
                && second == that.second
                && nano == that.nano
                && offset == that.offset
                && dateOnly == that.dateOnly;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(second) * 31 * 31 + nano * 31 + offset;
    }

    /**
     * Returns the moment in the form of ISO 8601.
     *
     * @return such as {@code 2026-03-01}, {@code 2026-03-01T23:30} or {@code 2026-03-01T23:30-05:00}
     */
    @Override
    public String toString() {
        return dateOnly
                ? writtenDate().toString()
                : written() + (hasOffset() ? ZoneOffset.ofTotalSeconds(offset).toString() : "");
    }
}

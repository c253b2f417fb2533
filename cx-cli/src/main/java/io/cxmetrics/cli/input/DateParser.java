package io.cxmetrics.cli.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates and times. A time with an offset or a zone is an instant, and its calendar day is that of the zone asked
 * for; a time without one is taken as written. Days and months in an order that differs by country are never guessed.
 */
public final class DateParser {

    private static final List<DateTimeFormatter> KNOWN = List.of(known("uuuu-MM-dd"), known("uuuu/MM/dd"));

    /** Patterns by name, of what no pattern can say: the time since 1970 in UTC. */
    private static final Map<String, DateTimeFormatter> EPOCH = Map.of(
            "epoch-seconds",
            since1970(new DateTimeFormatterBuilder()
                    .appendValue(ChronoField.INSTANT_SECONDS, 1, 12, SignStyle.NOT_NEGATIVE)
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)),
            "epoch-millis",
            since1970(new DateTimeFormatterBuilder()
                    .appendValue(ChronoField.INSTANT_SECONDS, 1, 12, SignStyle.NOT_NEGATIVE)
                    .appendValue(ChronoField.MILLI_OF_SECOND, 3)));

    private static final ZonedDateTime SAMPLE = ZonedDateTime.of(2026, 12, 25, 10, 30, 0, 0, ZoneOffset.UTC);

    private final List<DateTimeFormatter> formats;
    private final @Nullable ZoneId zone;

    private static DateTimeFormatter known(String date) {
        return new DateTimeFormatterBuilder()
                .appendPattern(date + "[['T'][' ']HH:mm[:ss]")
                .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                .appendPattern("[' '][XXX][XX][X]]")
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static DateTimeFormatter since1970(DateTimeFormatterBuilder digits) {
        return digits.toFormatter(Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    public DateParser(@Nullable String pattern, @Nullable ZoneId zone) {
        this.zone = zone;
        try {
            this.formats = new ArrayList<>(pattern == null ? KNOWN : List.of(asked(pattern)));
        } catch (IllegalArgumentException e) {
            throw CliException.usage("--date-format: " + e.getMessage());
        } catch (DateTimeException e) {
            throw CliException.usage("--date-format: must give a day, a month and a year, got " + pattern);
        }
    }

    /** Strict, for 31.02. is no date; yyyy is a year of our era, as all who write it mean. */
    private static DateTimeFormatter asked(String pattern) {
        DateTimeFormatter epoch = EPOCH.get(pattern);
        if (epoch != null) {
            return epoch;
        }
        DateTimeFormatter format = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
        LocalDate.from(format.parse(format.format(SAMPLE)));
        return format;
    }

    /**
     * A date as found.
     *
     * @param date its calendar day, in the zone asked for
     * @param at its place in time, for telling earlier from later
     */
    public record Found(LocalDate date, Instant at) {}

    /** Returns the date, or null if the text is none. */
    public @Nullable Found parse(String text) {
        String trimmed = text.strip();
        for (int i = 0; i < formats.size(); i++) {
            try {
                TemporalAccessor parsed = formats.get(i).parse(trimmed);
                // A file has one format as a rule: what fitted once is tried first from now on.
                Collections.swap(formats, 0, i);
                return found(parsed);
            } catch (DateTimeException e) {
                // the next format may fit
            }
        }
        return null;
    }

    private Found found(TemporalAccessor parsed) {
        LocalDate date = LocalDate.from(parsed);
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new DateTimeException("a slip of the pen rather than a year");
        }
        LocalTime time = parsed.query(TemporalQueries.localTime());
        LocalDateTime local = date.atTime(time == null ? LocalTime.MIDNIGHT : time);
        ZoneId written = parsed.query(TemporalQueries.zone());
        if (written == null) {
            return new Found(
                    date, local.atZone(zone == null ? ZoneOffset.UTC : zone).toInstant());
        }
        if (zone == null) {
            throw CliException.usage(
                    "--zone: is needed to tell the calendar day of a time with an offset, such as " + local + written);
        }
        Instant at = local.atZone(written).toInstant();
        return new Found(LocalDate.ofInstant(at, zone), at);
    }
}

package io.cxmetrics.input.field;

import io.cxmetrics.input.InputException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of dates, with the months and weekdays of a language. Names are put into English before the formatter of
 * the JDK sees them, because it knows one spelling of each: Sept. but not Sep.
 */
final class DatePattern {

    private static final ZonedDateTime SAMPLE = ZonedDateTime.of(2026, 12, 25, 10, 30, 0, 0, ZoneOffset.UTC);

    private final DateTimeFormatter formatter;
    private final DateWords words;

    DatePattern(String pattern, Locale locale) {
        this.words = new DateWords(pattern, locale);
        try {
            this.formatter = new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(english(pattern))
                    // yyyy is a year of our era, as all who write it mean
                    .parseDefaulting(ChronoField.ERA, 1)
                    .toFormatter(Locale.ENGLISH)
                    // 31 February is no date
                    .withResolverStyle(ResolverStyle.STRICT);
            LocalDate.from(formatter.parse(formatter.format(SAMPLE)));
        } catch (IllegalArgumentException e) {
            throw InputException.request("date pattern " + pattern + ": " + e.getMessage());
        } catch (DateTimeException e) {
            throw InputException.request("date pattern must give a day, a month and a year, got " + pattern);
        }
    }

    /** Names in their short form, and hours with one digit or two. */
    private static String english(String pattern) {
        StringBuilder english = new StringBuilder();
        boolean literal = false;
        for (int i = 0; i < pattern.length(); ) {
            char c = pattern.charAt(i);
            int end = i + 1;
            literal ^= c == '\'';
            if (!literal) {
                while (c != '\'' && end < pattern.length() && pattern.charAt(end) == c) {
                    end++;
                }
            }
            int run = end - i;
            boolean hour = (c == 'H' || c == 'h') && end < pattern.length() && pattern.charAt(end) == ':';
            if (literal) {
                english.append(c);
            } else if ((c == 'M' || c == 'L') && run > 2) {
                english.append("MMM");
            } else if (c == 'E') {
                english.append("EEE");
            } else {
                english.append(String.valueOf(c).repeat(hour ? 1 : run));
            }
            i = end;
        }
        return english.toString();
    }

    /** Returns null for a text of another form. */
    @Nullable
    Moment read(String text) {
        try {
            return moment(formatter.parse(words.english(text)));
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable Moment moment(TemporalAccessor parsed) {
        LocalDate date = LocalDate.from(parsed);
        if (date.getYear() < 1 || date.getYear() > 9999) {
            return null; // a slip of the pen rather than a year
        }
        LocalTime time = parsed.query(TemporalQueries.localTime());
        if (time == null) {
            return Moment.ofDay(date.toEpochDay());
        }
        int nano = time.get(ChronoField.NANO_OF_SECOND);
        ZoneId zone = parsed.query(TemporalQueries.zone());
        if (zone == null) {
            return Moment.ofLocal(date.toEpochDay(), time.toSecondOfDay(), nano);
        }
        int offset = LocalDateTime.of(date, time).atZone(zone).getOffset().getTotalSeconds();
        return Moment.ofOffset(date.toEpochDay(), time.toSecondOfDay(), nano, offset);
    }
}

package io.cxmetrics.spark.catalyst;

import io.cxmetrics.time.WorkingCalendar;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a calendar from words such as {@code Mon-Fri 09:00-18:00 Sat 10:00-14:00 Europe/Berlin 2026-12-25}, with commas between
 * them or without: days before their hours, one zone, and holidays.
 */
final class CalendarText {

    private static final Pattern BETWEEN = Pattern.compile("[\\s,]+");
    private static final Pattern HOURS = Pattern.compile("\\d{1,2}:\\d\\d-\\d{1,2}:\\d\\d");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final int SHORTEST_DAY = 3;

    private CalendarText() {}

    /** Returns the calendar, or what is wrong with the text as an {@link IllegalArgumentException}. */
    static WorkingCalendar parse(String text) {
        List<String> words = List.of(BETWEEN.split(text.strip(), -1));
        WorkingCalendar calendar = WorkingCalendar.in(zone(words, text));
        String days = null;
        boolean open = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (HOURS.matcher(word).matches()) {
                calendar = opened(calendar, days, word, text);
                open = true;
            } else if (DATE.matcher(word).matches()) {
                calendar = calendar.holiday(date(word));
            } else if (beforeHours(words, i)) {
                days = word;
            }
        }
        if (!open) {
            throw new IllegalArgumentException("calendar must have hours such as Mon-Fri 09:00-18:00, got " + text);
        }
        return calendar;
    }

    private static boolean beforeHours(List<String> words, int index) {
        return index + 1 < words.size() && HOURS.matcher(words.get(index + 1)).matches();
    }

    /** The only word that is neither hours, nor the days before them, nor a date. */
    private static ZoneId zone(List<String> words, String text) {
        String zone = null;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean other = HOURS.matcher(word).matches() || DATE.matcher(word).matches() || beforeHours(words, i);
            if (!other && zone != null) {
                throw new IllegalArgumentException(
                        "calendar must name one zone, got " + zone + " and " + word + " in " + text);
            }
            zone = other ? zone : word;
        }
        if (zone == null) {
            throw new IllegalArgumentException("calendar must name a zone such as Europe/Berlin, got " + text);
        }
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("zone must be like Europe/Berlin, got " + zone, e);
        }
    }

    private static WorkingCalendar opened(WorkingCalendar calendar, @Nullable String days, String hours, String text) {
        if (days == null) {
            throw new IllegalArgumentException("hours must come after days such as Mon-Fri, got " + text);
        }
        String[] ends = days.split("-", -1);
        if (ends.length > 2) {
            throw new IllegalArgumentException("days must be like Mon or Mon-Fri, got " + days);
        }
        String[] times = hours.split("-", -1);
        return calendar.open(day(ends[0]), day(ends[ends.length - 1]), times[0], times[1]);
    }

    private static DayOfWeek day(String name) {
        String wanted = name.toUpperCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (wanted.length() >= SHORTEST_DAY && day.name().startsWith(wanted)) {
                return day;
            }
        }
        throw new IllegalArgumentException("weekday must be like Mon, got " + name);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("holiday must be a date like 2026-12-25, got " + text, e);
        }
    }
}

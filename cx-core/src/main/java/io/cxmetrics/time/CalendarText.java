package io.cxmetrics.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The grammar of {@link WorkingCalendar#parse}: words that each add hours, a closure, an extra opening or the zone. */
final class CalendarText {

    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");
    private static final String TIME = "\\d{1,2}:\\d\\d(?::\\d\\d(?:\\.\\d{1,3})?)?";
    private static final String DATE = "\\d{4}-\\d\\d-\\d\\d";
    private static final Pattern HOURS = Pattern.compile("(" + TIME + ")-(" + TIME + ")");
    private static final Pattern DATED = Pattern.compile(
            "(\\+?)(" + DATE + ")(?:T(" + TIME + "))?(?:/(?:(" + DATE + ")(?:T(" + TIME + "))?|(" + TIME + ")))?");

    /** What is meant as a date or a time; a zone such as +02:00 has a sign and no date behind it. */
    private static final Pattern LIKE_A_DATE = Pattern.compile("\\d.*|\\+\\d{4}.*");

    private static final String END_OF_DAY = "24:00";
    private static final int SHORTEST_DAY = 3;

    private final String text;
    private final List<DayOfWeek[]> days = new ArrayList<>();
    private boolean daysUsed = true;
    private WorkingCalendar calendar;

    private CalendarText(WorkingCalendar calendar, String text) {
        this.calendar = calendar;
        this.text = text;
    }

    /** The calendar of a whole text, which names a zone and opens at some time. */
    static WorkingCalendar parse(String text) {
        WorkingCalendar calendar = ofStored(text);
        if (calendar.timetable().neverOpens()) {
            throw new IllegalArgumentException("calendar must have hours such as Mon-Fri 09:00-18:00, got " + text);
        }
        return calendar;
    }

    /** The calendar of a whole text, which names a zone and may have no hours. */
    static WorkingCalendar ofStored(String text) {
        String zone = null;
        List<String> others = new ArrayList<>();
        List<String> words = words(text);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (isHours(word) || LIKE_A_DATE.matcher(word).matches() || isDays(word) || beforeHours(words, i)) {
                others.add(word);
            } else if (zone == null) {
                zone = word;
                // Days go with the hours behind them and with nothing else.
                others.add("");
            } else {
                throw new IllegalArgumentException(
                        "calendar must name one zone, got " + zone + " and " + word + " in " + text);
            }
        }
        if (zone == null) {
            throw new IllegalArgumentException("calendar must name a zone such as Europe/Berlin, got " + text);
        }
        return new CalendarText(WorkingCalendar.in(zone(zone)), text).with(others);
    }

    /** A calendar and the words of a text, which names no zone. */
    static WorkingCalendar with(WorkingCalendar calendar, String text) {
        return new CalendarText(calendar, text).with(words(text));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>(List.of(BETWEEN.split(text, -1)));
        words.removeIf(String::isEmpty);
        return words;
    }

    private static boolean isHours(String word) {
        return HOURS.matcher(word).matches();
    }

    private static boolean beforeHours(List<String> words, int index) {
        return index + 1 < words.size() && isHours(words.get(index + 1));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("zone must be like Europe/Berlin, got " + name, e);
        }
    }

    private WorkingCalendar with(List<String> words) {
        for (String word : words) {
            Matcher hours = HOURS.matcher(word);
            if (hours.matches()) {
                open(hours.group(1), hours.group(2));
            } else if (word.isEmpty() || LIKE_A_DATE.matcher(word).matches()) {
                requireHoursAfterDays();
                days.clear();
                if (!word.isEmpty()) {
                    calendar = dated(word);
                }
            } else {
                if (daysUsed) {
                    days.clear();
                }
                daysUsed = false;
                days.add(days(word));
            }
        }
        requireHoursAfterDays();
        return calendar;
    }

    private void requireHoursAfterDays() {
        if (!daysUsed) {
            throw new IllegalArgumentException("days must come before hours such as 09:00-18:00, got " + text);
        }
    }

    private void open(String opens, String closes) {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("hours must come after days such as Mon-Fri, got " + text);
        }
        daysUsed = true;
        for (DayOfWeek[] ends : days) {
            calendar = calendar.open(ends[0], ends[1], padded(opens), padded(closes));
        }
    }

    private static String padded(String time) {
        return time.charAt(1) == ':' ? "0" + time : time;
    }

    private static boolean isDays(String word) {
        String[] ends = word.split("-", -1);
        return ends.length <= 2 && dayOrNull(ends[0]) != null && dayOrNull(ends[ends.length - 1]) != null;
    }

    private static DayOfWeek[] days(String word) {
        String[] ends = word.split("-", -1);
        if (ends.length > 2) {
            throw new IllegalArgumentException("days must be like Mon or Mon-Fri, got " + word);
        }
        return new DayOfWeek[] {day(ends[0]), day(ends[ends.length - 1])};
    }

    private static DayOfWeek day(String name) {
        DayOfWeek day = dayOrNull(name);
        if (day == null) {
            throw new IllegalArgumentException("weekday must be like Mon, got " + name);
        }
        return day;
    }

    private static @Nullable DayOfWeek dayOrNull(String name) {
        String wanted = name.toUpperCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (wanted.length() >= SHORTEST_DAY && day.name().startsWith(wanted)) {
                return day;
            }
        }
        return null;
    }

    /** A closure, or an extra opening behind a plus: whole days, or from a time to a time. */
    private WorkingCalendar dated(String word) {
        Matcher parts = DATED.matcher(word);
        if (!parts.matches()) {
            throw notDated(word, null);
        }
        String time = parts.group(3);
        String lastDate = parts.group(4);
        String lastTime = parts.group(5) == null ? parts.group(6) : parts.group(5);
        if ((time == null) != (lastTime == null)) {
            throw notDated(word, null);
        }
        boolean extra = !parts.group(1).isEmpty();
        try {
            LocalDate first = LocalDate.parse(parts.group(2));
            LocalDate last = lastDate == null ? first : LocalDate.parse(lastDate);
            if (time == null || lastTime == null) {
                LocalSpan days = LocalSpan.ofDays(first, last);
                return extra ? calendar.extra(days.from(), days.until()) : calendar.holiday(first, last);
            }
            LocalDateTime from = at(first, time);
            LocalDateTime until = at(last, lastTime);
            return extra ? calendar.extra(from, until) : calendar.closed(from, until);
        } catch (DateTimeException e) {
            throw notDated(word, e);
        }
    }

    private static LocalDateTime at(LocalDate date, String time) {
        return time.equals(END_OF_DAY) ? date.plusDays(1).atStartOfDay() : date.atTime(LocalTime.parse(padded(time)));
    }

    private static IllegalArgumentException notDated(String word, @Nullable DateTimeException cause) {
        return new IllegalArgumentException(
                "holiday must be like 2026-12-25, 2026-12-24/2026-12-26 or 2026-12-24T12:00/18:00, got " + word, cause);
    }

    /** The text that {@link #parse} reads a calendar from, if it opens at all. */
    static String of(Timetable timetable) {
        StringBuilder text = new StringBuilder(timetable.zone().getId());
        DayOfWeek before = null;
        for (WeeklyHours hours : timetable.weekly()) {
            if (hours.day() != before) {
                text.append(' ').append(hours.day().getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
            }
            before = hours.day();
            text.append(' ').append(hours.window());
        }
        timetable.closed().forEach(span -> text.append(' ').append(of(span)));
        timetable.extra().forEach(span -> text.append(" +").append(of(span)));
        return text.toString();
    }

    private static String of(LocalSpan span) {
        LocalDate first = span.from().toLocalDate();
        boolean wholeDays = isMidnight(span.from()) && isMidnight(span.until());
        if (!wholeDays) {
            return span.from() + "/" + span.until();
        }
        LocalDate last = span.until().toLocalDate().minusDays(1);
        return first.equals(last) ? first.toString() : first + "/" + last;
    }

    private static boolean isMidnight(LocalDateTime time) {
        return time.equals(time.truncatedTo(ChronoUnit.DAYS));
    }
}

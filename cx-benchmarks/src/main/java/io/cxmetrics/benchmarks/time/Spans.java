package io.cxmetrics.benchmarks.time;

import io.cxmetrics.time.PreparedCalendar;
import io.cxmetrics.time.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

/** Made-up times from a question to its answer, of up to 60 days within two years, and the hours of who answers. */
final class Spans {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final LocalTime OPENS = LocalTime.of(9, 0);
    static final LocalTime CLOSES = LocalTime.of(18, 0);

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-01-01T00:00:00Z");
    private static final long DAY = 86_400_000;
    private static final Set<LocalDate> HOLIDAYS = holidays();

    final PreparedCalendar calendar;
    final long[] from;
    final long[] to;
    final Instant[] firsts;
    final Instant[] lasts;

    private Spans(long[] from, long[] to) {
        this.calendar = calendar();
        this.from = from;
        this.to = to;
        this.firsts = Arrays.stream(from).mapToObj(Instant::ofEpochMilli).toArray(Instant[]::new);
        this.lasts = Arrays.stream(to).mapToObj(Instant::ofEpochMilli).toArray(Instant[]::new);
    }

    static Spans of(int size) {
        SplittableRandom random = new SplittableRandom(50);
        long[] from = new long[size];
        long[] to = new long[size];
        for (int i = 0; i < size; i++) {
            from[i] = START.toEpochMilli() + random.nextLong(670 * DAY);
            to[i] = from[i] + random.nextLong(60 * DAY);
        }
        return new Spans(from, to);
    }

    /** Two years of Monday to Friday, with ten holidays in each. */
    static PreparedCalendar calendar() {
        return WorkingCalendar.in(ZONE)
                .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, OPENS, CLOSES)
                .holidays(HOLIDAYS)
                .prepared(START, END);
    }

    private static Set<LocalDate> holidays() {
        Set<LocalDate> holidays = new HashSet<>();
        for (int year = 2024; year < 2026; year++) {
            for (int month = 1; month <= 10; month++) {
                holidays.add(LocalDate.of(year, month, 1 + month));
            }
        }
        return holidays;
    }

    static boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !HOLIDAYS.contains(day);
    }

    static long millis(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant().toEpochMilli();
    }
}

package io.cxmetrics.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A calendar as one would tell it: is it open at this instant? Open time is a walk from instant to instant with that
 * question. Slow, and with nothing of the calendar under test but the meaning.
 */
final class PlainCalendar {

    /** A window of the week, in minutes from midnight of its day. */
    record Window(DayOfWeek day, int opens, int length) {}

    /** A dated stretch of wall time. */
    record Stretch(LocalDateTime from, LocalDateTime until) {}

    private record Times(Instant from, Instant until) {
        boolean hold(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(until);
        }
    }

    private static final int MINUTES_OF_DAY = 24 * 60;
    private static final int MINUTES_OF_WEEK = 7 * MINUTES_OF_DAY;

    private final ZoneId zone;
    private final List<Window> weekly = new ArrayList<>();
    private final List<Stretch> closed = new ArrayList<>();
    private final List<Stretch> extra = new ArrayList<>();
    private final boolean[] taken = new boolean[MINUTES_OF_WEEK];
    private final Map<LocalDate, List<Times>> ofDate = new HashMap<>();

    PlainCalendar(ZoneId zone) {
        this.zone = zone;
    }

    /** Adds a window unless it overlaps one that is there. */
    void open(Window window) {
        int start = (window.day().getValue() - 1) * MINUTES_OF_DAY + window.opens();
        for (int minute = start; minute < start + window.length(); minute++) {
            if (taken[minute % MINUTES_OF_WEEK]) {
                return;
            }
        }
        for (int minute = start; minute < start + window.length(); minute++) {
            taken[minute % MINUTES_OF_WEEK] = true;
        }
        weekly.add(window);
    }

    void closed(Stretch stretch) {
        closed.add(stretch);
    }

    void extra(Stretch stretch) {
        extra.add(stretch);
    }

    /** The same calendar of the library. */
    WorkingCalendar calendar() {
        WorkingCalendar calendar = WorkingCalendar.in(zone);
        for (Window window : weekly) {
            calendar = calendar.open(
                    window.day(),
                    window.day(),
                    LocalDate.EPOCH.atStartOfDay().plusMinutes(window.opens()).toLocalTime(),
                    LocalDate.EPOCH
                            .atStartOfDay()
                            .plusMinutes(window.opens() + window.length())
                            .toLocalTime());
        }
        for (Stretch stretch : closed) {
            calendar = calendar.closed(stretch.from(), stretch.until());
        }
        for (Stretch stretch : extra) {
            calendar = calendar.extra(stretch.from(), stretch.until());
        }
        return calendar;
    }

    boolean openAt(Instant instant) {
        return extra.stream().anyMatch(stretch -> times(stretch).hold(instant))
                || (closed.stream().noneMatch(stretch -> times(stretch).hold(instant)) && openInWeek(instant));
    }

    private boolean openInWeek(Instant instant) {
        LocalDate today = instant.atZone(zone).toLocalDate();
        for (LocalDate date = today.minusDays(3); !date.isAfter(today.plusDays(1)); date = date.plusDays(1)) {
            for (Times times : ofDate.computeIfAbsent(date, this::times)) {
                if (times.hold(instant)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Steps through a span, each step of which is open or closed as its start is. */
    Duration walk(Instant from, Instant to, Duration step) {
        Duration open = Duration.ZERO;
        for (Instant instant = from; instant.isBefore(to); instant = instant.plus(step)) {
            if (openAt(instant)) {
                open = open.plus(step);
            }
        }
        return open;
    }

    private List<Times> times(LocalDate date) {
        return weekly.stream()
                .filter(window -> window.day() == date.getDayOfWeek())
                .map(window -> new Stretch(
                        date.atStartOfDay().plusMinutes(window.opens()),
                        date.atStartOfDay().plusMinutes(window.opens() + window.length())))
                .map(this::times)
                .toList();
    }

    private Times times(Stretch stretch) {
        return new Times(instant(stretch.from()), instant(stretch.until()));
    }

    private Instant instant(LocalDateTime time) {
        ZonedDateTime startOfDay = time.toLocalDate().atStartOfDay(zone);
        boolean leftOut = !startOfDay.toLocalDate().equals(time.toLocalDate());
        return leftOut
                ? startOfDay.toInstant()
                : ZonedDateTime.ofLocal(time, zone, null).toInstant();
    }
}

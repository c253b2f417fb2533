package io.cxmetrics.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/** When the clocks of a zone show a wall time. */
final class WallClock {

    private final ZoneRules rules;
    private final List<ZoneOffsetTransition> skippedDates;

    WallClock(ZoneId zone) {
        rules = zone.getRules();
        skippedDates = rules.getTransitions().stream()
                .filter(transition ->
                        transition.isGap() && transition.getDuration().toDays() >= 1)
                .toList();
    }

    /**
     * Returns the instant of a wall time in epoch milliseconds. A time that occurs twice is its first occurrence, a
     * time that clocks jump over is as much later as they jump, both as {@code ZonedDateTime.ofLocal} has it. A time on
     * a date that the zone left out altogether is the moment when it was left out: shifted by a day, the hours of a
     * Friday that never was would open the Saturday.
     */
    long millis(LocalDateTime time) {
        for (ZoneOffsetTransition skip : skippedDates) {
            if (leavesOut(skip, time.toLocalDate())) {
                return skip.toEpochSecond() * 1000;
            }
        }
        Instant instant = time.toInstant(rules.getOffset(time));
        return instant.toEpochMilli();
    }

    private static boolean leavesOut(ZoneOffsetTransition skip, LocalDate date) {
        return !skip.getDateTimeBefore().isAfter(date.atStartOfDay())
                && !skip.getDateTimeAfter().isBefore(date.plusDays(1).atStartOfDay());
    }
}

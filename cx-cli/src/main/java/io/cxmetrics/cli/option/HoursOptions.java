package io.cxmetrics.cli.option;

import io.cxmetrics.cli.console.CliException;
import io.cxmetrics.input.InputException;
import io.cxmetrics.input.support.BusinessHours;
import io.cxmetrics.time.WorkingCalendar;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The hours that count. */
public final class HoursOptions {

    @Option(
            names = "--hours",
            paramLabel = "HOURS",
            description = "business hours such as \"Mon-Fri 09:00-17:00\", any number of times; needs --zone")
    List<String> hours = new ArrayList<>();

    @Option(names = "--holidays", paramLabel = "DATE", description = "closed on these dates: 2026-12-25,2026-12-26")
    List<String> holidays = new ArrayList<>();

    @Option(names = "--calendar", paramLabel = "FILE", description = "business hours from a JSON file")
    @Nullable
    String calendar;

    /** Which of these options was given, null for none. */
    public @Nullable String given() {
        return !hours.isEmpty()
                ? "--hours"
                : !holidays.isEmpty() ? "--holidays" : calendar != null ? "--calendar" : null;
    }

    /** The calendar, null if every hour counts. */
    public @Nullable WorkingCalendar calendar(@Nullable ZoneId zone) {
        if (calendar != null) {
            if (!hours.isEmpty() || !holidays.isEmpty() || zone != null) {
                throw CliException.usage("--calendar: has its own hours, holidays and zone");
            }
            return BusinessHours.read(path(calendar));
        }
        if (hours.isEmpty()) {
            if (!holidays.isEmpty()) {
                throw CliException.usage("--holidays: needs --hours");
            }
            return null;
        }
        if (zone == null) {
            throw CliException.usage("--hours: needs --zone");
        }
        List<String> closed = CommaList.of("--holidays", holidays);
        List<String> all = new ArrayList<>(hours);
        WorkingCalendar open = read("--hours", zone, all);
        all.addAll(closed);
        return closed.isEmpty() ? open : read("--holidays", zone, all);
    }

    private static WorkingCalendar read(String option, ZoneId zone, List<String> words) {
        try {
            return BusinessHours.of(zone, words);
        } catch (InputException e) {
            throw CliException.usage(option + ": " + e.getMessage());
        }
    }

    private static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw CliException.usage(file + ": no name of a file in this locale; try LC_ALL=C.UTF-8");
        }
    }
}

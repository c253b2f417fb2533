package io.cxmetrics.cli.support;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.cxmetrics.cli.input.CliException;
import io.cxmetrics.cli.input.FileInput;
import io.cxmetrics.time.WorkingCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads working hours, from options such as {@code Mon-Fri 09:00-17:00} or from a JSON file. */
public final class CalendarReader {

    private static final Pattern HOURS = Pattern.compile(
            "\\s*(\\p{Alpha}{3,9})(?:\\s*-\\s*(\\p{Alpha}{3,9}))?\\s+(\\d\\d:\\d\\d)\\s*-\\s*(\\d\\d:\\d\\d)\\s*");

    private CalendarReader() {}

    /** Returns the calendar of options. */
    public static WorkingCalendar of(ZoneId zone, List<String> hours, List<String> holidays) {
        WorkingCalendar calendar = WorkingCalendar.in(zone);
        for (String line : hours) {
            Matcher matcher = HOURS.matcher(line);
            if (!matcher.matches()) {
                throw CliException.usage("--hours: must be like Mon-Fri 09:00-17:00, got " + line);
            }
            DayOfWeek first = day(matcher.group(1));
            DayOfWeek last = matcher.group(2) == null ? first : day(matcher.group(2));
            calendar = opened("--hours", calendar, first, last, matcher.group(3), matcher.group(4));
        }
        for (String holiday : holidays) {
            calendar = closed("--holidays", calendar, holiday);
        }
        return calendar;
    }

    /**
     * Reads a file such as {@code {"zone": "Europe/Berlin", "weekly": {"Mon": ["09:00-12:00", "13:00-17:00"]}, "holidays":
     * ["2026-12-25"]}}.
     */
    public static WorkingCalendar read(String file) {
        Path path = FileInput.path(file);
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw CliException.usage(file + ": no such file, or not readable");
        }
        try (JsonParser json = new JsonFactory().createParser(path.toFile())) {
            return new JsonCalendar(file, json).read();
        } catch (JsonProcessingException e) {
            throw CliException.usage(file + ": is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw CliException.badData(file + ": cannot be read: " + e.getMessage());
        }
    }

    private static DayOfWeek day(String name) {
        String wanted = name.toUpperCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().startsWith(wanted)) {
                return day;
            }
        }
        throw CliException.usage("weekday must be like Mon, got " + name);
    }

    private static WorkingCalendar opened(
            String where, WorkingCalendar calendar, DayOfWeek first, DayOfWeek last, String opens, String closes) {
        try {
            return calendar.open(first, last, opens, closes);
        } catch (IllegalArgumentException e) {
            throw CliException.usage(where + ": " + e.getMessage());
        }
    }

    private static WorkingCalendar closed(String where, WorkingCalendar calendar, String holiday) {
        try {
            return calendar.holiday(LocalDate.parse(holiday.strip()));
        } catch (DateTimeException e) {
            throw CliException.usage(where + ": must be dates like 2026-12-25, got " + holiday);
        } catch (IllegalArgumentException e) {
            throw CliException.usage(where + ": " + e.getMessage());
        }
    }

    /** One file while it is read. The zone may stand anywhere in it, so the rest waits for it. */
    private record JsonCalendar(String file, JsonParser json, List<String[]> windows, List<String> holidays) {

        JsonCalendar(String file, JsonParser json) {
            this(file, json, new ArrayList<>(), new ArrayList<>());
        }

        WorkingCalendar read() throws IOException {
            String zone = "";
            expect(json.nextToken(), JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                switch (field) {
                    case "zone" -> zone = text(value);
                    case "weekly" -> readWeekly(value);
                    case "holidays" -> holidays.addAll(texts(value));
                    default ->
                        throw CliException.usage(file + ": fields must be zone, weekly and holidays, got " + field);
                }
            }
            if (zone.isEmpty()) {
                throw CliException.usage(file + ": needs a zone");
            }
            WorkingCalendar calendar = WorkingCalendar.in(zone(zone));
            for (String[] window : windows) {
                DayOfWeek day = day(window[0]);
                calendar = opened(file, calendar, day, day, window[1], window[2]);
            }
            for (String holiday : holidays) {
                calendar = closed(file, calendar, holiday);
            }
            return calendar;
        }

        private ZoneId zone(String zone) {
            try {
                return ZoneId.of(zone);
            } catch (DateTimeException e) {
                throw CliException.usage(file + ": zone must be like Europe/Berlin, got " + zone);
            }
        }

        private void readWeekly(JsonToken value) throws IOException {
            expect(value, JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String day = json.currentName();
                for (String window : texts(json.nextToken())) {
                    String[] ends = window.split("-", -1);
                    if (ends.length != 2) {
                        throw CliException.usage(file + ": hours must be like 09:00-17:00, got " + window);
                    }
                    windows.add(new String[] {day, ends[0].strip(), ends[1].strip()});
                }
            }
        }

        private List<String> texts(JsonToken value) throws IOException {
            expect(value, JsonToken.START_ARRAY);
            List<String> texts = new ArrayList<>();
            for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
                texts.add(text(next));
            }
            return texts;
        }

        private String text(JsonToken value) throws IOException {
            expect(value, JsonToken.VALUE_STRING);
            return json.getText();
        }

        private void expect(JsonToken value, JsonToken expected) {
            if (value != expected) {
                throw CliException.usage(file + ": expected " + expected + " at line "
                        + json.currentTokenLocation().getLineNr() + ", got " + value);
            }
        }
    }
}

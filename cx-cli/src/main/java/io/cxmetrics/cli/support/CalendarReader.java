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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Reads working hours, from options such as {@code Mon-Fri 09:00-17:00} or from a JSON file. */
public final class CalendarReader {

    private CalendarReader() {}

    /** Returns the calendar of options. */
    public static WorkingCalendar of(ZoneId zone, List<String> hours, List<String> holidays) {
        WorkingCalendar calendar = WorkingCalendar.in(zone);
        for (String line : hours) {
            calendar = with("--hours", calendar, line);
        }
        for (String holiday : holidays) {
            calendar = with("--holidays", calendar, holiday);
        }
        return calendar;
    }

    /**
     * Reads a file such as {@code {"zone": "Europe/Berlin", "weekly": {"Mon": ["09:00-12:00", "13:00-17:00"]},
     * "holidays": ["2026-12-25"]}}.
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

    private static WorkingCalendar with(String where, WorkingCalendar calendar, String text) {
        try {
            return calendar.with(text);
        } catch (IllegalArgumentException e) {
            throw CliException.usage(where + ": " + e.getMessage());
        }
    }

    /** One file while it is read. The zone may stand anywhere in it, so the rest waits for it. */
    private record JsonCalendar(String file, JsonParser json, List<String> words) {

        JsonCalendar(String file, JsonParser json) {
            this(file, json, new ArrayList<>());
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
                    case "holidays" -> words.addAll(texts(value));
                    default ->
                        throw CliException.usage(file + ": fields must be zone, weekly and holidays, got " + field);
                }
            }
            if (zone.isEmpty()) {
                throw CliException.usage(file + ": needs a zone");
            }
            WorkingCalendar calendar = WorkingCalendar.in(zone(zone));
            for (String each : words) {
                calendar = with(file, calendar, each);
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
                    words.add(day + " " + window);
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

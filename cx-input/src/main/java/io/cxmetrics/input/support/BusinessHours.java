package io.cxmetrics.input.support;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.cxmetrics.input.InputException;
import io.cxmetrics.time.WorkingCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Reads business hours: from words such as {@code Mon-Fri 09:00-17:00}, or from a JSON file.
 *
 * <p>A file has a zone, and may have weekly hours and holidays:
 *
 * <pre>{@code
 * Path file = Files.writeString(folder.resolve("office.json"), """
 *         {"zone": "Europe/Berlin",
 *          "weekly": {"Mon": ["09:00-12:00", "13:00-17:00"], "Tue-Fri": ["09:00-17:00"]},
 *          "holidays": ["2026-12-25"]}
 *         """);
 * WorkingCalendar office = BusinessHours.read(file);
 * Instant monday = Instant.parse("2026-03-02T07:00:00Z");
 * office.openTime(monday, monday.plusSeconds(86_400)); // PT7H
 * }</pre>
 *
 * @since 0.1
 */
public final class BusinessHours {

    private BusinessHours() {}

    /**
     * Returns the calendar that words say.
     *
     * @param zone where the hours are
     * @param words texts such as {@code Mon-Fri 09:00-17:00}, and dates without hours such as {@code 2026-12-25}
     * @return the calendar
     * @throws InputException if a text says neither, or hours overlap
     */
    public static WorkingCalendar of(ZoneId zone, Collection<String> words) {
        return with("", WorkingCalendar.in(zone), words);
    }

    /**
     * Returns the calendar of a file.
     *
     * @param file a JSON file with the fields zone, weekly and holidays
     * @return the calendar
     * @throws InputException if the file cannot be read, or says something else
     */
    public static WorkingCalendar read(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw InputException.request(file + ": no such file, or not readable");
        }
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            return new Document(file + ": ", json).read();
        } catch (JsonProcessingException e) {
            throw InputException.request(file + ": is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw InputException.data(file.toString(), "cannot be read: " + e.getMessage());
        }
    }

    private static WorkingCalendar with(String where, WorkingCalendar calendar, Collection<String> words) {
        WorkingCalendar hours = calendar;
        for (String text : words) {
            try {
                hours = hours.with(text);
            } catch (IllegalArgumentException e) {
                throw InputException.request(where + e.getMessage());
            }
        }
        return hours;
    }

    /** One file while it is read. The zone may stand anywhere in it, so the rest waits for it. */
    private record Document(String where, JsonParser json, List<String> words) {

        Document(String where, JsonParser json) {
            this(where, json, new ArrayList<>());
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
                        throw InputException.request(where + "fields must be zone, weekly and holidays, got " + field);
                }
            }
            if (zone.isEmpty()) {
                throw InputException.request(where + "needs a zone");
            }
            return with(where, WorkingCalendar.in(zone(zone)), words);
        }

        private ZoneId zone(String zone) {
            try {
                return ZoneId.of(zone);
            } catch (DateTimeException e) {
                throw InputException.request(where + "zone must be like Europe/Berlin, got " + zone);
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
                throw InputException.request(where + "expected " + expected + " at line "
                        + json.currentTokenLocation().getLineNr() + ", got " + value);
            }
        }
    }
}

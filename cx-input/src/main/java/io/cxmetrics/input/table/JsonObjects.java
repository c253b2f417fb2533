package io.cxmetrics.input.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * JSON objects as rows: a key inside of another is {@code outer.inner}, the third element of an array {@code outer.2}.
 * Texts are taken as they are, numbers as they are written, {@code null} as blank. A part that nobody asked for is
 * passed over.
 */
final class JsonObjects {

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(1 << 27).build())
            .build();

    /** So many rows show which keys there are, for the message when an asked one is none of them. */
    private static final int LOOKED_AT = 100;

    private static final int MOST_NAMES = 1000;

    private final Cells cells;
    private final Set<String> seen = new LinkedHashSet<>();
    private Map<String, Integer> slots = new HashMap<>();
    private final Set<String> outer = new HashSet<>();
    private boolean[] found = new boolean[0];
    private int rows;

    JsonObjects(Cells cells) {
        this.cells = cells;
    }

    void bind(List<String> names) {
        slots = new HashMap<>();
        for (int slot = 0; slot < names.size(); slot++) {
            String name = names.get(slot);
            slots.put(name, slot);
            for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
                outer.add(name.substring(0, dot));
            }
        }
        found = new boolean[names.size()];
    }

    /** The keys of the first rows. */
    List<String> names() {
        return new ArrayList<>(seen);
    }

    /** The required ones of the asked columns that no row had, unless there was no row. */
    List<String> missing(Predicate<String> required) {
        return rows == 0
                ? List.of()
                : slots.entrySet().stream()
                        .filter(slot -> !found[slot.getValue()])
                        .map(Map.Entry::getKey)
                        .filter(required)
                        .sorted()
                        .toList();
    }

    /** Takes the object that the parser has just opened, up to its end. */
    void read(JsonParser parser) throws IOException {
        cells.clear();
        object(parser, "", rows < LOOKED_AT);
        rows++;
    }

    private void object(JsonParser parser, String prefix, boolean look) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = prefix + parser.currentName();
            value(parser, parser.nextToken(), name, look);
        }
    }

    private void array(JsonParser parser, String prefix, boolean look) throws IOException {
        int i = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            value(parser, token, prefix + i++, look);
        }
    }

    private void value(JsonParser parser, JsonToken token, String name, boolean look) throws IOException {
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            if (!look && !outer.contains(name)) {
                parser.skipChildren();
            } else if (token == JsonToken.START_OBJECT) {
                object(parser, name + ".", look);
            } else {
                array(parser, name + ".", look);
            }
            return;
        }
        if (look && seen.size() < MOST_NAMES) {
            seen.add(name);
        }
        if (token == JsonToken.VALUE_NULL && outer.contains(name)) {
            slots.forEach((asked, place) -> found[place] |= asked.startsWith(name + "."));
        }
        Integer slot = slots.get(name);
        if (slot != null) {
            found[slot] = true;
            cells.set(slot, token == JsonToken.VALUE_NULL ? "" : parser.getText());
        }
    }

    /** What is wrong, without the excerpt of the file and the advice on settings that Jackson adds. */
    static String words(IOException e) {
        String words = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
        return words == null ? "damaged" : words;
    }
}

package io.cxmetrics.input.table;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.cxmetrics.input.LeftOut;
import io.cxmetrics.input.Place;
import io.cxmetrics.input.source.Text;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;

/** A JSON object in each line. A line that is none is malformed, and the next one is read. */
final class JsonLinesCursor extends Cursor {

    private final Lines lines;
    private final BiConsumer<Place, String> warnings;
    private final JsonObjects objects;

    JsonLinesCursor(Text text, Cells cells, LeftOut.Buffer malformed, BiConsumer<Place, String> warnings) {
        super(text, cells, malformed);
        this.warnings = warnings;
        this.lines = new Lines(text, 1 << 27);
        this.objects = new JsonObjects(cells);
    }

    @Override
    List<String> columns() {
        return objects.names();
    }

    @Override
    boolean has(String name) {
        return true;
    }

    @Override
    void bind(List<String> names) {
        objects.bind(names);
    }

    @Override
    boolean next() {
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (line.isBlank()) {
                continue;
            }
            tellDamage(lines.isDamaged(line), lines.number(), warnings);
            if (lines.isCut()) {
                malformed("line_too_long", lines.number(), "longer than " + (1 << 27) + " characters");
            } else if (read(line)) {
                return true;
            }
        }
        for (String missing : objects.missing(this::isRequired)) {
            throw ColumnNames.missing(text().name(), missing, objects.names());
        }
        return false;
    }

    private boolean read(String line) {
        try (JsonParser parser = JsonObjects.FACTORY.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                malformed("no_object", lines.number(), "must be a JSON object");
                return false;
            }
            objects.read(parser);
            if (parser.nextToken() != null) {
                malformed("no_object", lines.number(), "must be one JSON object, got more");
                return false;
            }
            return true;
        } catch (IOException e) {
            malformed("no_json", lines.number(), "is no JSON: " + JsonObjects.words(e));
            return false;
        }
    }

    @Override
    long line() {
        return lines.number();
    }
}

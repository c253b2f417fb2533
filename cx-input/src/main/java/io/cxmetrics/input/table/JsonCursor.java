package io.cxmetrics.input.table;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.cxmetrics.input.InputException;
import io.cxmetrics.input.LeftOut;
import io.cxmetrics.input.Place;
import io.cxmetrics.input.source.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a JSON array, of the one array in a JSON object, or of objects one after another. Where such a file is
 * damaged nobody knows where the next row starts, so it is an error.
 */
final class JsonCursor extends Cursor {

    private final JsonParser parser;
    private final JsonObjects objects;
    private final @Nullable String array;
    private final boolean inArray;
    private final boolean alone;
    private boolean started;
    private long line = 1;

    /**
     * Starts to read.
     *
     * @param array the key of the array that holds the rows, null if they stand at the top
     * @param alone whether another array of objects would leave it open which one holds the rows
     */
    JsonCursor(Text text, @Nullable String array, boolean alone, Cells cells, LeftOut.Buffer malformed) {
        super(text, cells, malformed);
        this.objects = new JsonObjects(cells);
        this.array = array;
        this.alone = alone;
        this.inArray = text.peek(1 << 10).stripLeading().startsWith("[");
        try {
            this.parser = JsonObjects.FACTORY.createParser(text);
        } catch (IOException e) {
            throw InputException.data(text.name(), "cannot be read: " + e.getMessage());
        }
    }

    /** Returns the keys at the top of an object, as far as it was looked at, whose value is an array of objects. */
    static List<String> arrays(String beginning) {
        List<String> arrays = new ArrayList<>();
        try (JsonParser parser = JsonObjects.FACTORY.createParser(beginning)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() == JsonToken.START_ARRAY) {
                    if (parser.nextToken() == JsonToken.START_OBJECT) {
                        arrays.add(name);
                    }
                    leave(parser);
                } else {
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            return arrays; // it goes on beyond what was looked at, or fails where it is read
        }
        return arrays;
    }

    /** Goes to the end of the array whose first element, or end, the parser stands at. */
    private static void leave(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        int depth = 1;
        while (token != null) {
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (depth == 0) {
                return;
            }
            token = parser.nextToken();
        }
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
        try {
            if (!started) {
                started = true;
                enter();
            }
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                line = parser.currentTokenLocation().getLineNr();
                if (token == JsonToken.START_OBJECT) {
                    objects.read(parser);
                    return true;
                }
                if (token == JsonToken.END_ARRAY) {
                    end();
                    break;
                }
                malformed("no_object", line, "must be a JSON object");
                parser.skipChildren();
            }
        } catch (IOException e) {
            throw InputException.data(place(), "is no JSON: " + JsonObjects.words(e));
        }
        for (String missing : objects.missing(this::isRequired)) {
            throw ColumnNames.missing(text().name(), missing, objects.names());
        }
        return false;
    }

    /** Goes into the array, if the rows stand in one. */
    private void enter() throws IOException {
        if (array == null) {
            if (inArray) {
                parser.nextToken();
            }
            return;
        }
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean here = parser.currentName().equals(array);
            parser.nextToken();
            if (here) {
                return;
            }
            parser.skipChildren();
        }
        if (!alone) {
            throw InputException.data(text().name(), "no array named " + array);
        }
    }

    /** What follows the array must be whole, and no more rows. */
    private void end() throws IOException {
        while (array != null && parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                if (parser.nextToken() == JsonToken.START_OBJECT && alone) {
                    throw InputException.data(
                            place(),
                            "two arrays of objects, " + array + " and " + name + "; which one holds the rows?");
                }
                leave(parser);
            } else {
                parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            throw InputException.data(place(), "something follows the end of the JSON");
        }
    }

    private Place place() {
        return new Place(text().name(), Math.max(1, parser.currentLocation().getLineNr()));
    }

    @Override
    long line() {
        return line;
    }
}

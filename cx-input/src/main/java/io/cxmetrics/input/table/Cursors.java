package io.cxmetrics.input.table;

import io.cxmetrics.input.InputException;
import io.cxmetrics.input.LeftOut;
import io.cxmetrics.input.Place;
import io.cxmetrics.input.source.Text;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses how a text is read: as the layout says, or by its first characters. */
final class Cursors {

    private static final Logger LOG = LoggerFactory.getLogger(Cursors.class);

    private static final int LOOK = 1 << 16;

    private static final Pattern LOG_TIME = Pattern.compile("\\A[^\\r\\n\"]{1,500} \\[\\d\\d?/[A-Za-z]{3}/\\d{4}:");
    private static final Pattern DIRECTIVE = Pattern.compile("\\A#(Software|Version|Fields|Date|Remark):");
    private static final Pattern ARRAY = Pattern.compile("\\A\\s*\\[\\s*[{\\]].*", Pattern.DOTALL);
    private static final Pattern OBJECT = Pattern.compile("\\A\\s*\\{\\s*[\"}].*", Pattern.DOTALL);

    /** A first line that is an object, alone or with others below it. */
    private static final Pattern OBJECT_LINE =
            Pattern.compile("\\A\\s*\\{[^\\r\\n]*}[ \\t]*(\\R.*)?\\z", Pattern.DOTALL);

    private Cursors() {}

    static Cursor of(
            Text text, TableLayout layout, Cells cells, LeftOut.Buffer malformed, BiConsumer<Place, String> warnings) {
        String beginning = text.peek(LOOK);
        TableLayout.Format format =
                layout.format() == TableLayout.Format.DETECTED ? detect(beginning, layout.array()) : layout.format();
        LOG.debug("{}: {}", text.name(), format);
        return switch (format) {
            case JSON_LINES -> new JsonLinesCursor(text, cells, malformed, warnings);
            case JSON -> json(text, layout, beginning, cells, malformed);
            case LOG -> new LogCursor(text, cells, malformed, warnings);
            default -> new CsvCursor(text, layout, cells, malformed, warnings);
        };
    }

    private static TableLayout.Format detect(String beginning, @Nullable String array) {
        if (ARRAY.matcher(beginning).matches()) {
            return TableLayout.Format.JSON;
        }
        if (OBJECT.matcher(beginning).matches()) {
            boolean whole = beginning.length() < LOOK;
            boolean lines = array == null && OBJECT_LINE.matcher(beginning).matches();
            boolean alone = whole && beginning.strip().indexOf('\n') < 0;
            return lines && !(alone && !JsonCursor.arrays(beginning).isEmpty())
                    ? TableLayout.Format.JSON_LINES
                    : TableLayout.Format.JSON;
        }
        boolean log = LOG_TIME.matcher(beginning).find()
                || DIRECTIVE.matcher(beginning).find()
                || BalancerLog.isOne(beginning);
        return log ? TableLayout.Format.LOG : TableLayout.Format.CSV;
    }

    private static Cursor json(Text text, TableLayout layout, String beginning, Cells cells, LeftOut.Buffer malformed) {
        if (ARRAY.matcher(beginning).matches()) {
            return new JsonCursor(text, null, true, cells, malformed);
        }
        if (layout.array() != null) {
            return new JsonCursor(text, layout.array(), false, cells, malformed);
        }
        List<String> arrays = JsonCursor.arrays(beginning);
        if (arrays.size() > 1) {
            throw InputException.data(
                    text.name(),
                    "two arrays of objects, " + arrays.get(0) + " and " + arrays.get(1)
                            + "; which one holds the rows?");
        }
        return new JsonCursor(text, arrays.isEmpty() ? null : arrays.get(0), true, cells, malformed);
    }
}

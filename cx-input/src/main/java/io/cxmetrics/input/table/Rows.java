package io.cxmetrics.input.table;

import io.cxmetrics.input.LeftOut;
import io.cxmetrics.input.source.Source;
import io.cxmetrics.input.source.Text;
import io.cxmetrics.input.source.Texts;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a {@link Table}, one at a time. Ask for columns first, then go through the rows; only the fields of
 * columns that were asked for are kept.
 *
 * <p><b>Accounting.</b> Every row is given out, and then {@link #count()} counts it, or it is malformed: it does not
 * fit its header, or is no JSON, or no line of a log. {@link #malformed()} counts those by reason. Empty lines are no
 * rows.
 *
 * <p>Belongs to one thread; to be closed.
 *
 * @since 0.1
 */
public final class Rows implements Closeable {

    private static final int MOST_WARNINGS = 20;

    private final Iterator<Source> sources;
    private final TableLayout layout;
    private final Cells cells = new Cells();
    private final Row row = new Row(cells);
    private final Map<String, Column> asked = new LinkedHashMap<>();
    private final Set<String> optional = new HashSet<>();
    private final List<FileRows> files = new ArrayList<>();
    private LeftOut.Buffer malformed = new LeftOut.Buffer();
    private boolean anyMalformed;
    private long countBefore;
    private final List<String> warnings = new ArrayList<>();
    private @Nullable Texts texts;
    private @Nullable Cursor cursor;
    private boolean started;
    private long count;

    Rows(List<Source> sources, TableLayout layout) {
        this.sources = sources.iterator();
        this.layout = layout;
        try {
            this.cursor = nextCursor();
        } catch (RuntimeException e) {
            closeQuietly(e);
            throw e;
        }
    }

    /**
     * Returns the names of the columns of the first file.
     *
     * @return the names in their order; for JSON, whose rows have keys of their own, those seen so far
     */
    public List<String> columns() {
        return cursor == null ? List.of() : List.copyOf(cursor.columns());
    }

    /**
     * Asks for a column.
     *
     * @param name its name in the header, white space around it left aside; {@code #3} for the third, whatever its
     *     name; for JSON the key, with dots into objects and arrays
     * @return the handle to its field in each row
     * @throws io.cxmetrics.input.InputException if there is no such column, or more than one; for JSON only when the
     *     file ends and no row had the key
     * @throws IllegalStateException if rows were already read
     */
    public Column column(String name) {
        if (started) {
            throw new IllegalStateException("columns must be asked for before the first row, got " + name);
        }
        String wanted = name.strip();
        Column known = asked.get(wanted);
        optional.remove(wanted);
        if (known != null) {
            return known;
        }
        List<String> names = new ArrayList<>(asked.keySet());
        names.add(wanted);
        if (cursor != null) {
            cursor.bind(names);
        }
        Column column = new Column(wanted, cells.add());
        asked.put(wanted, column);
        return column;
    }

    /**
     * Asks for a column that need not be there.
     *
     * @param name its name
     * @return the handle, or nothing if the first file has no such column; for JSON always the handle, whose field is
     *     blank in rows without the key
     */
    public Optional<Column> optionalColumn(String name) {
        String wanted = name.strip();
        if (cursor == null || !cursor.has(wanted)) {
            return Optional.empty();
        }
        boolean first = !asked.containsKey(wanted);
        Column column = column(name);
        if (first) {
            optional.add(wanted);
        }
        return Optional.of(column);
    }

    /**
     * Goes to the next row.
     *
     * @return the row, a view that moves with the next call; null after the last
     * @throws io.cxmetrics.input.InputException if a file cannot be read to its end, or has no such column
     */
    public @Nullable Row next() {
        if (!started) {
            started = true;
            bind();
        }
        while (cursor != null) {
            if (cursor.next()) {
                count++;
                row.moveTo(cursor.text().name(), cursor.line());
                return row;
            }
            files.add(new FileRows(cursor.text().name(), count - countBefore, malformed.leftOut()));
            anyMalformed |= !malformed.isEmpty();
            malformed = new LeftOut.Buffer();
            countBefore = count;
            cursor = nextCursor();
            bind();
        }
        return null;
    }

    /**
     * Goes through all rows that are left.
     *
     * @param action what to do with each
     */
    public void forEach(Consumer<Row> action) {
        for (Row current = next(); current != null; current = next()) {
            action.accept(current);
        }
    }

    private void bind() {
        if (cursor != null) {
            cursor.allowMissing(optional);
            cursor.bind(new ArrayList<>(asked.keySet()));
        }
    }

    private @Nullable Cursor nextCursor() {
        while (true) {
            if (texts == null) {
                if (!sources.hasNext()) {
                    return null;
                }
                texts = sources.next().open();
            }
            Text text = texts.next();
            if (text != null) {
                return Cursors.of(text, layout, cells, malformed, (place, words) -> warn(place + ": " + words));
            }
            close();
            texts = null;
        }
    }

    private void warn(String warning) {
        if (warnings.size() < MOST_WARNINGS) {
            warnings.add(warning);
        }
    }

    /**
     * Returns how many rows were given out.
     *
     * @return the number so far, malformed rows not among them
     */
    public long count() {
        return count;
    }

    /**
     * Returns the rows that were no rows, by reason.
     *
     * @return what was left out so far
     */
    public LeftOut malformed() {
        return files.stream()
                .map(FileRows::malformed)
                .reduce(LeftOut.EMPTY, LeftOut::plus)
                .plus(malformed.leftOut());
    }

    /**
     * Tells whether any row was malformed so far, at no cost.
     *
     * @return true if so
     */
    public boolean hasMalformed() {
        return anyMalformed || !malformed.isEmpty();
    }

    /**
     * Returns the files that were read to their end, in order.
     *
     * @return one entry for each file, and for each file inside a zip
     */
    public List<FileRows> files() {
        return List.copyOf(files);
    }

    /**
     * Returns what a person should know though nothing was left out for it, such as bytes that are no text.
     *
     * @return at most twenty lines, each with its file and line
     */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    private void closeQuietly(RuntimeException cause) {
        try {
            close();
        } catch (UncheckedIOException e) {
            cause.addSuppressed(e);
        }
    }

    /** Closes the file that is open, and standard input or the stream if that is it. */
    @Override
    public void close() {
        try {
            if (texts != null) {
                texts.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

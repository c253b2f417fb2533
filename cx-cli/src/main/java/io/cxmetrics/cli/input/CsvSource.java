package io.cxmetrics.cli.input;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.cxmetrics.report.Terminal;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file with a header, one at a time: a file or standard input, gzip or plain. A row that does not fit
 * the header is reported, counted and passed over.
 */
public final class CsvSource implements Closeable {

    private final String name;
    private final Problems problems;
    private final Charset charset;
    private final WatchedReader watched;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private final List<String> header;
    private @Nullable CsvRecord ahead;
    private @Nullable CsvRecord current;

    private CsvSource(String name, InputStream in, Layout layout, Problems problems) {
        this.name = name;
        this.problems = problems;
        this.charset = layout.charset();
        this.watched = new WatchedReader(new InputStreamReader(in, charset));
        this.reader = reader(layout, watched);
        this.records = reader.iterator();
        CsvRecord first = pull(name, records);
        while (first != null && emptyLine(first)) {
            first = pull(name, records);
        }
        if (first == null) {
            throw CliException.badData(name + ": no header row, the file is empty");
        }
        if (layout.header()) {
            tellDamage(first);
        }
        this.header = layout.header()
                ? first.getFields().stream().map(CsvSource::clean).toList()
                : IntStream.rangeClosed(1, first.getFieldCount())
                        .mapToObj(String::valueOf)
                        .toList();
        this.ahead = layout.header() ? pull(name, records) : first;
    }

    // A field such as "a"b would otherwise end the file there; no other option lets its row through.
    @SuppressWarnings("removal")
    private static CsvReader<CsvRecord> reader(Layout layout, WatchedReader watched) {
        return CsvReader.builder()
                .fieldSeparator(layout.delimiter())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .skipEmptyLines(false)
                .detectBomHeader(false)
                .ofCsvRecord(watched);
    }

    /**
     * How a file is written.
     *
     * @param charset its character set
     * @param delimiter what separates its fields
     * @param header whether its first row names the columns; they are called 1, 2, 3 and so on otherwise
     */
    public record Layout(Charset charset, char delimiter, boolean header) {}

    /**
     * Opens a file.
     *
     * @param file the path, or {@code -} for standard input
     */
    public static CsvSource open(
            String file, InputStream stdin, Layout layout, Problems problems, Terminal terminal, PrintWriter err) {
        try {
            InputStream in = FileInput.open(file, stdin, terminal, err);
            Layout actual = new Layout(FileInput.charset(in, layout.charset()), layout.delimiter(), layout.header());
            return new CsvSource(file, in, actual, problems);
        } catch (IOException e) {
            throw CliException.badData(file + ": cannot be read: " + e.getMessage());
        }
    }

    private static String clean(String column) {
        return (column.startsWith("\uFEFF") ? column.substring(1) : column).strip();
    }

    /** Finds a column by its name; white space around names does not count. */
    public int column(String wanted) {
        String column = wanted.strip();
        int[] found = IntStream.range(0, header.size())
                .filter(i -> header.get(i).equals(column))
                .toArray();
        if (found.length == 0) {
            String hint = header.size() == 1 ? "; is the delimiter another than given by --delimiter?" : "";
            throw CliException.usage(name + ": no column " + column + " among " + abbreviated() + hint);
        }
        if (found.length > 1) {
            throw CliException.usage(name + ": " + found.length + " columns are named " + column);
        }
        return found[0];
    }

    private String abbreviated() {
        int most = 30;
        List<String> some = header.subList(0, Math.min(most, header.size()));
        return String.join(", ", some) + (header.size() > most ? " and " + (header.size() - most) + " more" : "");
    }

    /** Goes to the next row that fits the header. */
    public boolean next() {
        while (ahead != null) {
            CsvRecord row = ahead;
            ahead = pull(name, records);
            if (fits(row)) {
                current = row;
                return true;
            }
        }
        current = null;
        return false;
    }

    private boolean fits(CsvRecord row) {
        long line = row.getStartingLineNumber();
        tellDamage(row);
        // In a table of one column an empty line is an empty cell, in any other it is nothing.
        if (emptyLine(row) && header.size() > 1) {
            return false;
        }
        if (ahead == null && watched.odd() && row.getFields().stream().anyMatch(f -> f.indexOf('\n') >= 0)) {
            problems.malformedRow(line, "a quote is never closed, and takes the rest of the file into one row");
            return false;
        }
        if (row.getFieldCount() == header.size()) {
            return true;
        }
        long end = ahead == null ? line : ahead.getStartingLineNumber() - 1;
        problems.malformedRow(
                line,
                "expected " + header.size() + " fields, found " + row.getFieldCount()
                        + (end > line ? " in a row that runs to line " + end : ""));
        return false;
    }

    /** Once for a file: what its bytes do not say in this character set may be in every row. */
    private void tellDamage(CsvRecord row) {
        if (watched.damaged() && row.getFields().stream().anyMatch(f -> f.indexOf('\uFFFD') >= 0)) {
            problems.damaged(row.getStartingLineNumber(), charset);
        }
    }

    private static boolean emptyLine(CsvRecord row) {
        return row.getFieldCount() == 1 && row.getField(0).isEmpty();
    }

    private static @Nullable CsvRecord pull(String name, CloseableIterator<CsvRecord> records) {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException e) {
            throw CliException.badData(name + ": cannot be read as CSV: " + rootMessage(e));
        } catch (java.io.UncheckedIOException e) {
            throw CliException.badData(name + ": cannot be read to its end: " + rootMessage(e));
        }
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String reason = root.getMessage() == null ? "unexpected end" : root.getMessage();
        return e == root ? reason : e.getMessage() + ": " + reason;
    }

    private CsvRecord row() {
        if (current == null) {
            throw new IllegalStateException("no current row");
        }
        return current;
    }

    public String field(int column) {
        return row().getField(column);
    }

    public List<String> fields() {
        return row().getFields();
    }

    public long line() {
        return row().getStartingLineNumber();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}

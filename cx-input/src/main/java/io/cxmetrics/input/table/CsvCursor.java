package io.cxmetrics.input.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.cxmetrics.input.InputException;
import io.cxmetrics.input.LeftOut;
import io.cxmetrics.input.Place;
import io.cxmetrics.input.source.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rows of a CSV file. */
final class CsvCursor extends Cursor {

    private static final Logger LOG = LoggerFactory.getLogger(CsvCursor.class);

    private static final int LOOK = 1 << 16;

    /** The longest cell, in characters: far above what anybody writes, and within what the memory holds. */
    private static final int LONGEST_CELL = 1 << 27;

    /** What a second header row says where there is one answer to a question, and no choice to be named. */
    private static final Set<String> NO_PART = Set.of("Response", "Open-Ended Response");

    private final boolean pad;
    private final boolean joined;
    private final long linesBefore;
    private final CsvRecord record;
    private final CloseableIterator<CsvRecord> records;
    private final ColumnNames names;
    private final BiConsumer<Place, String> warnings;
    private final int width;
    private int[] bound = new int[0];
    private boolean waiting;
    private @Nullable Misfit misfit;

    /** A row with another number of fields; where it ends is known when the next one starts. */
    private record Misfit(long line, int fields) {}

    CsvCursor(
            Text text, TableLayout layout, Cells cells, LeftOut.Buffer malformed, BiConsumer<Place, String> warnings) {
        super(text, cells, malformed);
        this.pad = layout.pad();
        this.joined = layout.joined();
        this.warnings = warnings;
        Dialect dialect = Dialect.detect(text.peek(LOOK), layout);
        LOG.debug("{}: CSV, separator {}, quote {}", text.name(), dialect.separator(), dialect.quote());
        text.skipAhead(dialect.skipped());
        this.linesBefore = text.lines();
        this.record = new CsvRecord(text, cells);
        this.records = reader(dialect, text, record).iterator();
        if (!advance()) {
            throw InputException.data(text.name(), "is empty: no header row");
        }
        List<String> header = layout.headerRows() > 0
                ? header(layout.headerRows())
                : IntStream.rangeClosed(1, record.count())
                        .mapToObj(String::valueOf)
                        .toList();
        this.names = new ColumnNames(text.name(), header);
        this.width = header.size();
        this.waiting = layout.headerRows() == 0;
        LOG.debug("{}: {} columns", text.name(), width);
    }

    // A field such as "a"b would otherwise end the file there; no other option lets its row through.
    @SuppressWarnings("removal")
    private static CsvReader<CsvRecord> reader(Dialect dialect, Text text, CsvRecord record) {
        return CsvReader.builder()
                .fieldSeparator(dialect.separator())
                .quoteCharacter(dialect.quote())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .skipEmptyLines(false)
                .detectBomHeader(false)
                .maxBufferSize(LONGEST_CELL)
                .build(record, text);
    }

    /** The first row names the columns; a blank cell takes the name that stands below it, if one does. */
    private List<String> header(int rows) {
        List<String> header = new ArrayList<>(stripped());
        if (joined) {
            return joined(header, rows);
        }
        for (int i = 1; i < rows && advance(); i++) {
            List<String> below = stripped();
            for (int j = 0; j < Math.min(header.size(), below.size()); j++) {
                if (header.get(j).isEmpty()) {
                    header.set(j, below.get(j));
                }
            }
        }
        tellDamage(record.isDamaged(), line(), warnings);
        return header;
    }

    /** Blank cells of the first row go on with the name to their left; those below are added to it. */
    private List<String> joined(List<String> header, int rows) {
        for (int j = 1; j < header.size(); j++) {
            if (header.get(j).isEmpty()) {
                header.set(j, header.get(j - 1));
            }
        }
        for (int i = 1; i < rows && advance(); i++) {
            List<String> below = stripped();
            for (int j = 0; j < Math.min(header.size(), below.size()); j++) {
                String part = below.get(j);
                if (!part.isEmpty() && !NO_PART.contains(part)) {
                    header.set(j, header.get(j).isEmpty() ? part : header.get(j) + " - " + part);
                }
            }
        }
        tellDamage(record.isDamaged(), line(), warnings);
        return header;
    }

    private List<String> stripped() {
        return record.fields().stream().map(String::strip).toList();
    }

    /** Goes to the next record; while the header is read, to the next that is not an empty line. */
    private boolean advance() {
        boolean found = pull();
        while (found && record.isEmpty()) {
            found = pull();
        }
        return found;
    }

    private boolean pull() {
        try {
            if (!records.hasNext()) {
                return false;
            }
            records.next();
            return true;
        } catch (CsvParseException e) {
            throw failure(e);
        }
    }

    private RuntimeException failure(CsvParseException e) {
        if (e.getCause() instanceof InputException own) {
            return own;
        }
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        Place place = new Place(text().name(), line());
        if (text().isAtEnd()) {
            long swallowed = text().lines() - line();
            return InputException.data(
                    place,
                    "a quote that opens here is never closed, and takes the " + swallowed
                            + " lines below it into one cell");
        }
        return InputException.data(
                place, "a cell has more than " + LONGEST_CELL + " characters; is a quote never closed?");
    }

    @Override
    List<String> columns() {
        return names.all();
    }

    @Override
    boolean has(String name) {
        return names.contains(name);
    }

    @Override
    void bind(List<String> wanted) {
        int[] slots = new int[width];
        Arrays.fill(slots, -1);
        for (int slot = 0; slot < wanted.size(); slot++) {
            if (!isRequired(wanted.get(slot)) && !names.contains(wanted.get(slot))) {
                continue;
            }
            int place = names.find(wanted.get(slot));
            if (slots[place] >= 0) {
                throw InputException.request(text().name() + ": " + wanted.get(slots[place]) + " and "
                        + wanted.get(slot) + " are one column; ask for it by one name");
            }
            slots[place] = slot;
        }
        record.take(slots);
        bound = slots;
    }

    @Override
    boolean next() {
        if (waiting) {
            waiting = false;
            List<String> first = record.fields();
            cells().clear();
            for (int i = 0; i < first.size(); i++) {
                if (bound[i] >= 0) {
                    cells().set(bound[i], first.get(i));
                }
            }
            return true;
        }
        while (pull()) {
            tellMisfit(line() - 1);
            tellDamage(record.isDamaged(), line(), warnings);
            // In a table of one column an empty line is an empty cell, in any other it is nothing.
            if (record.isEmpty() && width > 1) {
                continue;
            }
            if (fits()) {
                return true;
            }
            misfit = new Misfit(line(), record.count());
        }
        tellMisfit(text().lines());
        return false;
    }

    private boolean fits() {
        int fields = record.count();
        return fields == width
                || (fields == width + 1 && record.isLastEmpty()) // a separator that ends the row
                || (fields < width && pad)
                || (fields == width - 1 && names.all().get(width - 1).isEmpty()); // one that ends the header
    }

    private void tellMisfit(long end) {
        if (misfit != null) {
            boolean few = misfit.fields < width;
            malformed(
                    few ? "short_row" : "long_row",
                    misfit.line,
                    "expected " + width + " fields, found " + misfit.fields
                            + (end > misfit.line ? " in a row that runs to line " + end + "; is a quote open?" : ""));
            misfit = null;
        }
    }

    @Override
    long line() {
        return record.line() + linesBefore;
    }
}

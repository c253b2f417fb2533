package io.cxmetrics.input.table;

import io.cxmetrics.input.LeftOut;
import io.cxmetrics.input.source.Text;
import java.util.List;

/** The requests in the log of a web server. A line of another format is malformed, and the next one is read. */
final class LogCursor extends Cursor {

    /** A line that is longer is no request. */
    private static final int LONGEST = 1 << 20;

    private final Lines lines;
    private final ColumnNames names;
    private int[] slots = new int[0];

    LogCursor(Text text, Cells cells, LeftOut.Buffer malformed) {
        super(text, cells, malformed);
        this.lines = new Lines(text, LONGEST);
        this.names = new ColumnNames(text.name(), LogLine.FIELDS);
    }

    @Override
    List<String> columns() {
        return LogLine.FIELDS;
    }

    @Override
    boolean has(String name) {
        return names.contains(name);
    }

    @Override
    void bind(List<String> wanted) {
        slots = wanted.stream().mapToInt(names::find).toArray();
    }

    @Override
    boolean next() {
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (line.isBlank()) {
                continue;
            }
            if (lines.isCut()) {
                malformed("line_too_long", lines.number(), "longer than " + LONGEST + " characters");
                continue;
            }
            LogLine read = LogLine.read(line);
            String wrong = read.wrong();
            if (wrong == null) {
                cells().clear();
                for (int slot = 0; slot < slots.length; slot++) {
                    cells().set(slot, read.field(slots[slot]));
                }
                return true;
            }
            malformed("no_log_line", lines.number(), wrong);
        }
        return false;
    }

    @Override
    long line() {
        return lines.number();
    }
}

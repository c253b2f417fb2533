package io.cxmetrics.input.table;

import io.cxmetrics.input.LeftOut;
import io.cxmetrics.input.Place;
import io.cxmetrics.input.source.Text;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The requests in the log of a web server, a load balancer or a CDN. Each line is read by its own looks; one of no
 * known format is malformed, and the next one is read. Comments are no rows.
 */
final class LogCursor extends Cursor {

    /** A line that is longer is no request. */
    private static final int LONGEST = 1 << 20;

    private final Lines lines;
    private final BiConsumer<Place, String> warnings;
    private final LogFields fields = new LogFields();
    private final CommonLog common = new CommonLog();
    private final BalancerLog balancer = new BalancerLog();
    private final JsonLog json = new JsonLog();
    private @Nullable ExtendedLog extended;
    private final ColumnNames names;
    private int[] slots = new int[0];

    LogCursor(Text text, Cells cells, LeftOut.Buffer malformed, BiConsumer<Place, String> warnings) {
        super(text, cells, malformed);
        this.warnings = warnings;
        this.lines = new Lines(text, LONGEST);
        this.names = new ColumnNames(text.name(), LogFields.NAMES);
    }

    @Override
    List<String> columns() {
        return LogFields.NAMES;
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
            tellDamage(lines.isDamaged(line), lines.number(), warnings);
            if (lines.isCut()) {
                malformed("line_too_long", lines.number(), "longer than " + LONGEST + " characters");
                continue;
            }
            if (line.charAt(0) == '#') {
                directive(line);
                continue;
            }
            fields.clear();
            String wrong = format(line).read(line, fields);
            if (wrong == null) {
                cells().clear();
                for (int slot = 0; slot < slots.length; slot++) {
                    cells().set(slot, fields.get(slots[slot]));
                }
                return true;
            }
            malformed("no_log_line", lines.number(), wrong);
        }
        return false;
    }

    /** A comment is no row; that of the extended format says which fields follow. */
    private void directive(String line) {
        if (line.startsWith("#Fields:")) {
            extended = new ExtendedLog(line.substring("#Fields:".length()), extended);
        } else if (line.startsWith("#Date:")) {
            extended = (extended == null ? new ExtendedLog("", null) : extended)
                    .on(line.substring("#Date:".length()).strip());
        }
    }

    private LogFormat format(String line) {
        if (line.charAt(0) == '{') {
            return json;
        }
        if (extended != null && extended.isKnown()) {
            return extended;
        }
        return BalancerLog.isOne(line) ? balancer : common;
    }

    @Override
    long line() {
        return lines.number();
    }
}

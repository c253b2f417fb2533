package io.cxmetrics.cli.option;

import io.cxmetrics.cli.console.CliException;
import io.cxmetrics.cli.console.Progress;
import io.cxmetrics.input.reading.Reading;
import io.cxmetrics.input.reading.Where;
import io.cxmetrics.input.source.Source;
import io.cxmetrics.input.support.TicketReading;
import io.cxmetrics.input.table.Table;
import io.cxmetrics.input.table.TableLayout;
import io.cxmetrics.report.Terminal;
import java.io.File;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The files, how their rows are written, and which rows count. */
@SuppressWarnings("NullAway.Init") // picocli sets what is required before anything reads it
public final class InputOptions {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "CSV, JSON or JSON lines, plain, .gz or .zip; several are read as one; - is standard input")
    List<String> files;

    @Option(
            names = "--where",
            paramLabel = "CONDITION",
            description = "only rows for which it holds: \"status = done and plan in (gold, free)\"; = != < <= > >= in,"
                    + " is blank, and, or, not, ( )")
    @Nullable
    String where;

    @Option(
            names = "--without",
            paramLabel = "REASON=CONDITION",
            description =
                    "leave out rows for which it holds, counted by the reason: \"test=mode = test\"; any number of"
                            + " times")
    List<String> without = new ArrayList<>();

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            description = "the system that wrote the files, by the name or the file of a profile; none for no system"
                    + " (default: recognised by the columns, see cx profiles)")
    public @Nullable String profile;

    @Option(names = "--strict", description = "stop at the first malformed row or invalid value, with exit code 1")
    boolean strict;

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            description = "what separates fields, tab for a tabulator (default: detected)")
    @Nullable
    String delimiter;

    @Option(names = "--charset", paramLabel = "NAME", description = "character set of the files (default: detected)")
    @Nullable
    Charset charset;

    @Option(
            names = "--no-header",
            description = "the file starts with its first row; columns are named 1, 2, 3 and so on")
    boolean noHeader;

    @Option(
            names = "--header-rows",
            paramLabel = "N",
            description = "how many rows stand above the first answer; the first names the columns (default: 1)")
    @Nullable
    Integer headerRows;

    @Option(names = "--joined-header", description = "names of columns are made of all header rows: question - choice")
    boolean joinedHeader;

    @Option(
            names = "--array",
            paramLabel = "KEY",
            description = "the key of the JSON array that holds the rows (default: that of the only array of objects)")
    @Nullable
    String array;

    @Option(names = "--pad", description = "a row that ends early has blank last fields, instead of being malformed")
    boolean pad;

    /** The names of the files, as a message names them. */
    public String named() {
        return String.join(", ", files);
    }

    /** The files as one table in a layout; a terminal shows how far reading is. */
    public Table table(InputStream standardInput, TableLayout layout, Terminal terminal, PrintWriter err) {
        if (Collections.frequency(files, "-") > 1) {
            throw CliException.usage("-: standard input can be read only once");
        }
        if (files.contains("")) {
            throw CliException.usage("FILE: must not be empty");
        }
        List<Source> sources = new ArrayList<>();
        for (String file : files) {
            Source source = file.equals("-") ? Source.of("-", standardInput) : watched(file, terminal, err);
            sources.add(charset == null ? source : source.withCharset(charset));
        }
        return Table.of(sources).with(layout);
    }

    private static Source watched(String file, Terminal terminal, PrintWriter err) {
        long size = new File(file).length(); // 0 for what is no file, which is too small to be watched
        return Source.of(file).through(in -> Progress.around(in, size, terminal, err));
    }

    /** How the rows are written. */
    public TableLayout layout() {
        TableLayout layout = TableLayout.DETECTED;
        if (delimiter != null) {
            layout = layout.withSeparator(separator(delimiter));
        }
        if (noHeader && headerRows != null) {
            throw CliException.usage("--header-rows: cannot be combined with --no-header");
        }
        if (headerRows != null && (headerRows < 1 || headerRows > 3)) {
            throw CliException.usage("--header-rows: must be in [1, 3], got " + headerRows);
        }
        layout = noHeader ? layout.withHeaderRows(0) : headerRows == null ? layout : layout.withHeaderRows(headerRows);
        layout = joinedHeader ? layout.withJoinedHeader() : layout;
        layout = array == null ? layout : layout.withArray(array);
        return pad ? layout.withPadding() : layout;
    }

    private static char separator(String delimiter) {
        String text = delimiter.equals("tab") || delimiter.equals("\\t") ? "\t" : delimiter;
        if (text.length() != 1 || "\"\r\n".contains(text)) {
            throw CliException.usage("--delimiter: must be one character or tab, got " + delimiter);
        }
        return text.charAt(0);
    }

    /** A reading of the rows that count. */
    public <T> Reading<T> of(Reading<T> reading) {
        Where rows = where();
        Reading<T> filtered = rows == null ? reading : reading.with(rows);
        return strict ? filtered.strict() : filtered;
    }

    /** A reading of the tickets whose rows count. */
    public TicketReading of(TicketReading reading) {
        Where rows = where();
        TicketReading filtered = rows == null ? reading : reading.with(rows);
        return strict ? filtered.strict() : filtered;
    }

    /** Which rows count; null for all. */
    private @Nullable Where where() {
        if (where == null && without.isEmpty()) {
            return null;
        }
        Where rows = where == null ? Where.ALL : Where.parse(where);
        for (String text : without) {
            int equals = text.indexOf('=');
            String reason = text.substring(0, Math.max(0, equals)).strip();
            if (reason.isEmpty()) {
                throw CliException.usage("--without: must be like \"test=mode = test\", got " + text);
            }
            rows = rows.without(reason, Where.parse(text.substring(equals + 1)));
        }
        return rows;
    }
}

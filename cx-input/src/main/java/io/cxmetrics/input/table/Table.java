package io.cxmetrics.input.table;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.input.InputException;
import io.cxmetrics.input.source.Source;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rows of named fields in one or more files, which are read one after another as one table. Columns are found by their
 * names in each file, so their order may differ.
 *
 * <p>Immutable. Sources of streams can be read once.
 *
 * <pre>{@code
 * byte[] csv = "plan;nps\ngold;9\nfree;3\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
 * Table table = Table.of(Source.of("survey.csv", new java.io.ByteArrayInputStream(csv)));
 * Rows rows = table.rows();
 * Column nps = rows.column("nps");
 * List<String> seen = new ArrayList<>();
 * rows.forEach(row -> seen.add(row.line() + ":" + row.text(nps)));
 * seen; // [2:9, 3:3]
 * rows.count(); // 2
 * rows.close();
 * }</pre>
 *
 * @since 0.1
 */
public final class Table {

    private final List<Source> sources;
    private final TableLayout layout;

    private Table(List<Source> sources, TableLayout layout) {
        this.sources = sources;
        this.layout = layout;
    }

    /**
     * Returns the table of some files.
     *
     * @param sources the files, at least one
     * @return the table, its layout detected
     * @throws InputException if a file is named twice, which would count its rows twice
     * @throws IllegalArgumentException if there is no file
     */
    public static Table of(Source... sources) {
        return of(Arrays.asList(sources));
    }

    /**
     * Returns the table of some files.
     *
     * @param sources the files, at least one
     * @return the table, its layout detected
     * @throws InputException if a file is named twice, which would count its rows twice
     * @throws IllegalArgumentException if there is no file
     */
    public static Table of(List<Source> sources) {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("sources must not be empty");
        }
        Set<String> names = new HashSet<>();
        for (Source source : sources) {
            if (!names.add(source.name())) {
                throw InputException.request(source.name() + ": is named twice; its rows would count twice");
            }
        }
        return new Table(List.copyOf(sources), TableLayout.DETECTED);
    }

    /**
     * Returns this table read in a layout.
     *
     * @param newLayout how the rows are written
     * @return the table
     */
    public Table with(TableLayout newLayout) {
        return new Table(sources, requireNonNull(newLayout, "layout"));
    }

    /**
     * Opens the table: the first file is opened, and its header is read.
     *
     * @return the rows, to be closed
     * @throws InputException if the first file cannot be read
     */
    public Rows rows() {
        return new Rows(sources, layout);
    }

    @Override
    public String toString() {
        return sources.size() == 1
                ? sources.get(0).name()
                : sources.get(0).name() + " and " + (sources.size() - 1) + " more";
    }
}

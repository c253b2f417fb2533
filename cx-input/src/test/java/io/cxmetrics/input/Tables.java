package io.cxmetrics.input;

import io.cxmetrics.input.source.Source;
import io.cxmetrics.input.table.Column;
import io.cxmetrics.input.table.Rows;
import io.cxmetrics.input.table.Table;
import io.cxmetrics.input.table.TableLayout;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Small tables for the tests. */
public final class Tables {

    private Tables() {}

    public static Table of(String text) {
        return of(Packed.utf8(text));
    }

    public static Table of(byte[] bytes) {
        return Table.of(Source.of("f", new ByteArrayInputStream(bytes)));
    }

    /** The fields of each row as {@code line: a|b}. */
    public static List<String> read(Table table, String... names) {
        List<String> seen = new ArrayList<>();
        try (Rows rows = table.rows()) {
            List<Column> columns = Arrays.stream(names).map(rows::column).toList();
            rows.forEach(row ->
                    seen.add(row.line() + ": " + columns.stream().map(row::text).collect(Collectors.joining("|"))));
            LeftOut malformed = rows.malformed();
            malformed.counts().keySet().forEach(reason -> seen.addAll(malformed.examples(reason)));
            seen.addAll(rows.warnings());
        }
        return seen;
    }

    public static List<String> read(String text, TableLayout layout, String... names) {
        return read(of(text).with(layout), names);
    }
}

package io.cxmetrics.input.reading;

import io.cxmetrics.input.InputException;
import io.cxmetrics.input.table.Column;
import io.cxmetrics.input.table.Row;
import io.cxmetrics.input.table.Rows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The rows of a table so far, by all of their fields. */
final class WholeRows {

    private final List<Column> columns = new ArrayList<>();
    private final Set<Labels> seen = new TreeSet<>();

    WholeRows(Rows rows) {
        List<String> names = rows.columns();
        if (names.isEmpty()) {
            throw InputException.request("distinct rows are for tables with a header");
        }
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean tellsApart = !name.isBlank() && Collections.frequency(names, name) == 1;
            columns.add(rows.column(tellsApart ? name : "#" + (i + 1)));
        }
    }

    /** Tells whether no earlier row has the same texts, and remembers them. */
    boolean isNew(Row row) {
        List<String> texts = new ArrayList<>(columns.size());
        for (Column column : columns) {
            texts.add(row.text(column));
        }
        return seen.add(new Labels(texts));
    }
}

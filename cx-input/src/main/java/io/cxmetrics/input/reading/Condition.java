package io.cxmetrics.input.reading;

import io.cxmetrics.input.table.Column;
import io.cxmetrics.input.table.Row;
import io.cxmetrics.input.table.Rows;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A part of a filter. */
sealed interface Condition {

    /** A part whose columns were found. */
    @FunctionalInterface
    interface Test {
        boolean test(Row row);
    }

    Test bind(Rows rows);

    Stream<String> columns();

    /** All of the parts, or any of them. */
    record Joined(boolean all, List<Condition> parts) implements Condition {

        @Override
        public Test bind(Rows rows) {
            List<Test> tests = parts.stream().map(part -> part.bind(rows)).toList();
            return row -> {
                for (Test test : tests) {
                    if (test.test(row) != all) {
                        return !all;
                    }
                }
                return all;
            };
        }

        @Override
        public Stream<String> columns() {
            return parts.stream().flatMap(Condition::columns);
        }

        @Override
        public String toString() {
            return parts.stream().map(String::valueOf).collect(Collectors.joining(all ? " and " : " or ", "(", ")"));
        }
    }

    /** The opposite of a part. */
    record Not(Condition part) implements Condition {

        @Override
        public Test bind(Rows rows) {
            Test test = part.bind(rows);
            return row -> !test.test(row);
        }

        @Override
        public Stream<String> columns() {
            return part.columns();
        }

        @Override
        public String toString() {
            return "not " + part;
        }
    }

    /** Whether a field is blank. */
    record Blank(String column) implements Condition {

        @Override
        public Test bind(Rows rows) {
            Column found = rows.column(column);
            return row -> row.isBlank(found);
        }

        @Override
        public Stream<String> columns() {
            return Stream.of(column);
        }

        @Override
        public String toString() {
            return column + " is blank";
        }
    }

    /** How a field compares with a value. */
    record Compared(String column, String operator, Operand value) implements Condition {

        @Override
        public Test bind(Rows rows) {
            Column found = rows.column(column);
            return switch (operator) {
                case "=" -> row -> value.isEqualTo(row.text(found));
                case "!=" -> row -> !value.isEqualTo(row.text(found));
                case "<" -> row -> !row.isBlank(found) && value.compare(row.text(found)) < 0;
                case "<=" -> row -> !row.isBlank(found) && value.compare(row.text(found)) <= 0;
                case ">" -> row -> !row.isBlank(found) && value.compare(row.text(found)) > 0;
                default -> row -> !row.isBlank(found) && value.compare(row.text(found)) >= 0;
            };
        }

        @Override
        public Stream<String> columns() {
            return Stream.of(column);
        }

        @Override
        public String toString() {
            return column + " " + operator + " " + value;
        }
    }

    /** Whether a field equals one of many values. */
    record In(String column, List<Operand> values) implements Condition {

        @Override
        public Test bind(Rows rows) {
            Column found = rows.column(column);
            return row -> {
                String text = row.text(found);
                for (Operand value : values) {
                    if (value.isEqualTo(text)) {
                        return true;
                    }
                }
                return false;
            };
        }

        @Override
        public Stream<String> columns() {
            return Stream.of(column);
        }

        @Override
        public String toString() {
            return column + values.stream().map(String::valueOf).collect(Collectors.joining(", ", " in (", ")"));
        }
    }
}

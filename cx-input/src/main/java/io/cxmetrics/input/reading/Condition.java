package io.cxmetrics.input.reading;

import io.cxmetrics.input.table.Column;
import io.cxmetrics.input.table.Row;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A part of a filter. */
sealed interface Condition {

    /** A name that needs no quotes. */
    Pattern PLAIN = Pattern.compile("(?!(?i:and|or|not|in|is)$)[^\\s()=!<>,'\"`]+");

    /** A part whose columns were found. */
    @FunctionalInterface
    interface Test {
        boolean test(Row row);
    }

    Test bind(Function<String, Column> columns);

    Stream<String> columns();

    /** The same condition of columns of other names. */
    Condition renamed(UnaryOperator<String> names);

    /** A name as a filter holds it: in quotes where it is more than one plain word. */
    static String name(String column) {
        return PLAIN.matcher(column).matches() ? column : "`" + column.replace("`", "``") + "`";
    }

    /** All of the parts, or any of them. */
    record Joined(boolean all, List<Condition> parts) implements Condition {

        @Override
        public Test bind(Function<String, Column> columns) {
            List<Test> tests = parts.stream().map(part -> part.bind(columns)).toList();
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
        public Condition renamed(UnaryOperator<String> names) {
            return new Joined(
                    all, parts.stream().map(part -> part.renamed(names)).toList());
        }

        @Override
        public String toString() {
            return parts.isEmpty()
                    ? "all rows"
                    : parts.stream().map(String::valueOf).collect(Collectors.joining(all ? " and " : " or ", "(", ")"));
        }
    }

    /** The opposite of a part. */
    record Not(Condition part) implements Condition {

        @Override
        public Test bind(Function<String, Column> columns) {
            Test test = part.bind(columns);
            return row -> !test.test(row);
        }

        @Override
        public Stream<String> columns() {
            return part.columns();
        }

        @Override
        public Condition renamed(UnaryOperator<String> names) {
            return new Not(part.renamed(names));
        }

        @Override
        public String toString() {
            return "not " + part;
        }
    }

    /** Whether a field is blank. */
    record Blank(String column) implements Condition {

        @Override
        public Test bind(Function<String, Column> columns) {
            Column found = columns.apply(column);
            return row -> row.isBlank(found);
        }

        @Override
        public Stream<String> columns() {
            return Stream.of(column);
        }

        @Override
        public Condition renamed(UnaryOperator<String> names) {
            return new Blank(names.apply(column));
        }

        @Override
        public String toString() {
            return name(column) + " is blank";
        }
    }

    /** How a field compares with a value. */
    record Compared(String column, String operator, Operand value) implements Condition {

        @Override
        public Test bind(Function<String, Column> columns) {
            Column found = columns.apply(column);
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
        public Condition renamed(UnaryOperator<String> names) {
            return new Compared(names.apply(column), operator, value);
        }

        @Override
        public String toString() {
            return name(column) + " " + operator + " " + value;
        }
    }

    /** Whether a field equals one of many values. */
    record In(String column, List<Operand> values) implements Condition {

        @Override
        public Test bind(Function<String, Column> columns) {
            Column found = columns.apply(column);
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
        public Condition renamed(UnaryOperator<String> names) {
            return new In(names.apply(column), values);
        }

        @Override
        public String toString() {
            return name(column) + values.stream().map(String::valueOf).collect(Collectors.joining(", ", " in (", ")"));
        }
    }
}

package io.cxmetrics.input.reading;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.input.InputException;
import io.cxmetrics.input.Reason;
import io.cxmetrics.input.table.Column;
import io.cxmetrics.input.table.Row;
import io.cxmetrics.input.table.Rows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A filter of rows, written as text. Columns stand on the left, values on the right:
 *
 * <ul>
 *   <li>{@code plan = gold}, {@code plan != 'gold, yearly'}, {@code amount >= 10}, {@code created < 2026-03-01}
 *   <li>{@code plan in (gold, silver)}, {@code plan not in (free)}
 *   <li>{@code closed is blank}, {@code closed is not blank}
 *   <li>{@code and}, {@code or}, {@code not}, and parentheses; {@code not} binds most tightly, {@code or} least
 * </ul>
 *
 * <p>A name or a value with spaces or signs stands in double or single quotes or backticks, and a quote inside is
 * doubled. Key words are read in any case.
 *
 * <p><b>Comparison.</b> Both sides are compared as numbers if both are numbers, as times if both are dates or times of
 * ISO 8601, and as text otherwise, with white space around it left aside. A time with an offset and one without are
 * compared as if the latter were in UTC. A blank field equals nothing but a blank value, and is neither below nor above
 * anything.
 *
 * <p><b>Reasons.</b> A row that does not pass is left out as {@code filtered}. {@link #without} leaves rows out by a
 * reason of their own, before that.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Where where = Where.parse("plan in (gold, silver) and not (amount < 10 or closed is blank)");
 * where; // (plan in ('gold', 'silver') and not (amount < '10' or closed is blank))
 * }</pre>
 *
 * @since 0.1
 */
public final class Where {

    /** Every row passes. */
    public static final Where ALL = new Where(new Condition.Joined(true, List.of()), new TreeMap<>());

    private final Condition condition;
    private final SortedMap<Reason, Condition> without;

    private Where(Condition condition, SortedMap<Reason, Condition> without) {
        this.condition = condition;
        this.without = without;
    }

    /**
     * Reads a filter.
     *
     * @param text the filter
     * @return the filter
     * @throws InputException if the text is none; the message says what was expected at which character
     */
    public static Where parse(String text) {
        return new Where(new WhereParser(text).parse(), new TreeMap<>());
    }

    /**
     * Returns this filter without the rows that pass another, such as answers to a test of the survey. A table that
     * lacks a column of the other filter holds no such rows.
     *
     * @param reason why they are left out, in a word such as {@code deleted}
     * @param unwanted the other filter
     * @return the filter
     */
    public Where without(String reason, Where unwanted) {
        TreeMap<Reason, Condition> more = new TreeMap<>(without);
        more.merge(
                new Reason(reason, Reason.Kind.FILTERED),
                unwanted.condition,
                (a, b) -> new Condition.Joined(false, List.of(a, b)));
        return new Where(condition, more);
    }

    /**
     * Returns this filter over columns of other names.
     *
     * @param names the name in the table for each name in the filter
     * @return the filter
     */
    public Where renamed(UnaryOperator<String> names) {
        TreeMap<Reason, Condition> others = new TreeMap<>(without);
        others.replaceAll((reason, unwanted) -> unwanted.renamed(names));
        return new Where(condition.renamed(names), others);
    }

    /** Finds the columns; one that does not exist is an error. */
    Bound bind(Rows rows) {
        Map<Reason, Condition.Test> unwanted = new LinkedHashMap<>();
        without.forEach((reason, other) -> {
            Map<String, Optional<Column>> columns = new LinkedHashMap<>();
            other.columns().forEach(name -> columns.computeIfAbsent(name, rows::optionalColumn));
            if (columns.values().stream().allMatch(Optional::isPresent)) {
                unwanted.put(
                        reason,
                        other.bind(name -> requireNonNull(columns.get(name)).orElseThrow()));
            }
        });
        return new Bound(condition.bind(rows::column), unwanted);
    }

    /** A filter whose columns were found. */
    record Bound(Condition.Test test, Map<Reason, Condition.Test> unwanted) {

        boolean test(Row row) {
            return against(row) == null;
        }

        /** Why a row does not pass, null if it does. */
        @Nullable
        Reason against(Row row) {
            for (Map.Entry<Reason, Condition.Test> other : unwanted.entrySet()) {
                if (other.getValue().test(row)) {
                    return other.getKey();
                }
            }
            return test.test(row) ? null : Reason.FILTERED;
        }
    }

    /**
     * Returns the names of the columns that are asked for.
     *
     * @return the names, each once, in order; not those of {@link #without}
     */
    public List<String> columns() {
        return condition.columns().distinct().toList();
    }

    /**
     * Returns the filter with all its parentheses and quotes.
     *
     * @return the filter as text
     */
    @Override
    public String toString() {
        return without.isEmpty()
                ? condition.toString()
                : condition
                        + without.entrySet().stream()
                                .map(other -> " without " + other.getKey() + ": " + other.getValue())
                                .collect(Collectors.joining());
    }
}

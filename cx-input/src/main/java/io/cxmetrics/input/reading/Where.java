package io.cxmetrics.input.reading;

import io.cxmetrics.input.InputException;
import io.cxmetrics.input.table.Row;
import io.cxmetrics.input.table.Rows;
import java.util.List;

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

    private final Condition condition;

    private Where(Condition condition) {
        this.condition = condition;
    }

    /**
     * Reads a filter.
     *
     * @param text the filter
     * @return the filter
     * @throws InputException if the text is none; the message says what was expected at which character
     */
    public static Where parse(String text) {
        return new Where(new WhereParser(text).parse());
    }

    /** Finds the columns; one that does not exist is an error. */
    Bound bind(Rows rows) {
        return new Bound(condition.bind(rows));
    }

    /** A filter whose columns were found. */
    record Bound(Condition.Test test) {
        boolean test(Row row) {
            return test.test(row);
        }
    }

    /**
     * Returns the names of the columns that are asked for.
     *
     * @return the names, each once, in order
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
        return condition.toString();
    }
}

package io.cxmetrics.report;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.stat.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * The figures of an answer, in the order of output: for each its name in JSON and CSV, its title and format in a table,
 * and how it is asked of the summary. A figure is named here once, for all outputs.
 *
 * <p>Immutable and thread-safe: each method returns new figures.
 *
 * <pre>{@code
 * Figures<Nps> figures = Figures.of(Nps.class)
 *         .count("n", "n", Nps::count)
 *         .number("nps", "NPS", 1, Nps::score).headline(-100, 100)
 *         .interval("low", "high", "95 % interval", nps -> nps.interval(0.95))
 *         .number("standard_error", "", 2, Nps::standardError).hidden();
 * figures.values(Nps.of(9, 10, 7, 3)).number("nps"); // 25.0
 * figures.columns().size(); // 3
 * }</pre>
 *
 * @param <R> the type of the summary
 * @since 0.1
 */
public final class Figures<R> {

    private final BiConsumer<Values, R> put;
    private final List<Column> columns;

    private Figures(BiConsumer<Values, R> put, List<Column> columns) {
        this.put = put;
        this.columns = List.copyOf(columns);
    }

    /**
     * Returns no figures, to start with.
     *
     * @param <R> the type of the summary
     * @return no figures
     */
    public static <R> Figures<R> none() {
        return new Figures<>((values, summary) -> {}, List.of());
    }

    /**
     * Returns no figures, to start with.
     *
     * @param type the type of the summary, for the compiler
     * @param <R> the type of the summary
     * @return no figures
     */
    public static <R> Figures<R> of(Class<R> type) {
        requireNonNull(type, "type");
        return none();
    }

    /**
     * Returns these figures and a count.
     *
     * @param name its name in JSON and CSV
     * @param title what stands above it in a table
     * @param value asks the summary for it
     * @return the figures
     */
    public Figures<R> count(String name, String title, ToLongFunction<? super R> value) {
        return and((values, summary) -> values.put(name, value.applyAsLong(summary)), Column.count(name, title));
    }

    /**
     * Returns these figures and a number.
     *
     * @param name its name in JSON and CSV, which have all digits
     * @param title what stands above it in a table
     * @param decimals the decimals that a table shows
     * @param value asks the summary for it; NaN is undefined
     * @return the figures
     */
    public Figures<R> number(String name, String title, int decimals, ToDoubleFunction<? super R> value) {
        return and(
                (values, summary) -> values.put(name, value.applyAsDouble(summary)),
                Column.number(name, title, decimals));
    }

    /**
     * Returns these figures and a share in percent.
     *
     * @param name its name in JSON and CSV
     * @param title what stands above it in a table
     * @param fraction asks the summary for it, as a fraction
     * @return the figures
     */
    public Figures<R> percent(String name, String title, ToDoubleFunction<? super R> fraction) {
        return number(name, title, 1, summary -> 100 * fraction.applyAsDouble(summary));
    }

    /**
     * Returns these figures and a length of time, which a table shows in the unit that makes it short.
     *
     * @param name its name in JSON and CSV, which have seconds
     * @param title what stands above it in a table
     * @param seconds asks the summary for it
     * @return the figures
     */
    public Figures<R> seconds(String name, String title, ToDoubleFunction<? super R> seconds) {
        return and((values, summary) -> values.put(name, seconds.applyAsDouble(summary)), Column.seconds(name, title));
    }

    /**
     * Returns these figures and an interval: two values in JSON and CSV, one column of a table.
     *
     * @param low the name of its lower end
     * @param high the name of its upper end
     * @param title what stands above it in a table
     * @param interval asks the summary for it
     * @return the figures
     */
    public Figures<R> interval(String low, String high, String title, Function<? super R, Interval> interval) {
        return and(
                (values, summary) -> {
                    Interval found = interval.apply(summary);
                    values.put(low, found.low()).put(high, found.high());
                },
                Column.interval(low, high, title));
    }

    /**
     * Returns these figures and counts by label, which only JSON shows.
     *
     * @param name their name
     * @param counts asks the summary for them
     * @return the figures
     */
    public Figures<R> counts(String name, Function<? super R, ? extends Map<String, Long>> counts) {
        return and((values, summary) -> values.put(name, counts.apply(summary)));
    }

    /**
     * Returns these figures and numbers by label, which only JSON shows.
     *
     * @param name their name
     * @param numbers asks the summary for them
     * @return the figures
     */
    public Figures<R> numbers(String name, Function<? super R, ? extends Map<String, Double>> numbers) {
        return and((values, summary) -> values.putNumbers(name, numbers.apply(summary)));
    }

    /**
     * Returns these figures and a text, such as a date, which only JSON shows.
     *
     * @param name its name
     * @param text asks the summary for it
     * @return the figures
     */
    public Figures<R> text(String name, Function<? super R, String> text) {
        return and((values, summary) -> values.putText(name, text.apply(summary)));
    }

    /**
     * Returns these figures and a p-value.
     *
     * @param name its name in JSON and CSV
     * @param title what stands above it in a table
     * @param value asks the summary for it
     * @return the figures
     */
    public Figures<R> pValue(String name, String title, ToDoubleFunction<? super R> value) {
        return and((values, summary) -> values.put(name, value.applyAsDouble(summary)), Column.pValue(name, title));
    }

    /**
     * Returns these figures and a word, such as a verdict, which a table and JSON show.
     *
     * @param name its name
     * @param title what stands above it in a table
     * @param word asks the summary for it
     * @return the figures
     */
    public Figures<R> word(String name, String title, Function<? super R, String> word) {
        return and((values, summary) -> values.putText(name, word.apply(summary)), Column.word(name, title));
    }

    /**
     * Returns these figures and a list of parts with figures of their own, such as the steps of a funnel. Only JSON
     * shows it, as an array of objects.
     *
     * @param name its name, a plural
     * @param figures the figures of a part
     * @param parts asks the summary for the parts
     * @param <P> the type of a part
     * @return the figures
     */
    public <P> Figures<R> parts(
            String name, Figures<P> figures, Function<? super R, ? extends List<? extends P>> parts) {
        return and((values, summary) -> values.putAll(
                name,
                parts.apply(summary).stream().map(part -> figures.values(part)).toList()));
    }

    /**
     * Returns these figures and a list of cells with figures of their own, such as the intervals of a cohort. JSON
     * shows
     * it as an array of objects; CSV and tables have each number by its name and its place, such as {@code active_2}.
     *
     * @param name its name, a plural
     * @param figures the figures of a cell
     * @param cells asks the summary for the cells
     * @param <P> the type of a cell
     * @return the figures
     */
    public <P> Figures<R> cells(
            String name, Figures<P> figures, Function<? super R, ? extends List<? extends P>> cells) {
        return and((values, summary) -> values.putCells(
                name,
                cells.apply(summary).stream().map(cell -> figures.values(cell)).toList()));
    }

    /**
     * Returns these figures with one more column, of a number that is there already, such as {@code active_2}.
     *
     * @param column the column
     * @return the figures
     */
    public Figures<R> withColumn(Column column) {
        List<Column> more = new ArrayList<>(columns);
        more.add(requireNonNull(column, "column"));
        return new Figures<>(put, more);
    }

    /**
     * Returns these figures and what any code puts under names of its own. Only JSON and CSV show it, which suits
     * values whose names depend on the data.
     *
     * @param more puts values of a summary
     * @return the figures
     */
    public Figures<R> and(BiConsumer<Values, ? super R> more) {
        requireNonNull(more, "more");
        return new Figures<>(put.andThen((values, summary) -> more.accept(values, summary)), columns);
    }

    /**
     * Returns these figures and more.
     *
     * @param more the figures that follow
     * @return the figures
     */
    public Figures<R> and(Figures<R> more) {
        List<Column> both = new ArrayList<>(columns);
        both.addAll(more.columns);
        return new Figures<>(put.andThen(more.put), both);
    }

    private Figures<R> and(BiConsumer<Values, R> more, Column column) {
        List<Column> both = new ArrayList<>(columns);
        both.add(column);
        return new Figures<>(put.andThen(more), both);
    }

    /**
     * Returns these figures with the last one as the headline, which a terminal draws as a bar, and over time as a
     * line.
     *
     * @param min the lowest it can be
     * @param max the highest it can be
     * @return the figures
     * @throws IllegalStateException if no figure has a column
     */
    public Figures<R> headline(double min, double max) {
        return withLast(List.of(last().asHeadline(min, max)));
    }

    /**
     * Returns these figures with the last one as a cell of a triangle: a percentage with its shade, and blank where it
     * is undefined.
     *
     * @return the figures
     * @throws IllegalStateException if no figure has a column
     */
    public Figures<R> shaded() {
        return withLast(List.of(Column.shaded(last().value(), last().title())));
    }

    /**
     * Returns these figures without the last column: JSON and CSV have its value, and a table does not.
     *
     * @return the figures
     * @throws IllegalStateException if no figure has a column
     */
    public Figures<R> hidden() {
        requireNonNull(last());
        return withLast(List.of());
    }

    private Column last() {
        if (columns.isEmpty()) {
            throw new IllegalStateException("no figure has a column");
        }
        return columns.get(columns.size() - 1);
    }

    private Figures<R> withLast(List<Column> instead) {
        List<Column> changed = new ArrayList<>(columns.subList(0, columns.size() - 1));
        changed.addAll(instead);
        return new Figures<>(put, changed);
    }

    /**
     * Returns the same figures of another summary, which is asked once for all of them.
     *
     * @param function finds the summary in it
     * @param <Q> the type of the other
     * @return the figures
     */
    public <Q> Figures<Q> from(Function<? super Q, ? extends R> function) {
        requireNonNull(function, "function");
        return new Figures<>((values, other) -> put.accept(values, function.apply(other)), columns);
    }

    /**
     * Returns these figures with other columns, or another order of them.
     *
     * @param names the names of the values whose columns a table shows; of an interval that of its lower end
     * @return the figures
     * @throws IllegalArgumentException if there is no column of a name
     */
    public Figures<R> withColumns(String... names) {
        List<Column> chosen = new ArrayList<>();
        for (String name : names) {
            chosen.add(columns.stream()
                    .filter(column -> column.value().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no column shows " + name)));
        }
        return new Figures<>(put, chosen);
    }

    /**
     * Returns the values of a summary.
     *
     * @param summary the summary
     * @return the values
     */
    public Values values(R summary) {
        Values values = new Values();
        put.accept(values, summary);
        return values;
    }

    /**
     * Returns the columns of a table.
     *
     * @return the columns in their order, unmodifiable
     */
    public List<Column> columns() {
        return columns;
    }
}

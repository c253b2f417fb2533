package io.cxmetrics.input.reading;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.input.InputException;
import io.cxmetrics.input.LeftOut;
import io.cxmetrics.input.Reason;
import io.cxmetrics.input.table.Row;
import io.cxmetrics.input.table.Rows;
import io.cxmetrics.input.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the rows of a table become inputs of a metric: the fields that each row is asked for, and the function that makes
 * an input of them. A row whose fields cannot be read is left out by a reason that names the field; nothing is dropped
 * in silence.
 *
 * <p><b>Accounting.</b> Each row ends as used, as left out, or as malformed; {@link Accounting} holds the counts.
 *
 * <p><b>Errors.</b> A file of which no row could be read, though it has some, is an {@link InputException}: its format,
 * its separator or its columns were taken for others. Rows that were left out by choice (a filter, a code for no
 * answer) do not make a file unreadable. {@link #strict()} stops at the first row that is malformed or has an invalid
 * field.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * byte[] csv = "customer,amount\na,9.50\nb,\na,x\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
 * Table table = Table.of(Source.of("orders.csv", new java.io.ByteArrayInputStream(csv)));
 * Field<String> customer = Field.required("customer", Names.required());
 * Field<Long> amount = Field.required("amount", Numbers.PLAIN.amounts(2));
 * Reading<String> reading = Reading.of(row -> row.get(customer) + ":" + row.get(amount), customer, amount);
 * Outcome<List<String>> outcome = reading.toList(table);
 * outcome.result(); // [a:950]
 * outcome.accounting(); // 3 rows: 1 used, left out invalid_amount 1, no_amount 1, malformed nothing
 * List<String> examples = outcome.accounting().leftOut().examples(Reason.invalid("amount"));
 * examples; // [orders.csv, line 4: amount must be a number of at most 15 digits, got x]
 * }</pre>
 *
 * @param <T> what a row is read as
 * @since 0.1
 */
public final class Reading<T> {

    private static final Reason DUPLICATE = new Reason("duplicate_row", Reason.Kind.CHOSEN);

    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

    private final List<Field<?>> fields;
    private final Function<Fields, ? extends @Nullable T> function;
    private final Roles roles;
    private final @Nullable Where where;
    private final boolean strict;
    private final boolean distinct;

    private Reading(
            List<Field<?>> fields,
            Function<Fields, ? extends @Nullable T> function,
            Roles roles,
            @Nullable Where where,
            boolean strict,
            boolean distinct) {
        this.fields = fields;
        this.function = function;
        this.roles = roles;
        this.where = where;
        this.strict = strict;
        this.distinct = distinct;
    }

    /**
     * Returns a reading.
     *
     * @param function makes an input of a row whose fields could be read; to leave the row out it calls
     *     {@link Fields#leaveOut} and returns null
     * @param fields the fields that each row is asked for, in the order in which reasons are looked for
     * @param <T> what a row is read as
     * @return the reading
     */
    public static <T> Reading<T> of(Function<Fields, ? extends @Nullable T> function, Field<?>... fields) {
        return new Reading<>(List.of(fields), requireNonNull(function, "function"), Roles.NONE, null, false, false);
    }

    /**
     * Returns the reading of one field alone.
     *
     * @param field the field
     * @param <T> the type of its value
     * @return the reading
     */
    public static <T> Reading<T> of(Field<T> field) {
        return of(row -> row.get(field), field);
    }

    /**
     * Returns this reading with more fields, which the function does not see but a {@link Sink} or {@link Groups} may.
     *
     * @param more the fields
     * @return the reading
     */
    public Reading<T> with(Field<?>... more) {
        List<Field<?>> all = new ArrayList<>(fields);
        all.addAll(List.of(more));
        return new Reading<>(List.copyOf(all), function, roles, where, strict, distinct);
    }

    /**
     * Returns this reading with columns for its roles.
     *
     * @param newRoles the roles
     * @return the reading
     */
    public Reading<T> with(Roles newRoles) {
        return new Reading<>(fields, function, requireNonNull(newRoles, "roles"), where, strict, distinct);
    }

    /**
     * Returns this reading of the rows that pass a filter. The others are left out as {@code filtered}.
     *
     * @param newWhere the filter
     * @return the reading
     */
    public Reading<T> with(Where newWhere) {
        return new Reading<>(fields, function, roles, requireNonNull(newWhere, "where"), strict, distinct);
    }

    /**
     * Returns this reading with an end at the first row that is malformed or has an invalid field.
     *
     * @return the reading
     */
    public Reading<T> strict() {
        return new Reading<>(fields, function, roles, where, true, distinct);
    }

    /**
     * Returns this reading without the rows that repeat an earlier row in every field. They are left out as
     * {@code duplicate_row}. The texts of all rows are held for that.
     *
     * @return the reading
     */
    public Reading<T> distinct() {
        return new Reading<>(fields, function, roles, where, strict, true);
    }

    /**
     * Reads a table into a list, which holds all inputs in memory.
     *
     * @param table the table
     * @return the inputs in the order of the rows, and what was left out
     * @throws InputException if a file cannot be read, lacks a column, or holds no row that can be read
     */
    public Outcome<List<T>> toList(Table table) {
        List<T> inputs = new ArrayList<>();
        return read(table, (input, row) -> inputs.add(input)).withResult(Collections.unmodifiableList(inputs));
    }

    /**
     * Folds a table into a summary, one row at a time.
     *
     * @param table the table
     * @param aggregation how inputs become the summary
     * @param <S> the type of the state
     * @param <R> the type of the summary
     * @return the summary, and what was left out
     * @throws InputException if a file cannot be read, lacks a column, or holds no row that can be read
     */
    public <S, R> Outcome<R> fold(Table table, Aggregation<? super T, S, R> aggregation) {
        List<S> state = new ArrayList<>(List.of(aggregation.zero()));
        Outcome<?> outcome = read(table, (input, row) -> state.set(0, aggregation.add(state.get(0), input)));
        return outcome.withResult(aggregation.finish(state.get(0)));
    }

    /**
     * Reads a table and gives its rows away one at a time.
     *
     * @param table the table
     * @param sink takes the rows
     * @return what was left out; the result is the number of rows that were used
     * @throws InputException if a file cannot be read, lacks a column, or holds no row that can be read
     */
    public Outcome<Long> read(Table table, Sink<? super T> sink) {
        try (Rows rows = table.rows()) {
            Fields read = new Fields(fields, roles, rows);
            Where.Bound filter = where == null ? null : where.bind(rows);
            WholeRows whole = distinct ? new WholeRows(rows) : null;
            Ledger ledger = new Ledger(rows);
            for (Row row = rows.next(); row != null; row = rows.next()) {
                ledger.enter(row);
                Reason reason = filter == null ? null : filter.against(row);
                if (reason != null) {
                    ledger.filtered(reason);
                    continue;
                }
                read.read(row);
                if (strict && !read.unread().isEmpty()) {
                    throw InputException.data(
                            row.place(), read.unread().values().iterator().next());
                }
                if (whole != null && !whole.isNew(row)) {
                    read.leaveOutFirst(DUPLICATE, "row repeats an earlier one");
                }
                T input = read.reason() == null ? function.apply(read) : null;
                reason = read.reason();
                if (reason == null) {
                    ledger.used(read);
                    sink.used(requireNonNull(input, "the function of a reading returned null without a reason"), read);
                } else {
                    if (strict && reason.kind() == Reason.Kind.INVALID) {
                        throw read.failure();
                    }
                    ledger.leftOut(reason, read);
                    sink.leftOut(reason, read);
                }
                failOnMalformed(rows);
            }
            failOnMalformed(rows);
            Accounting accounting = ledger.close();
            LOG.debug("{}: {}", table, accounting);
            return new Outcome<>(accounting.used(), accounting, ledger.unread(), rows.warnings());
        }
    }

    private void failOnMalformed(Rows rows) {
        if (strict && rows.hasMalformed()) {
            LeftOut malformed = rows.malformed();
            throw InputException.data(malformed.counts().keySet().stream()
                    .flatMap(reason -> malformed.examples(reason).stream())
                    .findFirst()
                    .orElseThrow());
        }
    }
}

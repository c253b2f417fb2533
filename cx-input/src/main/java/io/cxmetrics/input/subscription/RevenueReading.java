package io.cxmetrics.input.subscription;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.input.Reason;
import io.cxmetrics.input.field.Dates;
import io.cxmetrics.input.field.FieldReader;
import io.cxmetrics.input.field.Names;
import io.cxmetrics.input.reading.Field;
import io.cxmetrics.input.reading.Fields;
import io.cxmetrics.input.reading.Grouping;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.input.reading.Reading;
import io.cxmetrics.input.reading.Sink;
import io.cxmetrics.input.table.Table;
import io.cxmetrics.retention.revenue.MonthlyRevenue;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How rows become recurring revenue: one row or more for each customer and month, which add up. Amounts below 0 are
 * credits.
 *
 * <p><b>Roles.</b> {@value #CUSTOMER}, {@value #MONTH} and {@value #AMOUNT}; on demand
 * {@value MoneyDefinition#CURRENCY}.
 *
 * <p><b>Left out.</b> A customer of whom a row cannot be read would seem to pay less or to be gone, and is in no
 * movement; their other rows still count as revenue. A month after the last known one is left out as
 * {@code later_month}; where the question names none, the latest month of the table is the last, but not one that lies
 * in the future and more than a year after all others.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * String csv = "customer,month,amount\nann,202601,50\nann,02/2026,75\nann,2026-02,-25\nbob,2026-01,20\n";
 * byte[] bytes = csv.getBytes(java.nio.charset.StandardCharsets.UTF_8);
 * Table table = Table.of(Source.of("revenue.csv", new java.io.ByteArrayInputStream(bytes)));
 * RevenueReading reading = RevenueReading.of(Dates.ISO.months(), MoneyDefinition.ofDecimals(2));
 * GroupedRevenue revenue = reading.read(table, Grouping.by()).result();
 * revenue.last(); // 2026-02
 * revenue.ledgers().all().total().summary().revenue(revenue.last()); // 50.0 of 1
 * }</pre>
 *
 * @since 0.1
 */
public final class RevenueReading {

    /** The role of the column that tells customers apart. */
    public static final String CUSTOMER = "customer";

    /** The role of the column of months. */
    public static final String MONTH = "month";

    /** The role of the column of amounts. */
    public static final String AMOUNT = "amount";

    private static final Reason LATER_MONTH = new Reason("later_month", Reason.Kind.CHOSEN);

    private final FieldReader<YearMonth> months;
    private final MoneyDefinition money;
    private final @Nullable YearMonth last;

    private RevenueReading(FieldReader<YearMonth> months, MoneyDefinition money, @Nullable YearMonth last) {
        this.months = requireNonNull(months, "months");
        this.money = requireNonNull(money, "money");
        this.last = last;
    }

    /**
     * Returns the reading of revenue.
     *
     * @param months how months are written, such as {@link Dates#months()}
     * @param money how amounts are written
     * @return the reading
     */
    public static RevenueReading of(FieldReader<YearMonth> months, MoneyDefinition money) {
        return new RevenueReading(months, money, null);
    }

    /**
     * Returns this reading with the last month that is known.
     *
     * @param month the month; null for the latest in the table
     * @return the reading
     */
    public RevenueReading withObservedThrough(@Nullable YearMonth month) {
        return new RevenueReading(months, money, month);
    }

    /**
     * Reads a table.
     *
     * @param table the table
     * @param grouping by what it is split; its periods do not count
     * @return the revenue, and what was left out
     * @throws io.cxmetrics.input.InputException if a file cannot be read, lacks a column, or holds no row that can be
     *     read, or if there are several currencies and the question names none
     */
    public Outcome<GroupedRevenue> read(Table table, Grouping grouping) {
        return read(table, grouping, reading -> reading);
    }

    /**
     * Reads a table, with columns for the roles, a filter, or strictly.
     *
     * @param table the table
     * @param grouping by what it is split; its periods do not count
     * @param with changes the reading of rows
     * @return the revenue, and what was left out
     * @throws io.cxmetrics.input.InputException if a file cannot be read, lacks a column, or holds no row that can be
     *     read, or if there are several currencies and the question names none
     */
    public Outcome<GroupedRevenue> read(
            Table table, Grouping grouping, UnaryOperator<Reading<MonthlyRevenue<String>>> with) {
        Field<String> customer = Field.required(CUSTOMER, Names.required());
        Field<YearMonth> month = Field.required(MONTH, months);
        MoneyFields amounts = new MoneyFields(money, AMOUNT);
        Pool<String> customers = new Pool<>();
        Pool<YearMonth> written = new Pool<>();
        List<Field<?>> fields = new ArrayList<>(List.of(customer, month));
        fields.addAll(amounts.fields());
        Reading<MonthlyRevenue<String>> reading = Reading.of(
                row -> {
                    MoneyUnit unit = amounts.unit(row);
                    return unit == null
                            ? null
                            : MonthlyRevenue.of(
                                    customers.one(row.get(customer)),
                                    written.one(row.get(month)),
                                    amounts.amount(row),
                                    unit);
                },
                fields.toArray(new Field<?>[0]));
        Grouping.Splitter split = grouping.splitter();
        LastDay known = new LastDay(last == null ? null : last.atEndOfMonth());
        RevenueLines lines = new RevenueLines();
        Outcome<Long> outcome = with.apply(reading)
                .with(grouping.fields())
                .read(table, new Sink<MonthlyRevenue<String>>() {
                    @Override
                    public void used(MonthlyRevenue<String> line, Fields row) {
                        lines.add(split.labels(row), List.of(line));
                        known.start(line.month().atDay(1), row);
                    }

                    @Override
                    public void leftOut(Reason reason, Fields row) {
                        lines.leaveOut(split.labels(row), reason, row.orNull(customer));
                    }
                });
        return lines.finish(outcome, known, day -> YearMonth.from(day), LATER_MONTH, amounts.found());
    }
}

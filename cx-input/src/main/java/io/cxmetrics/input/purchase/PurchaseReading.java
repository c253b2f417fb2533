package io.cxmetrics.input.purchase;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.input.field.FieldReader;
import io.cxmetrics.input.field.Moment;
import io.cxmetrics.input.reading.Grouping;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.input.reading.Reading;
import io.cxmetrics.input.table.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How files of orders, of order lines, or of any other activity become the logs of customers. The role {@code customer}
 * tells customers apart, and {@code date} says when. On demand there are amounts ({@link PurchaseAmounts}), and
 * {@code order} tells orders apart.
 *
 * <p><b>Customers.</b> A row whose customer is blank is left out as {@code no_customer}, and so is one that says {@code
 * guest}, {@code anonymous}, {@code unknown} or {@code none}: nobody knows whether such rows are of one person. A
 * customer with a row whose date, amount or currency cannot be used is left out whole, see {@link CustomerLog}; its
 * other rows are counted as {@code customer_left_out}.
 *
 * <p><b>Orders.</b> Without a column of orders each row is one, and a row with a negative amount a refund. With one,
 * the lines of an order of a customer are one purchase, at the time of the first of them; {@link OrderRule} says what
 * their amounts are. Rows with negative amounts are refunds also then.
 *
 * <p><b>Groups.</b> A customer is in one group: that of its first row by time. So groups add up to all.
 *
 * <p><b>Until when.</b> Rows after the end of observation are left out as {@code after_as_of}. Without an end the
 * latest day of the file is the last; a date more than a year after all others does not become it, and its customer is
 * left out.
 *
 * <p><b>Days.</b> A time with an offset is of the day in the zone, or without a zone of the day as written.
 *
 * <p>Immutable and thread-safe. While a file is read, 20 bytes are held for a purchase and about 200 for a customer.
 *
 * <pre>{@code
 * String csv = "order,customer,date,amount\n1,ann,2026-03-01,60\n1,ann,2026-03-01,60\n2,bob,2026-04-01,40\n3,cid,,5\n";
 * byte[] bytes = csv.getBytes(java.nio.charset.StandardCharsets.UTF_8);
 * Table table = Table.of(Source.of("lines.csv", new java.io.ByteArrayInputStream(bytes)));
 * PurchaseReading reading = PurchaseReading.of(Dates.ISO, ZoneOffset.UTC)
 *         .withAmounts(PurchaseAmounts.of(Numbers.PLAIN, MoneyUnit.CENTS))
 *         .withOrders(OrderRule.TOTAL);
 * Outcome<CustomerLogs> outcome = reading.read(table);
 * CustomerLog all = outcome.result().groups().all().total().summary();
 * all.log(); // ActivityLog[2 activities of 2 actors]
 * all.customersLeftOut(); // 1
 * HistoricValue.from(all.log(), PurchaseDefinition.in(ZoneOffset.UTC)).net(); // 100.0
 * outcome.result().observedThrough(); // 2026-04-01
 * }</pre>
 *
 * @since 0.1
 */
public final class PurchaseReading {

    /** The role of the column of customers. */
    public static final String CUSTOMER = "customer";

    /** The role of the column of dates. */
    public static final String DATE = "date";

    /** The role of the column of orders. */
    public static final String ORDER = "order";

    /** What stands for nobody in a column of customers, beside what is blank in all columns. */
    private static final String[] NOBODY = {"guest", "anonymous", "(anonymous)", "unknown", "none", "n/a"};

    private final FieldReader<Moment> dates;
    private final @Nullable ZoneId zone;
    private final @Nullable PurchaseAmounts amounts;
    private final @Nullable OrderRule orders;
    private final List<String> nobody;
    private final Grouping grouping;
    private final PurchaseEnd end;

    private PurchaseReading(
            FieldReader<Moment> dates,
            @Nullable ZoneId zone,
            @Nullable PurchaseAmounts amounts,
            @Nullable OrderRule orders,
            List<String> nobody,
            Grouping grouping,
            PurchaseEnd end) {
        this.dates = dates;
        this.zone = zone;
        this.amounts = amounts;
        this.orders = orders;
        this.nobody = nobody;
        this.grouping = grouping;
        this.end = end;
    }

    /**
     * Returns the reading of rows that have a customer and a date.
     *
     * @param dates how dates are written
     * @param zone the zone that days are counted in; null for days as written, whatever their offsets
     * @return the reading
     */
    public static PurchaseReading of(FieldReader<Moment> dates, @Nullable ZoneId zone) {
        return new PurchaseReading(
                requireNonNull(dates, "dates"),
                zone,
                null,
                null,
                List.of(NOBODY),
                Grouping.by(),
                PurchaseEnd.of(Clock.systemUTC()));
    }

    /**
     * Returns this reading of rows that have amounts.
     *
     * @param newAmounts how they are written
     * @return the reading
     */
    public PurchaseReading withAmounts(PurchaseAmounts newAmounts) {
        return new PurchaseReading(dates, zone, requireNonNull(newAmounts, "amounts"), orders, nobody, grouping, end);
    }

    /**
     * Returns this reading of rows that are lines of orders.
     *
     * @param rule what the amounts on the lines are
     * @return the reading
     */
    public PurchaseReading withOrders(OrderRule rule) {
        return new PurchaseReading(dates, zone, amounts, requireNonNull(rule, "rule"), nobody, grouping, end);
    }

    /**
     * Returns this reading with more texts that stand for nobody in the column of customers.
     *
     * @param texts the texts, in upper or lower case
     * @return the reading
     */
    public PurchaseReading withNobody(String... texts) {
        List<String> more = new ArrayList<>(nobody);
        more.addAll(List.of(texts));
        return new PurchaseReading(dates, zone, amounts, orders, List.copyOf(more), grouping, end);
    }

    /**
     * Returns this reading with groups of customers.
     *
     * @param newGrouping by which labels; it has no periods
     * @return the reading
     */
    public PurchaseReading groupedBy(Grouping newGrouping) {
        return new PurchaseReading(dates, zone, amounts, orders, nobody, requireNonNull(newGrouping, "grouping"), end);
    }

    /**
     * Returns this reading with a last day.
     *
     * @param day the last day that is known, inclusive
     * @return the reading
     */
    public PurchaseReading observedThrough(LocalDate day) {
        return new PurchaseReading(dates, zone, amounts, orders, nobody, grouping, end.through(day));
    }

    /**
     * Returns this reading with an end of observation.
     *
     * @param instant the first instant that is not known
     * @return the reading
     */
    public PurchaseReading observedUntil(Instant instant) {
        return new PurchaseReading(dates, zone, amounts, orders, nobody, grouping, end.until(instant));
    }

    /**
     * Returns this reading with another clock, which tells dates in the future from others.
     *
     * @param clock the clock
     * @return the reading
     */
    public PurchaseReading withClock(Clock clock) {
        return new PurchaseReading(dates, zone, amounts, orders, nobody, grouping, end.withClock(clock));
    }

    /**
     * Reads a table whose columns are called as their roles.
     *
     * @param table the table
     * @return the customers, and what was left out
     * @throws io.cxmetrics.input.InputException if a file cannot be read, lacks a column, holds no row that can be
     *     read, or has amounts in two currencies of which none was chosen
     */
    public Outcome<CustomerLogs> read(Table table) {
        return read(table, UnaryOperator.identity());
    }

    /**
     * Reads a table.
     *
     * @param table the table
     * @param options sets the columns of roles, a filter, or a strict reading, such as {@code rows ->
     *     rows.with(Roles.NONE.with("customer", "Email")).strict()}
     * @return the customers, and what was left out
     * @throws io.cxmetrics.input.InputException if a file cannot be read, lacks a column, holds no row that can be
     *     read, or has amounts in two currencies of which none was chosen
     */
    public Outcome<CustomerLogs> read(Table table, UnaryOperator<Reading<PurchaseRow>> options) {
        PurchaseFields fields = new PurchaseFields(dates, amounts, orders != null, nobody);
        PurchaseSink sink = new PurchaseSink(
                fields, grouping.splitter(), zone, end, amounts, orders == null ? OrderRule.TOTAL : orders);
        Reading<PurchaseRow> reading = Reading.of(sink::row, fields.all()).with(grouping.fields());
        return sink.finish(options.apply(reading).read(table, sink));
    }
}

package io.cxmetrics.input.subscription;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.input.Reason;
import io.cxmetrics.input.field.FieldReader;
import io.cxmetrics.input.field.Moment;
import io.cxmetrics.input.field.Names;
import io.cxmetrics.input.reading.Field;
import io.cxmetrics.input.reading.Fields;
import io.cxmetrics.input.reading.Grouping;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.input.reading.Reading;
import io.cxmetrics.input.reading.Sink;
import io.cxmetrics.input.table.Table;
import io.cxmetrics.retention.revenue.Invoice;
import io.cxmetrics.retention.revenue.SnapshotDay;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How rows become invoices for a time of service, each spread over the months of it. Amounts below 0 are credit notes.
 *
 * <p><b>Roles.</b> {@value #CUSTOMER}, {@value #AMOUNT}, {@value #START} and {@value #END} of the service; on demand
 * {@value MoneyDefinition#CURRENCY}. A row without an end is left out, for nobody knows how many months it pays for.
 *
 * <p><b>Until when.</b> A month counts if its day is known, by the day that the question names or the latest start of a
 * service. An invoice that is paid ahead goes on after it, and its later months do not count.
 *
 * <p><b>Left out.</b> A customer of whom a row cannot be used is in no movement; their other rows count as revenue.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * String csv = "customer,amount,start,end\nann,1200,2026-01-15,2027-01-15\nbob,30,2026-02-01,2026-03-01\n";
 * byte[] bytes = csv.getBytes(java.nio.charset.StandardCharsets.UTF_8);
 * Table table = Table.of(Source.of("invoices.csv", new java.io.ByteArrayInputStream(bytes)));
 * GroupedRevenue revenue = InvoiceReading.of(Dates.ISO, null, MoneyDefinition.ofDecimals(2))
 *         .withObservedThrough(LocalDate.of(2026, 3, 31))
 *         .read(table, Grouping.by())
 *         .result();
 * revenue.ledgers().all().total().summary().revenue(YearMonth.of(2026, 2)); // 130.0 of 2
 * revenue.ledgers().all().total().summary().revenue(revenue.last()); // 100.0 of 1
 * }</pre>
 *
 * @since 0.1
 */
public final class InvoiceReading {

    /** The role of the column that tells customers apart. */
    public static final String CUSTOMER = "customer";

    /** The role of the column of amounts. */
    public static final String AMOUNT = "amount";

    /** The role of the column of the first days of service. */
    public static final String START = "start";

    /** The role of the column of the ends of service. */
    public static final String END = "end";

    private static final Reason BAD_PERIOD = new Reason("invalid_service_period", Reason.Kind.INVALID);

    private final FieldReader<Moment> dates;
    private final @Nullable ZoneId zone;
    private final MoneyDefinition money;
    private final boolean inclusive;
    private final SnapshotDay day;
    private final @Nullable LocalDate observedThrough;

    private InvoiceReading(
            FieldReader<Moment> dates,
            @Nullable ZoneId zone,
            MoneyDefinition money,
            boolean inclusive,
            SnapshotDay day,
            @Nullable LocalDate observedThrough) {
        this.dates = requireNonNull(dates, "dates");
        this.zone = zone;
        this.money = requireNonNull(money, "money");
        this.inclusive = inclusive;
        this.day = requireNonNull(day, "day");
        this.observedThrough = observedThrough;
    }

    /**
     * Returns the reading of invoices.
     *
     * @param dates how days are written
     * @param zone the zone that the days of times with an offset are counted in; null for the days as written
     * @param money how amounts are written
     * @return the reading
     */
    public static InvoiceReading of(FieldReader<Moment> dates, @Nullable ZoneId zone, MoneyDefinition money) {
        return new InvoiceReading(dates, zone, money, false, SnapshotDay.LAST, null);
    }

    /**
     * Returns this reading with ends that are the last day of service, instead of the first day without it.
     *
     * @return the reading
     */
    public InvoiceReading withInclusiveEnd() {
        return new InvoiceReading(dates, zone, money, true, day, observedThrough);
    }

    /**
     * Returns this reading with the day of the month that decides whether it is one of a service.
     *
     * @param of the day
     * @return the reading
     */
    public InvoiceReading withDay(SnapshotDay of) {
        return new InvoiceReading(dates, zone, money, inclusive, of, observedThrough);
    }

    /**
     * Returns this reading with the last day that is known.
     *
     * @param last the day; null for the latest start in the table
     * @return the reading
     */
    public InvoiceReading withObservedThrough(@Nullable LocalDate last) {
        return new InvoiceReading(dates, zone, money, inclusive, day, last);
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
    public Outcome<GroupedRevenue> read(Table table, Grouping grouping, UnaryOperator<Reading<Invoice<String>>> with) {
        Field<String> customer = Field.required(CUSTOMER, Names.required());
        Field<Moment> start = Field.required(START, dates);
        Field<Moment> end = Field.required(END, dates);
        MoneyFields amounts = new MoneyFields(money, AMOUNT);
        List<Field<?>> fields = new ArrayList<>(List.of(customer, start, end));
        fields.addAll(amounts.fields());
        Reading<Invoice<String>> reading = Reading.of(
                row -> {
                    MoneyUnit unit = amounts.unit(row);
                    return unit == null
                            ? null
                            : invoice(
                                    row,
                                    row.get(customer),
                                    day(row.get(start)),
                                    day(row.get(end)),
                                    amounts.amount(row),
                                    unit);
                },
                fields.toArray(new Field<?>[0]));
        Grouping.Splitter split = grouping.splitter();
        LastDay known = new LastDay(observedThrough);
        RevenueLines lines = new RevenueLines();
        Outcome<Long> outcome = with.apply(reading).with(grouping.fields()).read(table, new Sink<Invoice<String>>() {
            @Override
            public void used(Invoice<String> invoice, Fields row) {
                lines.add(split.labels(row), invoice.monthly(day));
                known.start(day(row.get(start)), row);
            }

            @Override
            public void leftOut(Reason reason, Fields row) {
                lines.leaveOut(split.labels(row), reason, row.orNull(customer));
            }
        });
        return lines.finish(
                outcome,
                known,
                last -> GroupedSubscriptions.lastMonth(last, day),
                SubscriptionReading.STARTS_LATER,
                amounts.found());
    }

    private LocalDate day(Moment moment) {
        return zone == null ? moment.writtenDate() : moment.date(zone);
    }

    private @Nullable Invoice<String> invoice(
            Fields row, String customer, LocalDate start, LocalDate written, long amount, MoneyUnit unit) {
        LocalDate end = inclusive ? written.plusDays(1) : written;
        try {
            return Invoice.of(customer, amount, start, end).in(unit);
        } catch (IllegalArgumentException e) {
            row.leaveOut(BAD_PERIOD, String.valueOf(e.getMessage()));
            return null;
        }
    }
}

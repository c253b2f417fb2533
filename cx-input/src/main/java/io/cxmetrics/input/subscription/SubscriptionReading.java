package io.cxmetrics.input.subscription;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.input.Reason;
import io.cxmetrics.input.field.FieldReader;
import io.cxmetrics.input.field.Moment;
import io.cxmetrics.input.field.Names;
import io.cxmetrics.input.field.Numbers;
import io.cxmetrics.input.reading.Field;
import io.cxmetrics.input.reading.Fields;
import io.cxmetrics.input.reading.Grouping;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.input.reading.Reading;
import io.cxmetrics.input.reading.Sink;
import io.cxmetrics.input.table.Table;
import io.cxmetrics.retention.subscription.Overlap;
import io.cxmetrics.retention.subscription.Subscription;
import io.cxmetrics.retention.subscription.SubscriptionFlaw;
import io.cxmetrics.retention.subscription.SubscriptionScreening;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How rows become subscriptions: one row for each subscription of a customer. A renewal is a row of its own, and the
 * customer goes on.
 *
 * <p><b>Roles.</b> {@value #CUSTOMER} and {@value #START}; on demand {@value #END}, blank while a subscription runs,
 * {@value #PRICE} with {@value MoneyDefinition#CURRENCY}, {@value #BILLING_MONTHS} and {@value #TERM_MONTHS}.
 *
 * <p><b>Until when.</b> A subscription that starts after the last known day is left out as {@code starts_later}. Where
 * the question names no day, the latest start is taken, and a warning says so if subscriptions end after it: such an
 * end may be scheduled, and moves nothing.
 *
 * <p><b>Left out.</b> A row that cannot be used may be the one by which its customer is still there. So its customer is
 * in no answer about leaving and in no movement of revenue, and is counted by the ledgers. What their other rows pay
 * still counts.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * String csv = "customer,start,end,plan\nann,2026-01-10,2026-04-15,basic\nann,2026-04-15,,pro\n"
 *         + "bob,2026-01-10,2026-04-20,basic\ncid,2026-02-30,,basic\n";
 * byte[] bytes = csv.getBytes(java.nio.charset.StandardCharsets.UTF_8);
 * Table table = Table.of(Source.of("subscriptions.csv", new java.io.ByteArrayInputStream(bytes)));
 * SubscriptionReading reading = SubscriptionReading.of(Dates.ISO, null)
 *         .withEnd()
 *         .withObservedThrough(LocalDate.of(2026, 4, 30));
 * Outcome<GroupedSubscriptions> outcome = reading.read(table, Grouping.by("plan"));
 * Groups<SubscriptionLedger<String>> groups = outcome.result().byCustomer();
 * LocalDate april = LocalDate.of(2026, 4, 1);
 * groups.all().total().summary().churn(april, april.plusMonths(1)).churn(); // 1 of 2 (0.5)
 * groups.group(Labels.of("pro")).total().summary().customers(); // 0
 * outcome.accounting(); // 4 rows: 3 used, left out invalid_start 1, malformed nothing
 * groups.all().total().summary().leftOut(); // 1
 * }</pre>
 *
 * @since 0.1
 */
public final class SubscriptionReading {

    /** The role of the column that tells customers apart. */
    public static final String CUSTOMER = "customer";

    /** The role of the column of the first days. */
    public static final String START = "start";

    /** The role of the column of the ends. */
    public static final String END = "end";

    /** The role of the column of prices. */
    public static final String PRICE = "price";

    /** The role of the column of the months between two bills. */
    public static final String BILLING_MONTHS = "billing_months";

    /** The role of the column of the months of a term. */
    public static final String TERM_MONTHS = "term_months";

    /** A subscription starts after the last known day. */
    static final Reason STARTS_LATER = new Reason("starts_later", Reason.Kind.CHOSEN);

    private static final Reason OVERLAP = new Reason("overlap", Reason.Kind.INVALID);

    /** Rows by which nobody can be there. */
    private static final Set<Reason> SILENT = Set.of(STARTS_LATER, reason(SubscriptionFlaw.NO_DAY));

    private final FieldReader<Moment> dates;
    private final @Nullable ZoneId zone;
    private final boolean ends;
    private final boolean inclusive;
    private final @Nullable MoneyDefinition money;
    private final @Nullable Integer billing;
    private final @Nullable Integer term;
    private final Overlap overlap;
    private final @Nullable LocalDate observedThrough;

    private SubscriptionReading(
            FieldReader<Moment> dates,
            @Nullable ZoneId zone,
            boolean ends,
            boolean inclusive,
            @Nullable MoneyDefinition money,
            @Nullable Integer billing,
            @Nullable Integer term,
            Overlap overlap,
            @Nullable LocalDate observedThrough) {
        this.dates = dates;
        this.zone = zone;
        this.ends = ends;
        this.inclusive = inclusive;
        this.money = money;
        this.billing = billing;
        this.term = term;
        this.overlap = overlap;
        this.observedThrough = observedThrough;
    }

    /**
     * Returns the reading of subscriptions that run, without a price, to be left on any day.
     *
     * @param dates how days are written
     * @param zone the zone that the days of times with an offset are counted in; null for the days as written
     * @return the reading
     */
    public static SubscriptionReading of(FieldReader<Moment> dates, @Nullable ZoneId zone) {
        return new SubscriptionReading(
                requireNonNull(dates, "dates"), zone, false, false, null, 1, 0, Overlap.REFUSE, null);
    }

    /**
     * Returns this reading with ends: the first day without the subscription.
     *
     * @return the reading
     */
    public SubscriptionReading withEnd() {
        return new SubscriptionReading(dates, zone, true, false, money, billing, term, overlap, observedThrough);
    }

    /**
     * Returns this reading with ends that are the last day with the subscription.
     *
     * @return the reading
     */
    public SubscriptionReading withInclusiveEnd() {
        return new SubscriptionReading(dates, zone, true, true, money, billing, term, overlap, observedThrough);
    }

    /**
     * Returns this reading with prices.
     *
     * @param definition how they are written
     * @return the reading
     */
    public SubscriptionReading withPrice(MoneyDefinition definition) {
        return new SubscriptionReading(
                dates,
                zone,
                ends,
                inclusive,
                requireNonNull(definition, "definition"),
                billing,
                term,
                overlap,
                observedThrough);
    }

    /**
     * Returns this reading with the months between two bills.
     *
     * @param months the same months in each row; null for the column of the role {@value #BILLING_MONTHS}
     * @return the reading
     */
    public SubscriptionReading withBillingMonths(@Nullable Integer months) {
        return new SubscriptionReading(dates, zone, ends, inclusive, money, months, term, overlap, observedThrough);
    }

    /**
     * Returns this reading with terms that a subscription is bound to.
     *
     * @param months the same months in each row, 0 for none; null for the column of the role {@value #TERM_MONTHS}
     * @return the reading
     */
    public SubscriptionReading withTermMonths(@Nullable Integer months) {
        return new SubscriptionReading(dates, zone, ends, inclusive, money, billing, months, overlap, observedThrough);
    }

    /**
     * Returns this reading with a rule for subscriptions of one customer at the same time.
     *
     * @param rule the rule
     * @return the reading
     */
    public SubscriptionReading withOverlap(Overlap rule) {
        return new SubscriptionReading(
                dates, zone, ends, inclusive, money, billing, term, requireNonNull(rule, "rule"), observedThrough);
    }

    /**
     * Returns this reading with the last day that is known.
     *
     * @param day the day; null for the latest start in the table
     * @return the reading
     */
    public SubscriptionReading withObservedThrough(@Nullable LocalDate day) {
        return new SubscriptionReading(dates, zone, ends, inclusive, money, billing, term, overlap, day);
    }

    /**
     * Reads a table.
     *
     * @param table the table
     * @param grouping by what it is split; its periods do not count
     * @return the subscriptions, and what was left out
     * @throws io.cxmetrics.input.InputException if a file cannot be read, lacks a column, or holds no row that can be
     *     read, or if there are several currencies and the question names none
     */
    public Outcome<GroupedSubscriptions> read(Table table, Grouping grouping) {
        return read(table, grouping, reading -> reading);
    }

    /**
     * Reads a table, with columns for the roles, a filter, or strictly.
     *
     * @param table the table
     * @param grouping by what it is split; its periods do not count
     * @param with changes the reading of rows
     * @return the subscriptions, and what was left out
     * @throws io.cxmetrics.input.InputException if a file cannot be read, lacks a column, or holds no row that can be
     *     read, or if there are several currencies and the question names none
     */
    public Outcome<GroupedSubscriptions> read(
            Table table, Grouping grouping, UnaryOperator<Reading<Subscription<String>>> with) {
        RowReader rows = new RowReader();
        Grouping.Splitter split = grouping.splitter();
        GroupedSubscriptions.Buffer buffer = new GroupedSubscriptions.Buffer(new LastDay(observedThrough), SILENT);
        Outcome<Long> outcome = with.apply(Reading.of(rows::read, rows.fields()))
                .with(grouping.fields())
                .read(table, new Sink<Subscription<String>>() {
                    @Override
                    public void used(Subscription<String> subscription, Fields row) {
                        buffer.add(split.labels(row), subscription, row);
                    }

                    @Override
                    public void leftOut(Reason reason, Fields row) {
                        buffer.leaveOut(split.labels(row), reason, row.orNull(rows.customer));
                    }
                });
        MoneyUnit unit = money == null ? null : money.unit(rows.money == null ? null : rows.money.found());
        SubscriptionScreening screening =
                unit == null ? SubscriptionScreening.withoutPrices() : SubscriptionScreening.in(unit);
        return buffer.finish(outcome, screening.withOverlap(overlap), STARTS_LATER, OVERLAP);
    }

    private static Reason reason(SubscriptionFlaw flaw) {
        return new Reason(flaw.name().toLowerCase(Locale.ROOT), Reason.Kind.INVALID);
    }

    /** Reads the rows of one table. */
    private final class RowReader {

        private final Pool<String> customers = new Pool<>();
        private final Pool<LocalDate> days = new Pool<>();
        private final Field<String> customer = Field.required(CUSTOMER, Names.required());
        private final Field<Moment> start = Field.required(START, dates);
        private final @Nullable Field<Moment> end = ends ? Field.optional(END, dates) : null;
        private final @Nullable MoneyFields money =
                SubscriptionReading.this.money == null ? null : new MoneyFields(SubscriptionReading.this.money, PRICE);
        private final @Nullable Field<Long> billingMonths = months(BILLING_MONTHS, billing, money != null);
        private final @Nullable Field<Long> termMonths = months(TERM_MONTHS, term, true);

        private @Nullable Field<Long> months(String role, @Nullable Integer fixed, boolean asked) {
            return asked && fixed == null ? Field.required(role, Numbers.PLAIN.wholes()) : null;
        }

        Field<?>[] fields() {
            List<Field<?>> fields = new ArrayList<>(List.of(customer, start));
            for (Field<?> field : new Field<?>[] {end, billingMonths, termMonths}) {
                if (field != null) {
                    fields.add(field);
                }
            }
            if (money != null) {
                fields.addAll(money.fields());
            }
            return fields.toArray(new Field<?>[0]);
        }

        private LocalDate day(Moment moment) {
            return days.one(zone == null ? moment.writtenDate() : moment.date(zone));
        }

        @Nullable
        Subscription<String> read(Fields row) {
            LocalDate from = day(row.get(start));
            if (observedThrough != null && from.isAfter(observedThrough)) {
                row.leaveOut(STARTS_LATER, "start must be known by " + observedThrough + ", got " + from);
                return null;
            }
            Moment written = end == null ? null : row.orNull(end);
            LocalDate to =
                    written == null ? null : inclusive ? days.one(day(written).plusDays(1)) : day(written);
            Subscription<String> subscription = Subscription.of(customers.one(row.get(customer)), from, to)
                    .inTermsOf(months(row, termMonths, term));
            SubscriptionScreening screening = SubscriptionScreening.withoutPrices();
            if (money != null) {
                MoneyUnit unit = money.unit(row);
                if (unit == null) {
                    return null;
                }
                subscription = subscription.priced(money.amount(row), months(row, billingMonths, billing), unit);
                screening = SubscriptionScreening.in(unit);
            }
            SubscriptionFlaw flaw = screening.flaw(subscription);
            if (flaw == null) {
                return subscription;
            }
            row.leaveOut(reason(flaw), words(flaw, subscription));
            return null;
        }

        private int months(Fields row, @Nullable Field<Long> field, @Nullable Integer fixed) {
            long months = field != null ? row.get(field) : fixed == null ? 0 : fixed;
            return (int) Math.min(months, Integer.MAX_VALUE);
        }

        private static String words(SubscriptionFlaw flaw, Subscription<?> subscription) {
            return switch (flaw) {
                case END_BEFORE_START, NO_DAY ->
                    "end must be after start (" + subscription.start() + "), got " + subscription.end();
                case NEGATIVE_PRICE -> "price must not be negative, got " + subscription.price() + " in minor units";
                case BILLING_NOT_POSITIVE ->
                    "months between two bills must be positive, got " + subscription.billingMonths();
                default ->
                    "a term must be 0 or at least as long as the months between two bills ("
                            + subscription.billingMonths() + "), got " + subscription.termMonths();
            };
        }
    }
}

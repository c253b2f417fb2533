package io.cxmetrics.cli.option;

import io.cxmetrics.cli.console.CliException;
import io.cxmetrics.input.field.Moment;
import io.cxmetrics.input.purchase.CustomerLogs;
import io.cxmetrics.input.purchase.OrderRule;
import io.cxmetrics.input.purchase.PurchaseReading;
import io.cxmetrics.input.reading.Grouping;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.input.reading.Roles;
import io.cxmetrics.input.table.Table;
import io.cxmetrics.retention.activity.PurchaseRule;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Rows of purchases or of any other activity: who, when, for how much, and which rows are one order. */
@SuppressWarnings("NullAway.Init") // picocli sets what has a default before anything reads it
public final class PurchaseOptions {

    @Option(names = "--customer", paramLabel = "COLUMN", description = "what tells customers apart")
    public @Nullable String customer;

    @Option(names = "--at", paramLabel = "COLUMN", description = "when it was")
    public @Nullable String at;

    @Mixin
    public SpendOptions spend;

    @Option(
            names = "--purchases",
            defaultValue = "without-refunds",
            paramLabel = "RULE",
            description =
                    "what is a purchase: without-refunds, paid (above 0), every-activity (default: ${DEFAULT-VALUE})")
    public PurchaseRule rule;

    @Option(
            names = "--order-id",
            paramLabel = "COLUMN",
            description = "what tells orders apart, where one has several lines; they are one purchase")
    @Nullable
    String order;

    @Option(
            names = "--lines",
            paramLabel = "WHAT",
            description = "the amounts on the lines of an order are: its total, or parts of it (default: total)")
    @Nullable
    OrderRule lines;

    @Option(
            names = "--nobody",
            paramLabel = "TEXT",
            description = "what stands for no customer, beside blank, guest, anonymous, unknown and none")
    List<String> nobody = new ArrayList<>();

    @Mixin
    AsOfOption asOf;

    @Mixin
    public DateOptions dates;

    /** Checks that the columns are named which each such command needs. */
    public void check() {
        if (customer == null) {
            throw CliException.needed("--customer");
        }
        if (at == null) {
            throw CliException.needed("--at");
        }
        if (lines != null && order == null) {
            throw CliException.usage("--lines: needs --order-id");
        }
    }

    /** Reads customers. */
    public Outcome<CustomerLogs> read(Table table, InputOptions input, Grouping grouping) {
        PurchaseReading reading = PurchaseReading.of(dates.dates(), dates.zone)
                .groupedBy(grouping)
                .withNobody(nobody.toArray(String[]::new));
        if (spend.amount != null) {
            reading = reading.withAmounts(spend.amounts());
        }
        Roles roles = spend.with(Roles.NONE);
        roles = customer == null ? roles : roles.with(PurchaseReading.CUSTOMER, customer);
        roles = at == null ? roles : roles.with(PurchaseReading.DATE, at);
        if (order != null) {
            reading = reading.withOrders(lines == null ? OrderRule.TOTAL : lines);
            roles = roles.with(PurchaseReading.ORDER, order);
        }
        Moment end = asOf.moment(dates.dates());
        if (end != null) {
            reading = end.isDateOnly()
                    ? reading.observedThrough(end.writtenDate())
                    : reading.observedUntil(end.instant(dates.zone()));
        }
        Roles named = roles;
        return reading.read(table, rows -> input.of(rows.with(named)));
    }

    /** The end of observation as a report says it, null if the files have no date. */
    public @Nullable Object asOf(CustomerLogs logs) {
        Moment end = asOf.moment(dates.dates());
        return end == null || end.isDateOnly() ? logs.observedThrough() : end.instant(dates.zone());
    }

    /** The last day that is known; without any date every day gives the same answer, which is none. */
    public static LocalDate lastDay(@Nullable LocalDate day) {
        return day == null ? LocalDate.ofInstant(java.time.Instant.EPOCH, ZoneOffset.UTC) : day;
    }
}

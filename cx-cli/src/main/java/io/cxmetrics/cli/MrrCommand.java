package io.cxmetrics.cli;

import io.cxmetrics.cli.console.CliException;
import io.cxmetrics.cli.option.AmountOptions;
import io.cxmetrics.cli.option.DateOptions;
import io.cxmetrics.cli.option.GroupOptions;
import io.cxmetrics.cli.option.Months;
import io.cxmetrics.cli.option.ServiceOptions;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.input.reading.Roles;
import io.cxmetrics.input.subscription.GroupedRevenue;
import io.cxmetrics.input.subscription.GroupedSubscriptions;
import io.cxmetrics.input.subscription.InvoiceReading;
import io.cxmetrics.input.subscription.MoneyDefinition;
import io.cxmetrics.input.subscription.RevenueReading;
import io.cxmetrics.input.subscription.SubscriptionReading;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.ReportBuilder;
import io.cxmetrics.report.subscription.RevenueFigures;
import io.cxmetrics.report.subscription.RevenueSpan;
import io.cxmetrics.retention.revenue.FreePlan;
import io.cxmetrics.retention.revenue.SnapshotDay;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cx mrr}. */
@Command(
        name = "mrr",
        description =
                "Monthly recurring revenue and its movements, from what a month opens with to what it closes with: new,"
                        + " reactivation, expansion, contraction and churn; gross and net revenue retention. A file "
                        + "has one"
                        + " row for each customer and month (--month, --amount), one for each subscription (--start,"
                        + " --end, --price), or one for each invoice and its service (--start, --end, --amount).",
        footer = {
            "",
            "Examples:",
            "  cx mrr snapshots.csv --customer id --month month --amount mrr --trailing 12",
            "  cx mrr subscriptions.csv --customer id --start from --end to --price price --billing-months every",
            "  cx mrr invoices.csv --customer id --start service_from --end service_to --end-inclusive --amount total"
        })
@SuppressWarnings("NullAway.Init") // picocli sets these before anything reads them
final class MrrCommand extends TableCommand {

    private static final int MOST_TRAILING = 1200;

    @Option(
            names = "--month",
            paramLabel = "COLUMN",
            description = "the month of an amount, like 2026-03, 202603, 03/2026 or a date in it")
    @Nullable
    String month;

    @Option(
            names = "--amount",
            paramLabel = "COLUMN",
            description = "what the customer pays in the month, or for the service; rows add up, credits are below 0")
    @Nullable
    String amount;

    @Option(
            names = "--trailing",
            defaultValue = "0",
            paramLabel = "MONTHS",
            description = "rates over so many months too, such as 12")
    int trailing;

    @Option(
            names = "--free",
            defaultValue = "churn",
            paramLabel = "RULE",
            description =
                    "a customer who goes on with an amount of 0 is: churn, contraction (default: ${DEFAULT-VALUE})")
    FreePlan free;

    @Option(
            names = "--day",
            defaultValue = "last",
            paramLabel = "DAY",
            description = "the day of the month whose subscriptions count: first, last (default: ${DEFAULT-VALUE})")
    SnapshotDay day;

    @Option(names = "--price", paramLabel = "COLUMN", description = "what is billed each time")
    @Nullable
    String price;

    @Option(
            names = "--billing-months",
            defaultValue = "1",
            paramLabel = "N or COLUMN",
            description = "every how many months it is billed; a yearly price is spread over 12 (default:"
                    + " ${DEFAULT-VALUE})")
    String billingMonths;

    @Mixin
    ServiceOptions subscriptions;

    @Mixin
    AmountOptions amounts;

    @Mixin
    GroupOptions groups;

    @Mixin
    DateOptions dates;

    MrrCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        boolean dated = subscriptions.start != null;
        if ((month != null) == dated || (month != null && amount == null)) {
            throw CliException.usage("--month: is needed with --amount, or --start with --end and --price");
        }
        if (dated && (price == null) == (amount == null)) {
            throw CliException.usage("--price: is needed, or --amount for invoices");
        }
        if (subscriptions.customer == null) {
            throw CliException.needed("--customer");
        }
        if (trailing < 0 || trailing > MOST_TRAILING) {
            throw CliException.usage("--trailing: must be in [0, " + MOST_TRAILING + "], got " + trailing);
        }
        if (!dated) {
            refuse("needs --start", "--end", "--end-inclusive", "--overlap", "--day", "--price", "--billing-months");
        } else if (price == null) {
            refuse("needs --price", "--overlap", "--billing-months");
        }
        MoneyDefinition money = amounts.money();
        if (month != null) {
            ofMonths(month, money);
        } else if (price != null) {
            ofSubscriptions(price, money);
        } else {
            ofInvoices(money);
        }
        return 0;
    }

    private Roles roles() {
        Roles roles = subscriptions.roles();
        if (amount != null) {
            roles = roles.with(RevenueReading.AMOUNT, amount);
        }
        return amounts.currency == null ? roles : roles.with(MoneyDefinition.CURRENCY, amounts.currency);
    }

    private void ofMonths(String column, MoneyDefinition money) {
        LocalDate last = subscriptions.observedThrough(dates);
        Roles roles = roles().with(RevenueReading.MONTH, column);
        RevenueReading revenue = RevenueReading.of(dates.months(), money)
                .withObservedThrough(last == null ? null : YearMonth.from(last));
        print(
                revenue.read(table(), groups.grouping(), reading -> input.of(reading.with(roles))),
                last,
                report -> report);
    }

    private void ofSubscriptions(String column, MoneyDefinition money) {
        Months billing = Months.of(billingMonths);
        Roles roles = billing.in(roles(), SubscriptionReading.BILLING_MONTHS).with(SubscriptionReading.PRICE, column);
        Outcome<GroupedSubscriptions> outcome = subscriptions
                .reading(dates)
                .withPrice(money)
                .withBillingMonths(billing.fixed())
                .read(table(), groups.grouping(), reading -> input.of(reading.with(roles)));
        print(
                outcome.withResult(outcome.result().recurringRevenue(day)),
                outcome.result().observedThrough(),
                report -> report.fact("overlap", Names.of(subscriptions.overlap)));
    }

    private void ofInvoices(MoneyDefinition money) {
        if (subscriptions.end == null) {
            throw CliException.usage("--end: is needed, the end of the service that an invoice is for");
        }
        LocalDate last = subscriptions.observedThrough(dates);
        Roles roles = roles();
        InvoiceReading invoices =
                InvoiceReading.of(dates.dates(), dates.zone, money).withDay(day).withObservedThrough(last);
        invoices = subscriptions.inclusive ? invoices.withInclusiveEnd() : invoices;
        print(
                invoices.read(table(), groups.grouping(), reading -> input.of(reading.with(roles))),
                last,
                report -> report);
    }

    private void print(
            Outcome<GroupedRevenue> outcome,
            @Nullable LocalDate known,
            UnaryOperator<ReportBuilder<RevenueSpan>> more) {
        GroupedRevenue revenue = outcome.result();
        Groups<RevenueSpan> spans = revenue.ledgers()
                .map(ledger -> RevenueSpan.of(ledger, revenue.first(), revenue.last(), free, trailing));
        boolean leftOut = spans.all().total().summary().ledger().leftOut() > 0;
        RevenueFigures figures = new RevenueFigures(trailing, amounts.decimals, leftOut);
        ReportBuilder<RevenueSpan> report = new ReportBuilder<>("mrr", figures.ofSpan())
                .fact("definition", RevenueFigures.DEFINITION)
                .fact("free_plan", Names.of(free))
                .fact("day", subscriptions.start == null ? null : Names.of(day))
                .fact("zone", subscriptions.start == null ? null : dates.zoneInWords())
                .fact("as_of", known)
                .fact("currency", revenue.currency())
                .fact("unclear", leftOut ? RevenueFigures.UNCLEAR : null);
        report = more.apply(report)
                .by(groups.by())
                .periods("period", figures.ofMonth(), RevenueSpan.Month::customers, RevenueSpan::named);
        print(report.report(outcome.withResult(spans)), outcome);
    }
}

package io.cxmetrics.cli;

import io.cxmetrics.cli.console.CliException;
import io.cxmetrics.cli.option.ConfidenceOption;
import io.cxmetrics.cli.option.DepartureOptions;
import io.cxmetrics.cli.option.GroupOptions;
import io.cxmetrics.cli.option.PurchaseOptions;
import io.cxmetrics.input.purchase.CustomerLog;
import io.cxmetrics.input.purchase.CustomerLogs;
import io.cxmetrics.input.purchase.SubscriberReading;
import io.cxmetrics.input.purchase.SubscriberRow;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.input.reading.Reading;
import io.cxmetrics.input.reading.Roles;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.ReportBuilder;
import io.cxmetrics.report.purchase.SubscriberFigures;
import io.cxmetrics.report.purchase.ValueFigures;
import io.cxmetrics.retention.subscription.SubscriberBase;
import io.cxmetrics.time.CalendarPeriod;
import io.cxmetrics.value.DiscountRate;
import io.cxmetrics.value.PaymentTiming;
import io.cxmetrics.value.PurchaseDefinition;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cx clv}. */
@Command(
        name = "clv",
        description =
                "What customers are worth. From a log of purchases (--customer, --at, --amount): what they brought to "
                        + "date."
                        + " From a table of subscribers (--mrr, --tenure in months, --left): what they will bring if "
                        + "churn"
                        + " stays as it is, discounted.",
        footer = {
            "",
            "Examples:",
            "  cx clv orders.csv --customer id --at ordered_at --amount total --margin 0.3 --by country",
            "  cx clv subscribers.csv --mrr charges --tenure months --left churned --margin 0.6 --discount 0.1"
        })
@SuppressWarnings("NullAway.Init") // picocli sets what is required before anything reads it
final class ClvCommand extends TableCommand {

    @Mixin
    PurchaseOptions purchases;

    @Option(names = "--mrr", paramLabel = "COLUMN", description = "what a subscriber pays a month")
    @Nullable
    String mrr;

    @Option(names = "--tenure", paramLabel = "COLUMN", description = "for how many months it has been one")
    @Nullable
    String tenure;

    @Mixin
    DepartureOptions left;

    @Option(
            names = "--margin",
            defaultValue = "1",
            paramLabel = "SHARE",
            description = "what is left of 1 of revenue, such as 0.3 (default: ${DEFAULT-VALUE}, which is revenue)")
    double margin;

    @Option(
            names = "--discount",
            defaultValue = "0",
            paramLabel = "RATE",
            description = "by how much a payment is worth less a year later, such as 0.1 (default: ${DEFAULT-VALUE})")
    double discount;

    @Option(
            names = "--timing",
            defaultValue = "first-now",
            paramLabel = "TIMING",
            description = "when payments come: first-now, first-excluded, period-end (default: ${DEFAULT-VALUE})")
    PaymentTiming timing;

    @Mixin
    GroupOptions groups;

    @Mixin
    ConfidenceOption confidence;

    ClvCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        if (!(discount >= 0 && discount <= 1)) {
            throw CliException.usage("--discount: must be in [0, 1], got " + discount);
        }
        if (!(margin > 0 && margin <= 1)) {
            throw CliException.usage("--margin: must be in (0, 1], got " + margin);
        }
        confidence.level();
        String amount = purchases.spend.amount;
        if (mrr != null && tenure != null && left.column != null && amount == null) {
            refuse(
                    "needs --amount",
                    "--customer",
                    "--at",
                    "--purchases",
                    "--refunded",
                    "--order-id",
                    "--lines",
                    "--nobody",
                    "--currency",
                    "--in",
                    "--as-of",
                    "--zone",
                    "--date-format",
                    "--locale",
                    "--none");
            ofSubscribers(mrr, tenure, left.column);
        } else if (purchases.customer != null && purchases.at != null && amount != null && mrr == null) {
            refuse("needs --mrr", "--tenure", "--left", "--left-when", "--discount", "--timing");
            purchases.check();
            ofPurchases();
        } else {
            throw CliException.usage("--amount: is needed with --customer and --at, or --mrr with --tenure and --left");
        }
        return 0;
    }

    private void ofPurchases() {
        PurchaseDefinition definition =
                PurchaseDefinition.in(purchases.dates.zone()).withRule(purchases.rule);
        Outcome<CustomerLogs> read = purchases.read(table(), input, groups.grouping());
        LocalDate last = PurchaseOptions.lastDay(read.result().observedThrough());
        ValueFigures figures = new ValueFigures(
                definition,
                margin,
                confidence.level(),
                purchases.spend.money.unit().decimals());
        ReportBuilder<CustomerLog> report = new ReportBuilder<>("clv", figures.figures(last))
                .fact("definition", "(gross - refunds) x margin / customers, to date")
                .fact("margin", margin)
                .fact("purchases", Names.of(purchases.rule))
                .fact("confidence", confidence.level())
                .fact("currency", read.result().currency())
                .fact("as_of", purchases.asOf(read.result()))
                .fact("zone", purchases.dates.zoneInWords());
        print(report.by(groups.by()).report(read.withResult(read.result().groups())), read);
    }

    private void ofSubscribers(String pays, String months, String gone) {
        DiscountRate rate = DiscountRate.of(discount, CalendarPeriod.YEAR);
        Reading<SubscriberRow> reading = SubscriberReading.of(
                        purchases.spend.money.numbers(), purchases.spend.money.unit(), left.flags())
                .with(Roles.NONE
                        .with(SubscriberReading.MRR, pays)
                        .with(SubscriberReading.TENURE, months)
                        .with(SubscriberReading.LEFT, gone));
        Outcome<Groups<SubscriberBase>> read =
                groups.grouping().fold(input.of(reading), table(), SubscriberRow.toBase(purchases.spend.money.unit()));
        SubscriberFigures figures = new SubscriberFigures(
                margin,
                rate,
                timing,
                confidence.level(),
                purchases.spend.money.unit().decimals());
        ReportBuilder<SubscriberBase> report = new ReportBuilder<>("clv", figures.figures())
                .fact(
                        "definition",
                        "margin a month over the months to come, at the churn of a month = left / months of tenure")
                .fact("margin", margin)
                .fact("discount", rate)
                .fact("timing", Names.of(timing))
                .fact("interval", "exact Poisson, of churn")
                .fact("confidence", confidence.level());
        print(report.by(groups.by()).report(read), read);
    }
}

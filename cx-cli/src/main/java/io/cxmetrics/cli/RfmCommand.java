package io.cxmetrics.cli;

import io.cxmetrics.cli.console.CliException;
import io.cxmetrics.cli.option.PurchaseOptions;
import io.cxmetrics.input.purchase.CustomerLogs;
import io.cxmetrics.input.reading.Grouping;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Report;
import io.cxmetrics.report.ReportBuilder;
import io.cxmetrics.report.purchase.RfmAnswer;
import io.cxmetrics.report.purchase.RfmFigures;
import io.cxmetrics.value.PurchaseDefinition;
import io.cxmetrics.value.RfmBreakRule;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cx rfm}. */
@Command(
        name = "rfm",
        description = "Customers by how lately, how often and for how much they bought: scores of 1 to 5 for each, and "
                + "segments by"
                + " name. A file has one row for each purchase; refunds have a negative amount.",
        footer = {
            "",
            "Examples:",
            "  cx rfm orders.csv --customer id --at ordered_at --amount total",
            "  cx rfm orders.csv --customer id --at ordered_at --amount total --list --format csv > scores.csv"
        })
@SuppressWarnings("NullAway.Init") // picocli sets what has a default before anything reads it
final class RfmCommand extends TableCommand {

    @Option(
            names = "--breaks",
            defaultValue = "quantiles",
            paramLabel = "RULE",
            description =
                    "where scores begin: quantiles, so that equal values have equal scores; tiles, of equally many"
                            + " customers each (default: ${DEFAULT-VALUE})")
    RfmBreakRule breaks;

    @Option(names = "--list", description = "one line for each customer instead of each segment")
    boolean list;

    @Mixin
    PurchaseOptions purchases;

    RfmCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        if (purchases.spend.amount == null) {
            throw CliException.needed("--amount");
        }
        purchases.check();
        PurchaseDefinition definition =
                PurchaseDefinition.in(purchases.dates.zone()).withRule(purchases.rule);
        Outcome<CustomerLogs> read = purchases.read(table(), input, Grouping.by());
        LocalDate last = PurchaseOptions.lastDay(read.result().observedThrough());
        RfmFigures figures = new RfmFigures(purchases.spend.money.unit().decimals());
        Outcome<Groups<RfmAnswer>> answers =
                read.withResult(read.result().groups().map(log -> RfmAnswer.of(log, definition, last, breaks)));
        Report report = new ReportBuilder<>("rfm", figures.ofAll())
                .fact(
                        "definition",
                        "recency, frequency and monetary value of customers, scored from 1 to 5, 5 being best")
                .fact("breaks", Names.of(breaks))
                .fact("purchases", Names.of(purchases.rule))
                .fact("currency", read.result().currency())
                .fact("as_of", purchases.asOf(read.result()))
                .fact("zone", purchases.dates.zoneInWords())
                .report(answers);
        print(withLines(report, figures, answers.result().all().total().summary()), read);
        return 0;
    }

    private Report withLines(Report all, RfmFigures figures, RfmAnswer answer) {
        return list
                ? new Report(
                        all.metric(),
                        all.facts(),
                        figures.customerColumns(),
                        RfmFigures.CUSTOMER,
                        all.total(),
                        figures.customers(answer.segmentation()))
                : new Report(
                        all.metric(),
                        all.facts(),
                        all.columns(),
                        RfmFigures.SEGMENT,
                        all.total(),
                        figures.segments(answer.segmentation()));
    }
}

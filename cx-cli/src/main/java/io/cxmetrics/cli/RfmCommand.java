package io.cxmetrics.cli;

import io.cxmetrics.cli.customers.ActivityRows;
import io.cxmetrics.cli.customers.RfmReport;
import io.cxmetrics.cli.input.CliException;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Report;
import io.cxmetrics.retention.activity.PurchaseRule;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
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
final class RfmCommand extends ActivityCommand {

    @Option(
            names = "--breaks",
            defaultValue = "quantiles",
            paramLabel = "RULE",
            description =
                    "where scores begin: quantiles, so that equal values have equal scores; tiles, of equally many"
                            + " customers each (default: ${DEFAULT-VALUE})")
    RfmReport.Breaks breaks;

    @Option(
            names = "--purchases",
            defaultValue = "without-refunds",
            paramLabel = "RULE",
            description =
                    "what is a purchase: without-refunds, paid (above 0), every-activity (default: ${DEFAULT-VALUE})")
    PurchaseRule rule;

    @Option(names = "--list", description = "one line for each customer instead of each segment")
    boolean list;

    RfmCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    void check() {
        if (activity.amount == null) {
            throw CliException.usage("--amount: is needed");
        }
        refuse("is not for rfm, whose groups are the segments", "--by");
        refuse("is not for rfm", "--per", "--confidence");
    }

    @Override
    Report report(ActivityRows rows, LocalDate asOf, Map<String, Object> common) {
        RfmReport rfm = new RfmReport(rows, asOf, zone(), rule, breaks, money.decimals());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("definition", "recency, frequency and monetary value of customers, scored from 1 to 5, 5 being best");
        facts.put("breaks", Names.of(breaks));
        facts.put("purchases", Names.of(rule));
        facts.putAll(common);
        return list
                ? new Report("rfm", facts, rfm.customerColumns(), RfmReport.CUSTOMER, rfm.total(), rfm.customers())
                : new Report("rfm", facts, rfm.segmentColumns(), RfmReport.SEGMENT, rfm.total(), rfm.segments());
    }
}

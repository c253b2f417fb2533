package io.cxmetrics.cli;

import io.cxmetrics.cli.customers.ActivityRows;
import io.cxmetrics.cli.customers.HistoricClv;
import io.cxmetrics.cli.customers.Payer;
import io.cxmetrics.cli.customers.Payers;
import io.cxmetrics.cli.customers.TenureClv;
import io.cxmetrics.cli.group.Groups;
import io.cxmetrics.cli.input.CliException;
import io.cxmetrics.cli.input.DateParser;
import io.cxmetrics.cli.input.RowReader;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Report;
import io.cxmetrics.retention.activity.PurchaseRule;
import io.cxmetrics.time.CalendarPeriod;
import io.cxmetrics.value.DiscountRate;
import io.cxmetrics.value.PaymentTiming;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
final class ClvCommand extends FilesCommand {

    @Option(names = "--customer", paramLabel = "COLUMN", description = "what tells customers apart")
    @Nullable
    String customer;

    @Option(names = "--at", paramLabel = "COLUMN", description = "when a purchase was")
    @Nullable
    String at;

    @Option(names = "--amount", paramLabel = "COLUMN", description = "what a purchase was worth; negative for a refund")
    @Nullable
    String amount;

    @Option(
            names = "--purchases",
            defaultValue = "without-refunds",
            paramLabel = "RULE",
            description =
                    "what is a purchase: without-refunds, paid (above 0), every-activity (default: ${DEFAULT-VALUE})")
    PurchaseRule rule;

    @Option(names = "--mrr", paramLabel = "COLUMN", description = "what a subscriber pays a month")
    @Nullable
    String mrr;

    @Option(names = "--tenure", paramLabel = "COLUMN", description = "for how many months it has been one")
    @Nullable
    String tenure;

    @Mixin
    LeftOptions left;

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
    MoneyOptions money;

    ClvCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws IOException {
        refuse("is not for clv", "--per");
        if (!(discount >= 0 && discount <= 1)) {
            throw CliException.usage("--discount: must be in [0, 1], got " + discount);
        }
        if (!(margin > 0 && margin <= 1)) {
            throw CliException.usage("--margin: must be in (0, 1], got " + margin);
        }
        confidence();
        if (mrr != null && tenure != null && left.column != null && amount == null) {
            refuse("needs --amount", "--customer", "--at", "--purchases", "--zone", "--date-format");
            print(ofSubscribers(mrr, tenure, left.column));
        } else if (customer != null && at != null && amount != null && mrr == null) {
            refuse("needs --mrr", "--tenure", "--left", "--left-when", "--discount", "--timing");
            print(ofPurchases(customer, at, amount));
        } else {
            throw CliException.usage("--amount: is needed with --customer and --at, or --mrr with --tenure and --left");
        }
        return 0;
    }

    private Report ofPurchases(String who, String when, String what) throws IOException {
        DateParser dates = new DateParser(files.dateFormat, files.zone);
        ZoneId zone = files.zone == null ? ZoneOffset.UTC : files.zone;
        ActivityRows rows = new ActivityRows(money.decimals(), null);
        long malformed = read((source, problems) -> rows.read(
                new RowReader(source, problems, dates),
                source.column(who),
                source.column(when),
                source.column(what),
                groupColumns(source)));
        HistoricClv question = new HistoricClv(zone, rule, margin, confidence(), money.decimals());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("definition", "(gross - refunds) x margin / customers, to date");
        facts.put("margin", margin);
        facts.put("purchases", Names.of(rule));
        facts.put("confidence", files.confidence);
        facts.put("rows", rows.groups().rows());
        facts.put("malformed_rows", malformed);
        return new Report(
                "clv",
                facts,
                question.columns(),
                files.by,
                rows.groups().total((log, leftOut) -> question.of(log)),
                rows.groups().groups((log, leftOut) -> question.of(log)));
    }

    private Report ofSubscribers(String pays, String months, String gone) throws IOException {
        DiscountRate rate = DiscountRate.of(discount, CalendarPeriod.YEAR);
        Groups<Payer, Payers> groups = new Groups<>(Payers.toPayers());
        DateParser dates = new DateParser(null, null);
        long malformed = read((source, problems) -> {
            RowReader row = new RowReader(source, problems, dates);
            List<Integer> by = groupColumns(source);
            int paid = source.column(pays);
            int since = source.column(months);
            int whether = source.column(gone);
            while (row.next()) {
                Payer payer = new Payer(
                        row.amount(paid, "mrr", money.decimals()),
                        row.whole(since, "tenure"),
                        row.flag(whether, "left", left.when));
                if (payer.mrr() < 0) {
                    row.leaveOut("negative_mrr");
                }
                groups.end(row.labels(by), row.reason(), () -> payer);
            }
        });
        TenureClv question = new TenureClv(margin, rate, timing, confidence(), money.decimals());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(
                "definition",
                "margin a month over the months to come, at the churn of a month = left / months of tenure");
        facts.put("margin", margin);
        facts.put("discount", rate);
        facts.put("timing", Names.of(timing));
        facts.put("interval", "exact Poisson, of churn");
        facts.put("confidence", files.confidence);
        facts.put("rows", groups.rows());
        facts.put("malformed_rows", malformed);
        return new Report(
                "clv",
                facts,
                question.columns(),
                files.by,
                groups.total((payers, leftOut) -> question.of(payers)),
                groups.groups((payers, leftOut) -> question.of(payers)));
    }
}

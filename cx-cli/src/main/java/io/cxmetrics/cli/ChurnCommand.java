package io.cxmetrics.cli;

import io.cxmetrics.cli.customers.ChurnByFlag;
import io.cxmetrics.cli.customers.ChurnByPeriod;
import io.cxmetrics.cli.customers.SubscriptionColumns;
import io.cxmetrics.cli.customers.Subscriptions;
import io.cxmetrics.cli.group.Groups;
import io.cxmetrics.cli.input.CliException;
import io.cxmetrics.cli.input.DateParser;
import io.cxmetrics.cli.input.RowReader;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Report;
import io.cxmetrics.retention.subscription.ChurnBase;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cx churn}. */
@Command(
        name = "churn",
        description =
                "The customers who leave, by a named base. A file has one row for each customer and says whether it "
                        + "left"
                        + " (--left), or one for each subscription (--customer, --start, --end); the second gives churn"
                        + " period by period, with who joined and who came back.",
        footer = {
            "",
            "Examples:",
            "  cx churn customers.csv --left churned --mrr monthly_charges --by contract",
            "  cx churn subscriptions.csv --customer id --start started_at --end ended_at --per month --base eligible"
        })
@SuppressWarnings("NullAway.Init") // picocli sets what is required before anything reads it
final class ChurnCommand extends FilesCommand {

    @Mixin
    LeftOptions left;

    @Option(names = "--mrr", paramLabel = "COLUMN", description = "monthly revenue of the customer, for revenue churn")
    @Nullable
    String mrr;

    @Option(
            names = "--base",
            defaultValue = "at-start",
            paramLabel = "BASE",
            description = "whom the lost are divided by: at-start, average, exposure, eligible (default:"
                    + " ${DEFAULT-VALUE})")
    ChurnBase base;

    @Option(
            names = "--grace-days",
            defaultValue = "0",
            paramLabel = "DAYS",
            description = "a gap of up to so many days between two subscriptions of a customer is no churn (default:"
                    + " ${DEFAULT-VALUE})")
    int graceDays;

    @Option(
            names = "--term-months",
            defaultValue = "0",
            paramLabel = "N or COLUMN",
            description = "terms a subscription is bound to, in months; 0 to be left on any day (default:"
                    + " ${DEFAULT-VALUE})")
    String termMonths;

    @Option(names = "--from", paramLabel = "DATE", description = "a day of the first period (default: the first start)")
    @Nullable
    String from;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "until when it is known who is there; only periods that are over by then are shown (default: the"
                            + " latest date in the files)")
    @Nullable
    String asOf;

    @Mixin
    SubscriptionOptions subscriptions;

    @Mixin
    MoneyOptions money;

    ChurnCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws IOException {
        confidence();
        if ((left.column == null) == (subscriptions.start == null)) {
            throw CliException.usage("--left: is needed, or --customer with --start and --end");
        }
        if (left.column == null) {
            refuse("needs --left", "--left-when", "--mrr", "--decimals");
        } else {
            refuse("needs --start", "--customer", "--end", "--overlap", "--base", "--term-months", "--grace-days");
            refuse("needs --start", "--from", "--as-of", "--per", "--zone", "--date-format");
            if (mrr == null) {
                refuse("needs --mrr", "--decimals");
            }
        }
        print(left.column == null ? byPeriod() : byFlag(left.column));
        return 0;
    }

    private Report byFlag(String flag) throws IOException {
        ChurnByFlag question = new ChurnByFlag(confidence(), mrr != null, money.decimals());
        Groups<ChurnByFlag.Customer, ChurnByFlag.Summary> groups = new Groups<>(ChurnByFlag.toSummary());
        DateParser dates = new DateParser(files.dateFormat, files.zone);
        long malformed = read((source, problems) -> ChurnByFlag.read(
                groups,
                new RowReader(source, problems, dates),
                groupColumns(source),
                row -> row.flag(source.column(flag), "left", left.when),
                row -> mrr == null ? 0 : row.amount(source.column(mrr), "mrr", money.decimals())));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("definition", "100 customers who left / customers");
        facts.put("interval", "wilson");
        facts.put("confidence", files.confidence);
        facts.put("rows", groups.rows());
        facts.put("malformed_rows", malformed);
        return new Report(
                "churn",
                facts,
                question.columns(),
                files.by,
                groups.total((summary, leftOut) -> question.of(summary)),
                groups.groups((summary, leftOut) -> question.of(summary)));
    }

    private Report byPeriod() throws IOException {
        DateParser dates = new DateParser(files.dateFormat, files.zone);
        DateParser.Found begin = date("--from", from, dates);
        DateParser.Found until = date("--as-of", asOf, dates);
        if (graceDays < 0) {
            throw CliException.usage("--grace-days: must not be negative, got " + graceDays);
        }
        Subscriptions all = new Subscriptions(0, subscriptions.overlap, null, until == null ? null : until.date());
        long malformed = read((source, problems) -> all.read(
                new RowReader(source, problems, dates),
                subscriptions
                        .columns(source, groupColumns(source))
                        .withTerm(SubscriptionColumns.Months.of(source, termMonths))));
        LocalDate asOfDay = all.asOf();
        ChurnByPeriod question = new ChurnByPeriod(
                all, per(), begin == null ? all.first() : begin.date(), asOfDay, base, graceDays, confidence());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("definition", question.definition());
        facts.put("base", Names.of(base));
        facts.put("per", Names.of(per()));
        if (asOfDay != null) {
            facts.put("as_of", asOfDay);
        }
        facts.put("grace_days", (long) graceDays);
        facts.put("overlap", Names.of(subscriptions.overlap));
        facts.put("confidence", files.confidence);
        facts.put("rows", all.groups().rows());
        facts.put("malformed_rows", malformed);
        return new Report(
                "churn",
                facts,
                question.columns(),
                files.by,
                all.groups().totalWithPeriods(question::of),
                all.groups().groupsWithPeriods(question::of));
    }
}

package io.cxmetrics.cli;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.cli.customers.RevenueQuestion;
import io.cxmetrics.cli.customers.Subscriptions;
import io.cxmetrics.cli.group.Groups;
import io.cxmetrics.cli.input.CliException;
import io.cxmetrics.cli.input.DateParser;
import io.cxmetrics.cli.input.RowReader;
import io.cxmetrics.report.Line;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Report;
import io.cxmetrics.retention.revenue.FreePlan;
import io.cxmetrics.retention.revenue.MonthlyRevenue;
import io.cxmetrics.retention.revenue.RevenueLedger;
import io.cxmetrics.retention.revenue.SnapshotDay;
import io.cxmetrics.retention.subscription.Subscription;
import io.cxmetrics.retention.subscription.SubscriptionLedger;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                        + " row for each customer and month (--month, --amount), or one for each subscription (--start,"
                        + " --end, --price).",
        footer = {
            "",
            "Examples:",
            "  cx mrr snapshots.csv --customer id --month month --amount mrr --trailing 12",
            "  cx mrr subscriptions.csv --customer id --start from --end to --price price --billing-months every"
        })
@SuppressWarnings("NullAway.Init") // picocli sets what is required before anything reads it
final class MrrCommand extends FilesCommand {

    private static final int MOST_MONTHS = 10_000;

    @Option(
            names = "--month",
            paramLabel = "COLUMN",
            description = "the month of an amount, like 2026-03 or a date in it")
    @Nullable
    String month;

    @Option(
            names = "--amount",
            paramLabel = "COLUMN",
            description = "what the customer pays in the month; several rows add up")
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

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "until when subscriptions are known; only months that are over by then are shown (default: the"
                            + " latest date in the files)")
    @Nullable
    String asOf;

    @Mixin
    SubscriptionOptions subscriptions;

    @Mixin
    PriceOptions prices;

    @Mixin
    MoneyOptions money;

    MrrCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws IOException {
        boolean snapshots = month != null;
        if (snapshots == (subscriptions.start != null) || snapshots != (amount != null)) {
            throw CliException.usage("--month: is needed with --amount, or --start with --end and --price");
        }
        if (!snapshots && prices.price == null) {
            throw CliException.usage("--price: is needed");
        }
        if (subscriptions.customer == null) {
            throw CliException.usage("--customer: is needed");
        }
        refuse("is not for mrr, which goes by month", "--per");
        refuse("is not for mrr", "--confidence");
        if (snapshots) {
            refuse("needs --start", "--end", "--overlap", "--price", "--billing-months", "--currency", "--in");
            refuse("needs --start", "--day", "--as-of");
        } else if (prices.currency == null) {
            refuse("needs --currency", "--in");
        }
        if (trailing < 0 || trailing > 1200) {
            throw CliException.usage("--trailing: must be in [0, 1200], got " + trailing);
        }
        print(snapshots ? ofSnapshots() : ofSubscriptions());
        return 0;
    }

    private Report ofSnapshots() throws IOException {
        DateParser dates = new DateParser(files.dateFormat, files.zone);
        Groups<MonthlyRevenue<String>, RevenueLedger<String>> groups = new Groups<>(RevenueLedger.toRevenueLedger());
        long malformed = read((source, problems) -> {
            RowReader row = new RowReader(source, problems, dates);
            List<Integer> by = groupColumns(source);
            int customer = column(source, subscriptions.customer);
            int in = column(source, month);
            int paid = column(source, amount);
            while (row.next()) {
                String who = row.key(customer, "customer");
                YearMonth when = row.month(in, "month");
                long what = row.amount(paid, "amount", money.decimals());
                if (what < 0) {
                    row.leaveOut("negative_amount");
                }
                groups.end(
                        row.labels(by),
                        row.reason(),
                        () -> MonthlyRevenue.of(
                                who, requireNonNull(when), what, MoneyUnit.ofDecimals(money.decimals())));
            }
        });
        RevenueQuestion question = question();
        Groups.FinishWithPeriods<RevenueLedger<String>> answer = (ledger, leftOut) -> {
            if (!ledger.months().isEmpty()) {
                checkMonths(ledger.months().first(), ledger.months().last());
            }
            return question.of(ledger);
        };
        return report(
                question,
                groups.rows(),
                malformed,
                Map.of(),
                groups.totalWithPeriods(answer),
                groups.groupsWithPeriods(answer));
    }

    private Report ofSubscriptions() throws IOException {
        DateParser dates = new DateParser(files.dateFormat, files.zone);
        DateParser.Found until = date("--as-of", asOf, dates);
        Subscriptions all = new Subscriptions(
                money.decimals(), subscriptions.overlap, prices.currency(), until == null ? null : until.date());
        long malformed = read((source, problems) -> all.read(
                new RowReader(source, problems, dates),
                prices.columns(source, subscriptions.columns(source, groupColumns(source)))));
        RevenueQuestion question = question();
        LocalDate known = all.asOf();
        Groups.FinishWithPeriods<List<Subscription<String>>> answer =
                (group, leftOut) -> question.of(revenue(all.ledger(group, leftOut), all.first(), known));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("day", Names.of(day));
        if (known != null) {
            facts.put("as_of", known);
        }
        if (prices.currency != null && all.currency() != null) {
            facts.put("currency", all.currency());
        }
        facts.put("overlap", Names.of(subscriptions.overlap));
        return report(
                question,
                all.groups().rows(),
                malformed,
                facts,
                all.groups().totalWithPeriods(answer),
                all.groups().groupsWithPeriods(answer));
    }

    private RevenueLedger<String> revenue(
            SubscriptionLedger<String> ledger, @Nullable LocalDate first, @Nullable LocalDate known) {
        if (first == null || known == null) {
            return RevenueLedger.empty();
        }
        // A month counts when the day that stands for it is known.
        YearMonth last = YearMonth.from(known);
        if (day.of(last).isAfter(known)) {
            last = last.minusMonths(1);
        }
        YearMonth from = YearMonth.from(first);
        if (last.isBefore(from)) {
            return RevenueLedger.empty();
        }
        checkMonths(from, last);
        return ledger.recurringRevenue(from, last, day);
    }

    /** More months come from a wild date, and nobody reads them. */
    private void checkMonths(YearMonth first, YearMonth last) {
        if (first.until(last, ChronoUnit.MONTHS) >= MOST_MONTHS) {
            throw CliException.badData("months of " + named() + " must not be more than " + MOST_MONTHS + ", got "
                    + first + " to " + last + (month == null ? "; see --as-of" : ""));
        }
    }

    private RevenueQuestion question() {
        return new RevenueQuestion(free, trailing, money.decimals());
    }

    private Report report(
            RevenueQuestion question,
            long rows,
            long malformed,
            Map<String, Object> more,
            Line total,
            List<Line> groups) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("definition", "opening + new + reactivation + expansion - contraction - churn = closing, by month");
        facts.put("free_plan", Names.of(free));
        facts.putAll(more);
        facts.put("rows", rows);
        facts.put("malformed_rows", malformed);
        return new Report("mrr", facts, question.columns(), files.by, total, groups);
    }
}

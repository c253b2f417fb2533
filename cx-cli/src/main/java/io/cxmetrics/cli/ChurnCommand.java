package io.cxmetrics.cli;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.cli.console.CliException;
import io.cxmetrics.cli.option.AmountOptions;
import io.cxmetrics.cli.option.ConfidenceOption;
import io.cxmetrics.cli.option.DateOptions;
import io.cxmetrics.cli.option.DepartureOptions;
import io.cxmetrics.cli.option.GroupOptions;
import io.cxmetrics.cli.option.Months;
import io.cxmetrics.cli.option.PeriodOptions;
import io.cxmetrics.cli.option.ServiceOptions;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.input.reading.Roles;
import io.cxmetrics.input.subscription.Departure;
import io.cxmetrics.input.subscription.DepartureReading;
import io.cxmetrics.input.subscription.Departures;
import io.cxmetrics.input.subscription.GroupedSubscriptions;
import io.cxmetrics.input.subscription.MoneyDefinition;
import io.cxmetrics.input.subscription.SubscriptionReading;
import io.cxmetrics.report.Figures;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.ReportBuilder;
import io.cxmetrics.report.subscription.ChurnFigures;
import io.cxmetrics.report.subscription.ChurnSpan;
import io.cxmetrics.retention.subscription.ChurnBase;
import io.cxmetrics.retention.subscription.LogoChurn;
import java.time.LocalDate;
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
                        + " period by period, with who joined and who came back. A customer is in the group of their"
                        + " first subscription, so that a change of the plan is no departure.",
        footer = {
            "",
            "Examples:",
            "  cx churn customers.csv --left churned --mrr monthly_charges --by contract",
            "  cx churn subscriptions.csv --customer id --start started_at --end ended_at --per month --base eligible"
        })
@SuppressWarnings("NullAway.Init") // picocli sets these before anything reads them
final class ChurnCommand extends TableCommand {

    @Mixin
    DepartureOptions left;

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

    @Mixin
    ServiceOptions subscriptions;

    @Mixin
    AmountOptions amounts;

    @Mixin
    GroupOptions groups;

    @Mixin
    PeriodOptions periods;

    @Mixin
    DateOptions dates;

    @Mixin
    ConfidenceOption confidence;

    ChurnCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        if ((left.column == null) == (subscriptions.start == null)) {
            throw CliException.usage("--left: is needed, or --customer with --start and --end");
        }
        if (left.column == null) {
            refuse("needs --left", "--left-when", "--mrr", "--decimals", "--decimal", "--currency", "--in");
            ofSubscriptions();
        } else {
            refuse("needs --start", "--customer", "--end", "--end-inclusive", "--overlap", "--as-of");
            refuse("needs --start", "--base", "--term-months", "--grace-days", "--from", "--per");
            refuse("needs --start", "--zone", "--date-format", "--locale", "--none");
            if (mrr == null) {
                refuse("needs --mrr", "--decimals", "--decimal", "--currency", "--in");
            }
            ofCustomers(left.column);
        }
        return 0;
    }

    private void ofCustomers(String flag) {
        ChurnFigures figures = new ChurnFigures(ChurnBase.AT_START, periods.per(), confidence.level());
        Roles roles = Roles.NONE.with(DepartureReading.LEFT, flag);
        DepartureReading reading = DepartureReading.of(left.flags());
        Figures<Departures> shown = figures.ofCustomers();
        if (mrr != null) {
            reading = reading.withMrr(amounts.money());
            roles = roles.with(DepartureReading.MRR, mrr);
            shown = figures.ofPayingCustomers(amounts.decimals);
        }
        if (amounts.currency != null) {
            roles = roles.with(MoneyDefinition.CURRENCY, amounts.currency);
        }
        Outcome<Groups<Departures>> outcome = groups.grouping()
                .fold(
                        input.of(reading.reading().with(roles)),
                        table(),
                        Departures.aggregation(MoneyUnit.ofDecimals(amounts.decimals))
                                .<Departure>mapInput(departure -> departure));
        ReportBuilder<Departures> report = new ReportBuilder<>("churn", shown)
                .fact("definition", "100 customers who left / customers")
                .fact("interval", "wilson")
                .fact("confidence", confidence.level())
                .by(groups.by());
        print(report.report(outcome), outcome);
    }

    private void ofSubscriptions() {
        if (graceDays < 0) {
            throw CliException.usage("--grace-days: must not be negative, got " + graceDays);
        }
        ChurnFigures figures = new ChurnFigures(base, periods.per(), confidence.level());
        LocalDate begin = from == null ? null : ServiceOptions.day("--from", from, dates);
        Months term = Months.of(termMonths);
        Roles roles = term.in(subscriptions.roles(), SubscriptionReading.TERM_MONTHS);
        Outcome<GroupedSubscriptions> outcome = subscriptions
                .reading(dates)
                .withTermMonths(term.fixed())
                .read(table(), groups.grouping(), reading -> input.of(reading.with(roles)));
        GroupedSubscriptions found = outcome.result();
        LocalDate first = begin == null ? found.firstStart() : begin;
        LocalDate last = found.observedThrough();
        Groups<ChurnSpan> spans = asked(
                () -> found.byCustomer().map(ledger -> ChurnSpan.of(ledger, periods.per(), graceDays, first, last)));
        ReportBuilder<ChurnSpan> report = new ReportBuilder<>("churn", figures.ofSpan())
                .fact("definition", figures.definition())
                .fact("base", Names.of(figures.base()))
                .fact("per", Names.of(periods.per()))
                .fact("zone", dates.zoneInWords())
                .fact("as_of", last)
                .fact("grace_days", (long) graceDays)
                .fact("overlap", Names.of(subscriptions.overlap))
                .fact("confidence", confidence.level())
                .by(groups.by())
                .periods("period", figures.ofPeriod(), LogoChurn::atStart, span -> span.named(periods.per()));
        print(report.report(outcome.withResult(spans)), outcome);
    }
}

package io.cxmetrics.cli;

import io.cxmetrics.cli.console.CliException;
import io.cxmetrics.cli.option.CommaList;
import io.cxmetrics.cli.option.ConfidenceOption;
import io.cxmetrics.cli.option.DateOptions;
import io.cxmetrics.cli.option.DepartureOptions;
import io.cxmetrics.cli.option.GroupOptions;
import io.cxmetrics.cli.option.PeriodOptions;
import io.cxmetrics.cli.option.ServiceOptions;
import io.cxmetrics.input.field.FieldReader;
import io.cxmetrics.input.field.Numbers;
import io.cxmetrics.input.field.Value;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.input.reading.Roles;
import io.cxmetrics.input.subscription.GroupedSubscriptions;
import io.cxmetrics.input.subscription.TenureReading;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.ReportBuilder;
import io.cxmetrics.report.subscription.SurvivalFigures;
import io.cxmetrics.retention.subscription.StayRule;
import io.cxmetrics.retention.subscription.SubscriptionLedger;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.stat.survival.SurvivalInterval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cx survival}. */
@Command(
        name = "survival",
        description = "The share of customers who stay for so long (Kaplan-Meier), with those who are still there as "
                + "censored; groups are compared by the log-rank test. A file has one row for each customer: its tenure"
                + " and whether it left; or one for each subscription, where renewals of a customer are one stay, and a"
                + " customer is in the group of their first subscription.",
        footer = {
            "",
            "Examples:",
            "  cx survival customers.csv --tenure months --left churned --by contract --at 1,6,12,24",
            "  cx survival subscriptions.csv --customer id --start started_at --end ended_at --as-of 2026-07-01"
        })
@SuppressWarnings("NullAway.Init") // picocli sets these before anything reads them
final class SurvivalCommand extends TableCommand {

    @Option(names = "--tenure", paramLabel = "COLUMN", description = "how long, as a number")
    @Nullable
    String tenure;

    @Option(
            names = "--tenure-decimals",
            defaultValue = "0",
            paramLabel = "N",
            description = "decimals of --tenure and --entry (default: ${DEFAULT-VALUE}, whole numbers)")
    int tenureDecimals;

    @Mixin
    DepartureOptions left;

    @Option(
            names = "--entry",
            paramLabel = "COLUMN",
            description = "the tenure at which observation began, where customers had come before it")
    @Nullable
    String entry;

    @Mixin
    ServiceOptions subscriptions;

    @Option(
            names = "--grace-days",
            defaultValue = "0",
            paramLabel = "DAYS",
            description = "a gap of up to so many days between two subscriptions of a customer ends no stay (default:"
                    + " ${DEFAULT-VALUE})")
    int graceDays;

    @Option(
            names = "--horizon",
            paramLabel = "TENURE",
            description = "where groups are compared (default: the longest tenure that all of them reach)")
    @Nullable
    String horizon;

    @Option(names = "--at", paramLabel = "TENURE", description = "tenures to list: 1,6,12,24")
    List<String> at = new ArrayList<>();

    @Option(
            names = "--interval",
            defaultValue = "log-log",
            paramLabel = "METHOD",
            description = "log-log, log, plain (default: ${DEFAULT-VALUE})")
    SurvivalInterval interval;

    @Mixin
    GroupOptions groups;

    @Mixin
    PeriodOptions periods;

    @Mixin
    DateOptions dates;

    @Mixin
    ConfidenceOption confidence;

    SurvivalCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        boolean dated = subscriptions.start != null;
        if (dated == (tenure != null) || (tenure != null && left.column == null)) {
            throw CliException.usage("--tenure: is needed with --left, or --customer with --start and --end");
        }
        if (dated) {
            refuse("needs --tenure", "--left", "--left-when", "--entry", "--tenure-decimals");
        } else {
            refuse("needs --start", "--customer", "--end", "--end-inclusive", "--overlap", "--as-of", "--grace-days");
            refuse("needs --start", "--per", "--zone", "--date-format", "--locale", "--none");
        }
        List<Long> times = times();
        Long to = horizon == null ? null : time("--horizon", horizon);
        confidence.level();
        if (dated) {
            ofSubscriptions(times, to);
        } else {
            ofTenures(times, to);
        }
        return 0;
    }

    private List<Long> times() {
        return CommaList.of("--at", at).stream()
                .map(text -> time("--at", text))
                .distinct()
                .sorted()
                .toList();
    }

    private long time(String option, String text) {
        FieldReader<Long> reader = asked(() -> Numbers.PLAIN.amounts(tenureDecimals));
        Value<Long> time = reader.read(text);
        if (!time.isPresent()) {
            throw CliException.usage(option + ": " + time.rule() + ", got " + text);
        }
        if (time.get() < 0) {
            throw CliException.usage(option + ": must not be negative, got " + text);
        }
        return time.get();
    }

    private void ofTenures(List<Long> times, @Nullable Long to) {
        TenureReading reading = asked(() -> TenureReading.of(left.flags()).withDecimals(tenureDecimals));
        Roles roles = Roles.NONE
                .with(TenureReading.TENURE, String.valueOf(tenure))
                .with(TenureReading.LEFT, String.valueOf(left.column));
        if (entry != null) {
            reading = reading.withEntry();
            roles = roles.with(TenureReading.ENTRY, entry);
        }
        Outcome<Groups<EventTimes>> outcome =
                groups.grouping().fold(input.of(reading.reading().with(roles)), table(), EventTimes.aggregation());
        print(outcome, times, to, "as given", null);
    }

    private void ofSubscriptions(List<Long> times, @Nullable Long to) {
        if (graceDays < 0) {
            throw CliException.usage("--grace-days: must not be negative, got " + graceDays);
        }
        Roles roles = subscriptions.roles();
        Outcome<GroupedSubscriptions> outcome =
                subscriptions.reading(dates).read(table(), groups.grouping(), reading -> input.of(reading.with(roles)));
        LocalDate last = outcome.result().observedThrough();
        Groups<EventTimes> tenures = outcome.result().byCustomer().map(ledger -> tenures(ledger, last));
        print(outcome.withResult(tenures), times, to, Names.of(periods.per()) + "s", last);
    }

    private EventTimes tenures(SubscriptionLedger<String> ledger, @Nullable LocalDate last) {
        return last == null ? EventTimes.EMPTY : ledger.tenures(periods.per(), StayRule.FIRST, graceDays, last);
    }

    private void print(
            Outcome<Groups<EventTimes>> outcome,
            List<Long> times,
            @Nullable Long to,
            String unit,
            @Nullable LocalDate last) {
        Groups<EventTimes> tenures = outcome.result();
        long end = to == null ? SurvivalFigures.longestOfAll(tenures) : to;
        SurvivalFigures figures = new SurvivalFigures(end, confidence.level(), interval, tenureDecimals);
        ReportBuilder<EventTimes> report = new ReportBuilder<>("survival", figures.ofGroup())
                .fact("definition", "share of customers who stay, by tenure (Kaplan-Meier)")
                .fact("unit", unit)
                .fact("zone", subscriptions.start == null ? null : dates.zoneInWords())
                .fact("as_of", last)
                .fact("horizon", figures.end())
                .fact("interval", Names.of(interval))
                .fact("confidence", confidence.level());
        for (Map.Entry<String, Object> fact :
                SurvivalFigures.comparison(tenures).entrySet()) {
            report = report.fact(fact.getKey(), fact.getValue());
        }
        // A table of every tenure would bury what it is about; programs get all of them.
        if (!times.isEmpty() || !output.isTable()) {
            report = report.periods(
                    "tenure", figures.ofStep(), SurvivalFigures.Step::customers, group -> figures.steps(group, times));
        }
        print(report.by(groups.by()).curves(figures.drawn(tenures)).report(outcome), outcome);
    }
}

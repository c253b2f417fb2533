package io.cxmetrics.cli;

import io.cxmetrics.cli.customers.Spell;
import io.cxmetrics.cli.customers.SurvivalQuestion;
import io.cxmetrics.cli.group.Groups;
import io.cxmetrics.cli.input.CliException;
import io.cxmetrics.cli.input.DateParser;
import io.cxmetrics.cli.input.RowReader;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Report;
import io.cxmetrics.report.ReportFormat;
import io.cxmetrics.stat.survival.EventTime;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.stat.survival.SurvivalInterval;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cx survival}. */
@Command(
        name = "survival",
        description = "The share of customers who stay for so long (Kaplan-Meier), with those who are still there as "
                + "censored;"
                + " groups are compared by the log-rank test. A file has one row for each customer: its "
                + "tenure and"
                + " whether it left, or when it came and when it left.",
        footer = {
            "",
            "Examples:",
            "  cx survival customers.csv --tenure months --left churned --by contract --at 1,6,12,24",
            "  cx survival subscriptions.csv --start started_at --end ended_at --per month --as-of 2026-07-01"
        })
@SuppressWarnings("NullAway.Init") // picocli sets what is required before anything reads it
final class SurvivalCommand extends FilesCommand {

    @Option(names = "--tenure", paramLabel = "COLUMN", description = "how long, as a whole number")
    @Nullable
    String tenure;

    @Mixin
    LeftOptions left;

    @Option(
            names = "--entry",
            paramLabel = "COLUMN",
            description = "the tenure at which observation began, where customers had come before it")
    @Nullable
    String entry;

    @Option(names = "--start", paramLabel = "COLUMN", description = "when the customer came")
    @Nullable
    String start;

    @Option(names = "--end", paramLabel = "COLUMN", description = "when the customer left; blank while it is there")
    @Nullable
    String end;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "until when those who are there are known to be (default: the latest date in the files)")
    @Nullable
    String asOf;

    @Option(
            names = "--horizon",
            paramLabel = "TENURE",
            description = "where groups are compared (default: the longest tenure that all of them reach)")
    @Nullable
    Long horizon;

    @Option(names = "--at", split = ",", paramLabel = "TENURE", description = "tenures to list: 1,6,12,24")
    List<Long> at = new ArrayList<>();

    @Option(
            names = "--interval",
            defaultValue = "log-log",
            paramLabel = "METHOD",
            description = "log-log, log, plain (default: ${DEFAULT-VALUE})")
    SurvivalInterval interval;

    SurvivalCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws IOException {
        boolean dated = start != null;
        if (dated == (tenure != null) || (tenure != null && left.column == null) || (dated && end == null)) {
            throw CliException.usage("--tenure: is needed with --left, or --start with --end");
        }
        if (dated) {
            refuse("needs --tenure", "--left", "--left-when", "--entry");
        } else {
            refuse("needs --start", "--end", "--as-of", "--per", "--zone", "--date-format");
        }
        List<Long> times = at.stream().distinct().sorted().toList();
        if (horizon != null) {
            notNegative("--horizon", horizon);
        }
        times.forEach(time -> notNegative("--at", time));
        confidence();
        DateParser dates = new DateParser(files.dateFormat, files.zone);
        DateParser.Found until = date("--as-of", asOf, dates);
        Groups<EventTime, EventTimes> groups =
                new Groups<>(EventTimes.aggregation().toCollector());
        List<Spell> spells = new ArrayList<>();
        long malformed = read((source, problems) -> {
            RowReader row = new RowReader(source, problems, dates);
            List<Integer> by = groupColumns(source);
            if (dated) {
                int from = column(source, start);
                int to = column(source, end);
                while (row.next()) {
                    spells.add(Spell.of(row, by, from, to));
                }
            } else {
                count(groups, row, by, column(source, entry), column(source, tenure), column(source, left.column));
            }
        });
        LocalDate last = until != null ? until.date() : Spell.latest(spells);
        spells.forEach(spell -> spell.count(groups, last, per()));
        print(report(groups, times, dated, last, malformed));
        return 0;
    }

    private static void notNegative(String option, long time) {
        if (time < 0) {
            throw CliException.usage(option + ": must not be negative, got " + time);
        }
    }

    private void count(
            Groups<EventTime, EventTimes> groups, RowReader row, List<Integer> by, int from, int time, int gone) {
        while (row.next()) {
            long until = row.whole(time, "tenure");
            boolean event = row.flag(gone, "left", left.when);
            long since = from < 0 ? 0 : row.whole(from, "entry");
            if (since > 0 && since >= until) {
                row.leaveOut("entry_not_before_tenure");
            }
            groups.end(row.labels(by), row.reason(), () -> EventTime.of(since, until, event));
        }
    }

    private Report report(
            Groups<EventTime, EventTimes> groups,
            List<Long> times,
            boolean dated,
            @Nullable LocalDate last,
            long malformed) {
        Map<List<String>, EventTimes> byGroup = groups.summaries();
        // A group of which nobody counts says nothing, and must not end the comparison of the others.
        byGroup.values().removeIf(tenures -> tenures.count() == 0);
        long to = horizon != null
                ? horizon
                : (byGroup.isEmpty() ? Stream.of(groups.summary()) : byGroup.values().stream())
                        .mapToLong(SurvivalQuestion::longest)
                        .min()
                        .orElse(0);
        SurvivalQuestion question = new SurvivalQuestion(to, confidence(), interval, times);
        // A table of every tenure would bury what it is about; programs get all of them.
        boolean steps = !times.isEmpty() || files.format != ReportFormat.TABLE;
        Groups.FinishWithPeriods<EventTimes> finish = (tenures, leftOut) ->
                new Groups.Answer(question.of(tenures), steps ? question.steps(tenures) : List.of());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("definition", "share of customers who stay, by tenure (Kaplan-Meier)");
        facts.put("unit", dated ? Names.of(per()) + "s" : "as given");
        if (last != null) {
            facts.put("as_of", last);
        }
        facts.put("horizon", to);
        facts.put("interval", Names.of(interval));
        facts.put("confidence", files.confidence);
        if (byGroup.size() > 1) {
            facts.putAll(question.comparison(byGroup));
        }
        facts.put("rows", groups.rows());
        facts.put("malformed_rows", malformed);
        return new Report(
                        "survival",
                        facts,
                        question.columns(),
                        files.by,
                        groups.totalWithPeriods(finish),
                        groups.groupsWithPeriods(finish))
                .withPeriods("tenure", question.stepColumns())
                .withCurves(question.drawn(groups.summary(), byGroup));
    }
}

package io.cxmetrics.cli;

import io.cxmetrics.cli.group.Groups;
import io.cxmetrics.cli.input.CliException;
import io.cxmetrics.cli.input.CsvSource;
import io.cxmetrics.cli.web.Definition;
import io.cxmetrics.cli.web.EventColumns;
import io.cxmetrics.cli.web.EventTable;
import io.cxmetrics.cli.web.FunnelReport;
import io.cxmetrics.cli.web.Kinds;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Report;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.funnel.Funnel;
import io.cxmetrics.web.funnel.FunnelCounts;
import io.cxmetrics.web.funnel.FunnelExclusion;
import io.cxmetrics.web.funnel.FunnelOrder;
import io.cxmetrics.web.funnel.FunnelStart;
import io.cxmetrics.web.funnel.TieRule;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cx funnel}. */
@Command(
        name = "funnel",
        description =
                "How many of those who take a first step come to the next, and where they are lost. A step is the "
                        + "name of an"
                        + " event or a page; an asterisk at its end stands for anything. With --by a visitor or "
                        + "session belongs"
                        + " to the value of its first event.",
        footer = {
            "",
            "Examples:",
            "  cx funnel events.csv --visitor client --at time --event name --window 7d \\",
            "      --steps page_view,add_to_cart,purchase",
            "  cx funnel access.log --log --steps \"/,/pricing,/signup*\" --per-session"
        })
@SuppressWarnings("NullAway.Init") // picocli sets what is required before anything reads it
final class FunnelCommand extends SiteCommand {

    @Option(
            names = "--steps",
            required = true,
            split = ",",
            paramLabel = "STEP",
            description = "the steps in their order; one named twice has to be taken twice")
    List<String> steps;

    @Option(
            names = "--order",
            defaultValue = "sequential",
            paramLabel = "ORDER",
            description =
                    "steps follow one another: sequential, with anything between; strict, with nothing; any, in any"
                            + " order (default: ${DEFAULT-VALUE})")
    FunnelOrder order;

    @Option(
            names = "--window",
            paramLabel = "TIME",
            description = "the longest time from the first step to the last, such as 30m or 7d (default: any)")
    @Nullable
    String window;

    @Option(
            names = "--start",
            defaultValue = "each",
            paramLabel = "START",
            description = "which event begins: each that is the first step, first-ever of its visitor (default:"
                    + " ${DEFAULT-VALUE})")
    FunnelStart start;

    @Option(
            names = "--exclude",
            split = ",",
            paramLabel = "STEP",
            description = "events or pages that must not lie between the steps")
    List<String> exclude = new ArrayList<>();

    @Option(
            names = "--excluded",
            defaultValue = "drops-unit",
            paramLabel = "RULE",
            description =
                    "such an event: drops-unit, which then is not counted; ends-attempt (default: ${DEFAULT-VALUE})")
    FunnelExclusion exclusion;

    @Option(
            names = "--per-session",
            description = "all steps within a session, instead of over all that a visitor does")
    boolean perSession;

    FunnelCommand(Surroundings surroundings) {
        super(surroundings);
    }

    private Funnel check() {
        checkSource();
        confidence();
        refuse("is not for funnel", "--per");
        if (!perSession) {
            refuse("needs --per-session", "--session", "--timeout");
        }
        if (exclude.isEmpty()) {
            refuse("needs --exclude", "--excluded");
        }
        Duration longest = duration("--window", window);
        return asked(() -> {
            Funnel funnel = Funnel.of(names("--steps", steps))
                    .withOrder(order)
                    .withStart(start)
                    .withExclusions(names("--exclude", exclude))
                    .withExclusion(exclusion)
                    // Where steps must follow directly, the order of rows is all that says what followed.
                    .withTies(order == FunnelOrder.STRICT ? TieRule.AS_GIVEN : TieRule.IN_ORDER);
            return longest == null ? funnel : funnel.withWindow(longest);
        });
    }

    private static String[] names(String option, List<String> names) {
        if (names.stream().anyMatch(String::isBlank)) {
            throw CliException.usage(option + ": must not be blank, got " + String.join(",", names));
        }
        return names.stream().map(String::strip).toArray(String[]::new);
    }

    @Override
    EventColumns columns(CsvSource source) {
        return new EventColumns(
                source.column(needed("--visitor", events.visitor)),
                source.column(needed("--at", events.at)),
                column(source, events.event),
                column(source, page),
                -1,
                -1,
                column(source, events.session),
                -1,
                -1,
                -1,
                -1,
                groupColumns(source));
    }

    @Override
    public Integer call() throws IOException {
        Funnel funnel = check();
        Duration timeout = duration("--timeout", events.timeout);
        Kinds kinds = Kinds.with(Map.of()).pagesOnly();
        EventTable table = new EventTable(zone(), null);
        Map<String, Object> common = readInto(table, kinds, 0);
        FunnelReport report = new FunnelReport(funnel, perSession ? "sessions" : "visitors", confidence());
        Groups<WebEvent<String>, FunnelCounts> counts = perSession
                ? report.count(
                        table.inSessions(Definition.GA4.rules(zone(), timeout, events.session != null)),
                        WebEvent::session,
                        kinds)
                : report.count(table, WebEvent::visitor, kinds);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("definition", report.units() + " that reached a step, out of those that reached the first");
        facts.put("order", Names.of(order));
        facts.put("window", window == null ? "any" : window);
        facts.put("start", Names.of(start));
        if (!exclude.isEmpty()) {
            facts.put("excluded", String.join(", ", exclude) + " " + Names.of(exclusion));
            facts.put("dropped", counts.summary().dropped());
        }
        List<String> unmatched = report.unmatched(table, kinds);
        if (!unmatched.isEmpty()) {
            facts.put("unmatched", String.join(", ", unmatched));
        }
        facts.put("interval", "wilson");
        facts.put("confidence", files.confidence);
        facts.putAll(common);
        print(new Report(
                        "funnel",
                        facts,
                        report.columns(),
                        files.by,
                        counts.totalWithPeriods((summary, leftOut) -> report.of(summary)),
                        counts.groupsWithPeriods((summary, leftOut) -> report.of(summary)))
                .withPeriods("step", report.stepColumns()));
        return 0;
    }
}

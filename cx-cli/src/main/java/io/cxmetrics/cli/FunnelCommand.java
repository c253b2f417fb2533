package io.cxmetrics.cli;

import static java.util.stream.Collectors.joining;

import io.cxmetrics.cli.console.CliException;
import io.cxmetrics.cli.option.CommaList;
import io.cxmetrics.cli.option.LengthOfTime;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.web.SiteFunnel;
import io.cxmetrics.input.web.WebEvents;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.ReportBuilder;
import io.cxmetrics.report.web.FunnelFigures;
import io.cxmetrics.web.EventNames;
import io.cxmetrics.web.NamedEvents;
import io.cxmetrics.web.funnel.Funnel;
import io.cxmetrics.web.funnel.FunnelCounts;
import io.cxmetrics.web.funnel.FunnelExclusion;
import io.cxmetrics.web.funnel.FunnelMatcher;
import io.cxmetrics.web.funnel.FunnelOrder;
import io.cxmetrics.web.funnel.FunnelStart;
import io.cxmetrics.web.funnel.TieRule;
import io.cxmetrics.web.session.SessionDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cx funnel}. */
@Command(
        name = "funnel",
        description =
                "How many of those who take a first step come to the next, and where they are lost. A step is the "
                        + "name of an event or a page; an asterisk at its end stands for anything. With --by a visitor"
                        + " or session belongs to the value of its first event.",
        footer = {
            "",
            "Examples:",
            "  cx funnel events.csv --visitor client --at time --event name --window 7d \\",
            "      --steps page_view,add_to_cart,purchase",
            "  cx funnel access.log --log --steps \"/,/pricing,/signup*\" --per-session"
        })
@SuppressWarnings("NullAway.Init") // picocli sets what is required before anything reads it
final class FunnelCommand extends SiteCommand {

    /** All but page views keep their names, by which steps are found. */
    private static final EventNames NAMES = EventNames.COMMON.pagesOnly();

    @Option(
            names = "--steps",
            required = true,
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
        if (!perSession) {
            refuse("needs --per-session", "--session", "--timeout");
        }
        if (exclude.isEmpty()) {
            refuse("needs --exclude", "--excluded");
        }
        Duration longest = LengthOfTime.of("--window", window);
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

    private static String[] names(String option, List<String> given) {
        List<String> names = CommaList.of(option, given);
        if (names.stream().anyMatch(String::isBlank)) {
            throw CliException.usage(option + ": must not be blank, got " + String.join(",", given));
        }
        return names.toArray(String[]::new);
    }

    /** The names of steps and exclusions. */
    private static List<String> names(Funnel funnel) {
        return Stream.concat(funnel.names().stream(), funnel.exclusions().stream())
                .distinct()
                .toList();
    }

    @Override
    public Integer call() {
        Funnel funnel = check();
        FunnelMatcher matcher = FunnelMatcher.of(funnel);
        for (String name : names(funnel)) {
            matcher = matcher.when(name, NamedEvents.of(name, NAMES));
        }
        FunnelFigures figures = new FunnelFigures(funnel, perSession ? "sessions" : "visitors", confidence.level());
        Site site = read(NAMES, 0, null);
        WebEvents found = site.events().result();
        Groups<FunnelCounts> counts = perSession
                ? found.sessions(
                        events.sessions(SessionDefinition.GA4),
                        NamedEvents.of("order", NAMES),
                        SiteFunnel.ofSessions(matcher))
                : found.visitors(SiteFunnel.ofVisitors(matcher));
        String unmatched = names(funnel).stream()
                .filter(name -> !found.meets(NamedEvents.of(name, NAMES)))
                .collect(joining(", "));
        ReportBuilder<FunnelCounts> report = figures.report()
                .by(groups.by())
                .fact("order", Names.of(order))
                .fact("window", window == null ? "any" : window)
                .fact("start", Names.of(start));
        if (!exclude.isEmpty()) {
            report.fact("excluded", String.join(", ", exclude) + " " + Names.of(exclusion))
                    .fact("dropped", counts.all().total().summary().dropped());
        }
        report.fact("unmatched", unmatched.isEmpty() ? null : unmatched)
                .fact("interval", "wilson")
                .fact("confidence", confidence.level());
        site.facts().forEach(report::fact);
        print(report.report(WebEvents.account(site.events(), counts)), site.events());
        return 0;
    }
}

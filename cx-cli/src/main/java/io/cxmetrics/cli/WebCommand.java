package io.cxmetrics.cli;

import static java.util.stream.Collectors.joining;

import io.cxmetrics.Aggregation;
import io.cxmetrics.cli.console.CliException;
import io.cxmetrics.cli.option.PeriodOptions;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.input.web.EventReading;
import io.cxmetrics.input.web.ItemUse;
import io.cxmetrics.input.web.PageTraffic;
import io.cxmetrics.input.web.SiteConversion;
import io.cxmetrics.input.web.SiteTraffic;
import io.cxmetrics.input.web.SiteVisitors;
import io.cxmetrics.input.web.Visits;
import io.cxmetrics.input.web.WebEvents;
import io.cxmetrics.report.Figures;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Report;
import io.cxmetrics.report.ReportBuilder;
import io.cxmetrics.report.SideBySide;
import io.cxmetrics.report.Values;
import io.cxmetrics.report.web.ConversionFigures;
import io.cxmetrics.report.web.ItemFigures;
import io.cxmetrics.report.web.PageFigures;
import io.cxmetrics.report.web.TrafficFigures;
import io.cxmetrics.report.web.UseFigures;
import io.cxmetrics.report.web.VisitorFigures;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.EventNames;
import io.cxmetrics.web.NamedEvents;
import io.cxmetrics.web.page.PageTimeRule;
import io.cxmetrics.web.session.SessionDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cx web}. */
@Command(
        name = "web",
        description =
                "Sessions, bounces, pages, visitors, features, clicks and conversion, under the definitions of several"
                        + " systems side by side. A file has one row for each event, or is the log of a web server. "
                        + "With --by and --per a session belongs to the value and the time of its first event.",
        footer = {
            "",
            "Examples:",
            "  cx web access.log --log --definition ga4,matomo,plausible",
            "  cx web access.log --log --show pages --zone Europe/Berlin",
            "  cx web events.csv --visitor client --at time --event name --value value --show conversion"
        })
@SuppressWarnings("NullAway.Init") // picocli sets what has a default before anything reads it
final class WebCommand extends SiteCommand {

    /** What a line says. */
    enum Show {
        OVERVIEW,
        VISITORS,
        CONVERSION,
        PAGES,
        SCROLL,
        FEATURES,
        CLICKS,
        SOCIAL;

        /** Whether the lines are single things, such as pages, and no groups of rows. */
        boolean lists() {
            return compareTo(PAGES) >= 0;
        }
    }

    /** How the time on a page is estimated. */
    enum Estimate {
        GAP,
        GAP_LAST_ZERO,
        HEARTBEAT,
        ENGAGED;

        private PageTimeRule rule() {
            return switch (this) {
                case GAP -> PageTimeRule.GAP;
                case GAP_LAST_ZERO -> PageTimeRule.GAP_LAST_ZERO;
                case HEARTBEAT -> PageTimeRule.SNOWPLOW;
                case ENGAGED -> PageTimeRule.ENGAGED;
            };
        }
    }

    @Mixin
    PeriodOptions periods;

    @Option(names = "--item", paramLabel = "COLUMN", description = "what was clicked, shown, shared or used")
    @Nullable
    String item;

    @Option(
            names = "--user",
            paramLabel = "COLUMN",
            description = "who was logged in; devices of one user are one visitor")
    @Nullable
    String user;

    @Option(
            names = "--id",
            paramLabel = "COLUMN",
            description = "what tells an event or an order from every other, so that one sent twice counts once")
    @Nullable
    String id;

    @Option(names = "--campaign", paramLabel = "COLUMN", description = "the campaign that brought the visitor")
    @Nullable
    String campaign;

    @Option(
            names = "--value",
            paramLabel = "COLUMN",
            description = "the amount of an order, the milliseconds of a ping, how many percent were scrolled")
    @Nullable
    String value;

    @Option(
            names = "--clicked",
            paramLabel = "COLUMN",
            description = "each row is something that was shown, and this says yes or no: whether it was clicked")
    @Nullable
    String clicked;

    @Option(
            names = "--decimals",
            defaultValue = "2",
            paramLabel = "N",
            description = "decimals of amounts, in which sums are exact (default: ${DEFAULT-VALUE})")
    int decimals;

    @Option(
            names = "--kind",
            paramLabel = "NAME=KIND",
            description = "what an event is: page-view, ping, scroll, click, impression, login, feature, share, like,"
                    + " mention, add-to-cart, checkout, order, refund, custom, automatic for what the page sends by"
                    + " itself (default: by the usual names, else custom)")
    Map<String, EventKind> kinds = new LinkedHashMap<>();

    @Option(
            names = "--definition",
            split = ",",
            defaultValue = "ga4",
            paramLabel = "NAME",
            description = "what is a session and a bounce: ga4, matomo, plausible, posthog, snowplow, single-page,"
                    + " one-event; several make a line each (default: ${DEFAULT-VALUE})")
    List<String> definitions;

    @Option(
            names = "--show",
            defaultValue = "overview",
            paramLabel = "WHAT",
            description =
                    "overview, visitors, conversion, or a line for each of pages, scroll, features, clicks, social"
                            + " (default: ${DEFAULT-VALUE})")
    Show show;

    @Option(
            names = "--goal",
            defaultValue = "order",
            paramLabel = "NAME",
            description =
                    "what is a conversion and makes a session engaged: an event, a kind or a page; an asterisk at its"
                            + " end stands for anything (default: ${DEFAULT-VALUE})")
    String goal;

    @Option(
            names = "--time-on-page",
            defaultValue = "gap",
            paramLabel = "RULE",
            description =
                    "gap to the next page, the last unknown; gap-last-zero; heartbeat of pings every 10 s; engaged,"
                            + " what pings say (default: ${DEFAULT-VALUE})")
    Estimate estimate;

    @Option(
            names = "--top",
            defaultValue = "20",
            paramLabel = "N",
            description = "how many pages, features or items have a line (default: ${DEFAULT-VALUE})")
    int top;

    WebCommand(Surroundings surroundings) {
        super(surroundings);
    }

    private void check() {
        checkSource();
        requireOnce();
        if (definitions.contains("snowplow") && events.session == null) {
            throw CliException.usage("--definition: snowplow needs --session");
        }
        if (definitions.size() > 1) {
            if (show.lists()) {
                throw CliException.usage("--definition: must be one for --show " + Names.of(show));
            }
            refuse("takes one --definition", "--per");
        }
        if (show.lists()) {
            refuse("is not for --show " + Names.of(show) + ", which has lines of its own", "--by", "--per");
        } else {
            refuse("needs --show pages, scroll, features, clicks or social", "--top");
        }
        if (show != Show.PAGES) {
            refuse("needs --show pages", "--time-on-page");
        }
        if (top < 1) {
            throw CliException.usage("--top: must be at least 1, got " + top);
        }
        if (goal.isBlank()) {
            throw CliException.usage("--goal: must not be blank");
        }
        if (value == null) {
            refuse("needs --value", "--decimals");
        }
        if (decimals < 0 || decimals > 6) {
            throw CliException.usage("--decimals: must be in [0, 6], got " + decimals);
        }
        checkColumns();
    }

    private void requireOnce() {
        if (new LinkedHashSet<>(definitions).size() < definitions.size()) {
            throw CliException.usage("--definition: must name each once, got " + String.join(", ", definitions));
        }
    }

    /** What cannot be seen without a column is not 0. */
    private void checkColumns() {
        if (show != Show.CLICKS) {
            refuse("needs --show clicks", "--clicked");
        } else if (clicked != null) {
            refuse("cannot be combined with --clicked", "--event");
        }
        switch (show) {
            case FEATURES, CLICKS, SOCIAL -> {
                if (events.event == null && clicked == null) {
                    throw CliException.usage("--show: " + Names.of(show) + " needs --event");
                }
            }
            case SCROLL -> {
                if (events.event == null || page == null || value == null) {
                    throw CliException.usage("--show: scroll needs --event, --page and --value");
                }
            }
            case PAGES -> {
                if (page == null && !logs.log) {
                    throw CliException.usage("--show: pages needs --page");
                }
            }
            case CONVERSION -> {
                boolean named = spec.commandLine().getParseResult().hasMatchedOption("--goal");
                if (events.event == null && !named) {
                    throw CliException.usage("--show: conversion needs --event or --goal");
                }
            }
            default -> {
                // Any event will do.
            }
        }
    }

    @Override
    boolean hasOtherEvents() {
        return clicked != null;
    }

    @Override
    Map<String, @Nullable String> columns() {
        Map<String, @Nullable String> columns = super.columns();
        columns.put(EventReading.ITEM, item);
        columns.put(EventReading.USER, user);
        columns.put(EventReading.ID, id);
        columns.put(EventReading.CAMPAIGN, campaign);
        columns.put(EventReading.VALUE, value);
        columns.put(EventReading.CLICKED, clicked);
        return columns;
    }

    /** The definitions by the names that were asked for. */
    private Map<String, SessionDefinition> asked() {
        Map<String, SessionDefinition> asked = new LinkedHashMap<>();
        for (String name : definitions) {
            SessionDefinition found = SessionDefinition.all(zone()).stream()
                    .filter(definition -> word(definition).equals(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> CliException.usage("--definition: must be one of "
                            + SessionDefinition.all(zone()).stream()
                                    .map(WebCommand::word)
                                    .collect(joining(", "))
                            + ", got " + name));
            asked.put(word(found), events.sessions(found));
        }
        return asked;
    }

    private static String word(SessionDefinition definition) {
        return definition.name().replace('_', '-');
    }

    @Override
    public Integer call() {
        check();
        double level = confidence.level();
        EventNames names = EventNames.COMMON;
        for (Map.Entry<String, EventKind> kind : kinds.entrySet()) {
            names = names.with(kind.getKey(), kind.getValue());
        }
        NamedEvents goals = NamedEvents.of(goal, names);
        Map<String, SessionDefinition> asked = asked();
        Site site = read(names, decimals, periods.per);
        Question question = new Question(site, asked, goals, level);
        SessionDefinition first = asked.values().iterator().next();
        switch (show) {
            case OVERVIEW ->
                question.answer(
                        TrafficFigures.DEFINITION,
                        definition -> TrafficFigures.of(definition.duration(), level),
                        definition -> SiteTraffic.aggregation(definition.bounce()));
            case VISITORS ->
                question.answer(
                        VisitorFigures.DEFINITION,
                        definition -> VisitorFigures.of(zone()),
                        definition -> SiteVisitors.aggregation(zone()));
            case CONVERSION ->
                question.answer(
                        ConversionFigures.DEFINITION,
                        definition -> ConversionFigures.of(decimals, level),
                        definition -> SiteConversion.aggregation(goals));
            case PAGES ->
                question.list(PageFigures.traffic(level), PageTraffic.byPage(first.bounce(), estimate.rule()));
            case SCROLL -> question.list(PageFigures.scrolls(), ItemUse.scrolls());
            case FEATURES -> question.list(UseFigures.features(level), ItemUse.features(zone()));
            case CLICKS -> question.list(UseFigures.clicks(level), ItemUse.clicks());
            default -> question.list(UseFigures.social(), ItemUse.social());
        }
        return 0;
    }

    /** What is asked of events. */
    private final class Question {
        private final Outcome<WebEvents> outcome;
        private final Map<String, Object> facts = new LinkedHashMap<>();
        private final Map<String, SessionDefinition> asked;
        private final NamedEvents goals;

        Question(Site site, Map<String, SessionDefinition> asked, NamedEvents goals, double level) {
            this.outcome = site.events();
            this.asked = asked;
            this.goals = goals;
            asked.forEach((name, definition) -> facts.put(name, definition.inWords()));
            facts.put("key_events", goals.toString());
            facts.put("confidence", level);
            facts.putAll(site.facts());
        }

        /** A line for each group, under each definition. */
        <R> void answer(
                String words,
                Function<SessionDefinition, Figures<R>> figures,
                Function<SessionDefinition, Aggregation<Visits, ?, R>> aggregation) {
            Map<String, Groups<R>> groups =
                    outcome.result().sessions(new ArrayList<>(asked.values()), goals, aggregation);
            SideBySide answers = new SideBySide("definition");
            asked.forEach((name, definition) -> {
                Groups<R> own = groups.get(definition.name());
                if (own != null) {
                    ReportBuilder<R> builder = new ReportBuilder<>("web", figures.apply(definition))
                            .fact("definition", words)
                            .by(WebCommand.this.groups.by());
                    facts.forEach(builder::fact);
                    answers.add(name, builder.report(WebEvents.account(outcome, own)));
                }
            });
            WebEvents all = outcome.result();
            print(answers.report(new Values()
                    .put("events", all.count())
                    .put("visitors", all.visitors())
                    .put("page_views", all.count(EventKind.PAGE_VIEW))));
        }

        /** A line for each thing. */
        <R, I> void list(ItemFigures<R, I> figures, Aggregation<Visits, ?, R> aggregation) {
            SessionDefinition definition = asked.values().iterator().next();
            Groups<R> groups = outcome.result().sessions(definition, goals, aggregation);
            print(figures.report(WebEvents.account(outcome, groups), top, builder -> facts.forEach(builder::fact)));
        }

        private void print(Report report) {
            WebCommand.this.print(report, outcome);
        }
    }
}

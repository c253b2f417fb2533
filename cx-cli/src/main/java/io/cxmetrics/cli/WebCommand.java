package io.cxmetrics.cli;

import io.cxmetrics.cli.input.CliException;
import io.cxmetrics.cli.input.CsvSource;
import io.cxmetrics.cli.web.Definition;
import io.cxmetrics.cli.web.EventColumns;
import io.cxmetrics.cli.web.EventTable;
import io.cxmetrics.cli.web.Kinds;
import io.cxmetrics.cli.web.NamedEvents;
import io.cxmetrics.cli.web.Pages;
import io.cxmetrics.cli.web.WebQuestion;
import io.cxmetrics.cli.web.WebQuestion.Show;
import io.cxmetrics.cli.web.WebReport;
import io.cxmetrics.report.Names;
import io.cxmetrics.web.EventKind;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                        + "With --by"
                        + " and --per a session belongs to the value and the time of its first event.",
        footer = {
            "",
            "Examples:",
            "  cx web access.log --log --definition ga4,matomo,plausible",
            "  cx web access.log --log --show pages --zone Europe/Berlin",
            "  cx web events.csv --visitor client --at time --event name --value value --show conversion"
        })
@SuppressWarnings("NullAway.Init") // picocli sets what has a default before anything reads it
final class WebCommand extends SiteCommand {

    @Option(names = "--item", paramLabel = "COLUMN", description = "what was clicked, shown, shared or used")
    @Nullable
    String item;

    @Option(names = "--user", paramLabel = "COLUMN", description = "who was logged in")
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

    @Mixin
    MoneyOptions money;

    @Option(
            names = "--kind",
            paramLabel = "NAME=KIND",
            description = "what an event is: page-view, ping, scroll, click, impression, login, feature, share, like,"
                    + " mention, add-to-cart, checkout, order, refund, custom (default: by the usual names, "
                    + "else custom)")
    Map<String, EventKind> kinds = new LinkedHashMap<>();

    @Option(
            names = "--definition",
            split = ",",
            defaultValue = "ga4",
            paramLabel = "NAME",
            description = "what is a session and a bounce: ga4, matomo, plausible, posthog, snowplow, single-page,"
                    + " one-event; several make a line each (default: ${DEFAULT-VALUE})")
    List<Definition> definitions;

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
    Pages.Estimate estimate;

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
        confidence();
        once("--definition", definitions);
        if (definitions.contains(Definition.SNOWPLOW) && events.session == null) {
            throw CliException.usage("--definition: snowplow needs --session");
        }
        if (definitions.size() > 1) {
            if (show.lists()) {
                throw CliException.usage("--definition: must be one for --show " + name(show));
            }
            refuse("takes one --definition", "--per");
        }
        if (show.lists()) {
            refuse("is not for --show " + name(show) + ", which has lines of its own", "--by", "--per");
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
        checkColumns();
    }

    /** What cannot be seen without a column is not 0. */
    private void checkColumns() {
        switch (show) {
            case FEATURES, CLICKS, SOCIAL -> {
                if (events.event == null) {
                    throw CliException.usage("--show: " + name(show) + " needs --event");
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

    private static String name(Show show) {
        return Names.of(show);
    }

    @Override
    EventColumns columns(CsvSource source) {
        return new EventColumns(
                source.column(needed("--visitor", events.visitor)),
                source.column(needed("--at", events.at)),
                column(source, events.event),
                column(source, page),
                column(source, item),
                column(source, user),
                column(source, events.session),
                column(source, id),
                -1,
                column(source, campaign),
                column(source, value),
                groupColumns(source));
    }

    @Override
    public Integer call() throws IOException {
        Duration timeout = duration("--timeout", events.timeout);
        check();
        Kinds known = Kinds.with(kinds);
        EventTable table = new EventTable(zone(), files.per);
        Map<String, Object> facts = readInto(table, known, money.decimals());
        WebQuestion question = new WebQuestion(
                show,
                definitions,
                zone(),
                timeout,
                events.session != null,
                NamedEvents.of(goal, known),
                estimate,
                top,
                money.decimals(),
                confidence());
        try {
            print(new WebReport(question, table).report(files.by, facts));
        } catch (IllegalArgumentException e) {
            // A date so far off that it makes more days than anybody looks at.
            throw CliException.badData("dates of " + named() + ": " + e.getMessage());
        }
        return 0;
    }
}

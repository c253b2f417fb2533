package io.cxmetrics.cli;

import io.cxmetrics.cli.console.CliException;
import io.cxmetrics.cli.option.ConfidenceOption;
import io.cxmetrics.cli.option.DateOptions;
import io.cxmetrics.cli.option.EventOptions;
import io.cxmetrics.cli.option.GroupOptions;
import io.cxmetrics.cli.option.LogOptions;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.input.reading.Roles;
import io.cxmetrics.input.table.TableLayout;
import io.cxmetrics.input.web.EventReading;
import io.cxmetrics.input.web.RequestReading;
import io.cxmetrics.input.web.Requests;
import io.cxmetrics.input.web.WebEvents;
import io.cxmetrics.time.CalendarPeriod;
import io.cxmetrics.web.EventNames;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands over the events of a site share: they come as a table, or as the logs of its server. */
@SuppressWarnings("NullAway.Init") // picocli sets these before anything reads them
abstract class SiteCommand extends TableCommand {

    @Mixin
    EventOptions events;

    @Mixin
    GroupOptions groups;

    @Mixin
    DateOptions dates;

    @Mixin
    ConfidenceOption confidence;

    @Option(names = "--page", paramLabel = "COLUMN", description = "the page it happened on")
    @Nullable
    String page;

    @Mixin
    LogOptions logs;

    SiteCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /** Events, and what is to say of their files. */
    record Site(Outcome<WebEvents> events, Map<String, Object> facts) {}

    /** Checks the options that say where the events are. */
    void checkSource() {
        if (logs.log) {
            refuse("is not for --log", "--visitor", "--at", "--event", "--page", "--item", "--user", "--session");
            refuse("is not for --log", "--id", "--campaign", "--value", "--decimals", "--kind", "--clicked");
            refuse("is not for --log", "--date-format", "--locale", "--none", "--delimiter", "--no-header");
            refuse("is not for --log", "--header-rows", "--joined-header", "--array", "--pad");
            logs.check(groups.by());
            return;
        }
        refuse("needs --log", "--status", "--assets", "--bots", "--query", "--ip-only");
        needed("--visitor", events.visitor);
        needed("--at", events.at);
        if (events.event == null && page == null && !hasOtherEvents()) {
            throw CliException.usage("--event: or --page is needed, or --log for the log of a web server");
        }
        events.check();
    }

    /** Whether rows are events though no column says which. */
    boolean hasOtherEvents() {
        return false;
    }

    static String needed(String option, @Nullable String given) {
        if (given == null) {
            throw CliException.needed(option);
        }
        return given;
    }

    /** The columns of the roles that are read on demand; null for one that was not asked for. */
    Map<String, @Nullable String> columns() {
        Map<String, @Nullable String> columns = new LinkedHashMap<>();
        columns.put(EventReading.EVENT, events.event);
        columns.put(EventReading.PAGE, page);
        columns.put(EventReading.SESSION, events.session);
        return columns;
    }

    /** Whose calendar counts. */
    ZoneId zone() {
        return dates.zone();
    }

    /** Reads all files. */
    Site read(EventNames names, int decimals, @Nullable CalendarPeriod per) {
        Map<String, Object> facts = new LinkedHashMap<>();
        Outcome<WebEvents> outcome;
        if (logs.log) {
            RequestReading reading = logs.reading(zone()).by(groups.grouping(), per);
            Outcome<Requests> requests = reading.read(
                    input.of(reading.reading()), table(input.layout().withFormat(TableLayout.Format.LOG)));
            Map<String, Long> statuses = new TreeMap<>();
            requests.result()
                    .statuses()
                    .forEach((status, count) -> statuses.put(status.isEmpty() ? "none" : status, count));
            facts.put("status", statuses);
            facts.put("errors", requests.result().errors().events());
            facts.put("error_rate", requests.result().errors().percent());
            outcome = requests.withResult(requests.result().events());
        } else {
            EventReading reading = EventReading.of(dates.dates(), zone())
                    .withNames(names)
                    .withDecimals(decimals)
                    .by(groups.grouping(), per);
            Roles roles = Roles.NONE
                    .with(EventReading.DATE, needed("--at", events.at))
                    .with(EventReading.VISITOR, needed("--visitor", events.visitor));
            for (Map.Entry<String, @Nullable String> column : columns().entrySet()) {
                String name = column.getValue();
                if (name != null) {
                    reading = reading.withColumns(column.getKey());
                    roles = roles.with(column.getKey(), name);
                }
            }
            outcome = reading.read(input.of(reading.reading().with(roles)), table());
            facts.put("events", outcome.result().kinds());
        }
        facts.put("zone", logs.log && dates.zone == null ? "UTC" : dates.zoneInWords());
        return new Site(outcome, facts);
    }
}

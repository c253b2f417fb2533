package io.cxmetrics.cli;

import io.cxmetrics.cli.input.AccessLog;
import io.cxmetrics.cli.input.CliException;
import io.cxmetrics.cli.input.CsvSource;
import io.cxmetrics.cli.input.DateParser;
import io.cxmetrics.cli.input.RowReader;
import io.cxmetrics.cli.web.EventColumns;
import io.cxmetrics.cli.web.EventRows;
import io.cxmetrics.cli.web.EventTable;
import io.cxmetrics.cli.web.Kinds;
import io.cxmetrics.cli.web.LogRows;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands over the events of a site share: they come as CSV, or as the logs of its server. */
@SuppressWarnings("NullAway.Init") // picocli sets these before anything reads them
abstract class SiteCommand extends FilesCommand {

    @Mixin
    EventOptions events;

    @Option(names = "--page", paramLabel = "COLUMN", description = "the page it happened on")
    @Nullable
    String page;

    @Mixin
    LogOptions logs;

    SiteCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /** Checks the options that say where the events are. */
    void checkSource() {
        if (logs.log) {
            refuse("is not for --log", "--visitor", "--at", "--event", "--page", "--item", "--user", "--session");
            refuse("is not for --log", "--id", "--campaign", "--value", "--decimals", "--kind");
            refuse("is not for --log", "--date-format", "--delimiter", "--no-header");
            logs.pages();
            groupColumns(AccessLog::column);
            return;
        }
        refuse("needs --log", "--status", "--assets", "--bots", "--query", "--ip-only");
        needed("--visitor", events.visitor);
        needed("--at", events.at);
        if (events.event == null && page == null) {
            throw CliException.usage("--event: or --page is needed, or --log for the log of a web server");
        }
        if (events.session != null) {
            refuse("cannot be combined with --session", "--timeout");
        }
    }

    /** Where the columns of a file are. */
    abstract EventColumns columns(CsvSource source);

    /**
     * Reads all files.
     *
     * @return what is to say of them
     */
    Map<String, Object> readInto(EventTable table, Kinds kinds, int decimals) throws IOException {
        Map<String, Object> facts = new LinkedHashMap<>();
        long malformed;
        if (logs.log) {
            LogRows log = new LogRows(table, logs.pages(), logs.ipOnly);
            malformed = readLogs((source, problems) -> log.read(source, problems, groupColumns(AccessLog::column)));
            facts.put("status", log.statuses());
            facts.put("errors", log.errors());
            facts.put("error_rate", 100.0 * log.errors() / table.rows());
        } else {
            DateParser dates = new DateParser(files.dateFormat, files.zone);
            EventRows reader = new EventRows(table, kinds, decimals, null);
            malformed =
                    read((source, problems) -> reader.read(new RowReader(source, problems, dates), columns(source)));
            facts.put("events", reader.counts());
        }
        facts.put("zone", files.zone == null && !logs.log ? "as written" : zone());
        facts.put("rows", table.rows());
        facts.put("malformed_rows", malformed);
        return facts;
    }
}

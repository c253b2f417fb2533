package io.cxmetrics.cli.option;

import io.cxmetrics.cli.console.CliException;
import io.cxmetrics.input.reading.Roles;
import io.cxmetrics.input.support.TicketAuthors;
import io.cxmetrics.input.support.TicketReading;
import io.cxmetrics.input.support.TicketRole;
import io.cxmetrics.input.support.TicketStatuses;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which columns say what of a ticket, and what their words mean. */
public final class TicketOptions {

    @Option(names = "--created", paramLabel = "COLUMN", description = "when the ticket was created")
    public @Nullable String created;

    @Option(
            names = "--resolved",
            paramLabel = "COLUMN",
            description = "when the ticket was resolved; blank while it is open")
    public @Nullable String resolved;

    @Option(
            names = "--first-reply",
            paramLabel = "COLUMN",
            description = "when the first reply came; blank while there is none")
    public @Nullable String firstReply;

    @Option(
            names = "--due",
            paramLabel = "COLUMN",
            description = "when the ticket is due; a ticket that is open past it is breached")
    public @Nullable String due;

    @Option(names = "--priority", paramLabel = "COLUMN", description = "the priority that --sla depends on")
    public @Nullable String priority;

    @Option(
            names = "--ticket",
            paramLabel = "COLUMN",
            description = "what tells tickets apart where one has several rows; its latest row by --at says its groups,"
                    + " its first its creation")
    public @Nullable String ticket;

    @Option(names = "--at", paramLabel = "COLUMN", description = "when a row happened")
    public @Nullable String at;

    @Option(
            names = "--status",
            paramLabel = "COLUMN",
            description = "the status that a row sets, blank for none; needs --ticket and --at")
    public @Nullable String status;

    @Option(
            names = "--statuses",
            paramLabel = "NAME=CATEGORY",
            description = "what other statuses mean: Waiting=pending; one of new, open, pending, hold, solved, closed,"
                    + " or left-out for tickets that do not count: merged=left-out")
    List<String> statuses = new ArrayList<>();

    @Option(
            names = "--author",
            paramLabel = "COLUMN",
            description = "who wrote, in rows that are comments, blank in others; needs --ticket and --at")
    public @Nullable String author;

    @Option(
            names = "--authors",
            paramLabel = "NAME=ROLE",
            description = "what other authors are: \"tier 2=agent\"; one of agent, requester, system")
    List<String> authors = new ArrayList<>();

    @Option(
            names = "--visible",
            paramLabel = "COLUMN",
            description = "whether the requester sees the comment, yes or no; needs --author")
    public @Nullable String visible;

    @Option(
            names = "--leave-out",
            paramLabel = "COLUMN=VALUE",
            description = "tickets that do not count, by a value of their latest row: tag=spam; any number of times")
    List<String> leaveOut = new ArrayList<>();

    /** Refuses options that need others. */
    public void check() {
        if (created == null) {
            throw CliException.usage("--created: is needed, or --duration");
        }
        if (status != null && (ticket == null || at == null)) {
            throw CliException.usage("--status: needs --ticket and --at");
        }
        if (author != null && (ticket == null || at == null)) {
            throw CliException.usage("--author: needs --ticket and --at");
        }
        if (at != null && status == null && author == null && ticket == null) {
            throw CliException.usage("--at: needs --ticket");
        }
        if (!statuses.isEmpty() && status == null) {
            throw CliException.usage("--statuses: needs --status");
        }
        if ((visible != null || !authors.isEmpty()) && author == null) {
            throw CliException.usage((visible != null ? "--visible" : "--authors") + ": needs --author");
        }
        if (resolved == null && status == null) {
            throw CliException.usage("--resolved: is needed, or --status with --ticket and --at, or --duration");
        }
    }

    /** Which of these options was given, null for none; creation apart. */
    public @Nullable String given() {
        for (Map.Entry<TicketRole, String> column : columns().entrySet()) {
            if (column.getKey() != TicketRole.CREATED) {
                return "--" + column.getKey().role().replace('_', '-');
            }
        }
        return !statuses.isEmpty() ? "--statuses" : !authors.isEmpty() ? "--authors" : null;
    }

    private Map<TicketRole, String> columns() {
        Map<TicketRole, String> columns = new EnumMap<>(TicketRole.class);
        put(columns, TicketRole.CREATED, created);
        put(columns, TicketRole.RESOLVED, resolved);
        put(columns, TicketRole.FIRST_REPLY, firstReply);
        put(columns, TicketRole.DUE, due);
        put(columns, TicketRole.PRIORITY, priority);
        put(columns, TicketRole.TICKET, ticket);
        put(columns, TicketRole.AT, at);
        put(columns, TicketRole.STATUS, status);
        put(columns, TicketRole.AUTHOR, author);
        put(columns, TicketRole.VISIBLE, visible);
        return columns;
    }

    private static void put(Map<TicketRole, String> columns, TicketRole role, @Nullable String column) {
        if (column != null) {
            columns.put(role, column);
        }
    }

    /** How the file is read. */
    public TicketReading reading() {
        Map<TicketRole, String> columns = columns();
        Roles roles = Roles.NONE;
        for (Map.Entry<TicketRole, String> column : columns.entrySet()) {
            roles = roles.with(column.getKey().role(), column.getValue());
        }
        TicketReading reading = TicketReading.of(columns.keySet().toArray(TicketRole[]::new))
                .with(roles)
                .withWords(
                        TicketStatuses.parse(
                                CommaList.of("--statuses", statuses).toArray(String[]::new)),
                        TicketAuthors.parse(CommaList.of("--authors", authors).toArray(String[]::new)));
        for (String text : leaveOut) {
            int equals = text.indexOf('=');
            if (equals < 1 || equals == text.length() - 1) {
                throw CliException.usage("--leave-out: must be like tag=spam, got " + text);
            }
            reading = reading.leavingOut(text.substring(0, equals).strip(), text.substring(equals + 1));
        }
        return reading;
    }
}

package io.cxmetrics.cli;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.cli.group.Groups;
import io.cxmetrics.cli.input.CsvSource;
import io.cxmetrics.cli.input.DateParser;
import io.cxmetrics.cli.input.RowReader;
import io.cxmetrics.cli.web.CartReport;
import io.cxmetrics.cli.web.Definition;
import io.cxmetrics.cli.web.EventColumns;
import io.cxmetrics.cli.web.EventRows;
import io.cxmetrics.cli.web.EventTable;
import io.cxmetrics.cli.web.Kinds;
import io.cxmetrics.cli.web.SideBySide;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Report;
import io.cxmetrics.report.Values;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.cart.CartDefinition;
import io.cxmetrics.web.cart.CartRule;
import io.cxmetrics.web.cart.Carts;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cx cart}. */
@Command(
        name = "cart",
        description =
                "How many carts and checkouts are abandoned, and how many of them are ordered after all. A file has "
                        + "one row for"
                        + " each event; those that put something into a cart, begin a checkout or order count. With "
                        + "--by a"
                        + " visitor belongs to the value of the first event.",
        footer = {
            "",
            "Examples:",
            "  cx cart events.csv --visitor client --at time --event name --order-id order --inactivity 3h",
            "  cx cart events.csv --visitor client --at time --event name --rule per-cart,per-session,per-user"
        })
@SuppressWarnings("NullAway.Init") // picocli sets what has a default before anything reads it
final class CartCommand extends FilesCommand {

    @Mixin
    EventOptions events;

    @Option(
            names = "--order-id",
            paramLabel = "COLUMN",
            description = "what tells an order from every other, so that one sent twice counts once")
    @Nullable
    String orderId;

    @Option(
            names = "--kind",
            paramLabel = "NAME=KIND",
            description = "what an event is: add-to-cart, checkout, order, custom (default: by the usual names)")
    Map<String, EventKind> kinds = new LinkedHashMap<>();

    @Option(
            names = "--rule",
            split = ",",
            defaultValue = "per-cart",
            paramLabel = "RULE",
            description = "what is abandoned: per-cart, each that was opened; per-session, without an order in it;"
                    + " per-user; several make a line each (default: ${DEFAULT-VALUE})")
    List<CartRule> rules;

    @Option(
            names = "--inactivity",
            defaultValue = "1h",
            paramLabel = "TIME",
            description = "the time without anything happening to a cart after which it is abandoned (default:"
                    + " ${DEFAULT-VALUE})")
    String inactivity;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "the last day that is observed (default: until the latest event in the files)")
    @Nullable
    String asOf;

    CartCommand(Surroundings surroundings) {
        super(surroundings);
    }

    private void check() {
        confidence();
        refuse("is not for cart", "--per");
        needed("--visitor", events.visitor);
        needed("--at", events.at);
        needed("--event", events.event);
        if (events.session != null) {
            refuse("cannot be combined with --session", "--timeout");
        }
        if (!rules.contains(CartRule.PER_SESSION)) {
            refuse("needs --rule per-session", "--session", "--timeout");
        }
        once("--rule", rules);
    }

    private EventColumns columns(CsvSource source) {
        return new EventColumns(
                column(source, events.visitor),
                column(source, events.at),
                column(source, events.event),
                -1,
                -1,
                -1,
                column(source, events.session),
                -1,
                column(source, orderId),
                -1,
                -1,
                groupColumns(source));
    }

    @Override
    public Integer call() throws IOException {
        check();
        Duration window = requireNonNull(duration("--inactivity", inactivity));
        Duration timeout = duration("--timeout", events.timeout);
        DateParser dates = new DateParser(files.dateFormat, files.zone);
        DateParser.Found last = date("--as-of", asOf, dates);
        Instant end = last == null
                ? null
                : last.date().plusDays(1).atStartOfDay(zone()).toInstant();
        EventTable table = new EventTable(zone(), null);
        EventRows reader = new EventRows(table, Kinds.with(kinds), 0, end);
        long malformed =
                read((source, problems) -> reader.read(new RowReader(source, problems, dates), columns(source)));
        EventTable sessions = table.inSessions(Definition.GA4.rules(zone(), timeout, events.session != null));
        Instant latest = table.latest();
        Instant until = end != null ? end : latest == null ? Instant.EPOCH : latest.plusMillis(1);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("definition", "carts abandoned out of those ordered or abandoned; open ones are neither");
        facts.put("inactivity", inactivity);
        facts.put("observed_until", until);
        facts.put("interval", "wilson");
        facts.put("confidence", files.confidence);
        facts.put("events", reader.counts());
        facts.put("zone", files.zone == null ? "as written" : zone());
        facts.put("rows", table.rows());
        facts.put("malformed_rows", malformed);
        print(report(sessions, window, until, facts));
        return 0;
    }

    private Report report(EventTable sessions, Duration window, Instant until, Map<String, Object> facts) {
        CartReport carts = new CartReport(confidence());
        List<SideBySide> answers = new ArrayList<>();
        for (CartRule rule : rules) {
            Groups<WebEvent<String>, Carts> groups = CartReport.count(sessions, CartDefinition.of(rule, window), until);
            answers.add(new SideBySide(Names.of(rule), groups.total(carts::of), groups.groups(carts::of)));
        }
        Values events = new Values().put("events", (long) sessions.events().size());
        return SideBySide.report("cart", "rule", facts, carts.columns(), files.by, answers, events);
    }
}

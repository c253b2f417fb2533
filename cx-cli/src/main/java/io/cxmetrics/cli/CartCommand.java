package io.cxmetrics.cli;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.cli.option.AsOfOption;
import io.cxmetrics.cli.option.ConfidenceOption;
import io.cxmetrics.cli.option.DateOptions;
import io.cxmetrics.cli.option.EventOptions;
import io.cxmetrics.cli.option.GroupOptions;
import io.cxmetrics.cli.option.LengthOfTime;
import io.cxmetrics.input.field.Moment;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.input.reading.Roles;
import io.cxmetrics.input.web.EventReading;
import io.cxmetrics.input.web.SiteFunnel;
import io.cxmetrics.input.web.WebEvents;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.ReportBuilder;
import io.cxmetrics.report.SideBySide;
import io.cxmetrics.report.Values;
import io.cxmetrics.report.web.CartFigures;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.EventNames;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.cart.CartDefinition;
import io.cxmetrics.web.cart.CartRule;
import io.cxmetrics.web.cart.Carts;
import io.cxmetrics.web.session.SessionDefinition;
import java.time.Duration;
import java.time.Instant;
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
                        + "one row for each event; those that put something into a cart, begin a checkout or order"
                        + " count. With --by a visitor belongs to the value of the first event.",
        footer = {
            "",
            "Examples:",
            "  cx cart events.csv --visitor client --at time --event name --order-id order --inactivity 3h",
            "  cx cart events.csv --visitor client --at time --event name --rule per-cart,per-session,per-user"
        })
@SuppressWarnings("NullAway.Init") // picocli sets what has a default before anything reads it
final class CartCommand extends TableCommand {

    @Mixin
    EventOptions events;

    @Mixin
    GroupOptions groups;

    @Mixin
    DateOptions dates;

    @Mixin
    AsOfOption asOf;

    @Mixin
    ConfidenceOption confidence;

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

    CartCommand(Surroundings surroundings) {
        super(surroundings);
    }

    private void check() {
        SiteCommand.needed("--visitor", events.visitor);
        SiteCommand.needed("--at", events.at);
        SiteCommand.needed("--event", events.event);
        events.check();
        if (!rules.contains(CartRule.PER_SESSION)) {
            refuse("needs --rule per-session", "--session", "--timeout");
        }
        once("--rule", rules);
    }

    /** The first instant that does not count any more; null if nobody said. */
    private @Nullable Instant end() {
        Moment moment = asOf.moment(dates.dates());
        if (moment == null) {
            return null;
        }
        return moment.isDateOnly()
                ? moment.writtenDate().plusDays(1).atStartOfDay(dates.zone()).toInstant()
                : moment.instant(dates.zone());
    }

    private EventReading reading() {
        EventNames names = EventNames.COMMON;
        for (Map.Entry<String, EventKind> kind : kinds.entrySet()) {
            names = names.with(kind.getKey(), kind.getValue());
        }
        EventReading reading = EventReading.of(dates.dates(), dates.zone())
                .withColumns(EventReading.EVENT)
                .withNames(names)
                .withObservedUntil(end())
                .by(groups.grouping(), null);
        reading = events.session == null ? reading : reading.withColumns(EventReading.SESSION);
        return orderId == null ? reading : reading.withColumns(EventReading.ORDER);
    }

    private Roles roles() {
        Roles roles = Roles.NONE
                .with(EventReading.DATE, SiteCommand.needed("--at", events.at))
                .with(EventReading.VISITOR, SiteCommand.needed("--visitor", events.visitor))
                .with(EventReading.EVENT, SiteCommand.needed("--event", events.event));
        roles = events.session == null ? roles : roles.with(EventReading.SESSION, events.session);
        return orderId == null ? roles : roles.with(EventReading.ORDER, orderId);
    }

    @Override
    public Integer call() {
        check();
        Duration window = requireNonNull(LengthOfTime.of("--inactivity", inactivity));
        SessionDefinition sessions = events.sessions(SessionDefinition.GA4);
        double level = confidence.level();
        EventReading reading = reading();
        Outcome<WebEvents> outcome = reading.read(input.of(reading.reading().with(roles())), table());
        WebEvents found = outcome.result();
        SideBySide answers = new SideBySide("rule");
        for (CartRule rule : rules) {
            Aggregation<List<WebEvent<String>>, ?, Carts> aggregation =
                    SiteFunnel.ofCarts(CartDefinition.of(rule, window), found.observedUntil());
            Groups<Carts> carts =
                    rule == CartRule.PER_SESSION ? found.visitors(sessions, aggregation) : found.visitors(aggregation);
            answers.add(
                    Names.of(rule),
                    new ReportBuilder<>("cart", CartFigures.of(level))
                            .by(groups.by())
                            .fact("definition", CartFigures.DEFINITION)
                            .fact("inactivity", inactivity)
                            .fact("observed_until", found.observedUntil())
                            .fact("interval", "wilson")
                            .fact("confidence", level)
                            .fact("events", found.kinds())
                            .fact("zone", dates.zoneInWords())
                            .report(WebEvents.account(outcome, carts)));
        }
        print(answers.report(new Values().put("events", found.count())), outcome);
        return 0;
    }
}

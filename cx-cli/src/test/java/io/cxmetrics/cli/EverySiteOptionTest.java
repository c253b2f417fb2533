package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.report.Terminal;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.OptionSpec;

/** Each option of the commands over a site works on the sample of events, or that of a log. */
class EverySiteOptionTest {

    private static final List<String> EVENTS =
            List.of("samples/events.csv", "--visitor=visitor", "--at=at", "--event=event");

    private static final Map<String, List<String>> OF_COMMAND =
            Map.of("web", List.of("--page=page"), "funnel", List.of("--steps=page_view,purchase"), "cart", List.of());

    /** Options of logs, and flags that need a file of another dress or a profile of one. */
    private static final List<String> LOGS = List.of("--log", "--status", "--assets", "--bots", "--query", "--ip-only");

    private static final List<String> ELSEWHERE = List.of(
            "--no-header", "--strict", "--help", "--version", "--profile", "--without", "--joined-header", "--array");

    /** The value of an option, and what it goes with. */
    private static final Map<String, List<String>> TRIED = Map.ofEntries(
            Map.entry("--visitor", List.of("visitor")),
            Map.entry("--at", List.of("at")),
            Map.entry("--event", List.of("event")),
            Map.entry("--page", List.of("page")),
            Map.entry("--item", List.of("item")),
            Map.entry("--user", List.of("campaign")),
            Map.entry("--id", List.of("order")),
            Map.entry("--order-id", List.of("order")),
            Map.entry("--campaign", List.of("campaign")),
            Map.entry("--value", List.of("value")),
            Map.entry("--decimals", List.of("3", "--value=value")),
            Map.entry("--kind", List.of("search=feature")),
            Map.entry("--definition", List.of("ga4,matomo,single-page")),
            Map.entry("--show", List.of("pages")),
            Map.entry("--goal", List.of("/sale*")),
            Map.entry("--time-on-page", List.of("engaged", "--show=pages")),
            Map.entry("--top", List.of("3", "--show=pages")),
            Map.entry("--steps", List.of("page_view,add_to_cart,purchase")),
            Map.entry("--order", List.of("any")),
            Map.entry("--window", List.of("1h")),
            Map.entry("--start", List.of("first-ever")),
            Map.entry("--exclude", List.of("search")),
            Map.entry("--excluded", List.of("ends-attempt", "--exclude=search")),
            Map.entry("--session", List.of("campaign")),
            Map.entry("--timeout", List.of("15m")),
            Map.entry("--rule", List.of("per-session,per-user")),
            Map.entry("--inactivity", List.of("2h")),
            Map.entry("--as-of", List.of("2026-06-20")),
            Map.entry("--by", List.of("device")),
            Map.entry("--per", List.of("week")),
            Map.entry("--where", List.of("device = mobile")),
            Map.entry("--zone", List.of("Europe/Berlin")),
            Map.entry("--date-format", List.of("dd.MM.yyyy")),
            Map.entry("--locale", List.of("de")),
            Map.entry("--none", List.of("never")),
            Map.entry("--confidence", List.of("0.9")),
            Map.entry("--delimiter", List.of(",")),
            Map.entry("--charset", List.of("UTF-8")),
            Map.entry("--header-rows", List.of("1")),
            Map.entry("--format", List.of("json")),
            Map.entry("--status", List.of("2xx")),
            Map.entry("--assets", List.of("png")),
            Map.entry("--bots", List.of("bot")));

    private static final Map<String, List<String>> OF_ONE = Map.of(
            "funnel --session", List.of("campaign", "--per-session"),
            "funnel --timeout", List.of("15m", "--per-session"),
            "cart --session", List.of("campaign", "--rule=per-session"),
            "cart --timeout", List.of("15m", "--rule=per-session"));

    static Stream<Arguments> everyOption() {
        return Cx.commands(new Surroundings(InputStream.nullInputStream(), Terminal.NONE))
                .getSubcommands()
                .entrySet()
                .stream()
                .filter(command -> OF_COMMAND.containsKey(command.getKey()))
                .flatMap(command -> command.getValue().getCommandSpec().options().stream()
                        .filter(option -> !ELSEWHERE.contains(option.longestName()))
                        .map(option -> Arguments.of(command.getKey(), option)));
    }

    @ParameterizedTest
    @MethodSource("everyOption")
    void works(String command, OptionSpec option) {
        String name = option.longestName();
        List<String> args = new ArrayList<>(List.of(command));
        List<String> base = new ArrayList<>(LOGS.contains(name) ? List.of("samples/access.log", "--log") : EVENTS);
        base.addAll(
                LOGS.contains(name) && command.equals("web")
                        ? List.of()
                        : LOGS.contains(name) ? List.of("--steps=/") : OF_COMMAND.getOrDefault(command, List.of()));
        if (name.equals("--clicked")) {
            base = List.of("samples/events.csv", "--visitor=visitor", "--at=at", "--show=clicks");
        }
        base.stream()
                .filter(arg -> !arg.equals(name) && !arg.startsWith(name + "="))
                .forEach(args::add);
        if (option.arity().max() == 0) {
            args.add(name);
        } else {
            List<String> tried = name.equals("--clicked")
                    ? List.of("clicked")
                    : OF_ONE.getOrDefault(command + " " + name, TRIED.getOrDefault(name, List.of()));
            assertThat(tried).as("what %s of %s is tried with", name, command).isNotEmpty();
            args.add(name + "=" + tried.get(0));
            args.addAll(tried.subList(1, tried.size()));
        }
        if (name.equals("--clicked")) {
            String rows = "visitor,at,item,clicked\nann,2026-03-02,banner,yes\n";
            args.set(1, "-");
            assertThat(Run.withInput(rows, args.toArray(String[]::new)).code()).isZero();
            return;
        }
        Run run = Run.cx(args.toArray(String[]::new));
        assertThat(run.code()).as("%s: %s", args, run.err()).isZero();
        assertThat(run.out()).isNotEmpty();
    }
}

package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.report.Terminal;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** An option that a command offers works on a sample: none is offered and then refused. */
class EveryOptionTest {

    /** For each command what it needs at least. */
    private static final Map<String, List<String>> NEEDED = Map.of(
            "nps", List.of("samples/survey.csv", "--rating=nps"),
            "csat", List.of("samples/survey.csv", "--rating=csat"),
            "ces", List.of("samples/survey.csv", "--rating=effort"),
            "rate", List.of("samples/survey.csv", "--yes=channel", "--yes-when=phone"));

    /** What each option is tried with, also of one command alone: its value, and other options that it goes with. */
    private static final Map<String, List<String>> TRIED = Map.ofEntries(
            Map.entry("--by", List.of("plan")),
            Map.entry("--where", List.of("plan != Free")),
            Map.entry("--delimiter", List.of(",")),
            Map.entry("--charset", List.of("UTF-8")),
            Map.entry("--header-rows", List.of("1")),
            Map.entry("--format", List.of("json")),
            Map.entry("--confidence", List.of("0.9")),
            Map.entry("--per", List.of("week", "--over=answered_at")),
            Map.entry("--zone", List.of("Europe/Berlin", "--over=answered_at")),
            Map.entry("--date-format", List.of("dd.MM.yyyy", "--over=answered_at")),
            Map.entry("--locale", List.of("de", "--over=answered_at")),
            Map.entry("--none", List.of("never", "--over=answered_at")),
            Map.entry("--over", List.of("answered_at")),
            Map.entry("--rating", List.of("nps")),
            Map.entry("--no-answer", List.of("99")),
            Map.entry("--not-applicable", List.of("n/a")),
            Map.entry("--label", List.of("good=5")),
            Map.entry("--weight", List.of("weight")),
            Map.entry("--respondent", List.of("customer_id")),
            Map.entry("--keep", List.of("first", "--respondent=customer_id")),
            Map.entry("--scale", List.of("0..10")),
            Map.entry("--passives-from", List.of("6")),
            Map.entry("--promoters-from", List.of("10")),
            Map.entry("--interval", List.of("wald")),
            Map.entry("--top", List.of("1")),
            Map.entry("--bottom", List.of("1")),
            Map.entry("--yes", List.of("channel")),
            Map.entry("--yes-when", List.of("email")));

    /** Options that name columns by their places, and flags that need a file of another dress. */
    private static final List<String> ELSEWHERE = List.of("--no-header", "--strict", "--help", "--version");

    private static Map<String, CommandLine> commands() {
        return Cx.commands(new Surroundings(InputStream.nullInputStream(), Terminal.NONE))
                .getSubcommands();
    }

    static Stream<Arguments> everyOption() {
        return commands().entrySet().stream()
                .filter(command -> NEEDED.containsKey(command.getKey()))
                .flatMap(command -> command.getValue().getCommandSpec().options().stream()
                        .filter(option -> !ELSEWHERE.contains(option.longestName()))
                        .map(option -> Arguments.of(command.getKey(), option)));
    }

    @ParameterizedTest
    @MethodSource("everyOption")
    void works(String command, OptionSpec option) {
        List<String> args = new ArrayList<>(List.of(command));
        String name = option.longestName();
        NEEDED.getOrDefault(command, List.of()).stream()
                .filter(arg -> !arg.startsWith(name + "="))
                .forEach(args::add);
        if (option.arity().max() == 0) {
            args.add(name);
        } else {
            List<String> tried = TRIED.getOrDefault(command + " " + name, TRIED.getOrDefault(name, List.of()));
            assertThat(tried).as("what %s of %s is tried with", name, command).isNotEmpty();
            args.add(name + "=" + tried.get(0));
            args.addAll(tried.subList(1, tried.size()));
        }
        Run run = Run.cx(args.toArray(String[]::new));
        assertThat(run.code()).as("%s: %s", args, run.err()).isZero();
        assertThat(run.out()).isNotEmpty();
    }

    @Test
    void commandsAreTried() {
        assertThat(commands().keySet()).containsAll(NEEDED.keySet());
    }
}

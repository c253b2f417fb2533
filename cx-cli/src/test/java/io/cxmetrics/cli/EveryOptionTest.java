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

    private static final String SUBSCRIPTIONS = "samples/subscriptions.csv";
    private static final String ORDERS = "samples/orders.csv";
    private static final String CUSTOMER = "--customer=customer";
    private static final String START = "--start=started_on";
    private static final String END = "--end=ended_on";
    private static final String AT = "--at=ordered_at";

    /** For each command what it needs at least. */
    private static final Map<String, List<String>> NEEDED = Map.ofEntries(
            Map.entry("nps", List.of("samples/survey.csv", "--rating=nps")),
            Map.entry("csat", List.of("samples/survey.csv", "--rating=csat")),
            Map.entry("ces", List.of("samples/survey.csv", "--rating=effort")),
            Map.entry("rate", List.of("samples/survey.csv", "--yes=channel", "--yes-when=phone")),
            Map.entry("support", List.of("samples/tickets.csv", "--created=created_at", "--resolved=solved_at")),
            Map.entry("churn", List.of(SUBSCRIPTIONS, CUSTOMER, START, END)),
            Map.entry("survival", List.of(SUBSCRIPTIONS, CUSTOMER, START, END)),
            Map.entry("mrr", List.of(SUBSCRIPTIONS, CUSTOMER, START, END, "--price=price", "--billing-months=12")),
            Map.entry("clv", List.of(ORDERS, CUSTOMER, AT, "--amount=amount")),
            Map.entry("rfm", List.of(ORDERS, CUSTOMER, AT, "--amount=amount")),
            Map.entry("retention", List.of(ORDERS, CUSTOMER, AT, "--amount=amount")));

    /** Options of files of another shape: a row for each customer, invoices, histories, other columns. */
    private static final Map<String, List<String>> OTHER_SHAPES = Map.of(
            "support",
            List.of(
                    "--ticket",
                    "--status",
                    "--statuses",
                    "--at",
                    "--resolution",
                    "--author",
                    "--authors",
                    "--visible",
                    "--due",
                    "--duration",
                    "--duration-unit",
                    "--first-reply",
                    "--reply-duration",
                    "--reply-duration-unit",
                    "--calendar"),
            "churn",
            List.of("--left", "--left-when", "--mrr", "--decimals", "--decimal", "--thousands", "--currency", "--in"),
            "survival",
            List.of("--left", "--left-when", "--tenure", "--tenure-decimals", "--entry"),
            "mrr",
            List.of("--month", "--amount"),
            "clv",
            List.of(
                    "--left",
                    "--left-when",
                    "--tenure",
                    "--mrr",
                    "--discount",
                    "--timing",
                    "--margin",
                    "--currency",
                    "--in"),
            "rfm",
            List.of("--currency", "--in"),
            "retention",
            List.of("--currency", "--in"));

    /** What each option is tried with, also of one command alone: its value, and other options that it goes with. */
    private static final Map<String, List<String>> TRIED = Map.ofEntries(
            Map.entry("--by", List.of("plan")),
            Map.entry("--where", List.of("plan != Free")),
            Map.entry("--without", List.of("phone=channel = phone")),
            Map.entry("--profile", List.of("none")),
            Map.entry("--delimiter", List.of(",")),
            Map.entry("--charset", List.of("UTF-8")),
            Map.entry("--header-rows", List.of("1")),
            Map.entry("--format", List.of("json")),
            Map.entry("--confidence", List.of("0.9")),
            Map.entry("nps --per", List.of("week", "--over=answered_at")),
            Map.entry("csat --per", List.of("week", "--over=answered_at")),
            Map.entry("ces --per", List.of("week", "--over=answered_at")),
            Map.entry("rate --per", List.of("week", "--over=answered_at")),
            Map.entry("nps --zone", List.of("Europe/Berlin", "--over=answered_at")),
            Map.entry("csat --zone", List.of("Europe/Berlin", "--over=answered_at")),
            Map.entry("ces --zone", List.of("Europe/Berlin", "--over=answered_at")),
            Map.entry("rate --zone", List.of("Europe/Berlin", "--over=answered_at")),
            Map.entry("--zone", List.of("Europe/Berlin")),
            Map.entry("nps --date-format", List.of("dd.MM.yyyy", "--over=answered_at")),
            Map.entry("csat --date-format", List.of("dd.MM.yyyy", "--over=answered_at")),
            Map.entry("ces --date-format", List.of("dd.MM.yyyy", "--over=answered_at")),
            Map.entry("rate --date-format", List.of("dd.MM.yyyy", "--over=answered_at")),
            Map.entry("--date-format", List.of("dd.MM.yyyy")),
            Map.entry("nps --locale", List.of("de", "--over=answered_at")),
            Map.entry("csat --locale", List.of("de", "--over=answered_at")),
            Map.entry("ces --locale", List.of("de", "--over=answered_at")),
            Map.entry("rate --locale", List.of("de", "--over=answered_at")),
            Map.entry("--locale", List.of("de")),
            Map.entry("nps --none", List.of("never", "--over=answered_at")),
            Map.entry("csat --none", List.of("never", "--over=answered_at")),
            Map.entry("ces --none", List.of("never", "--over=answered_at")),
            Map.entry("rate --none", List.of("never", "--over=answered_at")),
            Map.entry("--none", List.of("never")),
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
            Map.entry("--yes-when", List.of("email")),
            Map.entry("support --by", List.of("priority")),
            Map.entry("support --where", List.of("priority != low")),
            Map.entry("support --without", List.of("phone=channel = phone")),
            Map.entry("support --per", List.of("week")),
            Map.entry("support --over", List.of("created_at")),
            Map.entry("support --zone", List.of("Europe/Berlin")),
            Map.entry("support --date-format", List.of("dd.MM.yyyy")),
            Map.entry("support --locale", List.of("de")),
            Map.entry("support --none", List.of("never")),
            Map.entry("--as-of", List.of("2026-06-30")),
            Map.entry("support --as-of", List.of("2026-10-31")),
            Map.entry("support --created", List.of("created_at")),
            Map.entry("support --resolved", List.of("solved_at")),
            Map.entry("support --hours", List.of("Mon-Fri 09:00-17:00", "--zone=Europe/Berlin")),
            Map.entry(
                    "support --holidays", List.of("2026-12-25", "--hours=Mon-Fri 09:00-17:00", "--zone=Europe/Berlin")),
            Map.entry("support --leave-out", List.of("channel=phone")),
            Map.entry("support --priority", List.of("priority", "--sla=resolution:urgent=8h")),
            Map.entry("support --sla", List.of("resolution=24h")),
            Map.entry("support --target", List.of("16h")),
            Map.entry("support --unit", List.of("days")),
            Map.entry("support --quantiles", List.of("nearest-rank")),
            Map.entry("--customer", List.of("customer")),
            Map.entry("--start", List.of("started_on")),
            Map.entry("--end", List.of("ended_on")),
            Map.entry("--at", List.of("ordered_at")),
            Map.entry("--amount", List.of("amount")),
            Map.entry("--price", List.of("price")),
            Map.entry("--billing-months", List.of("billing_months")),
            Map.entry("--overlap", List.of("allow")),
            Map.entry("--base", List.of("average")),
            Map.entry("--grace-days", List.of("3")),
            Map.entry("--term-months", List.of("12")),
            Map.entry("--from", List.of("2026-01-01")),
            Map.entry("churn --per", List.of("quarter")),
            Map.entry("churn --where", List.of("plan != Free")),
            Map.entry("--currency", List.of("currency")),
            Map.entry("--in", List.of("EUR", "--currency=currency")),
            Map.entry("--decimals", List.of("3")),
            Map.entry("--decimal", List.of(".")),
            Map.entry("--thousands", List.of(",")),
            Map.entry("--day", List.of("first")),
            Map.entry("--free", List.of("contraction")),
            Map.entry("--trailing", List.of("3")),
            Map.entry("survival --at", List.of("6")),
            Map.entry("--horizon", List.of("12")),
            Map.entry("survival --interval", List.of("plain")),
            Map.entry("survival --per", List.of("week")),
            Map.entry("clv --by", List.of("channel")),
            Map.entry("retention --by", List.of("channel")),
            Map.entry("retention --per", List.of("week")),
            Map.entry("clv --where", List.of("channel = shop")),
            Map.entry("rfm --where", List.of("channel = shop")),
            Map.entry("retention --where", List.of("channel = shop")),
            Map.entry("clv --without", List.of("shop=channel = shop")),
            Map.entry("rfm --without", List.of("shop=channel = shop")),
            Map.entry("retention --without", List.of("shop=channel = shop")),
            Map.entry("churn --without", List.of("free=plan = Free")),
            Map.entry("mrr --without", List.of("free=plan = Free")),
            Map.entry("survival --without", List.of("free=plan = Free")),
            Map.entry("--lines", List.of("total", "--order-id=ordered_at")),
            Map.entry("--nobody", List.of("guest")),
            Map.entry("--order-id", List.of("ordered_at")),
            Map.entry("--purchases", List.of("paid")),
            Map.entry("--refunded", List.of("amount")),
            Map.entry("--breaks", List.of("quantiles")),
            Map.entry("--days", List.of("30")),
            Map.entry("--entry", List.of("first")),
            Map.entry("--mean", List.of("weighted")),
            Map.entry("--min", List.of("2")),
            Map.entry("--periods", List.of("6")),
            Map.entry("--rule", List.of("on")),
            Map.entry("--show", List.of("revenue")),
            Map.entry("--windows", List.of("3")));

    /** Options that name columns by their places, and flags that need a file of another dress. */
    private static final List<String> ELSEWHERE =
            List.of("--no-header", "--strict", "--array", "--joined-header", "--help", "--version");

    private static Map<String, CommandLine> commands() {
        return Cx.commands(new Surroundings(InputStream.nullInputStream(), Terminal.NONE))
                .getSubcommands();
    }

    static Stream<Arguments> everyOption() {
        return commands().entrySet().stream()
                .filter(command -> NEEDED.containsKey(command.getKey()))
                .flatMap(command -> command.getValue().getCommandSpec().options().stream()
                        .filter(option -> !ELSEWHERE.contains(option.longestName()))
                        .filter(option -> !OTHER_SHAPES
                                .getOrDefault(command.getKey(), List.of())
                                .contains(option.longestName()))
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

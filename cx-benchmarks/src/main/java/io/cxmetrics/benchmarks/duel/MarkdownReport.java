package io.cxmetrics.benchmarks.duel;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Results to keep and to read: one table of figures, one of growth. */
public final class MarkdownReport {

    private MarkdownReport() {}

    /** Returns the text of the file. */
    public static String text(LocalDate date, Machine machine, List<Result> results) {
        TreeSet<String> javas = new TreeSet<>();
        results.forEach(result -> javas.add(result.java()));
        StringBuilder text = new StringBuilder(head(date, machine, String.join(" and ", javas)));
        Map<String, List<Result>> suites = new LinkedHashMap<>();
        results.forEach(result -> suites.computeIfAbsent(result.title(), title -> new ArrayList<>())
                .add(result));
        figures(suites, new ArrayList<>(javas), text);
        growth(results, text);
        return text.toString();
    }

    private static String head(LocalDate date, Machine machine, String javas) {
        return String.format(Locale.ROOT, """
            # Results of the duels

            Written by the runner; see CONTRIBUTING.md for how. %s, %s, %d cores, Java %s.

            Two ways to one answer run in turn in one process, and what is given is the median ratio of their processor
            times with its quartiles, so that a busy machine slows both. Goals: at least or at most, and in brackets
            what would be better still. Ways that must come to the same answer are checked to do so in the same run.

            """, date, machine.cpu(), machine.cores(), javas);
    }

    private static void figures(Map<String, List<Result>> suites, List<String> javas, StringBuilder text) {
        text.append("| figure | goal |");
        javas.forEach(java -> text.append(" Java ").append(java).append(" | quartiles | |"));
        text.append("\n|---|---|").append("---:|---|---|".repeat(javas.size())).append('\n');
        suites.forEach((title, results) -> {
            text.append(String.format(
                    Locale.ROOT, "| **%s**, %,d rows | |", title, results.get(0).rows()));
            text.append(" | | |".repeat(javas.size())).append('\n');
            results.stream()
                    .filter(result -> !result.failure().isEmpty())
                    .forEach(result ->
                            text.append("| failed on Java " + result.java() + ": " + result.failure() + " | |\n"));
            names(results).forEach(name -> line(name, results, javas, text));
        });
    }

    private static List<String> names(List<Result> results) {
        return results.stream()
                .flatMap(result -> result.figures().stream().map(Figure::name))
                .distinct()
                .toList();
    }

    private static void line(String name, List<Result> results, List<String> javas, StringBuilder text) {
        List<String> cells = new ArrayList<>();
        String goal = "";
        for (String java : javas) {
            Figure figure = results.stream()
                    .filter(result -> result.java().equals(java))
                    .flatMap(result -> result.figures().stream())
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElse(null);
            if (figure == null) {
                cells.add("| | |");
                continue;
            }
            goal = Numbers.goal(figure.goal());
            cells.add(" " + Numbers.text(figure.spread().median()) + " " + figure.unit() + " | "
                    + (figure.spread().rounds() == 1 ? "" : Numbers.spread(figure.spread())) + " | "
                    + figure.verdict() + " |");
        }
        text.append("| ").append(name).append(" | ").append(goal).append(" |");
        cells.forEach(text::append);
        text.append('\n');
    }

    private static void growth(List<Result> results, StringBuilder text) {
        List<Result> measured =
                results.stream().filter(result -> !result.growth().isEmpty()).toList();
        if (measured.isEmpty()) {
            return;
        }
        List<Integer> sizes = measured.stream()
                .flatMap(result -> result.growth().stream().map(Result.Cost::rows))
                .distinct()
                .sorted()
                .toList();
        text.append("\n## Growth\n\nNanoseconds of a row by how many there are. A linear cost is a level line.\n\n| | "
                + "Java |");
        sizes.forEach(size -> text.append(String.format(Locale.ROOT, " %,d |", size)));
        text.append("\n|---|---|").append("---:|".repeat(sizes.size())).append('\n');
        for (Result result : measured) {
            text.append("| ")
                    .append(result.title())
                    .append(" | ")
                    .append(result.java())
                    .append(" | ");
            text.append(sizes.stream()
                    .map(size -> result.growth().stream()
                            .filter(cost -> cost.rows() == size)
                            .map(cost -> Numbers.text(cost.nanos().median()))
                            .findFirst()
                            .orElse(""))
                    .collect(joining(" | ")));
            text.append(" |\n");
        }
    }
}

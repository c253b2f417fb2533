package io.cxmetrics.benchmarks.duel;

import java.io.PrintStream;
import java.util.Locale;

/** Results as they come, for a terminal. */
public final class TextReport {

    private final PrintStream out;

    public TextReport(PrintStream out) {
        this.out = out;
    }

    /** Prints one result. */
    public void print(Result result) {
        out.printf(Locale.ROOT, "%n%s (%,d rows, Java %s)%n", result.title(), result.rows(), result.java());
        if (!result.failure().isEmpty()) {
            out.println("  FAILED: " + result.failure());
        }
        for (Figure figure : result.figures()) {
            out.printf(
                    Locale.ROOT,
                    "  %-60s %9s %-5s  %-20s %-16s %s%n",
                    figure.name(),
                    Numbers.text(figure.spread().median()),
                    figure.unit(),
                    figure.spread().rounds() == 1 ? "" : Numbers.spread(figure.spread()),
                    Numbers.goal(figure.goal()),
                    figure.verdict());
        }
        for (Result.Cost cost : result.growth()) {
            out.printf(
                    Locale.ROOT,
                    "  %-60s %9s %-5s  %s%n",
                    String.format(Locale.ROOT, "at %,d rows", cost.rows()),
                    Numbers.text(cost.nanos().median()),
                    "ns",
                    Numbers.spread(cost.nanos()));
        }
        out.flush();
    }
}

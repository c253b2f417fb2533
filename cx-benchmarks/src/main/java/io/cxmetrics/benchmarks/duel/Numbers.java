package io.cxmetrics.benchmarks.duel;

import java.util.Locale;

/** Figures as people read them: three digits that mean something, and no more. */
final class Numbers {

    private Numbers() {}

    static String text(double number) {
        if (Double.isNaN(number)) {
            return "";
        }
        double size = Math.abs(number);
        if (size >= 100 || number == Math.rint(number)) {
            return String.format(Locale.ROOT, "%,.0f", number);
        }
        return String.format(Locale.ROOT, size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.3f", number);
    }

    static String spread(Spread spread) {
        return text(spread.low()) + " to " + text(spread.high());
    }

    static String goal(Goal goal) {
        if (!goal.exists()) {
            return "";
        }
        String sign = goal.atLeast() ? "≥ " : "≤ ";
        return sign + text(goal.must()) + (Double.isNaN(goal.stretch()) ? "" : " (" + text(goal.stretch()) + ")");
    }
}

package io.cxmetrics.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * Curves of shares, drawn below a table where a terminal shows them.
 *
 * @param title what is drawn
 * @param end where the horizontal axis ends
 * @param unit the unit of the horizontal axis
 * @param curves what is drawn, at most as many as there are marks
 * @since 0.1
 */
public record Curves(String title, double end, String unit, List<Curve> curves) {

    /** More curves in one drawing cannot be told apart. */
    public static final int MOST = 6;

    private static final int WIDTH = 64;
    private static final int HEIGHT = 11;
    private static final String MARKS = "●○◆◇▲△";
    private static final String ASCII_MARKS = "*o+x#@";

    /**
     * One curve.
     *
     * @param label what it is called
     * @param at its share at a place of the horizontal axis, NaN where it is undefined
     */
    public record Curve(String label, DoubleUnaryOperator at) {}

    List<String> lines(boolean unicode) {
        String marks = unicode ? MARKS : ASCII_MARKS;
        char[][] field = new char[HEIGHT][WIDTH];
        for (char[] row : field) {
            Arrays.fill(row, ' ');
        }
        for (int i = 0; i < curves.size(); i++) {
            for (int x = 0; x < WIDTH; x++) {
                double share = curves.get(i).at().applyAsDouble(end * x / (WIDTH - 1));
                if (!Double.isNaN(share)) {
                    field[(int) Math.round((1 - share) * (HEIGHT - 1))][x] = marks.charAt(i);
                }
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(title);
        for (int y = 0; y < HEIGHT; y++) {
            String height = y % 5 == 0 ? String.format(Locale.ROOT, "%4d %%", 100 - 10 * y) : "      ";
            lines.add((height + (unicode ? " │" : " |") + new String(field[y])).stripTrailing());
        }
        lines.add("       " + (unicode ? "└" + "─".repeat(WIDTH) : "+" + "-".repeat(WIDTH)));
        String last = String.format(Locale.ROOT, "%,.0f %s", end, unit);
        lines.add("        0" + " ".repeat(Math.max(1, WIDTH - 1 - last.length())) + last);
        if (curves.size() > 1) {
            for (int i = 0; i < curves.size(); i++) {
                lines.add("        " + marks.charAt(i) + " "
                        + Cell.label(curves.get(i).label()));
            }
        }
        return lines;
    }
}

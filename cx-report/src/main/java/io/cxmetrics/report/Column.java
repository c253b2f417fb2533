package io.cxmetrics.report;

import java.util.Locale;

/**
 * A column of the table.
 *
 * @param title what stands above
 * @param format how it prints the numbers of a group
 * @param value the name of its number
 * @param min the lowest it can be, if it is the headline
 * @param max the highest it can be, if it is the headline
 * @param shaded whether a terminal shows how large it is by a shade
 * @since 0.1
 */
public record Column(String title, Format format, String value, double min, double max, boolean shaded) {

    private static final double SMALLEST = 0.0001;

    /** Prints the numbers of a group. */
    @FunctionalInterface
    public interface Format {
        String of(Values values);
    }

    public static Column count(String value, String title) {
        return plain(title, value, values -> decimal(values.number(value), 0));
    }

    public static Column number(String value, String title, int decimals) {
        return plain(title, value, values -> decimal(values.number(value), decimals));
    }

    public static Column interval(String low, String high, String title) {
        return plain(
                title,
                low,
                values -> Double.isNaN(values.number(low))
                        ? "-"
                        : decimal(values.number(low), 1) + " to " + decimal(values.number(high), 1));
    }

    /** A length of time in seconds, in the unit that makes it short. */
    public static Column seconds(String value, String title) {
        return plain(title, value, values -> length(values.number(value)));
    }

    private static String length(double seconds) {
        if (seconds >= 2 * 86_400) {
            return decimal(seconds / 86_400, 1) + " d";
        }
        if (seconds >= 2 * 3600) {
            return decimal(seconds / 3600, 1) + " h";
        }
        return seconds >= 120 ? decimal(seconds / 60, 1) + " min" : decimal(seconds, 0) + (seconds >= 0 ? " s" : "");
    }

    /** A p-value: one that four decimals would show as 0 is said to be below them. */
    public static Column pValue(String value, String title) {
        return plain(
                title, value, values -> values.number(value) < SMALLEST ? "<0.0001" : decimal(values.number(value), 4));
    }

    /** A word, such as a verdict. */
    public static Column word(String value, String title) {
        return plain(title, value, values -> String.valueOf(values.byName().getOrDefault(value, "-")));
    }

    /** A cell of a triangle: a percentage with its shade, and blank where it is undefined. */
    public static Column shaded(String value, String title) {
        return new Column(
                title,
                values -> Double.isNaN(values.number(value)) ? "" : decimal(values.number(value), 1),
                value,
                0,
                100,
                true);
    }

    private static Column plain(String title, String value, Format format) {
        return new Column(title, format, value, Double.NaN, Double.NaN, false);
    }

    Column asHeadline(double lowest, double highest) {
        return new Column(title, format, value, lowest, highest, false);
    }

    boolean headline() {
        return min < max && !shaded;
    }

    private static String decimal(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "-";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        // -0.04 is 0.0 to a reader, not -0.0
        return text.matches("-[0.]+") ? text.substring(1) : text;
    }
}

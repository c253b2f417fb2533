package io.cxmetrics.report;

import java.util.Arrays;

/** Bars and lines made of characters, where a terminal shows them. */
final class Drawing {

    private static final int WIDTH = 20;
    private static final String RAMP = "▁▂▃▄▅▆▇█";
    private static final String SHADES = " ░▒▓█";
    private static final String ASCII_SHADES = " .:+#";
    private static final String ASCII_RAMP = "_.-=+*%#";

    private final boolean unicode;

    Drawing(boolean unicode) {
        this.unicode = unicode;
    }

    /**
     * A bar from zero to the value, full for one beyond the range; a range that starts below zero has zero in its
     * middle.
     */
    String bar(double value, double min, double max) {
        if (Double.isNaN(value)) {
            return "";
        }
        String full = unicode ? "█" : "#";
        String empty = unicode ? "░" : ".";
        int zero = (int) Math.round(WIDTH * -Math.min(min, 0) / (max - min));
        int end = (int) Math.round(WIDTH * (Math.max(min, Math.min(value, max)) - min) / (max - min));
        int from = Math.min(zero, end);
        int to = Math.max(zero, end);
        return empty.repeat(from) + full.repeat(to - from) + empty.repeat(WIDTH - to);
    }

    /** One character that is the darker the larger the value; a blank for what is undefined. */
    String shade(double value, double min, double max) {
        if (Double.isNaN(value)) {
            return " ";
        }
        String shades = unicode ? SHADES : ASCII_SHADES;
        // Most of a triangle is far below its first column, so that a root tells more shades apart.
        double share = Math.sqrt(Math.min(1, Math.max(0, (value - min) / (max - min))));
        return String.valueOf(shades.charAt((int) Math.round(share * (shades.length() - 1))));
    }

    /** One character for each value, scaled from the lowest to the highest of them; a blank for what is undefined. */
    String line(double[] values) {
        double[] defined = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        double low = Arrays.stream(defined).min().orElse(0);
        double high = Arrays.stream(defined).max().orElse(0);
        String ramp = unicode ? RAMP : ASCII_RAMP;
        StringBuilder line = new StringBuilder();
        for (double value : values) {
            if (Double.isNaN(value)) {
                line.append(' ');
            } else {
                double share = high > low ? (value - low) / (high - low) : 0.5;
                line.append(ramp.charAt((int) Math.min(share * ramp.length(), ramp.length() - 1)));
            }
        }
        return line.toString();
    }
}

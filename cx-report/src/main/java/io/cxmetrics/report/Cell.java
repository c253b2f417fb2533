package io.cxmetrics.report;

import java.util.Locale;

/**
 * Text of a file in a cell of a table: on one line, and as wide as a terminal shows it.
 *
 * @since 0.1
 */
public final class Cell {

    /** A label that is longer is a text rather than a name, and would make every line as long. */
    private static final int LONGEST = 60;

    /** Blocks whose characters take two columns, as first and last code points. */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0x303E},
        {0x3041, 0xA4CF},
        {0xA960, 0xA97F},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x1F64F},
        {0x1F680, 0x1F6FF},
        {0x1F900, 0x1F9FF},
        {0x1FA70, 0x1FAFF},
        {0x20000, 0x3FFFD}
    };

    private Cell() {}

    /** Spells out line breaks and what else would move the cursor or colour the terminal. */
    public static String oneLine(String text) {
        if (text.codePoints().noneMatch(Cell::unseen)) {
            return text;
        }
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (unseen(c)) {
                line.append(
                        switch (c) {
                            case '\n' -> "\\n";
                            case '\r' -> "\\r";
                            case '\t' -> "\\t";
                            default -> String.format(Locale.ROOT, "\\u%04x", c);
                        });
            } else {
                line.appendCodePoint(c);
            }
        });
        return line.toString();
    }

    /** Returns a label on one line, cut where it is very long. */
    static String label(String text) {
        boolean cut = text.codePointCount(0, text.length()) > LONGEST;
        return oneLine(cut ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "..." : text);
    }

    static int width(String text) {
        return text.codePoints().map(Cell::width).sum();
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        for (int[] block : WIDE) {
            if (c >= block[0] && c <= block[1]) {
                return 2;
            }
        }
        return 1;
    }

    /** Tells whether a character steers a terminal or turns the direction of text; line breaks are not among them. */
    static boolean steers(int c) {
        boolean blank = c == '\n' || c == '\r' || c == '\t';
        return !blank && unseen(c);
    }

    /** Marks a text that a spreadsheet would take for a formula, so that it is shown and not run. */
    static String inert(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static boolean unseen(int c) {
        int type = Character.getType(c);
        boolean joiner = c == 0x200C || c == 0x200D; // they belong to words and emoji
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || (type == Character.FORMAT && !joiner);
    }
}

package io.cxmetrics.input;

/**
 * The beginning of a text, fit for a message: one line, no control characters, no marks that reverse the reading order.
 *
 * @since 0.1
 */
public final class Excerpt {

    private static final int MOST = 60;

    private Excerpt() {}

    /**
     * Returns the beginning of the text of a cell.
     *
     * @param text the text
     * @return at most 60 characters, and three dots if there were more
     */
    public static String of(CharSequence text) {
        boolean whole = text.length() <= MOST;
        return printable(whole ? text.toString() : text.subSequence(0, MOST) + "...");
    }

    /**
     * Returns a text without what could change a terminal or break a line.
     *
     * @param text the text
     * @return the text with a question mark in place of each such character, and spaces in place of line breaks
     */
    public static String printable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            clean.append(c == '\n' || c == '\r' || c == '\t' ? ' ' : isHarmful(c) ? '?' : c);
        }
        return clean.toString();
    }

    private static boolean isHarmful(char c) {
        return Character.isISOControl(c)
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u061C'
                || (c >= '\u200E' && c <= '\u200F')
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069');
    }
}

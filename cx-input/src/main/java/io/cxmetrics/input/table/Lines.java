package io.cxmetrics.input.table;

import io.cxmetrics.input.source.Text;
import org.jspecify.annotations.Nullable;

/** The lines of a text, each up to a length; a file without line ends must not fill the memory. */
final class Lines {

    private final Text text;
    private final int longest;
    private final char[] buffer = new char[1 << 14];
    private int from;
    private int to;
    private boolean afterCarriage;
    private long number;
    private boolean cut;

    Lines(Text text, int longest) {
        this.text = text;
        this.longest = longest;
    }

    /** Returns the next line without its end, null after the last. */
    @Nullable
    String next() {
        StringBuilder line = null;
        cut = false;
        while (true) {
            if (from == to) {
                from = 0;
                to = Math.max(0, text.read(buffer, 0, buffer.length));
                if (to == 0) {
                    return line == null ? null : counted(line.toString());
                }
            }
            if (afterCarriage) {
                afterCarriage = false;
                if (buffer[from] == '\n') {
                    from++;
                    continue;
                }
            }
            int end = from;
            while (end < to && buffer[end] != '\n' && buffer[end] != '\r') {
                end++;
            }
            line = line == null ? new StringBuilder(end - from) : line;
            int room = longest - line.length();
            cut |= end - from > room;
            line.append(buffer, from, Math.min(end - from, room));
            from = end;
            if (end < to) {
                afterCarriage = buffer[end] == '\r';
                from++;
                return counted(line.toString());
            }
        }
    }

    private String counted(String line) {
        number++;
        return line;
    }

    /** The number of the line that was returned last. */
    long number() {
        return number;
    }

    /** Tells whether a line holds bytes that are no text in the character set of the file. */
    boolean isDamaged(String line) {
        return text.isDamaged() && line.indexOf('\uFFFD') >= 0;
    }

    /** Tells whether the line was longer. */
    boolean isCut() {
        return cut;
    }
}

package io.cxmetrics.input.source;

import io.cxmetrics.input.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * The decoded text of one file or archive entry. It counts its lines, can be looked at from its start, and knows
 * whether bytes were no text in its character set: each run of them reads as U+FFFD.
 *
 * <p>Belongs to one thread.
 *
 * @since 0.1
 */
public final class Text extends Reader {

    private final String name;
    private final Charset charset;
    private final Reader decoded;
    private char[] ahead = new char[0];
    private int from;
    private int to;
    private long lines;
    private boolean carriage;
    private boolean open;
    private boolean damaged;
    private boolean ended;

    Text(String name, InputStream in, Charset charset) {
        super(in);
        this.name = name;
        this.charset = charset;
        this.decoded = new InputStreamReader(in, charset);
    }

    /**
     * Returns the name of the file, with {@code !} and the entry for one inside a zip.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Returns the character set that the text is read in.
     *
     * @return the character set
     */
    public Charset charset() {
        return charset;
    }

    /**
     * Returns how many lines were read so far; a last one without a line end counts.
     *
     * @return the number of lines
     */
    public long lines() {
        return lines + (open ? 1 : 0);
    }

    /**
     * Tells whether any byte read so far was no text in this character set.
     *
     * @return true if U+FFFD stands somewhere in the text
     */
    public boolean isDamaged() {
        return damaged;
    }

    /**
     * Tells whether the end was reached.
     *
     * @return true once all was read
     */
    public boolean isAtEnd() {
        return ended && from == to;
    }

    /**
     * Looks at the beginning, which is read again afterwards. To be called before anything is read.
     *
     * @param most how many characters to look at
     * @return as many characters, or all there are if they are fewer
     */
    public String peek(int most) {
        if (ahead.length - from < most) {
            ahead = Arrays.copyOfRange(ahead, from, from + most);
            to -= from;
            from = 0;
        }
        while (to - from < most) {
            int n = pull(ahead, to, ahead.length - to);
            if (n < 0) {
                break;
            }
            to += n;
        }
        return new String(ahead, from, Math.min(most, to - from));
    }

    /**
     * Passes over characters that were looked at.
     *
     * @param n how many
     */
    public void skipAhead(int n) {
        int count = Math.min(n, to - from);
        watch(ahead, from, count);
        from += count;
    }

    @Override
    public int read(char[] target, int offset, int length) {
        int n;
        if (from < to) {
            n = Math.min(length, to - from);
            System.arraycopy(ahead, from, target, offset, n);
            from += n;
            if (from == to) {
                ahead = new char[0];
                from = 0;
                to = 0;
            }
        } else {
            n = pull(target, offset, length);
        }
        watch(target, offset, n);
        return n;
    }

    private int pull(char[] target, int offset, int length) {
        try {
            int n = decoded.read(target, offset, length);
            ended |= n < 0;
            return n;
        } catch (IOException e) {
            throw InputException.data(name, "cannot be read to its end: " + e.getMessage());
        }
    }

    /** A line ends with LF, CR, or both together. */
    private void watch(char[] text, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            char c = text[i];
            if (c > '\r') {
                if (c == '\uFFFD') {
                    damaged = true;
                }
                carriage = false;
                open = true;
            } else if (c == '\n') {
                lines += carriage ? 0 : 1;
                carriage = false;
                open = false;
            } else {
                carriage = c == '\r';
                lines += carriage ? 1 : 0;
                open = !carriage;
            }
        }
    }

    @Override
    public void close() throws IOException {
        decoded.close();
    }
}

package io.cxmetrics.input.source;

import io.cxmetrics.input.InputException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes of a file with a place to look ahead. It never asks the stream below how much is available: a pipe answers 0
 * between two writes, and some devices fail.
 */
final class Bytes implements Closeable {

    private static final int SIZE = 1 << 16;

    private final String name;
    private final InputStream in;
    private final byte[] buffer = new byte[SIZE];
    private int from;
    private int to;
    private long before;
    private boolean ended;

    Bytes(String name, InputStream in) {
        this.name = name;
        this.in = in;
    }

    String name() {
        return name;
    }

    /** The number of bytes that were taken so far. */
    long position() {
        return before + from;
    }

    /** Makes sure that some bytes can be looked at, unless the end comes first; returns how many can. */
    int ahead(int wanted) {
        while (to - from < wanted && !ended) {
            if (from > 0) {
                System.arraycopy(buffer, from, buffer, 0, to - from);
                before += from;
                to -= from;
                from = 0;
            }
            int n = pull(to, SIZE - to);
            if (n < 0) {
                ended = true;
            } else {
                to += n;
            }
        }
        return to - from;
    }

    private int pull(int offset, int length) {
        try {
            return in.read(buffer, offset, length);
        } catch (IOException e) {
            String why = e.getMessage() == null ? "unexpected end" : e.getMessage();
            throw InputException.data(name, "cannot be read after byte " + position() + ": " + why);
        }
    }

    /** Looks at a byte that is ahead, from 0. */
    int peek(int index) {
        return buffer[from + index] & 0xff;
    }

    boolean startsWith(int... wanted) {
        if (ahead(wanted.length) < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (peek(i) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    boolean atEnd() {
        return ahead(1) == 0;
    }

    /** Takes the next byte; -1 at the end. */
    int next() {
        return ahead(1) == 0 ? -1 : buffer[from++] & 0xff;
    }

    /** Takes as many bytes as are at hand, at least one unless the end was reached; -1 at the end. */
    int next(byte[] target, int offset, int length) {
        int n = Math.min(ahead(1), length);
        if (n == 0) {
            return -1;
        }
        System.arraycopy(buffer, from, target, offset, n);
        from += n;
        return n;
    }

    void skip(int n) {
        from += n;
    }

    byte[] array() {
        return buffer;
    }

    int offset() {
        return from;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

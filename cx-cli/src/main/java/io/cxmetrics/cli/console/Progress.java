package io.cxmetrics.cli.console;

import io.cxmetrics.report.Terminal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;

/** A bar on standard error that shows how much of a large file has been read. */
public final class Progress extends FilterInputStream {

    private static final long LARGE = 2L << 20;
    private static final int WIDTH = 30;

    private final long size;
    private final PrintWriter err;
    private long read;
    private int shown = -1;

    private Progress(InputStream in, long size, PrintWriter err) {
        super(in);
        this.size = size;
        this.err = err;
    }

    /** Shows progress when somebody is there to see it, and the file is large enough to make them wait. */
    public static InputStream around(InputStream in, long size, Terminal terminal, PrintWriter err) {
        return terminal.error() && size >= LARGE ? new Progress(in, size, err) : in;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        advance(b < 0 ? -1 : 1);
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = super.read(bytes, offset, length);
        advance(n);
        return n;
    }

    private void advance(int n) {
        if (n > 0) {
            read += n;
        }
        int percent = (int) Math.min(100, 100 * read / size);
        if (percent != shown) {
            shown = percent;
            int done = percent * WIDTH / 100;
            err.print("\r[" + "#".repeat(done) + ".".repeat(WIDTH - done) + "] " + percent + " %");
            err.flush();
        }
    }

    /** Wipes the bar, so that what follows stands on a clean line. */
    @Override
    public void close() throws IOException {
        super.close();
        err.print("\r" + " ".repeat(WIDTH + 8) + "\r");
        err.flush();
    }
}

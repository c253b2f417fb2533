package io.cxmetrics.cli.console;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Remembers that writing failed, since a {@link java.io.PrintWriter} goes on as if nothing had happened. */
public final class WatchedOutput extends FilterOutputStream {

    private @Nullable IOException failure;

    public WatchedOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /** Returns why the output is not whole, or null. A reader that has seen enough, such as head, is no failure. */
    public @Nullable String failure() {
        String message = failure == null ? null : String.valueOf(failure.getMessage());
        return "Broken pipe".equals(message) ? null : message;
    }
}

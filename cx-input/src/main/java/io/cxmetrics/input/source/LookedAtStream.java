package io.cxmetrics.input.source;

import io.cxmetrics.input.InputException;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that is opened twice: first for a look at its beginning, then to be read. */
final class LookedAtStream extends FilterInputStream {

    /** Far more than what tells one format from another, also where it is packed. */
    private static final int LOOK = 1 << 22;

    private boolean opened;

    LookedAtStream(InputStream in) {
        super(new BufferedInputStream(in, 1 << 16));
    }

    /** The beginning at the first call, everything at the second. */
    InputStream open() {
        if (!opened) {
            opened = true;
            in.mark(LOOK);
            return new Beginning(in);
        }
        try {
            in.reset();
        } catch (IOException e) {
            throw InputException.data("a stream", "cannot be read a second time: " + e.getMessage());
        }
        return this;
    }

    /** A stream that ends early, and leaves the one below it open. */
    private static final class Beginning extends FilterInputStream {
        private int left = LOOK;

        private Beginning(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = left == 0 ? -1 : super.read();
            left -= read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left == 0 && length > 0) {
                return -1;
            }
            int read = super.read(target, offset, Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public void close() {}
    }
}

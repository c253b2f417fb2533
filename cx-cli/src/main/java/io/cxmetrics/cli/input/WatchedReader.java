package io.cxmetrics.cli.input;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Counts quotes on the way, since a quote that is never closed swallows the rest of a file without a word. */
final class QuoteParity extends FilterReader {

    private boolean odd;

    QuoteParity(Reader in) {
        super(in);
    }

    boolean odd() {
        return odd;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        for (int i = offset; i < offset + n; i++) {
            odd ^= buffer[i] == '"';
        }
        return n;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }
}

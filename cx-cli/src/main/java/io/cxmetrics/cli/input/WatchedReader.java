package io.cxmetrics.cli.input;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Watches characters on the way for what would pass without a word: a quote that is never closed swallows the rest of a
 * file, and bytes that are not of the character set are replaced.
 */
final class WatchedReader extends FilterReader {

    private boolean odd;
    private boolean damaged;

    WatchedReader(Reader in) {
        super(in);
    }

    boolean odd() {
        return odd;
    }

    boolean damaged() {
        return damaged;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        for (int i = offset; i < offset + n; i++) {
            odd ^= buffer[i] == '"';
            damaged |= buffer[i] == '\uFFFD';
        }
        return n;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }
}

package io.cxmetrics.input.source;

import java.io.IOException;
import java.io.InputStream;

/** Bytes as a stream, for what takes no less. */
final class BytesStream extends InputStream {

    private final Bytes bytes;

    BytesStream(Bytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        return bytes.next();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        return length == 0 ? 0 : bytes.next(target, offset, length);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}

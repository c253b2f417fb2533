package io.cxmetrics.input.source;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cxmetrics.input.InputException;
import java.io.IOException;
import java.io.InputStream;

/**
 * All members of a gzip file. What follows a member is another member or the end of the file; padding, text and damaged
 * headers are an error that says at which byte, so that no row is lost in silence.
 *
 * <p>Format: <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>.
 */
final class GzipStream extends InputStream {

    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;

    private final Bytes bytes;
    private final Inflated inflated;
    private int member;
    private boolean inside;
    private boolean ended;

    GzipStream(Bytes bytes) {
        this.bytes = bytes;
        this.inflated = new Inflated(bytes);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            if (!inside) {
                if (member > 0 && bytes.atEnd()) {
                    ended = true;
                    return -1;
                }
                header();
            }
            int n = inflated.read(target, offset, length, "member " + member + " of the gzip file");
            if (n > 0) {
                return n;
            }
            trailer();
        }
        return -1;
    }

    private void header() {
        long start = bytes.position();
        if (!bytes.startsWith(0x1f, 0x8b)) {
            throw InputException.data(
                    bytes.name(),
                    "what follows member " + member + " of the gzip file, at byte " + start
                            + ", is no other member: padding, text or a damaged header");
        }
        member++;
        bytes.skip(2);
        if (part() != 8) {
            throw damaged("names an unknown method of compression");
        }
        int flags = part();
        if ((flags & RESERVED) != 0) {
            throw damaged("has reserved flags");
        }
        for (int i = 0; i < 6; i++) {
            part(); // time, extra flags, system
        }
        if ((flags & EXTRA) != 0) {
            int length = part() | (part() << 8);
            for (int i = 0; i < length; i++) {
                part();
            }
        }
        for (int text : new int[] {NAME, COMMENT}) {
            if ((flags & text) != 0) {
                int c = part();
                while (c != 0) {
                    c = part();
                }
            }
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            part();
            part();
        }
        inflated.start();
        inside = true;
    }

    @CanIgnoreReturnValue
    private int part() {
        int b = bytes.next();
        if (b < 0) {
            throw damaged("is cut short at byte " + bytes.position());
        }
        return b;
    }

    private InputException damaged(String why) {
        return InputException.data(bytes.name(), "member " + member + " of the gzip file " + why);
    }

    private void trailer() {
        long checksum = number();
        long size = number();
        if (checksum != inflated.checksum()) {
            throw damaged("is damaged: its checksum is wrong");
        }
        if (size != (inflated.size() & 0xffffffffL)) {
            throw damaged("is damaged: its size is wrong");
        }
        inside = false;
    }

    private long number() {
        long number = 0;
        for (int i = 0; i < 4; i++) {
            number |= (long) part() << (8 * i);
        }
        return number;
    }

    @Override
    public void close() throws IOException {
        inflated.close();
        bytes.close();
    }
}

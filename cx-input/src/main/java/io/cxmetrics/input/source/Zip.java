package io.cxmetrics.input.source;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cxmetrics.input.InputException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a zip file, read from its start, so that it may come through a pipe. The directory at its end must
 * list as many entries as were read, and nothing may follow; so a damaged entry cannot end the file in silence.
 *
 * <p>Format: <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE.TXT</a>.
 */
final class Zip implements Closeable {

    private static final int[] LOCAL = {'P', 'K', 3, 4};
    private static final int[] DESCRIPTOR = {'P', 'K', 7, 8};
    private static final int ENCRYPTED = 1;
    private static final int SIZES_FOLLOW = 8;
    private static final long IN_EXTRA = 0xffffffffL;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final Bytes bytes;
    private final Inflated inflated;
    private @Nullable Entry open;
    private long entries;

    Zip(Bytes bytes) {
        this.bytes = bytes;
        this.inflated = new Inflated(bytes);
    }

    /** Returns the next entry, and passes over what is left of the one before; null after the last. */
    @Nullable
    Entry next() {
        if (open != null) {
            open.drain();
        }
        if (!bytes.startsWith(LOCAL)) {
            open = null;
            new ZipDirectory(bytes).check(entries);
            return null;
        }
        bytes.skip(4);
        entries++;
        number(2);
        int flags = (int) number(2);
        int method = (int) number(2);
        number(4);
        long checksum = number(4);
        long packed = number(4);
        long size = number(4);
        int nameLength = (int) number(2);
        int extraLength = (int) number(2);
        String name = name(nameLength);
        long extended = extended(extraLength, size == IN_EXTRA, packed == IN_EXTRA);
        packed = packed == IN_EXTRA && extended >= 0 ? extended : packed;
        if ((flags & ENCRYPTED) != 0) {
            throw InputException.data(bytes.name(), "entry " + name + " is encrypted; unpack it first");
        }
        boolean follows = (flags & SIZES_FOLLOW) != 0;
        if (method != DEFLATED && (method != STORED || follows)) {
            throw InputException.data(
                    bytes.name(), "entry " + name + " cannot be read from the front; unpack it first");
        }
        inflated.start();
        open = new Entry(name, method == STORED ? packed : -1, follows ? -1 : checksum);
        return open;
    }

    private String name(int length) {
        byte[] name = new byte[length];
        for (int i = 0; i < length; i++) {
            name[i] = (byte) number(1);
        }
        return new String(name, StandardCharsets.UTF_8);
    }

    /** Passes over the extra fields; returns the packed size that stands there for large entries, -1 if none does. */
    private long extended(int length, boolean hasSize, boolean hasPacked) {
        long packed = -1;
        int left = length;
        while (left >= 4) {
            int id = (int) number(2);
            int size = (int) number(2);
            left -= 4;
            if (size > left) {
                throw InputException.data(bytes.name(), "entry " + entries + " of the zip file has a damaged header");
            }
            left -= size;
            if (id == 1) {
                if (hasSize && size >= 8) {
                    number(8);
                    size -= 8;
                }
                if (hasPacked && size >= 8) {
                    packed = number(8);
                    size -= 8;
                }
            }
            for (int i = 0; i < size; i++) {
                number(1);
            }
        }
        for (int i = 0; i < left; i++) {
            number(1);
        }
        return packed;
    }

    @CanIgnoreReturnValue
    private long number(int length) {
        long number = 0;
        for (int i = 0; i < length; i++) {
            int b = bytes.next();
            if (b < 0) {
                throw InputException.data(
                        bytes.name(), "entry " + entries + " of the zip file is cut short at byte " + bytes.position());
            }
            number |= (long) b << (8 * i);
        }
        return number;
    }

    @Override
    public void close() throws IOException {
        inflated.close();
        bytes.close();
    }

    /** One entry. Closing it leaves the archive open. */
    final class Entry extends InputStream {
        private final String name;
        private final CRC32 stored = new CRC32();
        private final long checksum;
        private long left;
        private boolean ended;

        Entry(String name, long left, long checksum) {
            this.name = name;
            this.left = left;
            this.checksum = checksum;
        }

        String name() {
            return name;
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
            if (ended) {
                return -1;
            }
            int n = left < 0 ? inflated.read(target, offset, length, "entry " + name) : copy(target, offset, length);
            if (n < 0) {
                ended = true;
                check();
            }
            return n;
        }

        private int copy(byte[] target, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int n = bytes.next(target, offset, (int) Math.min(left, length));
            if (n < 0) {
                throw InputException.data(bytes.name(), "entry " + name + " is cut short at byte " + bytes.position());
            }
            left -= n;
            stored.update(target, offset, n);
            return n;
        }

        private void check() {
            long actual = left < 0 ? inflated.checksum() : stored.getValue();
            long wanted = checksum < 0 ? descriptor() : checksum;
            if (actual != wanted) {
                throw InputException.data(bytes.name(), "entry " + name + " is damaged: its checksum is wrong");
            }
        }

        /**
         * The checksum that follows an entry, then its sizes in four or in eight bytes each; the next part starts with
         * PK.
         */
        private long descriptor() {
            if (bytes.startsWith(DESCRIPTOR)) {
                bytes.skip(4);
            }
            long found = number(4);
            boolean eight = !isNextPart(8) && isNextPart(16);
            number(8);
            if (eight) {
                number(8);
            }
            return found;
        }

        private boolean isNextPart(int index) {
            return bytes.ahead(index + 2) >= index + 2 && bytes.peek(index) == 'P' && bytes.peek(index + 1) == 'K';
        }

        void drain() {
            byte[] rest = new byte[1 << 13];
            while (read(rest, 0, rest.length) >= 0) {
                // the checksum is kept on the way
            }
        }

        @Override
        public void close() {
            // The archive goes on to the next entry.
        }
    }
}

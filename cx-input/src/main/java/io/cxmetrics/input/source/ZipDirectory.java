package io.cxmetrics.input.source;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cxmetrics.input.InputException;

/** The directory at the end of a zip file: it must list each entry that was read, and nothing may follow it. */
final class ZipDirectory {

    private final Bytes bytes;

    ZipDirectory(Bytes bytes) {
        this.bytes = bytes;
    }

    void check(long entries) {
        long listed = 0;
        while (true) {
            if (bytes.startsWith('P', 'K', 1, 2)) {
                listed++;
                bytes.skip(4);
                pass(24);
                long lengths = number(2) + number(2) + number(2);
                pass(12 + lengths);
            } else if (bytes.startsWith('P', 'K', 6, 6)) {
                bytes.skip(4);
                pass(number(8));
            } else if (bytes.startsWith('P', 'K', 6, 7)) {
                pass(20);
            } else if (bytes.startsWith('P', 'K', 5, 6)) {
                bytes.skip(4);
                pass(16);
                pass(number(2));
                break;
            } else {
                throw InputException.data(
                        bytes.name(),
                        "what follows entry " + entries + " of the zip file, at byte " + bytes.position()
                                + ", is neither an entry nor the directory: the file is damaged or cut short");
            }
        }
        if (listed != entries) {
            throw InputException.data(
                    bytes.name(), "the zip file lists " + listed + " entries but holds " + entries + "; it is damaged");
        }
        if (!bytes.atEnd()) {
            throw InputException.data(
                    bytes.name(), "something follows the end of the zip file, at byte " + bytes.position());
        }
    }

    private void pass(long n) {
        for (long i = 0; i < n; i++) {
            number(1);
        }
    }

    @CanIgnoreReturnValue
    private long number(int length) {
        long number = 0;
        for (int i = 0; i < length; i++) {
            int b = bytes.next();
            if (b < 0) {
                throw InputException.data(
                        bytes.name(), "the directory of the zip file is cut short at byte " + bytes.position());
            }
            number |= (long) b << (8 * i);
        }
        return number;
    }
}

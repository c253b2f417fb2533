package io.cxmetrics.input.source;

import io.cxmetrics.input.InputException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** One run of deflated bytes: inflates it, leaves what follows where it is, and keeps its checksum and size. */
final class Inflated {

    private final Bytes bytes;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private long size;

    Inflated(Bytes bytes) {
        this.bytes = bytes;
    }

    /** Starts the next run. */
    void start() {
        inflater.reset();
        checksum.reset();
        size = 0;
    }

    /**
     * Inflates some bytes.
     *
     * @param what what is read, for the error
     * @return how many, at least one; -1 at the end of the run
     */
    int read(byte[] target, int offset, int length, String what) {
        try {
            while (true) {
                if (inflater.finished()) {
                    return -1;
                }
                int given = 0;
                if (inflater.needsInput()) {
                    given = bytes.ahead(1);
                    if (given == 0) {
                        throw InputException.data(bytes.name(), what + " is cut short at byte " + bytes.position());
                    }
                    inflater.setInput(bytes.array(), bytes.offset(), given);
                }
                int n = inflater.inflate(target, offset, length);
                int taken = given - inflater.getRemaining();
                bytes.skip(taken);
                if (inflater.getRemaining() > 0) {
                    // The buffer may move before the next call, so the inflater must not look into it.
                    inflater.setInput(bytes.array(), bytes.offset(), 0);
                }
                if (n > 0) {
                    checksum.update(target, offset, n);
                    size += n;
                    return n;
                }
                if (inflater.needsDictionary()) {
                    throw new DataFormatException("needs a dictionary");
                }
            }
        } catch (DataFormatException e) {
            String why = e.getMessage() == null ? "damaged" : e.getMessage();
            throw InputException.data(bytes.name(), what + " is damaged near byte " + bytes.position() + ": " + why);
        }
    }

    long checksum() {
        return checksum.getValue();
    }

    long size() {
        return size;
    }

    void close() {
        inflater.end();
    }
}

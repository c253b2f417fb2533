package io.cxmetrics.survey;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes in one long, each in a lane of its own: what the fast counts of {@code byte[]} have in common.
 *
 * <pre>
 *   bits     63 .. 56 | 55 .. 48 | ... | 15 .. 8 | 7 .. 0
 *   lane        7     |     6    | ... |    1    |   0        the byte at index + lane
 *
 *   atLeast  adds 128 - low to each lane: its highest bit is set where the byte is at least low.
 *   sum      adds neighbours into four lanes of 16 bits, and one multiplication adds those in the highest lane.
 * </pre>
 *
 * <p>The plain twins are in {@code ArrayKernelPropertyTest}, which tries every byte in every lane.
 */
final class ByteLanes {

    /** One in every lane; a small number times this is the number in every lane. */
    static final long ONES = 0x0101010101010101L;

    /**
     * How many bytes may add one each to their lane before a lane overflows; whole words, for loops that are unrolled.
     */
    static final int BLOCK = 248 * Long.BYTES;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private ByteLanes() {}

    /** Returns the eight bytes that start at an index. */
    static long load(byte[] bytes, int index) {
        return (long) LONGS.get(bytes, index);
    }

    /** Returns fewer than eight bytes; the lanes left over are 0. */
    static long load(byte[] bytes, int from, int to) {
        long word = 0;
        for (int i = from; i < to; i++) {
            word = (word << 8) | (bytes[i] & 0xff);
        }
        return word;
    }

    /** Returns one in each lane that holds at least {@code low}, where every lane holds less than 128. */
    static long atLeast(int low, long word) {
        return ((word + (128 - low) * ONES) >>> 7) & ONES;
    }

    /**
     * Returns a number in which {@link #marked} finds a mark if some lane, as an unsigned number, holds more than
     * {@code high}. An addition may run over into the next lane, but only from a lane that is marked itself.
     */
    static long above(int high, long word) {
        return word | (word + (127 - high) * ONES);
    }

    /** Tells whether the highest bit of a lane is set. */
    static boolean marked(long word) {
        return (word & (ONES << 7)) != 0;
    }

    /** Returns the sum of the lanes. */
    static long sum(long word) {
        long everySecond = 0x00ff00ff00ff00ffL;
        return (((word & everySecond) + ((word >>> 8) & everySecond)) * 0x0001000100010001L) >>> 48;
    }
}

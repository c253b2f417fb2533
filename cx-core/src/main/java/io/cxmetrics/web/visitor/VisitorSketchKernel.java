package io.cxmetrics.web.visitor;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;

/**
 * Adds many keys to the registers of a sketch. Of a sketch that has seen many, hardly any register is changed by one
 * more: to see that it is not takes less than to change it, and is quicker if the hashes are there already.
 */
final class VisitorSketchKernel {

    private static final int BLOCK = 512;

    private final byte[] registers;
    private final int precision;
    private final UltraLogLog counter;
    private final long[] hashes = new long[BLOCK];

    VisitorSketchKernel(int precision) {
        this.precision = precision;
        counter = UltraLogLog.create(precision);
        registers = counter.getState();
    }

    void add(long[] keys, int from, int to) {
        for (int start = from; start < to; start += BLOCK) {
            int count = Math.min(BLOCK, to - start);
            for (int i = 0; i < count; i++) {
                hashes[i] = VisitorSketch.hash(keys[start + i]);
            }
            add(count);
        }
    }

    void add(int[] keys) {
        for (int start = 0; start < keys.length; start += BLOCK) {
            int count = Math.min(BLOCK, keys.length - start);
            for (int i = 0; i < count; i++) {
                hashes[i] = VisitorSketch.hash((long) keys[start + i]);
            }
            add(count);
        }
    }

    /**
     * A register holds the highest position of a first one-bit that it was given, and whether it was given the two
     * below.
     */
    private void add(int count) {
        for (int i = 0; i < count; i++) {
            long hash = hashes[i];
            int highest = (registers[(int) (hash >>> (Long.SIZE - precision))] & 0xFF) >>> 2;
            if (Long.numberOfLeadingZeros(hash << precision) + precision + 1 >= highest) {
                counter.add(hash);
            }
        }
    }

    byte[] registers() {
        return registers;
    }
}

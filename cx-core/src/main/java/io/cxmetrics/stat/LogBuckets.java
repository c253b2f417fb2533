package io.cxmetrics.stat;

/**
 * Buckets of unsigned numbers whose width grows with what they hold: 2<sup>bits</sup> to each doubling, and one to each
 * number below 2<sup>bits + 1</sup>. Order is kept: a larger number is never in an earlier bucket.
 */
final class LogBuckets {

    private LogBuckets() {}

    /** How many buckets hold all numbers of 64 bits. */
    static int size(int bits) {
        return (65 - bits) << bits;
    }

    /** The bucket of a number: its leading bits + 1 digits, after as many buckets as lower exponents take. */
    static int index(long number, int bits) {
        int shift = 63 - bits - Long.numberOfLeadingZeros(number | 1L << bits);
        return (shift << bits) + (int) (number >>> shift);
    }

    /** The lowest number of a bucket. */
    static long low(int index, int bits) {
        int shift = shift(index, bits);
        return (long) (index - (shift << bits)) << shift;
    }

    /** How far the highest number of a bucket is from the lowest. */
    static long span(int index, int bits) {
        return (1L << shift(index, bits)) - 1;
    }

    private static int shift(int index, int bits) {
        return Math.max((index >>> bits) - 1, 0);
    }
}

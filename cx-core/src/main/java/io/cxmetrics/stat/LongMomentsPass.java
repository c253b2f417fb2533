package io.cxmetrics.stat;

import java.math.BigInteger;

/**
 * Exact sums of an array of whole numbers in one pass.
 *
 * <p>Squares of differences below 2^31 fit a long; they are summed in two halves of 32 bits, each in a long that no
 * array can overflow. Blocks of numbers further from the first are summed in the four quarters of a square of 128 bits,
 * at twice the cost.
 */
final class LongMomentsPass {

    private static final int BLOCK = 1024;
    private static final long HALF = 0xffffffffL;

    private final long[] values;

    /** The first number, from which differences are taken. */
    private final long base;

    private long min;
    private long max;

    private long near;
    private long nearSum;
    private long nearSquaresLow;
    private long nearSquaresHigh;

    private long farSumLow;
    private long farSumHigh;
    private long farSquares0;
    private long farSquares32;
    private long farSquares64;
    private long farSquares96;

    private LongMomentsPass(long[] values, int from) {
        this.values = values;
        this.base = values[from];
        this.min = base;
        this.max = base;
    }

    /** Returns the moments of at least one number. */
    static LongMoments of(long[] values, int from, int to) {
        LongMomentsPass pass = new LongMomentsPass(values, from);
        int start = from;
        while (start < to) {
            int end = start + Math.min(to - start, BLOCK);
            if (!pass.allNear() || !pass.addNear(start, end)) {
                pass.addFar(start, end);
            }
            start = end;
        }
        return pass.moments(to - from);
    }

    /** The base lies between the extremes: read as unsigned, neither distance can overflow. */
    private boolean allNear() {
        return (((max - base) | (base - min)) >>> 31) == 0;
    }

    /** Tells whether the block was added, which it is not if a number turns out to be far from the base. */
    private boolean addNear(int start, int end) {
        long low = min;
        long high = max;
        long sum = 0;
        long squaresLow = 0;
        long squaresHigh = 0;
        for (int i = start; i < end; i++) {
            long value = values[i];
            if (value < low) {
                low = value;
            } else if (value > high) {
                high = value;
            }
            long difference = value - base;
            long square = difference * difference;
            sum += difference;
            squaresLow += square & HALF;
            squaresHigh += square >>> 32;
        }
        min = low;
        max = high;
        if (!allNear()) {
            return false;
        }
        near += end - start;
        nearSum += sum;
        nearSquaresLow += squaresLow;
        nearSquaresHigh += squaresHigh;
        return true;
    }

    private void addFar(int start, int end) {
        long low = min;
        long high = max;
        long sumLow = 0;
        long sumHigh = 0;
        long squares0 = 0;
        long squares32 = 0;
        long squares64 = 0;
        long squares96 = 0;
        for (int i = start; i < end; i++) {
            long value = values[i];
            if (value < low) {
                low = value;
            } else if (value > high) {
                high = value;
            }
            sumLow += value & HALF;
            sumHigh += value >> 32;
            long square = value * value;
            squares0 += square & HALF;
            squares32 += square >>> 32;
            square = Math.multiplyHigh(value, value);
            squares64 += square & HALF;
            squares96 += square >>> 32;
        }
        min = low;
        max = high;
        farSumLow += sumLow;
        farSumHigh += sumHigh;
        farSquares0 += squares0;
        farSquares32 += squares32;
        farSquares64 += squares64;
        farSquares96 += squares96;
    }

    private static BigInteger joined(long high, long low) {
        return BigInteger.valueOf(high).shiftLeft(32).add(BigInteger.valueOf(low));
    }

    private LongMoments moments(int count) {
        BigInteger offset = BigInteger.valueOf(base);
        BigInteger ofNear = BigInteger.valueOf(near);
        BigInteger differences = BigInteger.valueOf(nearSum);
        BigInteger sum = differences.add(offset.multiply(ofNear)).add(joined(farSumHigh, farSumLow));
        // The sum of (base + d)^2 is that of d^2, of 2 base d, and of base^2.
        BigInteger squares = joined(nearSquaresHigh, nearSquaresLow)
                .add(offset.multiply(differences.shiftLeft(1)))
                .add(offset.multiply(offset).multiply(ofNear))
                .add(joined(farSquares32, farSquares0))
                .add(joined(farSquares96, farSquares64).shiftLeft(64));
        return new LongMoments(count, sum, squares, min, max);
    }
}

package io.cxmetrics.internal;

import java.util.Arrays;

/**
 * Sorts words by some of their bits, taken as unsigned: by the lowest digit first, each pass dealing all words out in
 * order. It takes a pass for each ten bits and not a comparison for each doubling, which is quicker from some thousands
 * of words on.
 */
public final class WordSort {

    private static final int FEW = 1 << 11;

    /** More digits at a time would not find the ends of all their buckets in the nearest cache. */
    private static final int DIGIT_BITS = 10;

    private WordSort() {}

    /**
     * Returns the words in order.
     *
     * @param words the words; the array is used, and what it holds afterwards is not defined
     * @param from the lowest of the bits
     * @param count how many bits there are; those above must be 0
     */
    public static long[] sorted(long[] words, int from, int count) {
        if (words.length < FEW) {
            few(words);
            return words;
        }
        int passes = (count + DIGIT_BITS - 1) / DIGIT_BITS;
        // Digits as even as may be: ten bits at most, and fewer where that saves no pass.
        int width = passes == 0 ? 0 : (count + passes - 1) / passes;
        int[][] ends = ends(words, from, width, passes);
        long[] now = words;
        long[] next = new long[words.length];
        for (int pass = 0; pass < passes; pass++) {
            deal(now, next, ends[pass], from + pass * width, (1 << width) - 1);
            long[] free = now;
            now = next;
            next = free;
        }
        return now;
    }

    /** The sign bit turned over makes the signed order the unsigned one. */
    private static void few(long[] words) {
        for (int i = 0; i < words.length; i++) {
            words[i] ^= Long.MIN_VALUE;
        }
        Arrays.sort(words);
        for (int i = 0; i < words.length; i++) {
            words[i] ^= Long.MIN_VALUE;
        }
    }

    /** Where the words of each digit begin, for each pass. */
    private static int[][] ends(long[] words, int from, int width, int passes) {
        int[][] counts = new int[passes][1 << width];
        for (int pass = 0; pass < passes; pass++) {
            count(words, from + pass * width, (1 << width) - 1, counts[pass]);
        }
        for (int[] digits : counts) {
            int start = 0;
            for (int digit = 0; digit < digits.length; digit++) {
                int count = digits[digit];
                digits[digit] = start;
                start += count;
            }
        }
        return counts;
    }

    private static void count(long[] words, int shift, int mask, int[] counts) {
        for (long word : words) {
            counts[(int) (word >>> shift) & mask]++;
        }
    }

    private static void deal(long[] words, long[] to, int[] ends, int shift, int mask) {
        for (long word : words) {
            to[ends[(int) (word >>> shift) & mask]++] = word;
        }
    }
}

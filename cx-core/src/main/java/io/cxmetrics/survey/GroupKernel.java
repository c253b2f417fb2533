package io.cxmetrics.survey;

import java.util.Arrays;

/**
 * Promoters, passives and detractors of many groups while they are counted. The three share one word for each group, so
 * that an answer is one look at memory, which is the cost where groups are many. The highest bit of each count tells
 * when it is full, and the word is emptied then.
 *
 * <pre>
 *   long   | 63: no rating | 62: f, 61 .. 42: detractors | 41: f, 40 .. 21: passives | 20: f, 19 .. 0: promoters |
 *   int    | 31: no rating | 29: f, 28 .. 20: detractors | 19: f, 18 .. 10: passives |  9: f,  8 .. 0: promoters |
 *
 *   f is the highest bit of a count: once it is set, the count is full.
 * </pre>
 *
 * <p>The plain twin is {@code alone} of {@code NpsByGroupTest}.
 */
final class GroupKernel {

    /**
     * Up to so many groups the longer words are the faster, as they are rarely full; beyond, the shorter, as they are
     * near.
     */
    private static final int FEW = 1 << 16;

    private static final int LONG_BITS = 21;
    private static final int INT_BITS = 10;
    private static final long[] LONG_ANSWERS = new long[256];
    private static final int[] INT_ANSWERS = new int[256];
    private static final long LONG_FULL = Long.MIN_VALUE | full(LONG_BITS);
    private static final int INT_FULL = (int) (Integer.MIN_VALUE | full(INT_BITS));

    static {
        // A byte that is no rating adds the sign, so that one test finds it and full counts alike.
        Arrays.fill(LONG_ANSWERS, Long.MIN_VALUE);
        Arrays.fill(INT_ANSWERS, Integer.MIN_VALUE);
        for (int rating = 0; rating <= 10; rating++) {
            int third = 1 - NpsDefinition.STANDARD.bucket(rating);
            LONG_ANSWERS[rating] = 1L << (third * LONG_BITS);
            INT_ANSWERS[rating] = 1 << (third * INT_BITS);
        }
    }

    private long[] longs = new long[0];
    private int[] ints = new int[0];

    /** What words were emptied into: promoters, passives and detractors of each group. */
    private long[] counts = new long[0];

    /** The highest bit of each of three counts. */
    private static long full(int bits) {
        long lowest = 1L << (bits - 1);
        return lowest | lowest << bits | lowest << (2 * bits);
    }

    GroupKernel(int groups) {
        resize(groups);
    }

    private void resize(int groups) {
        drain();
        counts = Arrays.copyOf(counts, Math.multiplyExact(groups, 3));
        longs = new long[groups <= FEW ? groups : 0];
        ints = new int[groups <= FEW ? 0 : groups];
    }

    /** Makes room for as many groups at least. */
    void cover(int groups) {
        if (3L * groups > counts.length) {
            resize(Math.max(groups, counts.length / 3 * 2));
        }
    }

    /** Counts the ratings from an index to another, the first of which is of the group at {@code first}, and so on. */
    void add(int[] groups, int first, byte[] ratings, int from, int to) {
        if (ints.length == 0) {
            addLongs(groups, first, ratings, from, to, longs);
        } else {
            addInts(groups, first, ratings, from, to, ints);
        }
    }

    private void addLongs(int[] groups, int first, byte[] ratings, int from, int to, long[] words) {
        for (int i = from; i < to; i++) {
            int group = groups[first + i - from];
            if (group < 0 || group >= words.length) {
                throw outside(group, i);
            }
            long word = words[group] + LONG_ANSWERS[ratings[i] & 0xFF];
            words[group] = word;
            if ((word & LONG_FULL) != 0) {
                words[group] = 0;
                empty(group, word, LONG_BITS, ratings, i);
            }
        }
    }

    private void addInts(int[] groups, int first, byte[] ratings, int from, int to, int[] words) {
        for (int i = from; i < to; i++) {
            int group = groups[first + i - from];
            if (group < 0 || group >= words.length) {
                throw outside(group, i);
            }
            int word = words[group] + INT_ANSWERS[ratings[i] & 0xFF];
            words[group] = word;
            if ((word & INT_FULL) != 0) {
                words[group] = 0;
                empty(group, word, INT_BITS, ratings, i);
            }
        }
    }

    private IllegalArgumentException outside(int group, int index) {
        return new IllegalArgumentException(
                "group must be in [0, " + counts.length / 3 + "), got " + group + " at index " + index);
    }

    private void empty(int group, long word, int bits, byte[] ratings, int index) {
        if (word < 0) {
            throw RatingScale.ZERO_TO_TEN.outside(ratings[index], " at index " + index);
        }
        empty(group, word, bits);
    }

    private void empty(int group, long word, int bits) {
        long mask = (1L << bits) - 1;
        counts[3 * group] += word & mask;
        counts[3 * group + 1] += word >>> bits & mask;
        counts[3 * group + 2] += word >>> (2 * bits);
    }

    private void drain() {
        for (int group = 0; group < longs.length; group++) {
            empty(group, longs[group], LONG_BITS);
        }
        for (int group = 0; group < ints.length; group++) {
            empty(group, ints[group], INT_BITS);
        }
    }

    /** The counts of the first groups, and the end of counting. */
    long[] counts(int groups) {
        drain();
        return 3 * groups == counts.length ? counts : Arrays.copyOf(counts, 3 * groups);
    }
}

package io.cxmetrics.survey;

import java.util.Objects;

/**
 * The NPS of an array, without a branch on a rating: a processor mispredicts branches on random ratings, which takes
 * most of the time of a loop of tests.
 *
 * <p>The loops count the ratings from 7 and those from 9; the score needs no more. They take one word or one number a
 * step, because compilers unroll them better than we do.
 *
 * <pre>
 *   byte[]   two words, each with eight lanes that count to 248 ({@link ByteLanes}):
 *            sevens   | n | n | n | n | n | n | n | n |    ratings from 7 in this lane of the block
 *            nines    | n | n | n | n | n | n | n | n |    ratings from 9
 *
 *   int[]    one int for a block of 16,384:
 *            both     | 31 .. 16: ratings from 9 | 15 .. 0: ratings from 7 |
 * </pre>
 *
 * <p>The plain twin is {@code plainNps} of {@code ArrayKernelPropertyTest}.
 */
final class NpsKernel {

    private static final RatingScale SCALE = RatingScale.ZERO_TO_TEN;
    private static final int PASSIVE = NpsDefinition.STANDARD.passivesFrom();
    private static final int PROMOTER = NpsDefinition.STANDARD.promotersFrom();

    /** Two counts of a block of ints share one int, 16 bits each. */
    private static final int INTS = 1 << 14;

    private NpsKernel() {}

    static Nps count(byte[] ratings, int from, int to) {
        Objects.checkFromToIndex(from, to, ratings.length);
        int wholeWords = to - (to - from) % Long.BYTES;
        long rest = ByteLanes.load(ratings, wholeWords, to);
        long allBad = ByteLanes.above(SCALE.max(), rest);
        long passiveOrBetter = ByteLanes.sum(ByteLanes.atLeast(PASSIVE, rest));
        long promoters = ByteLanes.sum(ByteLanes.atLeast(PROMOTER, rest));
        int start = from;
        while (start < wholeWords) {
            int end = start + Math.min(wholeWords - start, ByteLanes.BLOCK);
            long sevens = 0;
            long nines = 0;
            long bad = 0;
            for (int i = start; i < end; i += Long.BYTES) {
                long word = ByteLanes.load(ratings, i);
                sevens += ByteLanes.atLeast(PASSIVE, word);
                nines += ByteLanes.atLeast(PROMOTER, word);
                bad |= ByteLanes.above(SCALE.max(), word);
            }
            passiveOrBetter += ByteLanes.sum(sevens);
            promoters += ByteLanes.sum(nines);
            allBad |= bad;
            start = end;
        }
        if (ByteLanes.marked(allBad)) {
            throw RatingsKernel.firstOutside(SCALE, ratings, from);
        }
        return nps(to - from, passiveOrBetter, promoters);
    }

    static Nps count(int[] ratings, int from, int to) {
        Objects.checkFromToIndex(from, to, ratings.length);
        long passiveOrBetter = 0;
        long promoters = 0;
        int start = from;
        while (start < to) {
            int end = start + Math.min(to - start, INTS);
            int both = 0;
            int bad = 0;
            for (int i = start; i < end; i++) {
                int rating = ratings[i];
                both += ((PASSIVE - 1 - rating) >>> 31) + (((PROMOTER - 1 - rating) >>> 31) << 16);
                bad |= rating | (SCALE.max() - rating);
            }
            if (bad < 0) {
                throw RatingsKernel.firstOutside(SCALE, ratings, start);
            }
            passiveOrBetter += both & 0xffff;
            promoters += both >>> 16;
            start = end;
        }
        return nps(to - from, passiveOrBetter, promoters);
    }

    private static Nps nps(int answers, long passiveOrBetter, long promoters) {
        return new Nps(promoters, passiveOrBetter - promoters, answers - passiveOrBetter);
    }
}

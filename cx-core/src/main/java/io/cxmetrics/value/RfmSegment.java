package io.cxmetrics.value;

import io.cxmetrics.internal.Checks;

/**
 * The customary names of customers by recency and frequency scores of 1 to 5.
 *
 * <p>There is no standard of them; tools of marketing draw the lines differently. These are theirs in the main, and
 * leave no pair of scores without a name:
 *
 * <table>
 * <caption>Segments by score</caption>
 * <tr><th>recency</th><th>frequency 1</th><th>2</th><th>3</th><th>4</th><th>5</th></tr>
 * <tr><td>5</td><td>new</td><td colspan="2">potential loyalists</td><td colspan="2">champions</td></tr>
 * <tr><td>4</td><td>promising</td><td colspan="2">potential loyalists</td><td colspan="2">loyal</td></tr>
 * <tr><td>3</td><td colspan="2">about to sleep</td><td>need attention</td><td colspan="2">loyal</td></tr>
 * <tr><td>2</td><td colspan="2">hibernating</td><td colspan="2">at risk</td><td>cannot lose them</td></tr>
 * <tr><td>1</td><td colspan="2">lost</td><td colspan="2">at risk</td><td>cannot lose them</td></tr>
 * </table>
 *
 * <p>The monetary score plays no part. A rule of one's own is a function of {@link RfmScore}, given to
 * {@link RfmScores#groupedBy}.
 *
 * @since 0.1
 */
public enum RfmSegment {

    /** Bought lately and often: recency 5, frequency 4 or 5. */
    CHAMPIONS,

    /** Buy often, and not too long ago: recency 3 or 4, frequency 4 or 5. */
    LOYAL,

    /** Bought lately, and more than the least: recency 4 or 5, frequency 2 or 3. */
    POTENTIAL_LOYALISTS,

    /** Bought just now for the first times: recency 5, frequency 1. */
    NEW,

    /** Bought rather lately for the first times: recency 4, frequency 1. */
    PROMISING,

    /** In the middle of both: recency 3, frequency 3. */
    NEED_ATTENTION,

    /** Bought seldom, and some time ago: recency 3, frequency 1 or 2. */
    ABOUT_TO_SLEEP,

    /** Bought rather often, and long ago: recency 1 or 2, frequency 3 or 4. */
    AT_RISK,

    /** Bought most often, and long ago: recency 1 or 2, frequency 5. */
    CANNOT_LOSE_THEM,

    /** Bought seldom, and long ago: recency 2, frequency 1 or 2. */
    HIBERNATING,

    /** Bought seldom, and longest ago: recency 1, frequency 1 or 2. */
    LOST;

    private static final RfmSegment[][] BY_RECENCY_AND_FREQUENCY = {
        {LOST, LOST, AT_RISK, AT_RISK, CANNOT_LOSE_THEM},
        {HIBERNATING, HIBERNATING, AT_RISK, AT_RISK, CANNOT_LOSE_THEM},
        {ABOUT_TO_SLEEP, ABOUT_TO_SLEEP, NEED_ATTENTION, LOYAL, LOYAL},
        {PROMISING, POTENTIAL_LOYALISTS, POTENTIAL_LOYALISTS, LOYAL, LOYAL},
        {NEW, POTENTIAL_LOYALISTS, POTENTIAL_LOYALISTS, CHAMPIONS, CHAMPIONS}
    };

    /**
     * Returns the segment of a score out of five.
     *
     * @param score the score
     * @return the segment
     * @throws IllegalArgumentException if the recency or frequency score is above 5
     */
    public static RfmSegment of(RfmScore score) {
        int recency = Checks.inRange("recency score", score.recency(), 1, 5);
        int frequency = Checks.inRange("frequency score", score.frequency(), 1, 5);
        return BY_RECENCY_AND_FREQUENCY[recency - 1][frequency - 1];
    }
}

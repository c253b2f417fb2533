package io.cxmetrics.survey.journey;

import java.util.Arrays;

/**
 * Where each count of {@link Milestones} stands in one array, so that adding summaries is adding arrays. With m
 * milestones:
 *
 * <pre>
 *   | customers | repeated | reached: m | answers: 3 m | continued: m - 1 | joint: 9 (m - 1) |
 *
 *   answers     dissatisfied, neutral, satisfied at each milestone
 *   continued   customers who reached a milestone and the next
 *   joint       customers who answered at both, three by three: the row is the earlier milestone, the column the later
 * </pre>
 *
 * @param milestones how many there are
 */
record MilestoneCounts(int milestones) {

    static final int CUSTOMERS = 0;
    static final int REPEATED = 1;

    int length() {
        return jointStart() + 9 * (milestones - 1);
    }

    int reached(int milestone) {
        return 2 + milestone;
    }

    /** The bucket is -1, 0 or 1. */
    int answers(int milestone, int bucket) {
        return 2 + milestones + 3 * milestone + bucket + 1;
    }

    int continued(int earlier) {
        return 2 + 4 * milestones + earlier;
    }

    int joint(int earlier, int earlierBucket, int laterBucket) {
        return jointStart() + 9 * earlier + 3 * (earlierBucket + 1) + laterBucket + 1;
    }

    private int jointStart() {
        return 2 + 4 * milestones + milestones - 1;
    }

    /** Returns the counts if they can be those of journeys, and refuses them otherwise. */
    long[] checked(long[] counts) {
        if (counts.length != length()) {
            throw new IllegalArgumentException(
                    "counts must be " + length() + " for " + milestones + " milestones, got " + counts.length);
        }
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < 0) {
                throw new IllegalArgumentException("counts must not be negative, got " + counts[i] + " at index " + i);
            }
        }
        for (int i = 0; i < milestones; i++) {
            atMost("reached", counts[reached(i)], "customers", counts[CUSTOMERS]);
            atMost("answers", answered(counts, i), "reached", counts[reached(i)]);
        }
        for (int i = 0; i + 1 < milestones; i++) {
            atMost("continued", counts[continued(i)], "reached", Math.min(counts[reached(i)], counts[reached(i + 1)]));
            for (int bucket = -1; bucket <= 1; bucket++) {
                long row = 0;
                long column = 0;
                for (int other = -1; other <= 1; other++) {
                    row = Math.addExact(row, counts[joint(i, bucket, other)]);
                    column = Math.addExact(column, counts[joint(i, other, bucket)]);
                }
                atMost("joint", row, "answers", counts[answers(i, bucket)]);
                atMost("joint", column, "answers", counts[answers(i + 1, bucket)]);
            }
        }
        return counts;
    }

    private static void atMost(String name, long count, String limitName, long limit) {
        if (count > limit) {
            throw new IllegalArgumentException(
                    name + " must not exceed " + limitName + " (" + limit + "), got " + count);
        }
    }

    long answered(long[] counts, int milestone) {
        return Arrays.stream(counts, answers(milestone, -1), answers(milestone, 1) + 1)
                .reduce(0, Math::addExact);
    }
}

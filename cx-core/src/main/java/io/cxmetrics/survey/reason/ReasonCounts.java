package io.cxmetrics.survey.reason;

/**
 * Where each count of {@link Reasons} stands in one array, so that adding summaries is adding arrays. With r reasons:
 *
 * <pre>
 *   | blank | contradictory | none | respondents with a reason | named together: r (r + 1) / 2 |
 *
 *   named together   how many respondents name both of two reasons; a reason with itself is how many name it
 *                    (0, 0), (1, 0), (1, 1), (2, 0), (2, 1), (2, 2), ...
 * </pre>
 *
 * @param reasons how many there are
 */
record ReasonCounts(int reasons) {

    static final int BLANK = 0;
    static final int CONTRADICTORY = 1;
    static final int NONE = 2;
    static final int WITH_REASON = 3;
    private static final int FIRST = 4;

    int length() {
        return FIRST + reasons * (reasons + 1) / 2;
    }

    int together(int one, int other) {
        int high = Math.max(one, other);
        return FIRST + high * (high + 1) / 2 + Math.min(one, other);
    }

    int named(int reason) {
        return together(reason, reason);
    }

    /** Returns the counts if they can be those of respondents, and refuses them otherwise. */
    long[] checked(long[] counts) {
        if (counts.length != length()) {
            throw new IllegalArgumentException(
                    "counts must be " + length() + " for " + reasons + " reasons, got " + counts.length);
        }
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < 0) {
                throw new IllegalArgumentException("counts must not be negative, got " + counts[i] + " at index " + i);
            }
        }
        Math.addExact(
                Math.addExact(counts[NONE], counts[WITH_REASON]), Math.addExact(counts[BLANK], counts[CONTRADICTORY]));
        for (int one = 0; one < reasons; one++) {
            atMost("named", counts[named(one)], "respondents with a reason", counts[WITH_REASON]);
            for (int other = 0; other < one; other++) {
                atMost(
                        "together",
                        counts[together(one, other)],
                        "named",
                        Math.min(counts[named(one)], counts[named(other)]));
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
}

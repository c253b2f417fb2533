package io.cxmetrics.benchmarks.duel;

import java.io.Serializable;

/**
 * How much time a measurement may take, and how many rows it is made over.
 *
 * @param share which part of the rows of a suite to take, such as 10 for a tenth
 * @param warmUp nanoseconds to warm each side up
 * @param duel nanoseconds to spend on each pair, unless the fewest rounds take longer
 * @param fewest the fewest rounds, where each is slow
 * @param most the most rounds, where each is fast
 */
public record Patience(int share, long warmUp, long duel, int fewest, int most) implements Serializable {

    /** For results that are kept. */
    public static final Patience FULL = new Patience(1, 500_000_000L, 1_200_000_000L, 3, 41);

    /** For a look. */
    public static final Patience QUICK = new Patience(20, 150_000_000L, 150_000_000L, 3, 11);

    /** So that the clock and the call between two reads of it do not matter. */
    static final long SAMPLE = 2_000_000L;
}

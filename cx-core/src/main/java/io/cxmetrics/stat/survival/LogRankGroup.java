package io.cxmetrics.stat.survival;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.internal.Checks;
import java.io.Serializable;

/**
 * What a {@link LogRank} test saw of one group, and what it expected.
 *
 * @param group the group
 * @param count how many observations it has
 * @param observed its events, weighted if the test weights
 * @param expected how many of all events would be its own if groups did not matter, weighted if the test weights
 * @param <G> the type of the groups, serializable if the test shall be
 * @since 0.1
 */
public record LogRankGroup<G>(G group, long count, double observed, double expected) implements Serializable {

    /**
     * Checks that the group is there, and its numbers.
     *
     * @throws IllegalArgumentException if a number is negative, or one of the events infinite
     */
    public LogRankGroup {
        requireNonNull(group, "group");
        Checks.notNegative("count", count);
        Checks.notNegative("observed", observed);
        Checks.notNegative("expected", expected);
    }
}

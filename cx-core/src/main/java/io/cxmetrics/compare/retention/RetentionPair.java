package io.cxmetrics.compare.retention;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * The log-rank test of two of the groups of a {@link RetentionComparison}.
 *
 * @param first one group
 * @param second the other
 * @param chiSquared the statistic, with one degree of freedom; NaN without evidence
 * @param pValue its p-value; NaN without evidence
 * @param adjustedPValue the p-value by Holm's method for all pairs together: to call every pair below 0.05 different is
 *     wrong anywhere with a probability of at most 0.05; NaN without evidence
 * @param <G> the type of the groups, serializable if the pair shall be
 * @since 0.1
 */
public record RetentionPair<G>(G first, G second, double chiSquared, double pValue, double adjustedPValue)
        implements Serializable {

    /** Checks that the groups are there. */
    public RetentionPair {
        requireNonNull(first, "first");
        requireNonNull(second, "second");
    }
}

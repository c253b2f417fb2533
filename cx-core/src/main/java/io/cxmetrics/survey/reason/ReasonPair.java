package io.cxmetrics.survey.reason;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.stat.Proportion;
import java.io.Serializable;

/**
 * Two reasons and how often one person names both, as fractions of all who answered.
 *
 * <p>The lift is the share who name both divided by the share expected if the two had nothing to do with each other,
 * the product of their shares. Above 1 they come together, below 1 they avoid each other.
 *
 * @param first one reason
 * @param second the other
 * @param share those who name both out of all who answered
 * @param lift share / (share of the first x share of the second), not negative; NaN if nobody names one of them
 * @since 0.1
 */
public record ReasonPair(String first, String second, Proportion share, double lift) implements Serializable {

    /** Checks that the parts are there. */
    public ReasonPair {
        requireNonNull(first, "first");
        requireNonNull(second, "second");
        requireNonNull(share, "share");
    }
}

package io.cxmetrics.compare.retention;

/**
 * The groups of {@link RetentionComparison#byRating}: customers by their first rating.
 *
 * @since 0.1
 */
public enum RatingGroup {
    /** The first rating was high, such as a 4 or a 5 of 5. */
    RATED_HIGH,
    /** The first rating was not. */
    RATED_LOW
}

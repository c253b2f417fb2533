package io.cxmetrics.compare.retention;

/**
 * Whether a customer had contacted support by a time; see {@link RetentionComparison#byContact}.
 *
 * @since 0.1
 */
public enum ContactState {

    /** No contact so far, whatever comes later. */
    NOT_YET_CONTACTED,

    /** After the first contact. */
    CONTACTED
}

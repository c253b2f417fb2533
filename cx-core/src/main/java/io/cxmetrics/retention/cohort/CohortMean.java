package io.cxmetrics.retention.cohort;

/**
 * How the rates of several cohorts become one.
 *
 * @since 0.1
 */
public enum CohortMean {

    /** All active / all eligible: every starter weighs the same. */
    WEIGHTED,

    /** The mean of the rates of the cohorts in which the interval is observed: every cohort weighs the same. */
    SIMPLE
}

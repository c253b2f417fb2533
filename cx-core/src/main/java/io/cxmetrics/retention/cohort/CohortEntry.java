package io.cxmetrics.retention.cohort;

/**
 * Which of its starts put an actor into a cohort.
 *
 * @since 0.1
 */
public enum CohortEntry {

    /** The first ever: an actor is in one cohort. */
    FIRST,

    /**
     * The first in each cohort period: an actor is in the cohort of every period in which it starts, once, and each of
     * these starts has intervals of its own.
     */
    RECURRING
}

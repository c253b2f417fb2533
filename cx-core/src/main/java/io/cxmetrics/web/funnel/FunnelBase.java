package io.cxmetrics.web.funnel;

/**
 * Base of a rate in a funnel: the units that reached a step are divided by it.
 *
 * @since 0.1
 */
public enum FunnelBase {

    /** Those who reached the first step, whose own rate is 1: the usual conversion rate of a funnel, as in PostHog. */
    FIRST,

    /** Those who reached the step before; the first step has none, and its rate is undefined. */
    PREVIOUS,

    /** All units, whether they entered the funnel or not: retentioneering divides by all paths, the first step too. */
    ALL
}

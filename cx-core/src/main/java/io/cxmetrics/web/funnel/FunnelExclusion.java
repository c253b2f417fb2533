package io.cxmetrics.web.funnel;

/**
 * What becomes of a unit with an excluded event between the first and the last step of its attempt at a {@link Funnel}.
 *
 * @since 0.1
 */
public enum FunnelExclusion {

    /**
     * A unit that would have come further but for an excluded event is left out of the funnel altogether, and counted
     * apart (PostHog). A unit that comes as far in an attempt without one stays.
     */
    DROPS_UNIT,

    /** The attempt ends at the excluded event: the unit keeps the steps that it had reached, and may start again. */
    ENDS_ATTEMPT
}

package io.cxmetrics.web.funnel;

/**
 * Which events can be the start of an attempt at a {@link Funnel}.
 *
 * @since 0.1
 */
public enum FunnelStart {

    /**
     * Each event that matches the first step: the attempt that comes furthest counts, and the time to convert is
     * measured from the latest start that leads to the first conversion. In the order {@link FunnelOrder#ANY} each
     * event that matches any step can be the start.
     */
    EACH,

    /**
     * Only the first event of the unit that matches the first step, so that who was here before the window does not
     * start anew. What came before it does not count; in the order {@link FunnelOrder#ANY} the others follow it in any
     * order.
     */
    FIRST_EVER
}

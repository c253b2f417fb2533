package io.cxmetrics.web.funnel;

/**
 * How the steps of a {@link Funnel} have to follow one another. Whoever is through by one is through by those after it
 * too.
 *
 * @since 0.1
 */
public enum FunnelOrder {

    /** Directly one after the other: no other event of the unit lies between. */
    STRICT,

    /** One after the other, with anything between: the usual order, and the one of retentioneering. */
    SEQUENTIAL,

    /** In any order: step k is reached with all of the first k steps done. */
    ANY
}

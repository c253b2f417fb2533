package io.cxmetrics.support;

/** What becomes of those who leave a queue so soon that no service could have kept them. */
public enum ShortAbandons {

    /** They are abandoned like any other. */
    COUNTED,

    /** They are neither abandoned nor offered: left out of both sides. */
    LEFT_OUT,

    /** They are offered, but not abandoned. The lowest of the three rates. */
    OFFERED_ONLY
}

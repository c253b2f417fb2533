package io.cxmetrics.web.session;

/**
 * Duration of a bounce in the mean duration of sessions.
 *
 * @since 0.1
 */
public enum BounceDuration {

    /** The time from its first event to its last, which is 0 for a single event. */
    AS_MEASURED,

    /** 0, whatever was measured: Plausible. */
    AS_ZERO,

    /** Nothing: the mean is that of the sessions which are not bounces. */
    LEFT_OUT
}

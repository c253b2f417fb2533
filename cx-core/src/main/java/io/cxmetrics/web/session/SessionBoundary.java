package io.cxmetrics.web.session;

/**
 * Whether a gap of exactly the timeout ends a session. Systems differ, and times in whole seconds make it happen.
 *
 * @since 0.1
 */
public enum SessionBoundary {

    /** A session ends where the gap is longer than the timeout. */
    AFTER,

    /** A session ends where the gap is the timeout or longer, as in Matomo. */
    AT;

    /** Whether a gap ends a session. */
    boolean ends(long gap, long timeout) {
        return this == AFTER ? gap > timeout : gap >= timeout;
    }
}

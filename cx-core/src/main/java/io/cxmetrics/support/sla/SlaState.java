package io.cxmetrics.support.sla;

/**
 * How a promise stands at the instant up to which a ticket was replayed.
 *
 * @since 0.1
 */
public enum SlaState {
    /** Not fulfilled yet, running or paused, with time left. */
    ACTIVE,
    /**
     * As {@link #ACTIVE}, with so much of the target used that somebody should look; at the target itself still this.
     */
    AT_RISK,
    /** Fulfilled in at most the target. */
    MET,
    /** More than the target was used, fulfilled later or not at all. It stays so, whatever happens afterwards. */
    BREACHED,
    /** Another service level took its place before it was fulfilled or breached. */
    REPLACED,
    /** Priority or service level changed so that nothing is promised any more, before it was fulfilled or breached. */
    CANCELLED;

    /**
     * Tells whether it is still open.
     *
     * @return true for {@link #ACTIVE} and {@link #AT_RISK}
     */
    public boolean live() {
        return this == ACTIVE || this == AT_RISK;
    }
}

package io.cxmetrics.support;

/**
 * Meaning of a status for the clocks, whatever a help desk calls it.
 *
 * @since 0.1
 */
public enum StatusCategory {
    /** Nobody has taken it up yet. */
    NEW,
    /** The support team has to act. */
    OPEN,
    /** The requester has to act. */
    PENDING,
    /** A third party has to act. */
    HOLD,
    /** The team holds it for resolved; the requester may reopen it. */
    SOLVED,
    /** It is over, and does not open again as a rule. */
    CLOSED;

    /**
     * Tells whether the work is done.
     *
     * @return true for {@link #SOLVED} and {@link #CLOSED}
     */
    public boolean resolved() {
        return this == SOLVED || this == CLOSED;
    }
}

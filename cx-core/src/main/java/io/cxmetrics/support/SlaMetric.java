package io.cxmetrics.support;

/**
 * Promise of a service level.
 *
 * @since 0.1
 */
public enum SlaMetric {
    /** From creation to the first public reply by an agent. */
    FIRST_REPLY,
    /** From the oldest unanswered comment of the requester to the next public reply by an agent. */
    NEXT_REPLY,
    /** Between one public reply by an agent and the next, while the ticket is not resolved. */
    PERIODIC_UPDATE,
    /** Time in new, open and hold. */
    REQUESTER_WAIT,
    /** Time in new and open. */
    AGENT_WORK,
    /** Time in new, open, pending and hold: from creation until resolved. */
    RESOLUTION
}

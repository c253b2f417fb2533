package io.cxmetrics.support;

/**
 * Author of a comment.
 *
 * @since 0.1
 */
public enum Author {
    /** The customer, or whoever asked on their behalf. */
    REQUESTER,
    /** A person of the support team. */
    AGENT,
    /** A bot, a trigger, an automatic reply: never counts as a reply. */
    SYSTEM
}

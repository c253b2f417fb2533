package io.cxmetrics.support;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * A status of a ticket: the name that the help desk gives it, and what it means.
 *
 * @param name the name, such as {@code Awaiting Vendor}
 * @param category what it means for the clocks
 * @since 0.1
 */
public record Status(String name, StatusCategory category) implements Serializable {

    /** A new ticket. */
    public static final Status NEW = new Status("new", StatusCategory.NEW);

    /** With the support team. */
    public static final Status OPEN = new Status("open", StatusCategory.OPEN);

    /** With the requester. */
    public static final Status PENDING = new Status("pending", StatusCategory.PENDING);

    /** With a third party. */
    public static final Status HOLD = new Status("hold", StatusCategory.HOLD);

    /** Resolved, and may be reopened. */
    public static final Status SOLVED = new Status("solved", StatusCategory.SOLVED);

    /** Over. */
    public static final Status CLOSED = new Status("closed", StatusCategory.CLOSED);

    /** Checks that both parts are there. */
    public Status {
        requireNonNull(name, "name");
        requireNonNull(category, "category");
    }
}

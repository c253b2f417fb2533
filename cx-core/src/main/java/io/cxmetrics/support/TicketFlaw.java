package io.cxmetrics.support;

/**
 * Why a {@link TicketScreening} leaves a ticket out. The reasons are looked at in this order, and the first one counts.
 *
 * @since 0.1
 */
public enum TicketFlaw {
    /** Nobody knows when it was created. */
    NO_CREATION,
    /** It was created when nothing was known any more, such as by a mistyped year. */
    CREATED_LATER,
    /** It was created before the year that the screening starts with, such as at a date that stands for none. */
    CREATED_TOO_EARLY,
    /** It was resolved before it was created. */
    RESOLVED_BEFORE_CREATION
}

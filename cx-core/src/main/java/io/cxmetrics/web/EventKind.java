package io.cxmetrics.web;

/**
 * The kind of an event: what a visitor did, or what a page reported.
 *
 * @since 0.1
 */
public enum EventKind {

    /** A page or screen was shown; its name is the page. */
    PAGE_VIEW,

    /**
     * A sign of life from a page that is open: a heartbeat, or an engagement of so many milliseconds. Its name is the
     * page.
     */
    PING,

    /** How far a page was scrolled, in thousandths of its height; its name is the page. */
    SCROLL,

    /** Something was clicked; its name is the item. */
    CLICK,

    /** Something was shown that can be clicked; its name is the item. */
    IMPRESSION,

    /** Anything else that somebody chose to count; its name is that of the event. */
    CUSTOM,

    /**
     * Something that the page sent by itself, such as that a banner was shown; its name is that of the event. It is no
     * action of the visitor, so that it ends no bounce. Plausible calls such an event not interactive.
     */
    AUTOMATIC,

    /** A user logged in. */
    LOGIN,

    /** A feature was used; its name is the feature. */
    FEATURE,

    /** Something was shared; its name is the thing that was shared. */
    SHARE,

    /** Something was liked; its name is the thing that was liked. */
    LIKE,

    /** Somebody was mentioned, or something commented on. */
    MENTION,

    /** Something was put into a cart; its name is the item. */
    ADD_TO_CART,

    /** A checkout was begun. */
    CHECKOUT,

    /** Something was ordered; its id is that of the order, so that an order sent twice counts once. */
    ORDER,

    /** An order was given back in part or whole. */
    REFUND
}

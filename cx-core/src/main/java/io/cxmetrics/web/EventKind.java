package io.cxmetrics.web;

/** What kind of thing happened. */
public enum EventKind {

    /** A page or screen was shown; its name is the page. */
    PAGE_VIEW,

    /** A sign of life from a page that is open: a heartbeat, or an engagement of so many milliseconds. Its name is the page. */
    PING,

    /** How far a page was scrolled, in thousandths of its height; its name is the page. */
    SCROLL,

    /** Something was clicked; its name is what. */
    CLICK,

    /** Something was shown that can be clicked; its name is what. */
    IMPRESSION,

    /** Anything else that somebody chose to count; its name is that of the event. */
    CUSTOM,

    /** A user logged in. */
    LOGIN,

    /** A feature was used; its name is the feature. */
    FEATURE,

    /** Something was shared; its name is what. */
    SHARE,

    /** Something was liked; its name is what. */
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

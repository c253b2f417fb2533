package io.cxmetrics.web.cart;

/**
 * Unit of a cart when abandoned carts are counted.
 *
 * @since 0.1
 */
public enum CartRule {

    /**
     * Each cart of an owner: it opens with the first item, and ends with an order or when nothing has happened to it
     * for longer than the window. Items that are added later open another. Nosto divides so, by carts opened.
     */
    PER_CART,

    /**
     * Each session with an item added: it is ordered if the session has an order, whichever of the two came first. An
     * order in a later session leaves it abandoned, as in Matomo.
     */
    PER_SESSION,

    /**
     * Each owner with an item added: ordered if one of the carts was, otherwise recovered if one was, otherwise open if
     * one is.
     */
    PER_USER
}

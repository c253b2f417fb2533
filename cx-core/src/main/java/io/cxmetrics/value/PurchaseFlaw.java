package io.cxmetrics.value;

/**
 * Why a row of a file is no purchase, in the order in which {@link PurchaseScreening} looks.
 *
 * @since 0.1
 */
public enum PurchaseFlaw {

    /** Nobody is named as the customer. */
    NO_CUSTOMER,

    /** Another line of an order that was counted already, such as its second item with the total of the order on it. */
    REPEATED_ORDER,

    /** The time is missing. */
    NO_TIME,

    /** The amount is missing. */
    NO_AMOUNT,

    /** The row names another currency than the log has, or none. */
    OTHER_CURRENCY,

    /** The refunded part of an order is below 0. */
    NEGATIVE_REFUND
}

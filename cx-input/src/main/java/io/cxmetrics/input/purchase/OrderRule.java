package io.cxmetrics.input.purchase;

/**
 * What the amounts on the lines of one order are.
 *
 * @since 0.1
 */
public enum OrderRule {

    /**
     * The total of the order, on each of its lines or on one of them, as in exports of shops. An order with two totals
     * contradicts itself, so its customer is left out.
     */
    TOTAL,

    /** The part of the order that the line is about; the lines add up to the order. */
    PARTS
}

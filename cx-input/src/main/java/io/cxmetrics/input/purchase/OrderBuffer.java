package io.cxmetrics.input.purchase;

/** The lines of one order while they come. */
final class OrderBuffer {

    private long millis = Long.MAX_VALUE;
    private long amount;
    private long refunded;
    private boolean known;
    private boolean refundKnown;
    private boolean contradicts;

    void add(PurchaseRow line, OrderRule rule) {
        millis = Math.min(millis, line.at().toEpochMilli());
        Long more = line.amount();
        if (more != null) {
            contradicts |= rule == OrderRule.TOTAL && known && more != amount;
            amount = rule == OrderRule.PARTS ? Math.addExact(amount, more) : more;
            known = true;
        }
        Long back = line.refunded();
        if (back != null) {
            contradicts |= rule == OrderRule.TOTAL && refundKnown && back != refunded;
            refunded = rule == OrderRule.PARTS ? Math.addExact(refunded, back) : back;
            refundKnown = true;
        }
    }

    /** Whether two lines have different totals. */
    boolean contradicts() {
        return contradicts;
    }

    /** Whether any line has an amount. */
    boolean isKnown() {
        return known;
    }

    /** When its first line was. */
    long millis() {
        return millis;
    }

    long amount() {
        return amount;
    }

    long refunded() {
        return refunded;
    }
}

package io.cxmetrics.value;

/** What is counted, by its name in texts. */
enum ValuePart {
    CUSTOMERS(0, "customers"),
    REPEAT_CUSTOMERS(1, "repeatCustomers"),
    REORDERING_CUSTOMERS(2, "reorderingCustomers"),
    REFUND_ONLY_CUSTOMERS(3, "refundOnlyCustomers"),
    FREE_ONLY_CUSTOMERS(4, "freeOnlyCustomers"),
    PURCHASE_PERIODS(5, "purchasePeriods"),
    ORDERS(6, "orders"),
    GROSS(7, "gross"),
    RETURNS(8, "returns"),
    REFUNDS(9, "refunds");

    /** Where the count stands. */
    final int index;

    final String label;

    ValuePart(int index, String label) {
        this.index = index;
        this.label = label;
    }
}

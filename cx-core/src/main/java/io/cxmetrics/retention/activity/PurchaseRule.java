package io.cxmetrics.retention.activity;

/**
 * Which activities are purchases, by name.
 *
 * <p>The rule decides what makes an order and a purchase day. It does not touch money: amounts above 0 are spend and
 * amounts below 0 are refunds under every rule.
 *
 * @since 0.1
 */
public enum PurchaseRule {

    /**
     * Amount &ge; 0, the default: a refund is none, and neither makes a day a purchase day nor a customer active. What
     * was free is one: logs of dates alone have no amounts, and orders paid by voucher are orders.
     */
    WITHOUT_REFUNDS {
        @Override
        public boolean counts(long amount) {
            return amount >= 0;
        }
    },

    /** Amount &gt; 0: what was free is no purchase either. */
    PAID {
        @Override
        public boolean counts(long amount) {
            return amount > 0;
        }
    },

    /**
     * Whatever the amount, as tools do that count rows: the day of a refund is a purchase day, and the refund an order.
     */
    EVERY_ACTIVITY {
        @Override
        public boolean counts(long amount) {
            return true;
        }
    };

    /**
     * Tells whether an activity is a purchase.
     *
     * @param amount what it was worth in minor units, negative for a refund
     * @return true if it is
     */
    public abstract boolean counts(long amount);
}

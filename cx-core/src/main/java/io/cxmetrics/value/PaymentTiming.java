package io.cxmetrics.value;

/**
 * When the payments of a customer come and whether the first is among them: three formulas that are all called customer
 * lifetime value and differ by this alone.
 *
 * <p>With a margin m a period, retention r and discount d, both by the period, a customer who may stay for ever is
 * worth
 *
 * <ul>
 *   <li>{@link #FIRST_NOW}: m (1 + d) / (1 + d - r);
 *   <li>{@link #FIRST_EXCLUDED}: m r / (1 + d - r);
 *   <li>{@link #PERIOD_END}: m / (1 + d - r).
 * </ul>
 *
 * <p>For m = 100, r = 0.8 and d = 0.1 these are 366.67, 266.67 and 333.33. FIRST_NOW is m more than FIRST_EXCLUDED, and
 * (1 + d) times PERIOD_END.
 *
 * <p>Source: P. Fader, B. Hardie, "Reconciling and clarifying CLV formulas" (2012), brucehardie.com/notes/024.
 *
 * @since 0.1
 */
public enum PaymentTiming {

    /** Each period is paid when it starts, and the first payment is now and counts: what a new customer is worth. */
    FIRST_NOW {
        @Override
        double first(double retention, double discount) {
            return 1;
        }
    },

    /**
     * Each period is paid when it starts, and the payment of now is left out: what a customer who has just paid is
     * still worth. The first payment that counts is a period from now and is the margin, grown by nothing yet. For a
     * margin of 1 this is the margin multiple of S. Gupta and D. Lehmann, "Customers as assets", Journal of Interactive
     * Marketing 17(1), 2003.
     */
    FIRST_EXCLUDED {
        @Override
        double first(double retention, double discount) {
            return retention / (1 + discount);
        }
    },

    /**
     * Each period is booked when it ends, also that of a customer who leaves at its end: the first payment is certain.
     */
    PERIOD_END {
        @Override
        double first(double retention, double discount) {
            return 1 / (1 + discount);
        }
    };

    /** What the first payment that counts is expected to be worth now, as a share of the margin. */
    abstract double first(double retention, double discount);
}

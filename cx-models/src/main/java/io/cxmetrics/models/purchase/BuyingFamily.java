package io.cxmetrics.models.purchase;

import io.cxmetrics.models.Fit;

/**
 * The models of customers who buy when they like and leave without a word.
 *
 * <pre>{@code
 * BuyingHistories histories =
 *         BuyingHistories.of(new long[] {2, 0, 1, 0}, new double[] {20, 0, 10, 0}, new double[] {30, 30, 30, 20});
 * BuyingFamily.MBG_NBD.fit(histories).model().parameterNames(); // [r, alpha, a, b]
 * }</pre>
 *
 * @since 0.1
 */
public enum BuyingFamily {

    /** Customers leave after a repeat purchase: {@link BgNbd}. Whoever bought once is taken for alive. */
    BG_NBD {
        @Override
        public Fit<? extends BuyingModel<?>> fit(BuyingHistories histories) {
            return BgNbd.fit(histories);
        }
    },

    /** Customers leave after any purchase, the first included: {@link MbgNbd}. */
    MBG_NBD {
        @Override
        public Fit<? extends BuyingModel<?>> fit(BuyingHistories histories) {
            return MbgNbd.fit(histories);
        }
    },

    /** Customers leave at any time: {@link ParetoNbd}. */
    PARETO_NBD {
        @Override
        public Fit<? extends BuyingModel<?>> fit(BuyingHistories histories) {
            return ParetoNbd.fit(histories);
        }
    };

    /**
     * Returns the model that makes histories most likely.
     *
     * @param histories the histories, with at least one repeat purchase
     * @return the fit
     * @throws IllegalArgumentException if nobody bought again
     */
    public abstract Fit<? extends BuyingModel<?>> fit(BuyingHistories histories);
}

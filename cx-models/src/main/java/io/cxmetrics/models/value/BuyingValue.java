package io.cxmetrics.models.value;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.models.internal.Checks;
import io.cxmetrics.models.purchase.BuyingHistory;
import io.cxmetrics.models.purchase.BuyingModel;
import io.cxmetrics.models.purchase.ParetoNbd;
import java.io.Serializable;

/**
 * Spend of customers from now on (residual lifetime value), in the currency of the model of spend: expected
 * purchases times expected amount, discounted.
 *
 * <p><b>Definition.</b> Over a horizon of n steps, the value is the expected amount of a purchase times the sum over
 * steps of the purchases expected in the step, each discounted to the end of its step. A margin is for the caller to
 * multiply.
 *
 * <p><b>Assumption.</b> The amount of a purchase has nothing to do with how often a customer buys or when they leave.
 *
 * <p><b>Source.</b> P. S. Fader, B. G. S. Hardie, K. L. Lee, "RFM and CLV", Journal of Marketing Research 42 (2005),
 * <a href="https://doi.org/10.1509/jmkr.2005.42.4.415">doi:10.1509/jmkr.2005.42.4.415</a>.
 *
 * <p>Immutable, thread-safe and serializable, so that an engine can score with it.
 *
 * <pre>{@code
 * BuyingValue value =
 *         new BuyingValue(new BgNbd(0.243, 4.414, 0.793, 2.426), new GammaGamma(6.25, 3.74, 15.44));
 * double month = 4.345; // weeks
 * double year = value.residual(
 *         BuyingHistory.of(2, 30.43, 38.86), SpendHistory.of(2, 22.35), 12, month, new DiscountRate(0.01, month));
 * Math.round(100 * year); // 3629
 * }</pre>
 *
 * @param buying the model of purchases
 * @param spend the model of the amount of a purchase
 * @since 0.1
 */
public record BuyingValue(BuyingModel<?> buying, GammaGamma spend) implements Serializable {

    /** Checks the models. */
    public BuyingValue {
        requireNonNull(buying, "buying");
        requireNonNull(spend, "spend");
    }

    /**
     * Returns the value of what a customer buys from now on over a finite horizon.
     *
     * @param bought when the customer bought so far
     * @param spent what the customer spent so far
     * @param steps how many steps the horizon has, not negative
     * @param step the length of a step in the unit of time of the model of purchases, finite and above 0
     * @param discount the discount
     * @return the value in the currency; NaN where the expected amount does not exist
     * @throws IllegalArgumentException if an argument is out of range
     */
    public double residual(BuyingHistory bought, SpendHistory spent, int steps, double step, DiscountRate discount) {
        Checks.notNegative("steps", steps, "");
        Checks.positive("step", step);
        double sum = 0;
        double before = 0;
        for (int i = 1; i <= steps; i++) {
            double until = buying.expectedPurchases(bought, i * step);
            sum += (until - before) * discount.factor(i * step);
            before = until;
        }
        return sum * spend.expectedSpend(spent);
    }

    /**
     * Returns the value of what a customer buys from now on without end, discounted without pause. Only {@link
     * ParetoNbd} has it in a form that ends.
     *
     * @param bought when the customer bought so far
     * @param spent what the customer spent so far
     * @param discount the discount, above 0
     * @return the value in the currency; NaN where the expected amount does not exist
     * @throws IllegalArgumentException if the discount is 0, or the model of purchases is another
     */
    public double residualWithoutEnd(BuyingHistory bought, SpendHistory spent, DiscountRate discount) {
        if (buying instanceof ParetoNbd pareto) {
            return pareto.discountedPurchases(bought, discount.continuous()) * spend.expectedSpend(spent);
        }
        throw new IllegalArgumentException("buying must be ParetoNbd for a value without end, got " + buying);
    }
}

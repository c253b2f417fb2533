package io.cxmetrics.value;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.retention.subscription.ChurnRate;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.time.CalendarPeriod;
import java.io.Serializable;
import java.util.Currency;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Whether customers are worth what they cost: payback of the acquisition cost (CAC) in months, and lifetime value over
 * it (LTV:CAC) as a ratio.
 *
 * <p><b>Definition.</b> LTV:CAC = value / CAC. Payback = CAC / margin a month, or with churn the smallest number of
 * monthly payments that together reach the CAC.
 *
 * <p><b>Units.</b> Both sides are types that know their unit, so that cents never meet euros: {@link AcquisitionCost}
 * answers in major units and {@link LifetimeValue} takes and gives them. Where both name a currency, it must be the
 * same.
 *
 * <p><b>Edges.</b> Without new customers the CAC is NaN, and so is every answer. A cost that is never paid back takes
 * {@link Double#POSITIVE_INFINITY} months: that is known, and not undefined. The ratio to a CAC of 0 is NaN.
 *
 * <pre>{@code
 * AcquisitionCost cost = AcquisitionCost.ofMedia(3_000_000).withPaid(100); // 300.00 each
 * LifetimeValue value = LifetimeValue.ofOrders(
 *         50, 1, 0.5, CalendarPeriod.MONTH, ChurnRate.of(0.05, CalendarPeriod.MONTH), DiscountRate.of(0,
 *                 CalendarPeriod.YEAR));
 * UnitEconomics economics = UnitEconomics.of(cost, CacRule.PAID, value);
 * economics.paybackMonths(); // 12.0
 * economics.paybackMonthsWithChurn(); // 18.0
 * Math.round(100 * economics.ltvToCac(PaymentTiming.FIRST_NOW)); // 167
 * Math.round(100 * economics.ltvToCac(v -> v.over(12, PaymentTiming.FIRST_NOW))); // 77
 * UnitEconomics.referral(30, 200).percent(); // 15.0
 * }</pre>
 *
 * @param cost what it cost to win customers
 * @param rule which costs and customers the CAC takes
 * @param value what a customer is worth, in margin and not in revenue
 * @since 0.1
 */
public record UnitEconomics(AcquisitionCost cost, CacRule rule, LifetimeValue value) implements Serializable {

    /** A payment that misses the cost by rounding pays it back. */
    private static final double ROUNDING = 1e-12;

    /**
     * Checks that both sides are of one currency.
     *
     * @throws IllegalArgumentException if both name a currency, and not the same
     */
    public UnitEconomics {
        requireNonNull(rule, "rule");
        Currency paid = currency(cost);
        Currency earned = value.currency();
        if (paid != null && earned != null && !paid.equals(earned)) {
            throw new IllegalArgumentException(
                    "value must be in the currency of the cost, " + paid + ", got " + earned);
        }
    }

    private static @Nullable Currency currency(AcquisitionCost cost) {
        return cost.unit() == null ? null : cost.unit().currency();
    }

    /**
     * Returns the cost of customers beside their value.
     *
     * @param cost what it cost to win customers
     * @param rule which costs and customers the CAC takes
     * @param value what a customer is worth, in margin and not in revenue: a value of revenue makes the ratio look good
     *     where each sale loses money
     * @return both together
     * @throws IllegalArgumentException if both name a currency, and not the same
     */
    public static UnitEconomics of(AcquisitionCost cost, CacRule rule, LifetimeValue value) {
        return new UnitEconomics(cost, rule, value);
    }

    /**
     * Returns the cost of a new customer.
     *
     * @return the CAC by the rule, in major units; NaN without new customers
     */
    public double cac() {
        return cost.cac(rule);
    }

    /**
     * Returns how many months the margin of a customer who never leaves takes to pay back the CAC, if the margin does
     * not grow.
     *
     * @return CAC / margin a month, 0 or more; infinity if there is no margin to pay a cost above 0; NaN if the CAC is
     */
    public double paybackMonths() {
        double cac = cac();
        double margin = monthlyMargin();
        if (cac == 0 || Double.isNaN(cac)) {
            return cac;
        }
        return margin > 0 ? cac / margin : Double.POSITIVE_INFINITY;
    }

    /**
     * Returns how many monthly payments it takes until the CAC is paid back, where customers leave: the smallest n for
     * which margin &times; (1 + r + ... + r<sup>n - 1</sup>) reaches the cost. The first payment comes at once, from
     * all. Neither growth nor discount plays a part.
     *
     * <p>Together the payments never reach margin / churn. A cost of that or more is never paid back.
     *
     * @return the number, a whole one; 0 without a cost, infinity if it is never paid back, NaN if the CAC is
     */
    public double paybackMonthsWithChurn() {
        double simple = paybackMonths();
        if (!(simple > 0 && simple < Double.POSITIVE_INFINITY)) {
            return simple;
        }
        double margin = monthlyMargin();
        ChurnRate monthly = value.churn().per(CalendarPeriod.MONTH);
        double enough = cac() * (1 - ROUNDING);
        if (margin >= enough) {
            return 1;
        }
        if (monthly.rate() == 0) {
            return Math.ceil(simple * (1 - ROUNDING));
        }
        if (simple * monthly.rate() >= 1) {
            return Double.POSITIVE_INFINITY;
        }
        double payments = Math.ceil(Math.log1p(-simple * monthly.rate()) / Math.log1p(-monthly.rate()));
        double before =
                LifetimeValue.over((long) payments - 1, margin, monthly.retention(), 0, 0, PaymentTiming.FIRST_NOW);
        return before >= enough ? payments - 1 : payments;
    }

    /** A margin of another period is spread evenly over its months. */
    private double monthlyMargin() {
        return value.period() == CalendarPeriod.MONTH
                ? value.margin()
                : value.margin() * value.period().in(CalendarPeriod.MONTH);
    }

    /**
     * Returns LTV:CAC, what a customer who may stay for ever is worth for each unit of what one costs.
     *
     * @param timing when the payments come
     * @return value / CAC; infinite where the value is; NaN if the CAC is 0 or NaN
     */
    public double ltvToCac(PaymentTiming timing) {
        return ltvToCac(sum -> sum.infinite(timing));
    }

    /**
     * Returns LTV:CAC by another answer of the value, such as a horizon.
     *
     * @param answer gives what a customer is worth in major units, such as {@code v -> v.over(36, FIRST_NOW)}
     * @return answer / CAC; NaN if the CAC is 0 or NaN, or the answer is NaN
     */
    public double ltvToCac(ToDoubleFunction<LifetimeValue> answer) {
        double cac = cac();
        return cac == 0 ? Double.NaN : answer.applyAsDouble(value) / cac;
    }

    /**
     * Returns the referral rate, referred / new customers.
     *
     * @param referred how many of the new customers were referred by a customer
     * @param newCustomers how many new customers there were, referred ones included
     * @return the rate
     * @throws IllegalArgumentException if a count is negative, or there are more referred than new
     */
    public static Proportion referral(long referred, long newCustomers) {
        Checks.notNegative("referred", referred);
        if (referred > Checks.notNegative("newCustomers", newCustomers)) {
            throw new IllegalArgumentException(
                    "referred must not exceed newCustomers (" + newCustomers + "), got " + referred);
        }
        return Proportion.of(referred, newCustomers);
    }
}

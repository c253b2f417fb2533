package io.cxmetrics.value;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.retention.subscription.ChurnRate;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.time.CalendarPeriod;

/**
 * Whether customers are worth what they cost: payback of the acquisition cost, lifetime value over it, and how many come by
 * referral.
 *
 * <p><b>Units.</b> Acquisition cost (CAC), revenue and value are in one unit, minor or major, and answers are months or ratios.
 *
 * <p><b>Edges.</b> A CAC of NaN, which is that of no new customers, gives NaN. What is never paid back takes
 * {@link Double#POSITIVE_INFINITY} months: that is known, and not undefined.
 *
 * <pre>{@code
 * UnitEconomics.paybackMonths(300, 50, 0.5); // 12.0
 * UnitEconomics.paybackMonths(300, 50, 0.5, ChurnRate.of(0.05, CalendarPeriod.MONTH)); // 18.0
 * UnitEconomics.paybackMonths(300, 50, 0.5, ChurnRate.of(0.1, CalendarPeriod.MONTH)); // Infinity
 * LifetimeValue value = LifetimeValue.ofOrders(
 *         50, 1, 0.5, CalendarPeriod.MONTH, ChurnRate.of(0.05, CalendarPeriod.MONTH), DiscountRate.of(0, CalendarPeriod.YEAR));
 * Math.round(100 * UnitEconomics.ltvToCac(value, PaymentTiming.FIRST_NOW, 300)); // 167
 * UnitEconomics.referral(30, 200).percent(); // 15.0
 * }</pre>
 */
public final class UnitEconomics {

    /** A payment that misses the cost by rounding pays it back. */
    private static final double ROUNDING = 1e-12;

    private UnitEconomics() {}

    /**
     * Returns how many months the margin of a customer who never leaves takes to pay back the cost.
     *
     * @param cac the cost of a customer, not negative, or NaN
     * @param monthlyRevenue the average revenue of a customer a month (ARPA), in the unit of the cost, finite and not negative
     * @param grossMargin the share of revenue that is margin, at most 1, such as 0.8
     * @return cac / (monthlyRevenue &times; grossMargin), 0 or more; infinity if there is no margin to pay a cost above 0;
     *     NaN if the cost is
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static double paybackMonths(double cac, double monthlyRevenue, double grossMargin) {
        cost(cac);
        double margin = margin(monthlyRevenue, grossMargin);
        if (cac == 0 || Double.isNaN(cac)) {
            return cac;
        }
        return margin > 0 ? cac / margin : Double.POSITIVE_INFINITY;
    }

    /**
     * Returns how many monthly payments it takes until the cost is paid back, where customers leave: the smallest n for which
     * margin &times; (1 + r + ... + r<sup>n - 1</sup>) reaches the cost. The first payment comes at once, from all.
     *
     * <p>Together the payments never reach margin / churn. A cost of that or more is never paid back.
     *
     * @param cac the cost of a customer, not negative, or NaN
     * @param monthlyRevenue the average revenue of a customer a month (ARPA), in the unit of the cost, finite and not negative
     * @param grossMargin the share of revenue that is margin, at most 1, such as 0.8
     * @param churn how many leave, by any period
     * @return the number, a whole one; 0 without a cost, infinity if it is never paid back, NaN if the cost is
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static double paybackMonths(double cac, double monthlyRevenue, double grossMargin, ChurnRate churn) {
        double simple = paybackMonths(cac, monthlyRevenue, grossMargin);
        if (!(simple > 0 && simple < Double.POSITIVE_INFINITY)) {
            return simple;
        }
        double margin = margin(monthlyRevenue, grossMargin);
        ChurnRate monthly = churn.period() == CalendarPeriod.MONTH ? churn : churn.per(CalendarPeriod.MONTH);
        double enough = cac * (1 - ROUNDING);
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

    private static double margin(double monthlyRevenue, double grossMargin) {
        return Checks.notNegative("monthlyRevenue", monthlyRevenue) * ValueChecks.grossMargin(grossMargin);
    }

    /** NaN is the cost without new customers. */
    private static double cost(double cac) {
        if (cac < 0 || cac == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("cac must be finite and not negative, or NaN, got " + cac);
        }
        return cac;
    }

    /**
     * Returns LTV:CAC, the lifetime value of a customer for each unit of what one costs. The value is of margin: revenue in its
     * place makes the ratio look good where each sale loses money.
     *
     * @param value what a customer is worth
     * @param timing when the payments come
     * @param cac the cost of a customer, not negative, or NaN, in the unit of the value
     * @return value / cac; NaN if the cost is 0 or NaN
     * @throws IllegalArgumentException if the cost is negative or infinite, or the value is not finite
     */
    public static double ltvToCac(LifetimeValue value, PaymentTiming timing, double cac) {
        return ltvToCac(value.infinite(timing), cac);
    }

    /**
     * Returns LTV:CAC of a value from elsewhere, such as a horizon, a survival curve or a fitted model.
     *
     * @param marginValue what a customer is worth in margin, never in revenue
     * @param cac the cost of a customer, not negative, or NaN, in the unit of the value
     * @return marginValue / cac; NaN if the cost is 0, or either is NaN
     * @throws IllegalArgumentException if the cost is negative or infinite
     */
    public static double ltvToCac(double marginValue, double cac) {
        return cost(cac) == 0 ? Double.NaN : marginValue / cac;
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

package io.cxmetrics.value;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.retention.subscription.ChurnRate;
import io.cxmetrics.time.CalendarPeriod;
import java.io.Serializable;
import java.util.Collection;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * What a subscriber is expected to be worth under a constant churn: customer lifetime value (CLV) in closed form.
 *
 * <p><b>Definition.</b> With a margin m a period, retention r, discount d and growth g of the margin, all by the period of the
 * margin, n payments are worth first (1 - q<sup>n</sup>) / (1 - q), where q = r (1 + g) / (1 + d) is what each payment is
 * worth beside the one before, and first is the worth of the first one. {@link PaymentTiming} says which payment that is.
 * For ever, it is first / (1 - q). Amounts are in major units of one currency; a margin is what is left of revenue after
 * the cost of serving it, and revenue in its place overstates the value.
 *
 * <p><b>Periods.</b> Churn, discount and growth keep the period they are rates of and are converted to that of the margin, so
 * that a yearly discount cannot meet a monthly margin. The static methods over bare numbers take all by one period.
 *
 * <p><b>Edges.</b> Retention 1 is allowed where the discount outweighs the growth. Where r (1 + g) is 1 + d or more no sum
 * exists, and {@link #infinite} refuses with the numbers instead of giving infinity. A margin may be negative.
 *
 * <p><b>What it does not say.</b> It is an expectation: few customers are worth their CLV. A finite horizon cuts the value
 * off and is no smaller estimate of it. Churn is constant here, while in a cohort those most likely to leave do so first, so
 * that its retention rises with tenure and a value from the churn of its first periods is too low: see {@link SurvivalValue}
 * where a curve is known. And it holds for contracts, where leaving is observed; who buys without a contract just stops, which
 * takes another model (P. Fader, B. Hardie, "Reconciling and clarifying CLV formulas", brucehardie.com/notes/024, and "What's
 * wrong with this CLV formula?", brucehardie.com/notes/033).
 *
 * <p><b>By segment.</b> Segments are a map or a list of values. That of all customers is the {@link #mean} of the values of the
 * segments, not the value at their mean churn: for one margin 1 / (1 + d - r) is convex in r, so that by Jensen's inequality the
 * value at the mean is too low.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * LifetimeValue value = LifetimeValue.of(
 *         100, CalendarPeriod.YEAR, ChurnRate.of(0.2, CalendarPeriod.YEAR), DiscountRate.of(0.25, CalendarPeriod.YEAR));
 * Math.round(100 * value.infinite(PaymentTiming.FIRST_NOW)); // 27778
 * Math.round(100 * value.infinite(PaymentTiming.FIRST_EXCLUDED)); // 17778
 * value.over(2, PaymentTiming.FIRST_NOW); // 164.0
 * value.simple(); // 500.0
 *
 * Map<String, LifetimeValue> segments = Map.of(
 *         "basic", value, "pro", LifetimeValue.of(40, CalendarPeriod.MONTH, value.churn(), value.discount()));
 * Math.round(segments.get("pro").infinite(PaymentTiming.FIRST_NOW)); // 1096
 * Map<String, Long> customers = Map.of("basic", 300L, "pro", 100L);
 * Math.round(LifetimeValue.mean(
 *         segments.keySet(), customers::get, name -> segments.get(name).infinite(PaymentTiming.FIRST_NOW))); // 482
 * }</pre>
 *
 * @param margin the margin of a period in major units, finite
 * @param period the period of the margin, and of the payments
 * @param churn how many leave
 * @param discount how much less a later payment is worth
 * @param growth by how much the margin grows a period, as a fraction above -1
 */
public record LifetimeValue(double margin, CalendarPeriod period, ChurnRate churn, DiscountRate discount, double growth)
        implements Serializable {

    /** As far as rounding lets r (1 + g) and 1 + d be told apart. */
    private static final double ROUNDING = 1e-15;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the margin is not finite, or the growth is not finite and above -1
     */
    public LifetimeValue {
        Checks.finite("margin", margin);
        requireNonNull(period, "period");
        requireNonNull(churn, "churn");
        requireNonNull(discount, "discount");
        ValueChecks.growth("growth", growth);
    }

    /**
     * Returns the value of a margin that does not grow.
     *
     * @param margin the margin of a period in major units, finite
     * @param period the period of the margin, and of the payments
     * @param churn how many leave, by any period
     * @param discount how much less a later payment is worth, by any period
     * @return the value
     * @throws IllegalArgumentException if the margin is not finite
     */
    public static LifetimeValue of(double margin, CalendarPeriod period, ChurnRate churn, DiscountRate discount) {
        return new LifetimeValue(margin, period, churn, discount, 0);
    }

    /**
     * Returns the value of orders: the margin is order value &times; orders &times; gross margin.
     *
     * @param orderValue the average order value in major units, finite and not negative
     * @param orders how many orders a customer places a period, finite and not negative
     * @param grossMargin the share of revenue that is margin, at most 1, such as 0.3
     * @param period the period of the orders
     * @param churn how many leave, by any period
     * @param discount how much less a later payment is worth, by any period
     * @return the value
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static LifetimeValue ofOrders(
            double orderValue,
            double orders,
            double grossMargin,
            CalendarPeriod period,
            ChurnRate churn,
            DiscountRate discount) {
        double revenue = Checks.notNegative("orderValue", orderValue) * Checks.notNegative("orders", orders);
        return of(revenue * ValueChecks.grossMargin(grossMargin), period, churn, discount);
    }

    /**
     * Returns the same value with a margin that grows, or declines.
     *
     * @param rate the growth, as a fraction above -1, such as 0.05
     * @param every the period it is the growth of
     * @return the value, with the growth converted to the period of the margin: (1 + rate)<sup>k</sup> - 1
     * @throws IllegalArgumentException if the rate is not finite and above -1
     */
    public LifetimeValue withGrowth(double rate, CalendarPeriod every) {
        double converted = every.compound(ValueChecks.growth("rate", rate), period);
        return new LifetimeValue(margin, period, churn, discount, converted);
    }

    /**
     * Returns what a customer is worth who may stay for ever.
     *
     * @param timing when the payments come
     * @return the value in major units
     * @throws IllegalArgumentException if the sum is not finite, for retention &times; (1 + growth) is 1 + discount or more
     */
    public double infinite(PaymentTiming timing) {
        return infinite(margin, retention(), discounted(), growth, timing);
    }

    /**
     * Returns what a number of payments is worth. A horizon cuts the value off: what comes later is not in it.
     *
     * @param payments how many periods, each with a payment, not negative
     * @param timing when the payments come
     * @return the value in major units, 0 for no payments
     * @throws IllegalArgumentException if the payments are negative
     */
    public double over(long payments, PaymentTiming timing) {
        return over(payments, margin, retention(), discounted(), growth, timing);
    }

    /**
     * Returns margin / churn, known as average revenue &times; gross margin / churn: {@link PaymentTiming#FIRST_NOW} without
     * discount and growth.
     *
     * @return the value in major units
     * @throws IllegalArgumentException if nobody leaves, for then the sum is not finite
     */
    public double simple() {
        return simple(margin, churn.per(period).rate());
    }

    /**
     * Returns by how many margins a customer who has just paid is still worth, the multiple of Gupta and Lehmann.
     *
     * @return r / (1 + d - r (1 + g))
     * @throws IllegalArgumentException if the sum is not finite, as in {@link #infinite}
     */
    public double marginMultiple() {
        return infinite(1, retention(), discounted(), growth, PaymentTiming.FIRST_EXCLUDED);
    }

    private double retention() {
        return churn.per(period).retention();
    }

    private double discounted() {
        return discount.per(period).rate();
    }

    /**
     * Returns what a customer is worth who may stay for ever, all numbers by the same period.
     *
     * @param margin the margin of a period, finite
     * @param retention the share that stays through a period, in [0, 1]
     * @param discount the discount of a period, 0 or more
     * @param growth by how much the margin grows a period, above -1
     * @param timing when the payments come
     * @return the value in the unit of the margin
     * @throws IllegalArgumentException if a number is out of its range, or the sum is not finite
     */
    public static double infinite(
            double margin, double retention, double discount, double growth, PaymentTiming timing) {
        double decline = decline(retention, discount, growth);
        if (!(decline > ROUNDING)) {
            throw new IllegalArgumentException(
                    "retention must be below (1 + discount) / (1 + growth) for a finite value," + " got retention "
                            + retention + ", discount " + discount + " and growth " + growth);
        }
        return Checks.finite("margin", margin) * timing.first(retention, discount) / decline;
    }

    /**
     * Returns what a number of payments is worth, all numbers by the same period.
     *
     * @param payments how many periods, each with a payment, not negative
     * @param margin the margin of a period, finite
     * @param retention the share that stays through a period, in [0, 1]
     * @param discount the discount of a period, 0 or more
     * @param growth by how much the margin grows a period, above -1
     * @param timing when the payments come
     * @return the value in the unit of the margin, 0 for no payments
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static double over(
            long payments, double margin, double retention, double discount, double growth, PaymentTiming timing) {
        Checks.notNegative("payments", payments);
        double decline = decline(retention, discount, growth);
        // For a decline near 0 the powers of q are next to 1, and 1 - q^n by subtraction would keep few digits.
        double sum = decline == 0 || payments == 0 ? payments : -Math.expm1(payments * Math.log1p(-decline)) / decline;
        return Checks.finite("margin", margin) * timing.first(retention, discount) * sum;
    }

    /**
     * Returns margin / churn.
     *
     * @param margin the margin of a period, finite
     * @param churn the share that leaves in a period, in (0, 1]
     * @return the value in the unit of the margin
     * @throws IllegalArgumentException if a number is out of its range; churn 0 gives no finite value
     */
    public static double simple(double margin, double churn) {
        if (!(churn > 0 && churn <= 1)) {
            throw new IllegalArgumentException("churn must be in (0, 1] for a finite value, got " + churn);
        }
        return Checks.finite("margin", margin) / churn;
    }

    /** 1 - q, from differences of the small rates, for 1 + d and r alone would round them away. */
    private static double decline(double retention, double discount, double growth) {
        double left = 1 - Checks.fraction("retention", retention);
        double rest = left + Checks.notNegative("discount", discount) - retention * ValueChecks.growth("growth", growth);
        return Math.min(rest / (1 + discount), 1);
    }

    /**
     * Returns the mean value of the customers of all segments. The value at the mean churn would be too low.
     *
     * @param segments the segments
     * @param customers gives how many customers a segment has, not negative
     * @param value gives what one of them is worth, such as {@code s -> s.value().infinite(FIRST_NOW)}; not asked of a segment
     *     without customers
     * @param <T> the type of the segments
     * @return sum(customers &times; value) / sum(customers); NaN without customers
     * @throws IllegalArgumentException if a number of customers is negative
     */
    public static <T> double mean(
            Collection<? extends T> segments, ToLongFunction<? super T> customers, ToDoubleFunction<? super T> value) {
        double sum = 0;
        double count = 0;
        for (T segment : segments) {
            long here = Checks.notNegative("customers", customers.applyAsLong(segment));
            sum += here == 0 ? 0 : here * value.applyAsDouble(segment);
            count += here;
        }
        return sum / count;
    }

    /**
     * Returns the numbers with their periods.
     *
     * @return such as {@code 100.0 a month, churn 0.03 a month, discount 0.1 a year, growth 0.0}
     */
    @Override
    public String toString() {
        return margin + " a " + period.name().toLowerCase(Locale.ROOT) + ", churn " + churn + ", discount " + discount
                + ", growth " + growth;
    }
}

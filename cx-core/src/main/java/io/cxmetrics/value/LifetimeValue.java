package io.cxmetrics.value;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Stored;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.retention.subscription.ChurnRate;
import io.cxmetrics.stat.survival.SurvivalCurve;
import io.cxmetrics.stat.survival.SurvivalStep;
import io.cxmetrics.time.CalendarPeriod;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Expected worth of a subscriber, in major units of one currency: customer lifetime value (CLV) in closed
 * form.
 *
 * <p><b>Definition.</b> With a margin m a period, retention r, discount d and growth g of the margin, all by the period
 * of the margin, n payments are worth first (1 - q<sup>n</sup>) / (1 - q). Here q = r (1 + g) / (1 + d) is what each
 * payment is worth beside the one before, and first is the worth of the first one. {@link PaymentTiming} says which
 * payment that is. For ever, it is first / (1 - q). A margin is what is left of revenue after the cost of serving it;
 * revenue in its place overstates the value.
 *
 * <p><b>Along a curve.</b> {@link #along} takes the shares S(t) that are still there t periods after they came,
 * whatever churn does: the sum of m &times; S(t) / (1 + d)<sup>t</sup>. It ends where the curve does, and what
 * customers are worth after that is not in it.
 *
 * <p><b>Periods.</b> Churn, discount and growth keep the period they are rates of and are converted to that of the
 * margin: a yearly discount cannot meet a monthly margin. The static methods over bare numbers take all by one period.
 *
 * <p><b>Edges.</b> Where r (1 + g) is 1 + d or more the sum grows without end and the value is infinite, with the sign
 * of the margin; a margin of 0 is worth 0. A margin may be negative. Rates are fractions: a discount or growth above 1
 * is refused.
 *
 * <p><b>What it does not say.</b> It is an expectation: few customers are worth their CLV. A finite horizon cuts the
 * value off and is no smaller estimate of it. Churn is constant here, while in a cohort those most likely to leave do
 * so first. Its retention rises with tenure, and a value from the churn of its first periods is too low. And it holds
 * for contracts, where leaving is observed; customers without a contract just stop, which takes another model (P.
 * Fader, B. Hardie, "Reconciling and clarifying CLV formulas", brucehardie.com/notes/024, and "What's wrong with this
 * CLV formula?", brucehardie.com/notes/033).
 *
 * <p><b>By segment.</b> Segments are a map or a list of values. The value of all customers is the {@link #mean} of the
 * values of the segments. The value at their mean churn is too low: for one margin 1 / (1 + d - r) is convex in r
 * (Jensen's inequality).
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * DiscountRate quarter = DiscountRate.of(0.25, CalendarPeriod.YEAR);
 * LifetimeValue value =
 *         LifetimeValue.of(100, CalendarPeriod.YEAR, ChurnRate.of(0.2, CalendarPeriod.YEAR), quarter);
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
 *
 * double[] left = {1, 0.75, 0.5};
 * LifetimeValue.along(100, CalendarPeriod.YEAR, left, quarter, PaymentTiming.FIRST_NOW); // 192.0
 * }</pre>
 *
 * @since 0.1
 */
public final class LifetimeValue implements Stored {

    private static final long serialVersionUID = 1;

    /** As far as rounding lets r (1 + g) and 1 + d be told apart. */
    private static final double ROUNDING = 1e-15;

    private final double margin;
    private final CalendarPeriod period;
    private final ChurnRate churn;
    private final DiscountRate discount;
    private final double growth;
    private final @Nullable Currency currency;

    private LifetimeValue(
            double margin,
            CalendarPeriod period,
            ChurnRate churn,
            DiscountRate discount,
            double growth,
            @Nullable Currency currency) {
        this.margin = Checks.finite("margin", margin);
        this.period = requireNonNull(period, "period");
        this.churn = requireNonNull(churn, "churn");
        this.discount = requireNonNull(discount, "discount");
        this.growth = growth;
        this.currency = currency;
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
        return new LifetimeValue(margin, period, churn, discount, 0, null);
    }

    /**
     * Returns the value of orders: the margin is order value &times; orders &times; gross margin.
     *
     * @param orderValue the average order value in major units, finite and not negative
     * @param orders how many orders a customer places a period, finite and not negative
     * @param grossMargin the share of revenue that is margin, a fraction of at most 1, such as 0.3
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
     * @param rate the growth, as a fraction in (-1, 1], such as 0.05
     * @param every the period it is the growth of
     * @return the value, with the growth converted to the period of the margin: (1 + rate)<sup>k</sup> - 1
     * @throws IllegalArgumentException if the rate is not in (-1, 1]
     */
    public LifetimeValue withGrowth(double rate, CalendarPeriod every) {
        double converted = every.compound(ValueChecks.growth("rate", rate), period);
        return new LifetimeValue(margin, period, churn, discount, converted, currency);
    }

    /**
     * Returns the same value with the currency of its margin, so that it is never set against a cost in another one.
     *
     * @param unit the currency
     * @return the value
     */
    public LifetimeValue withCurrency(Currency unit) {
        return new LifetimeValue(margin, period, churn, discount, growth, requireNonNull(unit, "unit"));
    }

    /**
     * Returns the margin.
     *
     * @return the margin of a period in major units
     */
    public double margin() {
        return margin;
    }

    /**
     * Returns the period.
     *
     * @return the period of the margin, and of the payments
     */
    public CalendarPeriod period() {
        return period;
    }

    /**
     * Returns how many leave.
     *
     * @return the churn, by the period it was given in
     */
    public ChurnRate churn() {
        return churn;
    }

    /**
     * Returns how much less a later payment is worth.
     *
     * @return the discount, by the period it was given in
     */
    public DiscountRate discount() {
        return discount;
    }

    /**
     * Returns by how much the margin grows a period.
     *
     * @return the growth as a fraction above -1; 0 unless given
     */
    public double growth() {
        return growth;
    }

    /**
     * Returns the currency of the margin.
     *
     * @return the currency, or null where none is named
     */
    public @Nullable Currency currency() {
        return currency;
    }

    /**
     * Returns what a customer is worth who may stay for ever.
     *
     * @param timing when the payments come
     * @return the value in major units; infinite where retention &times; (1 + growth) is 1 + discount or more
     */
    public double infinite(PaymentTiming timing) {
        return infiniteSum(margin, retention(), discounted(), growth, timing);
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
        return finiteSum(payments, margin, retention(), discounted(), growth, timing);
    }

    /**
     * Returns margin / churn, known as average revenue &times; gross margin / churn: {@link PaymentTiming#FIRST_NOW}
     * without discount and growth.
     *
     * @return the value in major units; infinite if nobody leaves
     */
    public double simple() {
        return simple(margin, churn.per(period).rate());
    }

    /**
     * Returns by how many margins a customer who has just paid is still worth, the multiple of Gupta and Lehmann.
     *
     * @return r / (1 + d - r (1 + g)); infinite as in {@link #infinite}
     */
    public double marginMultiple() {
        return infiniteSum(1, retention(), discounted(), growth, PaymentTiming.FIRST_EXCLUDED);
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
     * @param discount the discount of a period, a fraction in [0, 1]
     * @param growth by how much the margin grows a period, a fraction in (-1, 1]
     * @param timing when the payments come
     * @return the value in the unit of the margin; infinite where retention &times; (1 + growth) is 1 + discount or
     *     more
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static double infinite(
            double margin, double retention, double discount, double growth, PaymentTiming timing) {
        ValueChecks.fraction("discount", discount);
        return infiniteSum(margin, retention, discount, ValueChecks.growth("growth", growth), timing);
    }

    private static double infiniteSum(
            double margin, double retention, double discount, double growth, PaymentTiming timing) {
        double decline = decline(retention, discount, growth);
        double first = Checks.finite("margin", margin) * timing.first(retention, discount);
        return first == 0 ? 0 : decline > ROUNDING ? first / decline : first * Double.POSITIVE_INFINITY;
    }

    /**
     * Returns what a number of payments is worth, all numbers by the same period.
     *
     * @param payments how many periods, each with a payment, not negative
     * @param margin the margin of a period, finite
     * @param retention the share that stays through a period, in [0, 1]
     * @param discount the discount of a period, a fraction in [0, 1]
     * @param growth by how much the margin grows a period, a fraction in (-1, 1]
     * @param timing when the payments come
     * @return the value in the unit of the margin, 0 for no payments
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static double over(
            long payments, double margin, double retention, double discount, double growth, PaymentTiming timing) {
        ValueChecks.fraction("discount", discount);
        return finiteSum(payments, margin, retention, discount, ValueChecks.growth("growth", growth), timing);
    }

    private static double finiteSum(
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
     * @param churn the share that leaves in a period, in [0, 1]
     * @return the value in the unit of the margin; infinite for churn 0
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static double simple(double margin, double churn) {
        Checks.fraction("churn", churn);
        return Checks.finite("margin", margin) == 0 ? 0 : margin / Math.abs(churn);
    }

    /** 1 - q, from differences of the small rates: 1 + d and r alone would round them away. */
    private static double decline(double retention, double discount, double growth) {
        double left = 1 - Checks.fraction("retention", retention);
        return Math.min((left + discount - retention * growth) / (1 + discount), 1);
    }

    /**
     * Returns what a customer is worth by the shares that are left at the start of each period.
     *
     * @param margin the margin of a period in major units, finite
     * @param period the period of the margin and of the shares
     * @param survival the shares that are left, from that at the start of the first period on, which is 1 for a cohort
     *     as it comes; in [0, 1] and never rising
     * @param discount how much less a later payment is worth, by any period
     * @param timing when the payments come; without the first, there is one payment less
     * @return the value in major units; NaN without shares
     * @throws IllegalArgumentException if the margin is not finite, or a share is out of [0, 1] or above the one before
     */
    public static double along(
            double margin, CalendarPeriod period, double[] survival, DiscountRate discount, PaymentTiming timing) {
        Checks.finite("margin", margin);
        ValueChecks.survival(survival);
        double factor = discount.per(period).factor(1);
        int from = skipped(requireNonNull(timing, "timing"));
        double sum = 0;
        // Horner's rule from the last payment: one multiplication each, and no powers.
        for (int t = survival.length - 1; t >= 0; t--) {
            sum = sum * factor + (t < from ? 0 : survival[t]);
        }
        return survival.length == 0 ? Double.NaN : margin * (timing == PaymentTiming.PERIOD_END ? sum * factor : sum);
    }

    /**
     * Returns what a customer is worth by a survival curve of tenures.
     *
     * @param margin the margin of a period in major units, finite
     * @param period the period of the margin, and the unit of the times of the curve
     * @param curve the curve; a customer who left at t does not pay for the period that starts at t
     * @param payments how many payments, not negative
     * @param discount how much less a later payment is worth, by any period
     * @param timing when the payments come
     * @return the value in major units; NaN without payments, or where they go on behind the end of the curve
     * @throws IllegalArgumentException if the margin is not finite or the payments are negative
     */
    public static double along(
            double margin,
            CalendarPeriod period,
            SurvivalCurve curve,
            int payments,
            DiscountRate discount,
            PaymentTiming timing) {
        Checks.finite("margin", margin);
        long last = Checks.notNegative("payments", payments) - 1 + skipped(timing);
        if (payments == 0 || Double.isNaN(curve.at(last))) {
            return Double.NaN;
        }
        // A curve is only known behind its last time where it fell to 0, and there is nothing to add.
        List<SurvivalStep> steps = curve.steps();
        long known = Math.min(last, steps.get(steps.size() - 1).time());
        double[] survival = new double[Math.toIntExact(known + 1)];
        Arrays.setAll(survival, curve::at);
        return along(margin, period, survival, discount, timing);
    }

    private static int skipped(PaymentTiming timing) {
        return timing == PaymentTiming.FIRST_EXCLUDED ? 1 : 0;
    }

    /**
     * Returns the mean value of the customers of all segments. The value at the mean churn would be too low.
     *
     * @param segments the segments
     * @param customers gives how many customers a segment has, not negative
     * @param value gives what one of them is worth, such as {@code s -> s.value().infinite(FIRST_NOW)}; not asked of a
     *     segment without customers
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

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("LifetimeValue", 1)
                .with("margin", margin)
                .with("period", period)
                .with("churn", churn.rate())
                .with("churnPeriod", churn.period())
                .with("discount", discount)
                .with("growth", growth)
                .with("currency", currency == null ? null : currency.getCurrencyCode());
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the value
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static LifetimeValue ofStored(StoredForm form) {
        StoredFields fields = form.expect(
                "LifetimeValue", 1, "margin", "period", "churn", "churnPeriod", "discount", "growth", "currency");
        double growth = fields.real("growth");
        if (!(growth >= -1 && growth < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("growth must be finite and at least -1, got " + growth);
        }
        return new LifetimeValue(
                fields.real("margin"),
                fields.constant("period", CalendarPeriod.class),
                ChurnRate.of(fields.real("churn"), fields.constant("churnPeriod", CalendarPeriod.class)),
                fields.part("discount").as(DiscountRate.class),
                growth,
                fields.absent("currency") ? null : fields.parsed("currency", Currency::getInstance));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LifetimeValue that
                && Double.compare(margin, that.margin) == 0
                && period == that.period
                && churn.equals(that.churn)
                && discount.equals(that.discount)
                && Double.compare(growth, that.growth) == 0
                && Objects.equals(currency, that.currency);
    }

    @Override
    public int hashCode() {
        return Objects.hash(margin, period, churn, discount, growth, currency);
    }

    /**
     * Returns the numbers with their periods.
     *
     * @return such as {@code 100.0 a month, churn 0.03 a month, discount 0.1 a year, growth 0.0}
     */
    @Override
    public String toString() {
        return margin + (currency == null ? "" : " " + currency) + " a "
                + period.name().toLowerCase(Locale.ROOT) + ", churn " + churn + ", discount " + discount + ", growth "
                + growth;
    }
}

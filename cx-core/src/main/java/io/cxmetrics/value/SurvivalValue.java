package io.cxmetrics.value;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.survival.SurvivalCurve;
import io.cxmetrics.stat.survival.SurvivalStep;
import io.cxmetrics.time.CalendarPeriod;
import java.util.Arrays;
import java.util.List;

/**
 * What a customer is worth along an observed survival curve, whatever churn does: the sum of margin &times; S(t) / (1 +
 * d)<sup>t</sup>.
 *
 * <p><b>Definition.</b> S(t) is the share of a cohort that is still there t periods after it came, and has paid for the period
 * that starts then. With {@link PaymentTiming#FIRST_NOW} the sum starts at t = 0; with {@link PaymentTiming#FIRST_EXCLUDED}
 * at t = 1; with {@link PaymentTiming#PERIOD_END} it starts at t = 0, and each payment comes a period later. Amounts are in
 * major units.
 *
 * <p><b>What it does not say.</b> The sum ends where the curve does, and what customers are worth after that is not in it: it
 * is a lower bound for a positive margin.
 *
 * <pre>{@code
 * DiscountRate yearly = DiscountRate.of(0.1, CalendarPeriod.YEAR);
 * double[] left = {1, 0.8, 0.7};
 * Math.round(SurvivalValue.of(100, CalendarPeriod.YEAR, left, yearly, PaymentTiming.FIRST_NOW)); // 231
 * SurvivalCurve curve = EventTimes.ofEvents(1, 2, 2, 4).plus(EventTimes.ofCensored(3, 9)).curve();
 * DiscountRate none = DiscountRate.of(0, CalendarPeriod.YEAR);
 * SurvivalValue.of(12, CalendarPeriod.YEAR, curve, 2, none, PaymentTiming.FIRST_NOW); // 22.0
 * }</pre>
 */
public final class SurvivalValue {

    private SurvivalValue() {}

    /**
     * Returns what a customer is worth by the shares that are left at the start of each period.
     *
     * @param margin the margin of a period in major units, finite
     * @param period the period of the margin and of the shares
     * @param survival the shares that are left, from that at the start of the first period on, which is 1 for a cohort as it
     *     comes; in [0, 1] and never rising
     * @param discount how much less a later payment is worth, by any period
     * @param timing when the payments come; without the first, there is one payment less
     * @return the value in major units; NaN without shares
     * @throws IllegalArgumentException if the margin is not finite, or a share is out of [0, 1] or above the one before
     */
    public static double of(
            double margin, CalendarPeriod period, double[] survival, DiscountRate discount, PaymentTiming timing) {
        return of(margin, survival, discount.per(period).rate(), timing);
    }

    /**
     * Returns what a customer is worth by a survival curve of tenures.
     *
     * @param margin the margin of a period in major units, finite
     * @param period the period of the margin, and the unit of the times of the curve
     * @param curve the curve; who left at t does not pay for the period that starts at t
     * @param payments how many payments, not negative
     * @param discount how much less a later payment is worth, by any period
     * @param timing when the payments come
     * @return the value in major units; NaN without payments, or where they go on behind the end of the curve
     * @throws IllegalArgumentException if the margin is not finite or the payments are negative
     */
    public static double of(
            double margin,
            CalendarPeriod period,
            SurvivalCurve curve,
            int payments,
            DiscountRate discount,
            PaymentTiming timing) {
        Checks.finite("margin", margin);
        Checks.notNegative("payments", payments);
        double rate = discount.per(period).rate();
        List<SurvivalStep> steps = curve.steps();
        long last = payments - 1L + skipped(timing);
        if (payments == 0 || Double.isNaN(curve.at(last))) {
            return Double.NaN;
        }
        // A curve is only known behind its last time where it fell to 0, and there is nothing to add.
        double[] survival = new double
                [Math.toIntExact(Math.min(last, steps.get(steps.size() - 1).time()) + 1)];
        Arrays.setAll(survival, curve::at);
        return of(margin, survival, rate, timing);
    }

    /**
     * Returns what a customer is worth by the shares that are left, all numbers by the same period.
     *
     * @param margin the margin of a period, finite
     * @param survival the shares that are left, in [0, 1] and never rising
     * @param discount the discount of a period, 0 or more
     * @param timing when the payments come
     * @return the value in the unit of the margin; NaN without shares
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static double of(double margin, double[] survival, double discount, PaymentTiming timing) {
        Checks.finite("margin", margin);
        double factor = 1 / (1 + Checks.notNegative("discount", discount));
        ValueChecks.survival(survival);
        if (survival.length == 0) {
            return Double.NaN;
        }
        int from = skipped(requireNonNull(timing, "timing"));
        double sum = 0;
        // Horner's rule from the last payment: one multiplication each, and no powers.
        for (int t = survival.length - 1; t >= 0; t--) {
            sum = sum * factor + (t < from ? 0 : survival[t]);
        }
        return margin * (timing == PaymentTiming.PERIOD_END ? sum * factor : sum);
    }

    private static int skipped(PaymentTiming timing) {
        return timing == PaymentTiming.FIRST_EXCLUDED ? 1 : 0;
    }
}

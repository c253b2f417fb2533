package io.cxmetrics.value;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.time.CalendarPeriod;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/**
 * What payments at different times are worth at one: net present value, and value compounded to a later date.
 *
 * <p><b>Definition.</b> The value at T of amounts at times t is the sum of amount &times; (1 + d)<sup>T - t</sup>. What comes
 * after T is discounted, what came before is compounded. Costs are negative amounts. All amounts are in one unit, and so is
 * the value.
 *
 * <p><b>Dates</b> are apart by calendar months, so that a payment on the same day of each month is a whole number of months
 * away whether the months have 28 days or 31. See {@link #months}.
 *
 * <p><b>Edges.</b> No payments are worth 0: that is a sum, and no rate.
 *
 * <pre>{@code
 * DiscountRate quarter = DiscountRate.of(0.25, CalendarPeriod.YEAR);
 * PresentValue.of(quarter, new double[] {0, 1, 2}, new double[] {-100, 50, 100}); // 4.0
 * PresentValue.at(2, quarter, new double[] {0, 1, 2}, new double[] {-100, 50, 100}); // 6.25
 * LocalDate newYear = LocalDate.parse("2026-01-01");
 * PresentValue.at(newYear, quarter, Map.of(newYear, -50.0, newYear.plusYears(1), 100.0)); // 30.0
 * PresentValue.months(LocalDate.parse("2026-01-31"), LocalDate.parse("2026-02-28")); // 1.0
 * }</pre>
 */
public final class PresentValue {

    private PresentValue() {}

    /**
     * Returns the net present value.
     *
     * @param discount the discount
     * @param times when the payments come, in periods of the discount from now; past ones are negative
     * @param amounts the amounts
     * @return sum(amount / (1 + d)<sup>t</sup>); 0 without payments
     * @throws IllegalArgumentException if a number is not finite or the lengths differ
     */
    public static double of(DiscountRate discount, double[] times, double[] amounts) {
        return at(0, discount, times, amounts);
    }

    /**
     * Returns the value at another time than now.
     *
     * @param time the time, in periods of the discount from now
     * @param discount the discount
     * @param times when the payments come, in periods of the discount from now; past ones are negative
     * @param amounts the amounts
     * @return sum(amount &times; (1 + d)<sup>time - t</sup>); 0 without payments
     * @throws IllegalArgumentException if a number is not finite or the lengths differ
     */
    public static double at(double time, DiscountRate discount, double[] times, double[] amounts) {
        Checks.finite("time", time);
        if (amounts.length != times.length) {
            throw new IllegalArgumentException(
                    "amounts must have as many as times (" + times.length + "), got " + amounts.length);
        }
        double growth = Math.log1p(discount.rate());
        double sum = 0;
        for (int i = 0; i < times.length; i++) {
            if (!Double.isFinite(times[i]) || !Double.isFinite(amounts[i])) {
                throw new IllegalArgumentException(
                        "payment must be finite, got " + amounts[i] + " at time " + times[i] + " at index " + i);
            }
            sum += amounts[i] * Math.exp(growth * (time - times[i]));
        }
        return sum;
    }

    /**
     * Returns the value at a date.
     *
     * @param date the date
     * @param discount the discount, by any period; converted to months
     * @param payments the amount of each date
     * @return sum(amount &times; (1 + d)<sup>months from the payment to the date</sup>); 0 without payments
     * @throws IllegalArgumentException if an amount is not finite
     */
    public static double at(LocalDate date, DiscountRate discount, Map<LocalDate, Double> payments) {
        double[] times = new double[payments.size()];
        double[] amounts = new double[payments.size()];
        int n = 0;
        // In the order of time, for a map without an order would round differently from run to run.
        for (Map.Entry<LocalDate, Double> payment : new TreeMap<>(payments).entrySet()) {
            times[n] = months(date, payment.getKey());
            amounts[n++] = payment.getValue();
        }
        return of(discount.per(CalendarPeriod.MONTH), times, amounts);
    }

    /**
     * Returns the calendar months between two dates: whole months from the first to its last monthly return by the other,
     * and the days that remain as a share of the days to the next return. The return of the 31st is the last day of a month
     * that is shorter.
     *
     * @param from the first date
     * @param to the other; before the first, the months are negative
     * @return the months
     */
    public static double months(LocalDate from, LocalDate to) {
        long whole = (to.getYear() - from.getYear()) * 12L + to.getMonthValue() - from.getMonthValue();
        whole -= from.plusMonths(whole).isAfter(to) ? 1 : 0;
        LocalDate last = from.plusMonths(whole);
        double days = ChronoUnit.DAYS.between(last, to);
        return whole + days / ChronoUnit.DAYS.between(last, from.plusMonths(whole + 1));
    }
}

package io.cxmetrics.value;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Stored;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.time.CalendarPeriod;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much less a payment is worth a period later, as a fraction with its period: a yearly rate cannot be used as a
 * monthly one.
 *
 * <p><b>Definition.</b> An amount that comes t periods from now is worth amount / (1 + rate)<sup>t</sup> now. The value
 * at T of amounts at times t is the sum of amount &times; (1 + rate)<sup>T - t</sup>: what comes after T is discounted,
 * and what came before is compounded. Costs are negative amounts. The value has the unit of the amounts.
 *
 * <p><b>Conversion.</b> {@link #per} compounds: 10 % a year are (1.1)<sup>1/12</sup> - 1 = 0.797 % a month, and not
 * 10/12 %. Months, quarters and years convert exactly, days and weeks by {@link CalendarPeriod#perYear()}.
 *
 * <p><b>Dates</b> are apart by calendar months. A payment on the same day of each month is a whole number of months
 * away, whether the months have 28 days or 31, and the days that remain are a share of the days to the next such day.
 *
 * <p><b>Edges.</b> A rate that a caller gives is at most 1, which is 100 %: 10 is a percentage, and is refused. A
 * converted rate may exceed 1. No payments are worth 0: that is a sum, and no rate.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * DiscountRate yearly = DiscountRate.of(0.1, CalendarPeriod.YEAR);
 * yearly.per(CalendarPeriod.MONTH).rate(); // 0.007974140428903742
 * yearly.factor(2); // 0.8264462809917354
 * DiscountRate quarter = DiscountRate.of(0.25, CalendarPeriod.YEAR);
 * quarter.presentValue(new double[] {0, 1, 2}, new double[] {-100, 50, 100}); // 4.0
 * quarter.valueAt(2, new double[] {0, 1, 2}, new double[] {-100, 50, 100}); // 6.25
 * LocalDate newYear = LocalDate.parse("2026-01-01");
 * quarter.valueAt(newYear, Map.of(newYear, -50.0, newYear.plusYears(1), 100.0)); // 30.0
 * }</pre>
 *
 * @since 0.1
 */
public final class DiscountRate implements Stored {

    private static final long serialVersionUID = 1;

    private final double rate;
    private final CalendarPeriod period;

    private DiscountRate(double rate, CalendarPeriod period) {
        // A zero below 0 would be another rate than 0.
        this.rate = Checks.notNegative("rate", rate) + 0.0;
        this.period = requireNonNull(period, "period");
    }

    /**
     * Returns a discount rate.
     *
     * @param rate the rate of a period as a fraction in [0, 1], such as 0.1 for 10 %
     * @param period the period
     * @return the discount rate
     * @throws IllegalArgumentException if the rate is not in [0, 1]
     */
    public static DiscountRate of(double rate, CalendarPeriod period) {
        return new DiscountRate(ValueChecks.fraction("rate", rate), period);
    }

    /**
     * Returns the discount rate of a continuous one, as some models and tools have it: an amount that comes t periods
     * from now is worth amount &times; e<sup>-delta t</sup>.
     *
     * @param delta the continuous rate of a period in [0, 1]: 0.0953 for the 10 % that are compounded once
     * @param period the period
     * @return the discount rate e<sup>delta</sup> - 1
     * @throws IllegalArgumentException if delta is not in [0, 1]
     */
    public static DiscountRate ofContinuous(double delta, CalendarPeriod period) {
        return new DiscountRate(Math.expm1(ValueChecks.fraction("delta", delta)), period);
    }

    /**
     * Returns the rate of a period.
     *
     * @return the rate as a fraction, 0 or more
     */
    public double rate() {
        return rate;
    }

    /**
     * Returns the period that the rate is of.
     *
     * @return the period
     */
    public CalendarPeriod period() {
        return period;
    }

    /**
     * Returns the continuous rate of the period, delta.
     *
     * @return ln(1 + rate), 0 or more
     */
    public double continuous() {
        return Math.log1p(rate);
    }

    /**
     * Returns the rate of another period that discounts the same span alike.
     *
     * @param other the other period
     * @return (1 + rate)<sup>k</sup> - 1 for k of these periods in the other; this rate for its own period
     * @throws IllegalArgumentException if the rate of the other period overflows
     */
    public DiscountRate per(CalendarPeriod other) {
        return other == period ? this : new DiscountRate(period.compound(rate, other), other);
    }

    /**
     * Returns what a payment of 1 is worth now.
     *
     * @param periods in how many periods it comes, 0 or more
     * @return 1 / (1 + rate)<sup>periods</sup>, in (0, 1]
     * @throws IllegalArgumentException if the periods are negative or not finite
     */
    public double factor(double periods) {
        return Math.pow(1 + rate, -Checks.notNegative("periods", periods));
    }

    /**
     * Returns the net present value of payments.
     *
     * @param times when the payments come, in periods from now; past ones are negative
     * @param amounts the amounts
     * @return sum(amount / (1 + rate)<sup>t</sup>) in the unit of the amounts; 0 without payments
     * @throws IllegalArgumentException if a number is not finite or the lengths differ
     */
    public double presentValue(double[] times, double[] amounts) {
        return valueAt(0, times, amounts);
    }

    /**
     * Returns the value of payments at another time than now.
     *
     * @param time the time, in periods from now
     * @param times when the payments come, in periods from now; past ones are negative
     * @param amounts the amounts
     * @return sum(amount &times; (1 + rate)<sup>time - t</sup>) in the unit of the amounts; 0 without payments
     * @throws IllegalArgumentException if a number is not finite or the lengths differ
     */
    public double valueAt(double time, double[] times, double[] amounts) {
        Checks.finite("time", time);
        if (amounts.length != times.length) {
            throw new IllegalArgumentException(
                    "amounts must have as many as times (" + times.length + "), got " + amounts.length);
        }
        double growth = continuous();
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
     * Returns the value of payments at a date. The rate is converted to months.
     *
     * @param date the date
     * @param payments the amount of each date
     * @return sum(amount &times; (1 + rate)<sup>months from the payment to the date</sup>) in the unit of the amounts;
     *     0 without payments
     * @throws IllegalArgumentException if an amount is not finite
     */
    public double valueAt(LocalDate date, Map<LocalDate, Double> payments) {
        double[] times = new double[payments.size()];
        double[] amounts = new double[payments.size()];
        int n = 0;
        // In the order of time: a map without an order would round differently from run to run.
        for (Map.Entry<LocalDate, Double> payment : new TreeMap<>(payments).entrySet()) {
            times[n] = months(date, payment.getKey());
            amounts[n++] = payment.getValue();
        }
        return per(CalendarPeriod.MONTH).presentValue(times, amounts);
    }

    /**
     * The calendar months between two dates, negative where the second is before the first. The monthly return of the
     * 31st is the last day of a shorter month.
     */
    static double months(LocalDate from, LocalDate to) {
        long whole = (to.getYear() - from.getYear()) * 12L + to.getMonthValue() - from.getMonthValue();
        whole -= from.plusMonths(whole).isAfter(to) ? 1 : 0;
        LocalDate last = from.plusMonths(whole);
        double days = ChronoUnit.DAYS.between(last, to);
        return whole + days / ChronoUnit.DAYS.between(last, from.plusMonths(whole + 1));
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("DiscountRate", 1).with("rate", rate).with("period", period);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the rate
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static DiscountRate ofStored(StoredForm form) {
        StoredFields fields = form.expect("DiscountRate", 1, "rate", "period");
        return new DiscountRate(fields.real("rate"), fields.constant("period", CalendarPeriod.class));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DiscountRate that && Double.compare(rate, that.rate) == 0 && period == that.period;
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(rate) + period.hashCode();
    }

    /**
     * Returns the rate and its period.
     *
     * @return such as {@code 0.1 a year}
     */
    @Override
    public String toString() {
        return rate + " a " + period.name().toLowerCase(Locale.ROOT);
    }
}

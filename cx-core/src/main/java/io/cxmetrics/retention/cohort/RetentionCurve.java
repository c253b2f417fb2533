package io.cxmetrics.retention.cohort;

import io.cxmetrics.Stored;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.internal.Checks;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Arrays;

/**
 * The share of a cohort that is still there after each whole period, with the retention and churn of every period.
 *
 * <p><b>Definition.</b> S(t) is the share still there after t periods, S(0) = 1. Retention of period t is r(t) = S(t) /
 * S(t - 1), churn 1 - r(t). In most cohorts r(t) rises with t, since the customers likely to leave go first; the mean
 * of the churn of several periods says little about any.
 *
 * <p><b>Edges.</b> The retention of a period before which all had left is NaN.
 *
 * <p>Where customers started at different times, so that not all were seen for as long, ask the survival curve of their
 * tenures ({@link io.cxmetrics.stat.survival.EventTimes}).
 *
 * <p>Source: P. Fader, B. Hardie, "How to project customer retention", Journal of Interactive Marketing 21(1), 2007,
 * whose table 1 is in the example.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * RetentionCurve highEnd = RetentionCurve.of(1, 0.869, 0.743, 0.653);
 * highEnd.retention(1); // 0.869
 * highEnd.retention(3); // 0.8788694481830418
 * highEnd.meanPeriods(3); // 2.612
 * }</pre>
 *
 * @since 0.1
 */
public final class RetentionCurve implements Stored {

    private static final long serialVersionUID = 1;

    private final double[] survival;

    private RetentionCurve(double[] survival) {
        this.survival = survival;
    }

    /**
     * Returns the curve of shares.
     *
     * @param survival the share still there after 0, 1, 2, ... periods; the first is 1, and none is above the one
     *     before
     * @return the curve
     * @throws IllegalArgumentException if the first is not 1, a share is not in [0, 1] or the shares rise
     */
    public static RetentionCurve of(double... survival) {
        return checked(survival.clone(), 1);
    }

    /**
     * Returns the curve of percentages.
     *
     * @param survival how many percent are still there after 0, 1, 2, ... periods; the first is 100
     * @return the curve
     * @throws IllegalArgumentException if the first is not 100, a percentage is not in [0, 100] or they rise
     */
    public static RetentionCurve ofPercent(double... survival) {
        return checked(survival.clone(), 100);
    }

    private static RetentionCurve checked(double[] survival, int whole) {
        if (survival.length == 0 || survival[0] != whole) {
            throw new IllegalArgumentException(
                    "survival must start at " + whole + ", got " + (survival.length == 0 ? "nothing" : survival[0]));
        }
        double before = whole;
        for (int i = 0; i < survival.length; i++) {
            double share = survival[i];
            if (!(share >= 0 && share <= whole)) {
                // Above the whole it rises too, but this says more.
                throw new IllegalArgumentException(
                        "survival must be in [0, " + whole + "], got " + share + " at index " + i);
            }
            if (share > before) {
                throw new IllegalArgumentException(
                        "survival must not rise, got " + share + " after " + before + " at index " + i);
            }
            before = share;
            // A zero below 0 would make curves unequal that are equal.
            survival[i] = share / whole + 0.0;
        }
        return new RetentionCurve(survival);
    }

    /**
     * Returns how many periods the curve spans.
     *
     * @return the number of periods after the start
     */
    public int periods() {
        return survival.length - 1;
    }

    /**
     * Returns the share still there after so many periods.
     *
     * @param period how many periods, from 0 to {@link #periods()}
     * @return S(period), in [0, 1]
     * @throws IllegalArgumentException if the curve does not reach that far
     */
    public double survival(int period) {
        return survival[Checks.inRange("period", period, 0, periods())];
    }

    /**
     * Returns the share of those there when a period began who stayed through it.
     *
     * @param period which period, from 1 to {@link #periods()}
     * @return S(period) / S(period - 1), in [0, 1]; NaN if nobody was left
     * @throws IllegalArgumentException if there is no such period
     */
    public double retention(int period) {
        Checks.inRange("period", period, 1, periods());
        double before = survival[period - 1];
        return before == 0 ? Double.NaN : survival[period] / before;
    }

    /**
     * Returns the share of those there when a period began who left in it.
     *
     * @param period which period, from 1 to {@link #periods()}
     * @return 1 - retention, in [0, 1]; NaN if nobody was left
     * @throws IllegalArgumentException if there is no such period
     */
    public double churn(int period) {
        return 1 - retention(period);
    }

    /**
     * Returns in how many of the first periods a member of the cohort is a customer on average, counting a period that
     * one is there at the beginning of.
     *
     * @param periods how many periods, from 0 to {@link #periods()} + 1
     * @return S(0) + S(1) + ... + S(periods - 1), in [0, periods]
     * @throws IllegalArgumentException if the curve does not reach that far
     */
    public double meanPeriods(int periods) {
        Checks.inRange("periods", periods, 0, survival.length);
        return Arrays.stream(survival, 0, periods).sum();
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("RetentionCurve", 1).with("survival", survival);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the curve
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static RetentionCurve ofStored(StoredForm form) {
        StoredFields fields = form.expect("RetentionCurve", 1, "survival");
        return of(fields.reals("survival"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RetentionCurve that && Arrays.equals(survival, that.survival);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(survival);
    }

    /**
     * Returns the shares.
     *
     * @return such as {@code RetentionCurve[1.0, 0.631, 0.468]}
     */
    @Override
    public String toString() {
        return "RetentionCurve" + Arrays.toString(survival);
    }
}

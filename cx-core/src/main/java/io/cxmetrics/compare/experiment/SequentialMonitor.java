package io.cxmetrics.compare.experiment;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Interval;
import java.io.Serializable;

/**
 * A difference that is watched while its experiment runs: what all looks so far say together.
 *
 * <p><b>Definition.</b> The p-value is the smallest of all looks, and never rises; the interval is the intersection of
 * theirs, and never widens. Both keep the level of {@link ConfidenceSequence} over all looks.
 *
 * <p><b>Too early.</b> A look with fewer than 200 units in both arms counts as {@link #tooEarly()} and says nothing,
 * since the variance of few units is not known well enough; {@link #withFewest} changes the number.
 *
 * <p><b>Drift.</b> Where the intersection is empty, the effect has moved while it was watched. {@link #drifted()} says
 * so, and the interval stays undefined from then on.
 *
 * <p>Immutable: each look gives another monitor.
 *
 * <pre>{@code
 * SequentialMonitor monitor = SequentialMonitor.of(ConfidenceSequence.ofPlanned(5_000, 0.05))
 *         .look(1_000, 0.03, 0.02)
 *         .look(4_000, 0.04, 0.01);
 * monitor.looks(); // 2
 * monitor.evident(); // true
 * }</pre>
 *
 * @since 0.1
 */
public final class SequentialMonitor implements Serializable {

    private static final long serialVersionUID = 1;
    private static final long FEWEST = 200;

    private final ConfidenceSequence sequence;
    private final long fewest;
    private final int looks;
    private final int tooEarly;
    private final double pValue;
    private final double low;
    private final double high;

    private SequentialMonitor(
            ConfidenceSequence sequence, long fewest, int looks, int tooEarly, double pValue, double low, double high) {
        this.sequence = sequence;
        this.fewest = fewest;
        this.looks = looks;
        this.tooEarly = tooEarly;
        this.pValue = pValue;
        this.low = low;
        this.high = high;
    }

    /**
     * Returns a monitor that has not looked yet.
     *
     * @param sequence the sequence
     * @return the monitor
     */
    public static SequentialMonitor of(ConfidenceSequence sequence) {
        requireNonNull(sequence, "sequence");
        return new SequentialMonitor(sequence, FEWEST, 0, 0, 1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /**
     * Returns this with another number of units that a look takes to count.
     *
     * @param units the units of both arms, not negative
     * @return the monitor
     * @throws IllegalArgumentException if the number is negative, or there was a look already
     */
    public SequentialMonitor withFewest(long units) {
        Checks.notNegative("units", units);
        if (looks + tooEarly > 0) {
            throw new IllegalArgumentException("units must be set before the first look, got " + units);
        }
        return new SequentialMonitor(sequence, units, looks, tooEarly, pValue, low, high);
    }

    /**
     * Looks at all data so far.
     *
     * @param units the units of both arms, not negative
     * @param estimate the difference of all data so far
     * @param standardError its standard error; a look where it is 0 or NaN counts as too early
     * @return the monitor after the look
     * @throws IllegalArgumentException if the units are negative
     */
    public SequentialMonitor look(long units, double estimate, double standardError) {
        Interval now = sequence.interval(Checks.notNegative("units", units), estimate, standardError);
        if (units < fewest || !now.defined()) {
            return new SequentialMonitor(sequence, fewest, looks, tooEarly + 1, pValue, low, high);
        }
        return new SequentialMonitor(
                sequence,
                fewest,
                looks + 1,
                tooEarly,
                Math.min(pValue, sequence.pValue(units, estimate, standardError)),
                Math.max(low, now.low()),
                Math.min(high, now.high()));
    }

    /**
     * Returns how many looks counted.
     *
     * @return the number
     */
    public int looks() {
        return looks;
    }

    /**
     * Returns how many looks came too early.
     *
     * @return the number
     */
    public int tooEarly() {
        return tooEarly;
    }

    /**
     * Returns the p-value of all looks.
     *
     * @return the smallest so far; NaN before the first look that counts
     */
    public double pValue() {
        return looks == 0 ? Double.NaN : pValue;
    }

    /**
     * Returns the interval of all looks.
     *
     * @return the intersection; undefined before the first look that counts, and after a drift
     */
    public Interval interval() {
        return looks == 0 || drifted() ? Interval.UNDEFINED : Interval.of(low, high);
    }

    /**
     * Tells whether the intervals of the looks have no value in common.
     *
     * @return true if the effect has moved while it was watched
     */
    public boolean drifted() {
        return low > high;
    }

    /**
     * Tells whether there is an effect, at the level of the sequence.
     *
     * @return true if a look so far excluded 0; once true, it stays so
     */
    public boolean evident() {
        return low > 0 || high < 0;
    }

    /**
     * Returns the monitor in words.
     *
     * @return such as {@code SequentialMonitor[looks=2, pValue=0.01, interval=[0.01, 0.07]]}
     */
    @Override
    public String toString() {
        return "SequentialMonitor[looks=" + looks + ", pValue=" + pValue() + ", interval="
                + (drifted() ? "[drifted]" : interval()) + "]";
    }
}

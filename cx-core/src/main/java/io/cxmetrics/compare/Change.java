package io.cxmetrics.compare;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.catalogue.Direction;
import io.cxmetrics.catalogue.MetricUnit;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Interval;
import java.io.Serializable;

/**
 * By how much a metric differs between two sides, before and after (or control and variant), and what the data say of
 * it.
 *
 * <p><b>Two numbers, never confused.</b> {@link #difference()} is after - before in the unit of the metric, and
 * {@link #points()} is the same in points where the metric is a share or a score: from 40 % to 50 % are 10 points.
 * {@link #relative()} is the difference over |before|: from 40 % to 50 % is 0.25, or 25 %.
 *
 * <p><b>One verdict.</b> {@link #verdict()} follows from {@link #interval()} alone. The p-value stands beside it; where
 * both are close to the border they may disagree, since good intervals and good tests of rates are not the same
 * formula turned round. Swapping the sides negates the difference and keeps the p-value.
 *
 * <p><b>Edges.</b> What cannot be known is NaN, and an interval undefined; the {@link Verdict} then is
 * {@code UNDEFINED}. A summary compared with itself differs by exactly 0, with a p-value of 1.
 *
 * <p>A change is made by comparing summaries. {@link #of} builds one from an estimate that was made elsewhere.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Change effort = Change.of(-0.4, Interval.of(-0.7, -0.1))
 *         .withSides(3.1, 2.7)
 *         .withUnit(MetricUnit.SCALE)
 *         .withDefinition(ChangeDefinition.STANDARD.withDirection(Direction.LOWER_IS_BETTER));
 * effort.verdict(); // BETTER
 * effort.points(); // NaN
 * }</pre>
 *
 * @since 0.1
 */
public final class Change implements Serializable {

    private static final long serialVersionUID = 1;

    private final double difference;
    private final Interval interval;
    private double before = Double.NaN;
    private double after = Double.NaN;
    private long countBefore;
    private long countAfter;
    private double relative = Double.NaN;
    private Interval relativeInterval = Interval.UNDEFINED;
    private TestMethod test = TestMethod.NONE;
    private double pValue = Double.NaN;
    private EffectSize effect = EffectSize.NONE;
    private MetricUnit unit = MetricUnit.MEASURED;
    private ChangeDefinition definition = ChangeDefinition.STANDARD;

    private Change(double difference, Interval interval) {
        this.difference = difference + 0.0; // -0.0 becomes 0.0
        this.interval = requireNonNull(interval, "interval");
    }

    private Change(Change other) {
        difference = other.difference;
        interval = other.interval;
        before = other.before;
        after = other.after;
        countBefore = other.countBefore;
        countAfter = other.countAfter;
        relative = other.relative;
        relativeInterval = other.relativeInterval;
        test = other.test;
        pValue = other.pValue;
        effect = other.effect;
        unit = other.unit;
        definition = other.definition;
    }

    /**
     * Returns a change of an estimate.
     *
     * @param difference after - before, or NaN
     * @param interval its interval at the confidence of the definition, or an undefined one
     * @return the change
     */
    public static Change of(double difference, Interval interval) {
        return new Change(difference, interval);
    }

    /**
     * Returns this with the values of both sides.
     *
     * @param valueBefore the metric before, or NaN
     * @param valueAfter the metric after, or NaN
     * @return the change
     */
    public Change withSides(double valueBefore, double valueAfter) {
        Change copy = new Change(this);
        copy.before = valueBefore;
        copy.after = valueAfter;
        return copy;
    }

    /**
     * Returns this with the number of observations of both sides.
     *
     * @param observationsBefore how many before, not negative
     * @param observationsAfter how many after, not negative
     * @return the change
     * @throws IllegalArgumentException if a count is negative
     */
    public Change withCounts(long observationsBefore, long observationsAfter) {
        Change copy = new Change(this);
        copy.countBefore = Checks.notNegative("observationsBefore", observationsBefore);
        copy.countAfter = Checks.notNegative("observationsAfter", observationsAfter);
        return copy;
    }

    /**
     * Returns this with a relative change.
     *
     * @param lift (after - before) / |before|, or NaN
     * @param liftInterval its interval, or an undefined one
     * @return the change
     */
    public Change withRelative(double lift, Interval liftInterval) {
        Change copy = new Change(this);
        copy.relative = lift + 0.0;
        copy.relativeInterval = requireNonNull(liftInterval, "liftInterval");
        return copy;
    }

    /**
     * Returns this with the result of a test.
     *
     * @param which the test
     * @param p its p-value in [0, 1], or NaN
     * @return the change
     * @throws IllegalArgumentException if the p-value is out of range
     */
    public Change withTest(TestMethod which, double p) {
        if (!Double.isNaN(p)) {
            Checks.fraction("pValue", p);
        }
        Change copy = new Change(this);
        copy.test = requireNonNull(which, "test");
        copy.pValue = p;
        return copy;
    }

    /**
     * Returns this with an effect size.
     *
     * @param size the size
     * @return the change
     */
    public Change withEffect(EffectSize size) {
        Change copy = new Change(this);
        copy.effect = requireNonNull(size, "effect");
        return copy;
    }

    /**
     * Returns this in a unit.
     *
     * @param metricUnit the unit of the metric and of the difference
     * @return the change
     */
    public Change withUnit(MetricUnit metricUnit) {
        Change copy = new Change(this);
        copy.unit = requireNonNull(metricUnit, "unit");
        return copy;
    }

    /**
     * Returns this judged by a definition, whose confidence must be that of the interval.
     *
     * @param judgedBy the definition
     * @return the change
     */
    public Change withDefinition(ChangeDefinition judgedBy) {
        Change copy = new Change(this);
        copy.definition = requireNonNull(judgedBy, "definition");
        return copy;
    }

    /**
     * Returns after - before, or the estimate of it that the method makes.
     *
     * @return the difference in the unit of the metric; NaN if undefined
     */
    public double difference() {
        return difference;
    }

    /**
     * Returns the difference in points: percentage points of a share, points of a score.
     *
     * @return 100 times the difference of fractions, the difference itself of percent and points; NaN in other units
     */
    public double points() {
        return switch (unit) {
            case FRACTION -> 100 * difference;
            case PERCENT, POINTS -> difference;
            default -> Double.NaN;
        };
    }

    /**
     * Returns the difference as a fraction of the value before.
     *
     * @return (after - before) / |before|; NaN where the value before is 0, not told from 0, or a score that may be
     *     negative
     */
    public double relative() {
        return relative;
    }

    /**
     * Returns the relative change in per cent.
     *
     * @return 100 times {@link #relative()}; NaN where that is
     */
    public double relativePercent() {
        return 100 * relative;
    }

    /**
     * Returns the interval of the difference at the confidence of the definition.
     *
     * @return the interval in the unit of the metric; undefined without evidence
     */
    public Interval interval() {
        return interval;
    }

    /**
     * Returns the interval of the relative change.
     *
     * @return the interval of {@link #relative()}; undefined where that is
     */
    public Interval relativeInterval() {
        return relativeInterval;
    }

    /**
     * Returns the metric before.
     *
     * @return the value; NaN if undefined
     */
    public double before() {
        return before;
    }

    /**
     * Returns the metric after.
     *
     * @return the value; NaN if undefined
     */
    public double after() {
        return after;
    }

    /**
     * Returns how many observations the value before rests on.
     *
     * @return the count
     */
    public long countBefore() {
        return countBefore;
    }

    /**
     * Returns how many observations the value after rests on.
     *
     * @return the count
     */
    public long countAfter() {
        return countAfter;
    }

    /**
     * Returns the two-sided p-value of {@link #test()}.
     *
     * @return the probability of a result at least as far from no change if there were none; NaN if undefined
     */
    public double pValue() {
        return pValue;
    }

    /**
     * Returns which test the p-value is from.
     *
     * @return the test
     */
    public TestMethod test() {
        return test;
    }

    /**
     * Returns the size of the change on a scale without unit.
     *
     * @return the size
     */
    public EffectSize effect() {
        return effect;
    }

    /**
     * Returns the unit of the metric.
     *
     * @return the unit
     */
    public MetricUnit unit() {
        return unit;
    }

    /**
     * Returns how the change is judged.
     *
     * @return the definition
     */
    public ChangeDefinition definition() {
        return definition;
    }

    /**
     * Tells whether the interval excludes 0.
     *
     * @return true if the data show a change, however small
     */
    public boolean evident() {
        return interval.defined() && !interval.contains(0);
    }

    /**
     * Tells whether the whole interval lies within the margin of the definition.
     *
     * @return true if the data show that nothing changed by more than the margin; false without a margin
     */
    public boolean withinMargin() {
        double margin = definition.margin();
        return interval.low() >= -margin && interval.high() <= margin;
    }

    /**
     * Tells whether a side has fewer observations than the definition asks.
     *
     * @return true if there are too few to rely on
     */
    public boolean tooFew() {
        return Math.min(countBefore, countAfter) < definition.minimumCount();
    }

    /**
     * Returns what the interval says. A margin speaks first: a change that is there and too small to matter is
     * {@link Verdict#WITHIN_MARGIN}, and {@link #evident()} still true.
     *
     * @return the verdict
     */
    public Verdict verdict() {
        if (!interval.defined()) {
            return Verdict.UNDEFINED;
        }
        if (withinMargin()) {
            return Verdict.WITHIN_MARGIN;
        }
        if (!evident()) {
            return Verdict.NO_EVIDENCE;
        }
        boolean up = interval.low() > 0;
        if (definition.direction() == Direction.NEITHER) {
            return up ? Verdict.HIGHER : Verdict.LOWER;
        }
        return up == (definition.direction() == Direction.HIGHER_IS_BETTER) ? Verdict.BETTER : Verdict.WORSE;
    }

    /**
     * Returns the change in words.
     *
     * @return such as {@code Change[difference=0.1, unit=fraction, interval=[0.02, 0.18], pValue=0.013,
     *     verdict=BETTER]}
     */
    @Override
    public String toString() {
        return "Change[difference=" + difference + ", unit=" + unit.title() + ", interval=" + interval + ", pValue="
                + pValue + ", verdict=" + verdict() + (tooFew() ? ", too few" : "") + "]";
    }
}

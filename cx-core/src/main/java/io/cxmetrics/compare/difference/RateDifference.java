package io.cxmetrics.compare.difference;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.catalogue.MetricUnit;
import io.cxmetrics.compare.Change;
import io.cxmetrics.compare.ChangeDefinition;
import io.cxmetrics.compare.EffectSize;
import io.cxmetrics.compare.TestMethod;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import java.io.Serializable;

/**
 * The difference of two independent rates, after - before, as a fraction.
 *
 * <p><b>Defaults.</b> The interval is {@link RateInterval#NEWCOMBE}, the test {@link RateTest#AUTOMATIC}. There is one
 * test, on the scale of the difference: a test of the lift as well would give the same data a second p-value.
 *
 * <p><b>Edges.</b> If a side has no trials, everything is NaN or undefined. Where nobody or everybody on both sides has
 * the event, z is NaN, the interval has a width, and Fisher's p-value is 1.
 *
 * <pre>{@code
 * RateDifference sales = new RateDifference(Proportion.of(48, 80), Proportion.of(56, 70));
 * Math.round(sales.interval(0.95).low() * 1e4); // 524
 * Math.round(sales.pValue() * 1e5); // 805
 * sales.change(ChangeDefinition.STANDARD).verdict(); // HIGHER
 * }</pre>
 *
 * @param before the one rate
 * @param after the other rate
 * @since 0.1
 */
public record RateDifference(Proportion before, Proportion after) implements Serializable {

    private static final double ENOUGH = 5;

    /** Checks that both sides are there. */
    public RateDifference {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    /**
     * Returns rate after - rate before.
     *
     * @return the difference in [-1, 1]; NaN if a side has no trials
     */
    public double estimate() {
        return after.rate() - before.rate();
    }

    /**
     * Returns the standard error with a rate for each side.
     *
     * @return the error; NaN if a side has no trials
     */
    public double standardError() {
        return Math.hypot(before.standardError(), after.standardError());
    }

    /**
     * Returns Newcombe's interval of the difference.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval within [-1, 1]; undefined if a side has no trials
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence) {
        return interval(confidence, RateInterval.NEWCOMBE);
    }

    /**
     * Returns an interval of the difference by a named method.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @param method the method
     * @return the interval; undefined if a side has no trials
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence, RateInterval method) {
        return method.of(before, after, confidence);
    }

    /**
     * Returns the statistic of the z test, whose standard error uses the pooled rate. Its square is Pearson's
     * chi-squared.
     *
     * @return z; NaN if a side has no trials, or nobody or everybody has the event
     */
    public double z() {
        return after.differenceFrom(before).z();
    }

    /**
     * Returns the p-value of {@link RateTest#AUTOMATIC}.
     *
     * @return the two-sided p-value; NaN if a side has no trials
     */
    public double pValue() {
        return pValue(RateTest.AUTOMATIC);
    }

    /**
     * Returns the p-value of a named test.
     *
     * @param test the test
     * @return the two-sided p-value; NaN if a side has no trials or, for the z test, where z is
     */
    public double pValue(RateTest test) {
        if (before.trials() == 0 || after.trials() == 0) {
            return Double.NaN;
        }
        return switch (chosen(test)) {
            case FISHER -> fisher().pValue();
            case MID_P -> fisher().midP();
            default -> Critical.pValue(z());
        };
    }

    private RateTest chosen(RateTest test) {
        if (test != RateTest.AUTOMATIC) {
            return test;
        }
        return leastExpected() >= ENOUGH ? RateTest.POOLED_Z : RateTest.FISHER;
    }

    private double leastExpected() {
        double trials = (double) before.trials() + after.trials();
        double events = (double) before.events() + after.events();
        double smaller = Math.min(before.trials(), after.trials());
        return smaller * Math.min(events, trials - events) / trials;
    }

    /**
     * Returns Fisher's exact test.
     *
     * @return the test
     */
    public FisherTest fisher() {
        return FisherTest.of(before, after);
    }

    /**
     * Returns the ratio of the rates, and the lift.
     *
     * @return the ratio after / before
     */
    public RateRatio ratio() {
        return new RateRatio(before, after);
    }

    /**
     * Returns the odds ratio.
     *
     * @return the ratio of odds after / before
     */
    public OddsRatio odds() {
        return new OddsRatio(before, after);
    }

    /**
     * Returns Cohen's h, the difference of 2 arcsin(sqrt(rate)).
     *
     * @return h in [-pi, pi]; NaN if a side has no trials
     */
    public double cohenH() {
        return 2 * Math.asin(Math.sqrt(after.rate())) - 2 * Math.asin(Math.sqrt(before.rate()));
    }

    /**
     * Returns the change with Newcombe's interval and the automatic test.
     *
     * @param definition how it is judged; its margin is a fraction
     * @return the change as a fraction
     */
    public Change change(ChangeDefinition definition) {
        return change(definition, RateInterval.NEWCOMBE, RateTest.AUTOMATIC);
    }

    /**
     * Returns the change by named methods.
     *
     * @param definition how it is judged; its margin is a fraction
     * @param method the method of the interval
     * @param test the test
     * @return the change as a fraction
     * @throws IllegalArgumentException if the margin is 1 or more, as if it were in per cent
     */
    public Change change(ChangeDefinition definition, RateInterval method, RateTest test) {
        if (definition.margin() >= 1) {
            throw new IllegalArgumentException(
                    "margin of a rate must be a fraction below 1, such as 0.02, got " + definition.margin());
        }
        double confidence = definition.confidence();
        TestMethod name = switch (chosen(test)) {
            case FISHER -> TestMethod.FISHER_EXACT;
            case MID_P -> TestMethod.FISHER_MID_P;
            default -> TestMethod.POOLED_Z;
        };
        return Change.of(estimate(), interval(confidence, method))
                .withSides(before.rate(), after.rate())
                .withCounts(before.trials(), after.trials())
                .withRelative(lift(confidence), liftInterval(confidence))
                .withTest(name, pValue(test))
                .withEffect(EffectSize.of(EffectSize.Measure.COHEN_H, cohenH()))
                .withUnit(MetricUnit.FRACTION)
                .withDefinition(definition);
    }

    /** NaN where the rate before is not told from 0: per cent of it would say nothing. */
    private double lift(double confidence) {
        return Critical.z(confidence) * before.standardError() < before.rate()
                ? ratio().lift().estimate()
                : Double.NaN;
    }

    private Interval liftInterval(double confidence) {
        if (Double.isNaN(lift(confidence))) {
            return Interval.UNDEFINED;
        }
        if (after.events() > 0) {
            return ratio().lift().interval(confidence);
        }
        // The delta method would claim a certain fall by all.
        Interval score = ratio().score(confidence);
        return Interval.of(score.low() - 1, score.high() - 1);
    }
}

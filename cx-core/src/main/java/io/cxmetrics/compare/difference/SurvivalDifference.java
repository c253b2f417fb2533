package io.cxmetrics.compare.difference;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.catalogue.MetricUnit;
import io.cxmetrics.compare.Change;
import io.cxmetrics.compare.ChangeDefinition;
import io.cxmetrics.compare.TestMethod;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Difference;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.stat.survival.LogRank;
import io.cxmetrics.stat.survival.SurvivalCurve;
import io.cxmetrics.stat.survival.SurvivalStep;
import java.io.Serializable;

/**
 * The difference of two survival curves up to a horizon, after - before.
 *
 * <p><b>Two numbers and a test.</b> {@link #shares()} is the difference of what is left at the horizon,
 * {@link #restrictedMeans()} that of the mean time up to it; the log-rank test compares the whole curves. Where the
 * curves cross ({@link #crossing()}) the test may find nothing although they differ; the numbers then say more.
 *
 * <p><b>Edges.</b> Beyond what was observed of a side, differences are NaN.
 *
 * <pre>{@code
 * EventTimes monthly = EventTimes.of(new long[] {1, 2, 4, 6}, new boolean[] {true, true, true, false});
 * EventTimes yearly = EventTimes.of(new long[] {3, 8, 9, 9}, new boolean[] {true, false, false, false});
 * SurvivalDifference plans = new SurvivalDifference(monthly, yearly, 6);
 * plans.shares().estimate(); // 0.5
 * plans.restrictedMeans().estimate(); // 2.0
 * }</pre>
 *
 * @param before the times of the one side
 * @param after the times of the other side, in the same unit
 * @param horizon the time at which counting stops, not negative
 * @since 0.1
 */
public record SurvivalDifference(EventTimes before, EventTimes after, long horizon) implements Serializable {

    /**
     * Checks the horizon.
     *
     * @throws IllegalArgumentException if the horizon is negative
     */
    public SurvivalDifference {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        Checks.notNegative("horizon", horizon);
    }

    /**
     * Returns the difference of the shares that have had no event by the horizon, with Greenwood's errors.
     *
     * @return share after - share before, a fraction
     */
    public Difference shares() {
        SurvivalCurve one = before.curve();
        SurvivalCurve other = after.curve();
        return new Difference(
                other.at(horizon) - one.at(horizon),
                Math.hypot(one.standardErrorAt(horizon), other.standardErrorAt(horizon)));
    }

    /**
     * Returns the difference of the mean times up to the horizon.
     *
     * @return mean after - mean before in the unit of the times
     */
    public Difference restrictedMeans() {
        SurvivalCurve one = before.curve();
        SurvivalCurve other = after.curve();
        return new Difference(
                other.restrictedMean(horizon) - one.restrictedMean(horizon),
                Math.hypot(one.restrictedMeanStandardError(horizon), other.restrictedMeanStandardError(horizon)));
    }

    /**
     * Returns the log-rank test of both curves.
     *
     * @return the test
     */
    public LogRank<Integer> logRank() {
        return LogRank.of(before, after);
    }

    /**
     * Tells whether the curves cross before the horizon.
     *
     * @return true if the curve after is above the other at one time and below it at another
     */
    public boolean crossing() {
        SurvivalCurve one = before.curve();
        SurvivalCurve other = after.curve();
        boolean above = false;
        boolean below = false;
        for (SurvivalCurve curve : new SurvivalCurve[] {one, other}) {
            for (SurvivalStep step : curve.steps()) {
                if (step.time() <= horizon) {
                    double difference = other.at(step.time()) - one.at(step.time());
                    above |= difference > 0;
                    below |= difference < 0;
                }
            }
        }
        return above && below;
    }

    /**
     * Returns the change of the mean time up to the horizon, beside the p-value of the log-rank test. The verdict rests
     * on the interval of the mean, in which late differences weigh less than in the test.
     *
     * @param definition how it is judged; its margin is in the unit of the times
     * @return the change in the unit of the times
     */
    public Change change(ChangeDefinition definition) {
        SurvivalCurve one = before.curve();
        SurvivalCurve other = after.curve();
        Difference means = restrictedMeans();
        return Change.of(
                        means.estimate(),
                        means.standardError() > 0 ? means.interval(definition.confidence()) : Interval.UNDEFINED)
                .withSides(one.restrictedMean(horizon), other.restrictedMean(horizon))
                .withCounts(before.count(), after.count())
                .withTest(TestMethod.LOG_RANK, logRank().pValue())
                .withUnit(MetricUnit.TIME)
                .withDefinition(definition);
    }
}

package io.cxmetrics.stat.survival;

import io.cxmetrics.Stored;
import io.cxmetrics.StoredForm;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Interval;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The Kaplan-Meier estimate: the share that has not had the event by each time, with the censored counted for as long
 * as they were watched.
 *
 * <p><b>Definition.</b> S(t) = product over the times u &le; t of (1 - events / at risk), a fraction; at risk are all
 * whose time is u or later, so those censored at u are still at risk for the events of u, and who entered before u if
 * they came late. The standard error is Greenwood's, S sqrt(sum of events / (at risk (at risk - events))). The
 * cumulative hazard is that of Nelson and Aalen, the sum of events / at risk, with the standard error sqrt(sum of
 * events / at risk&sup2;).
 *
 * <p><b>Weights.</b> The curve of {@link WeightedEventTimes} has weights in place of counts, and robust standard
 * errors.
 *
 * <p><b>Late entry.</b> S is the share of those who got as far as the first entry. Where few are at risk early and all
 * of them have the event, S falls to 0 and stays there, whoever enters later: a product with a factor 0 is 0. Such a
 * curve says nothing; start it where enough are at risk, or compare hazards.
 *
 * <p><b>Edges.</b> Before the first event S is 1. Behind the last time nothing is known: S is NaN there, unless it fell
 * to 0. Without observations everything is NaN. A quantile that the curve does not reach is
 * {@link Double#POSITIVE_INFINITY}: it lies beyond what was observed.
 *
 * <p><b>Sources.</b> E. Kaplan, P. Meier, Journal of the American Statistical Association 53 (1958); R. Brookmeyer, J.
 * Crowley, Biometrics 38 (1982) for the limits of quantiles.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * SurvivalCurve days = EventTimes.ofEvents(1, 2, 2, 4).plus(EventTimes.ofCensored(3, 9)).curve();
 * days.at(2); // 0.5
 * days.median(); // 3.0
 * days.quantile(0.9); // Infinity
 * days.restrictedMean(4); // 2.8333333333333335
 * days.steps().get(1).atRisk(); // 5.0
 * }</pre>
 *
 * @since 0.1
 */
public final class SurvivalCurve implements Stored {

    private static final long serialVersionUID = 1;

    /**
     * A product of many factors misses a share such as a half by rounding; so far from it, relatively, is still the
     * share.
     */
    private static final double ROUNDING = 1e-9;

    /** What holds before the first time. */
    private static final SurvivalStep START = new SurvivalStep(0, 0, 0, 0, 1, 0, 0, 0);

    private static final SurvivalStep UNKNOWN =
            new SurvivalStep(0, 0, 0, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private final RiskTable table;
    private final SurvivalSteps steps;

    SurvivalCurve(RiskTable table) {
        this.table = table;
        steps = new SurvivalSteps(table);
    }

    /** What follows from the observations is not written. */
    @Override
    public StoredForm storedForm() {
        return StoredForm.of("SurvivalCurve", 1).with("observations", table.observations());
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the curve
     * @throws IllegalArgumentException if the form is not one of a curve
     */
    public static SurvivalCurve ofStored(StoredForm form) {
        StoredForm observations =
                form.expect("SurvivalCurve", 1, "observations").part("observations");
        return observations.name().equals("WeightedEventTimes")
                ? WeightedEventTimes.ofStored(observations).curve()
                : EventTimes.ofStored(observations).curve();
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    /**
     * Returns the curve as a table: one row for each time at which something happened, also if none of it was an event.
     *
     * @return an unmodifiable list in the order of time
     */
    public List<SurvivalStep> steps() {
        return Collections.unmodifiableList(steps);
    }

    /**
     * Returns the share that has not had the event by a time.
     *
     * @param time the time, not negative; an event at this time has happened
     * @return S(time) in [0, 1]; NaN without observations and behind the last
     * @throws IllegalArgumentException if the time is negative
     */
    public double at(long time) {
        return stepAt(time).survival();
    }

    /**
     * Returns the standard error of {@link #at}: Greenwood's, or the robust one where there are weights.
     *
     * @param time the time, not negative
     * @return the standard error; NaN where S is NaN or 0
     * @throws IllegalArgumentException if the time is negative
     */
    public double standardErrorAt(long time) {
        return stepAt(time).standardError();
    }

    /**
     * Returns the Nelson-Aalen estimate of the cumulative hazard.
     *
     * @param time the time, not negative
     * @return the hazard, 0 or more; NaN without observations and behind the last
     * @throws IllegalArgumentException if the time is negative
     */
    public double cumulativeHazardAt(long time) {
        return stepAt(time).cumulativeHazard();
    }

    /**
     * Returns the cumulative hazard of Fleming and Harrington, who take events at one time as having come one after the
     * other: the sum of 1 / at risk + 1 / (at risk - 1) + ... with a term for each event.
     *
     * @param time the time, not negative
     * @return the hazard, 0 or more; NaN without observations and behind the last. Weights tell no number of events:
     *     with them it is {@link #cumulativeHazardAt}
     * @throws IllegalArgumentException if the time is negative
     */
    public double flemingHarringtonHazardAt(long time) {
        if (Double.isNaN(at(time))) {
            return Double.NaN;
        }
        double hazard = 0;
        for (int i = 0; i < steps.size() && steps.time(i) <= time; i++) {
            hazard += table.untied(i);
        }
        return hazard;
    }

    /**
     * Returns the share that has not had the event by a time as Fleming and Harrington estimate it, from their hazard.
     * It is a little above {@link #at}, and does not fall to 0.
     *
     * @param time the time, not negative
     * @return exp(-{@link #flemingHarringtonHazardAt}), in (0, 1]; NaN without observations and behind the last
     * @throws IllegalArgumentException if the time is negative
     */
    public double flemingHarringtonAt(long time) {
        return Math.exp(-flemingHarringtonHazardAt(time));
    }

    /**
     * Returns log-log limits of the share that has not had the event by a time.
     *
     * @param time the time, not negative
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval within [0, 1]; undefined where S is NaN, 0 or 1
     * @throws IllegalArgumentException if an argument is out of range
     */
    public Interval interval(long time, double confidence) {
        return interval(time, confidence, SurvivalInterval.LOG_LOG);
    }

    /**
     * Returns limits of the share that has not had the event by a time.
     *
     * @param time the time, not negative
     * @param confidence the level in (0, 1), such as 0.95
     * @param method the method
     * @return the interval within [0, 1]; undefined where S is NaN or 0
     * @throws IllegalArgumentException if an argument is out of range
     */
    public Interval interval(long time, double confidence, SurvivalInterval method) {
        return stepAt(time).interval(confidence, method);
    }

    private SurvivalStep stepAt(long time) {
        Checks.notNegative("time", time);
        if (steps.size() == 0) {
            return UNKNOWN;
        }
        int last = steps.size() - 1;
        if (time > steps.time(last) && steps.survival(last) > 0) {
            return UNKNOWN;
        }
        int low = 0;
        int high = steps.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps.time(middle) <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? START : steps.get(low - 1);
    }

    /**
     * Returns when half have had the event.
     *
     * @return {@code quantile(0.5)}
     */
    public double median() {
        return quantile(0.5);
    }

    /**
     * Returns when a share has had the event: the first time with S(t) &le; 1 - q. Where S stays at 1 - q for a while,
     * the middle between that time and the next event, or the last time if there is no event any more.
     *
     * @param q the share, in (0, 1]
     * @return the time; {@link Double#POSITIVE_INFINITY} if the curve does not fall so low; NaN without observations
     * @throws IllegalArgumentException if q is out of range
     */
    public double quantile(double q) {
        return crossing(left(q), SurvivalStep::survival);
    }

    /**
     * Returns limits of a quantile from the log-log limits of the curve.
     *
     * @param q the share, in (0, 1]
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval, as {@link #quantileInterval(double, double, SurvivalInterval)} has it
     * @throws IllegalArgumentException if an argument is out of range
     */
    public Interval quantileInterval(double q, double confidence) {
        return quantileInterval(q, confidence, SurvivalInterval.LOG_LOG);
    }

    /**
     * Returns limits of a quantile: when the lower and when the upper limit of the curve first falls to 1 - q.
     *
     * <p>The {@link SurvivalInterval#LOG} upper limit may rise again near the end of a curve. The first time counts, as
     * in what R prints with a curve; R's {@code quantile} takes the limits for falling ones, and may find a later time.
     *
     * @param q the share, in (0, 1]
     * @param confidence the level in (0, 1), such as 0.95
     * @param method the method for the limits of the curve
     * @return the interval; an end is {@link Double#POSITIVE_INFINITY} if its limit does not fall so low; undefined
     *     without observations
     * @throws IllegalArgumentException if an argument is out of range
     */
    public Interval quantileInterval(double q, double confidence, SurvivalInterval method) {
        double left = left(q);
        Checks.confidence(confidence);
        if (steps.size() == 0) {
            return Interval.UNDEFINED;
        }
        // Without limits at the very end, the lower one is surely as low as the curve itself, which is 0 there.
        double low = crossing(
                left,
                step -> step.survival() == 0
                        ? 0
                        : step.interval(confidence, method).low());
        double high = crossing(left, step -> step.interval(confidence, method).high());
        return Interval.of(low, high);
    }

    private static double left(double q) {
        if (!(q > 0 && q <= 1)) {
            throw new IllegalArgumentException("q must be in (0, 1], got " + q);
        }
        return 1 - q;
    }

    /** When a falling curve reaches a level. A height of NaN reaches none. */
    private double crossing(double level, ToDoubleFunction<SurvivalStep> height) {
        if (steps.size() == 0) {
            return Double.NaN;
        }
        double atMost = level * (1 + ROUNDING);
        int first = 0;
        while (first < steps.size() && !(height.applyAsDouble(steps.get(first)) <= atMost)) {
            first++;
        }
        if (first == steps.size()) {
            return Double.POSITIVE_INFINITY;
        }
        long time = steps.time(first);
        if (level == 0 || height.applyAsDouble(steps.get(first)) < level * (1 - ROUNDING)) {
            return time;
        }
        int next = Math.min(first + 1, steps.size() - 1);
        while (next < steps.size() - 1 && steps.events(next) == 0) {
            next++;
        }
        return time + (steps.time(next) - time) / 2.0;
    }

    /**
     * Returns the mean time until the event or a horizon, whichever is first: the area below the curve.
     *
     * @param horizon the horizon, not negative
     * @return the mean in the unit of the times; NaN where S is NaN at the horizon
     * @throws IllegalArgumentException if the horizon is negative
     */
    public double restrictedMean(long horizon) {
        double[] areas = areas(horizon);
        return areas.length == 0 ? Double.NaN : areas[0];
    }

    /**
     * Returns the standard error of the restricted mean, sqrt(sum of A&sup2; events / (at risk (at risk - events)))
     * with the area A below the curve from each time to the horizon; the robust one where there are weights.
     *
     * @param horizon the horizon, not negative
     * @return the standard error; NaN where S is NaN at the horizon
     * @throws IllegalArgumentException if the horizon is negative
     */
    public double restrictedMeanStandardError(long horizon) {
        double[] areas = areas(horizon);
        if (areas.length == 0) {
            return Double.NaN;
        }
        return Math.sqrt(table.meanVariance(Arrays.copyOfRange(areas, 1, areas.length)));
    }

    /** The area below the curve up to the horizon from 0, and from each time before it; empty if it is unknown. */
    private double[] areas(long horizon) {
        if (Double.isNaN(at(horizon))) {
            return new double[0];
        }
        int n = 0;
        while (n < steps.size() && steps.time(n) < horizon) {
            n++;
        }
        double[] areas = new double[n + 1];
        double area = 0;
        long end = horizon;
        for (int i = n - 1; i >= 0; i--) {
            area += steps.survival(i) * (end - steps.time(i));
            areas[i + 1] = area;
            end = steps.time(i);
        }
        areas[0] = area + end;
        return areas;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SurvivalCurve that && steps.equals(that.steps);
    }

    @Override
    public int hashCode() {
        return steps.hashCode();
    }

    /**
     * Returns the size and the median.
     *
     * @return such as {@code SurvivalCurve[steps=5, median=3.0]}, or {@code SurvivalCurve[no observations]}
     */
    @Override
    public String toString() {
        return steps.size() == 0
                ? "SurvivalCurve[no observations]"
                : "SurvivalCurve[steps=" + steps.size() + ", median=" + median() + "]";
    }
}

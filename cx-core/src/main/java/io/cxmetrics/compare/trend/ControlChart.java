package io.cxmetrics.compare.trend;

import io.cxmetrics.internal.Checks;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A control chart: a center, limits around it, and the points that chance does not explain.
 *
 * <p><b>Kinds.</b> {@link #ofRates p chart}: events x of n trials, center sum(x) / sum(n), limits center &plusmn; 3
 * sqrt(center (1 - center) / n) with each period's own n, within [0, 1]. {@link #ofEventRates u chart}: counts over
 * exposure, limits center &plusmn; 3 sqrt(center / n), not below 0. {@link #ofValues individuals}: any metric, center
 * the mean, limits &plusmn; 3 times the mean moving range / d<sub>2</sub> with d<sub>2</sub> = 2 / sqrt(pi), where
 * tables print 1.128.
 *
 * <p><b>Large n.</b> With tens of thousands of trials a day the limits of a p chart are far too narrow, since days
 * differ by more than chance. {@link #laney()} widens them by what neighbouring days differ; where they do not, it
 * changes next to nothing.
 *
 * <p><b>Baseline.</b> {@link #withBaseline} takes center and width from the first periods only, which should be a quiet
 * time. Nothing is screened out on its own.
 *
 * <p><b>Signals</b> name the last point of each pattern. A point on the center breaks a run, and so does an undefined
 * one; where nothing varies there is no z, and no signal.
 *
 * <pre>{@code
 * ControlChart chart = ControlChart.ofRates(new long[] {12, 15, 9, 11, 38}, new long[] {120, 131, 118, 125, 125});
 * chart.signals(ControlRule.BEYOND_LIMITS); // [4]
 * chart.upper(0) > 0.22; // true
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1081/QEN-120006555">D. Laney, Improved Control Charts for Attributes, Quality
 *     Engineering 14 (2002)</a>
 * @since 0.1
 */
public final class ControlChart implements Serializable {

    private static final long serialVersionUID = 1;

    /** The mean range of two normal values, in standard deviations. */
    static final double D2 = 2 / Math.sqrt(Math.PI);

    /** What a chart is of, which says how wide it is. */
    private enum Kind {
        RATES,
        EVENT_RATES,
        VALUES
    }

    private final Kind kind;
    private final double[] values;

    /** Trials or exposure; 1 for values. */
    private final double[] sizes;

    private final int baseline;
    private final double center;
    private final double sigma;
    private final double widening;

    private ControlChart(Kind kind, double[] values, double[] sizes, int baseline, double widening) {
        this.kind = kind;
        this.values = values;
        this.sizes = sizes;
        this.baseline = baseline;
        this.widening = widening;
        double events = 0;
        double size = 0;
        for (int i = 0; i < baseline; i++) {
            if (!Double.isNaN(values[i])) {
                events += values[i] * sizes[i];
                size += sizes[i];
            }
        }
        center = events / size;
        sigma = kind == Kind.VALUES ? meanSize(SeriesValues.steps(values, baseline)) / D2 : Double.NaN;
    }

    private static double meanSize(double[] steps) {
        return SeriesValues.mean(Arrays.stream(steps).map(Math::abs).toArray());
    }

    /**
     * Returns the p chart of rates.
     *
     * @param events the events of each period, in [0, trials]
     * @param trials the trials of each period; one without trials is undefined
     * @return the chart, with all periods as its baseline
     * @throws IllegalArgumentException if the lengths differ, or a count is out of range
     */
    public static ControlChart ofRates(long[] events, long[] trials) {
        Checks.sameLength("trials", trials.length, "events", events.length);
        double[] values = new double[events.length];
        double[] sizes = new double[events.length];
        for (int i = 0; i < events.length; i++) {
            if (events[i] < 0 || events[i] > trials[i]) {
                throw Checks.outside("events", events[i], 0, trials[i], " at index " + i);
            }
            values[i] = (double) events[i] / trials[i];
            sizes[i] = trials[i];
        }
        return new ControlChart(Kind.RATES, values, sizes, values.length, 1);
    }

    /**
     * Returns the u chart of counts over exposure.
     *
     * @param events the events of each period, not negative
     * @param exposure the exposure of each period, not negative; one without exposure is undefined
     * @return the chart, with all periods as its baseline
     * @throws IllegalArgumentException if the lengths differ, or a number is out of range
     */
    public static ControlChart ofEventRates(long[] events, double[] exposure) {
        Checks.sameLength("exposure", exposure.length, "events", events.length);
        double[] values = new double[events.length];
        for (int i = 0; i < events.length; i++) {
            Checks.notNegative("events", events[i]);
            double size = Checks.notNegative("exposure", exposure[i]);
            values[i] = size == 0 ? Double.NaN : events[i] / size;
        }
        return new ControlChart(Kind.EVENT_RATES, values, exposure.clone(), values.length, 1);
    }

    /**
     * Returns the chart of individual values, such as a monthly score.
     *
     * @param values the metric of each period in order, NaN where undefined
     * @return the chart, with all periods as its baseline
     * @throws IllegalArgumentException if a value is infinite
     */
    public static ControlChart ofValues(double... values) {
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        return new ControlChart(Kind.VALUES, SeriesValues.checked("value", values), ones, values.length, 1);
    }

    /**
     * Returns this chart with center and width from the first periods only.
     *
     * @param periods how many, at least 2 and not more than there are
     * @return the chart
     * @throws IllegalArgumentException if the number is out of range
     */
    public ControlChart withBaseline(int periods) {
        Checks.inRange("periods", periods, 2, Math.max(values.length, 2));
        return new ControlChart(kind, values, sizes, Math.min(periods, values.length), widening).widenedLike(this);
    }

    private ControlChart widenedLike(ControlChart other) {
        return other.widening == 1 ? this : new ControlChart(kind, values, sizes, baseline, 1).laney();
    }

    /**
     * Returns this chart with limits widened by what neighbouring periods differ, after Laney.
     *
     * @return the chart, whose {@link #widening()} is sigma<sub>z</sub> = mean |z<sub>i</sub> - z<sub>i-1</sub>| /
     *     d<sub>2</sub> over the baseline; this chart where it is of values, or has it already
     */
    public ControlChart laney() {
        if (kind == Kind.VALUES || widening != 1) {
            return this;
        }
        double factor = meanSize(SeriesValues.steps(z(), baseline)) / D2;
        return new ControlChart(kind, values, sizes, baseline, factor);
    }

    /**
     * Returns how many periods there are.
     *
     * @return the number, undefined ones included
     */
    public int periods() {
        return values.length;
    }

    /**
     * Returns the center.
     *
     * @return the mean of the baseline; NaN where that is empty
     */
    public double center() {
        return center;
    }

    /**
     * Returns by how much {@link #laney()} widened the limits.
     *
     * @return sigma<sub>z</sub>; 1 for a chart that was not widened
     */
    public double widening() {
        return widening;
    }

    /**
     * Returns the plotted value of a period.
     *
     * @param period the period, from 0
     * @return the value; NaN where undefined
     */
    public double value(int period) {
        return values[Checks.inRange("period", period, 0, values.length - 1)];
    }

    /**
     * Returns the standard deviation of a period.
     *
     * @param period the period, from 0
     * @return the deviation, of which the limits are three away; NaN where undefined
     */
    public double deviation(int period) {
        double size = sizes[Checks.inRange("period", period, 0, values.length - 1)];
        return switch (kind) {
            case RATES -> size == 0 ? Double.NaN : widening * Math.sqrt(center * (1 - center) / size);
            case EVENT_RATES -> size == 0 ? Double.NaN : widening * Math.sqrt(center / size);
            case VALUES -> sigma;
        };
    }

    /**
     * Returns the lower limit of a period.
     *
     * @param period the period, from 0
     * @return the limit, not below 0 for rates; NaN where undefined
     */
    public double lower(int period) {
        double limit = center - 3 * deviation(period);
        return kind == Kind.VALUES ? limit : Math.max(limit, 0);
    }

    /**
     * Returns the upper limit of a period.
     *
     * @param period the period, from 0
     * @return the limit, not above 1 for rates of trials; NaN where undefined
     */
    public double upper(int period) {
        double limit = center + 3 * deviation(period);
        return kind == Kind.RATES ? Math.min(limit, 1) : limit;
    }

    /**
     * Returns the distance of each period from the center in standard deviations.
     *
     * @return z of each period; NaN where undefined, or nothing varies
     */
    public double[] z() {
        return all(period -> {
            double deviation = deviation(period);
            return deviation == 0 ? Double.NaN : (values[period] - center) / deviation;
        });
    }

    private double[] all(IntToDoubleFunction of) {
        return IntStream.range(0, values.length).mapToDouble(of).toArray();
    }

    /**
     * Returns the periods at which a pattern ends.
     *
     * @param rule the pattern
     * @return the periods, from 0, rising
     */
    public List<Integer> signals(ControlRule rule) {
        double[] z = z();
        return IntStream.range(0, values.length)
                .filter(period -> !Double.isNaN(z[period]) && rule.holds(values, z, period))
                .boxed()
                .toList();
    }

    /**
     * Returns the periods at which each of some patterns ends, such as {@link ControlRule#STANDARD}.
     *
     * @param rules the patterns
     * @return the periods of each, also of one that does not occur
     */
    public Map<ControlRule, List<Integer>> signals(Collection<ControlRule> rules) {
        Map<ControlRule, List<Integer>> signals = new EnumMap<>(ControlRule.class);
        rules.forEach(rule -> signals.put(rule, signals(rule)));
        return signals;
    }

    /**
     * Returns the chart of the moving ranges beside individual values.
     *
     * @return the ranges, with the same baseline
     * @throws IllegalStateException if the chart is of rates
     */
    public MovingRanges movingRanges() {
        if (kind != Kind.VALUES) {
            throw new IllegalStateException("moving ranges must be of individual values, got a chart of " + kind);
        }
        return new MovingRanges(values, baseline);
    }

    /**
     * Returns the chart in words.
     *
     * @return such as {@code ControlChart[periods=5, center=0.12, signals={BEYOND_LIMITS=[4], NINE_ON_A_SIDE=[]}]}
     */
    @Override
    public String toString() {
        return "ControlChart[periods=" + values.length + ", center=" + center + ", signals="
                + signals(ControlRule.STANDARD) + "]";
    }
}

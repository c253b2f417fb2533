package io.cxmetrics.compare.trend;

import io.cxmetrics.internal.Checks;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The periods at which the level of a metric changed.
 *
 * <p><b>Definition.</b> The partition of the series into segments that has the least sum of squares about the segment
 * means plus a penalty for each change; the exact optimum of all partitions, which PELT finds too. Greedy splitting in
 * two misses a level that comes and goes.
 *
 * <p><b>Penalty.</b> {@link #of(double...)} takes 2 sigma&sup2; ln n, with sigma the standard deviation of the steps
 * from one period to the next / sqrt 2, which a change of level hardly moves; the plain deviation would grow with the
 * very changes that are looked for.
 *
 * <p><b>Edges.</b> Periods that are NaN are left out, and keep their number. A segment has at least two periods by
 * default.
 *
 * <p><b>Cost.</b> n&sup2; steps, at most 20,000 periods.
 *
 * <pre>{@code
 * ChangePoints changes = ChangePoints.of(5, 5.2, 4.9, 5.1, 8.1, 7.9, 8.2, 8);
 * changes.starts(); // [4]
 * changes.means().size(); // 2
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1080/01621459.2012.737745">R. Killick, P. Fearnhead, I. Eckley, Optimal Detection of
 *     Changepoints With a Linear Computational Cost, JASA 107 (2012)</a>
 * @since 0.1
 */
public final class ChangePoints implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int MOST = 20_000;

    private final List<Integer> starts;
    private final List<Double> means;
    private final double squares;
    private final double penalty;

    private ChangePoints(List<Integer> starts, List<Double> means, double squares, double penalty) {
        this.starts = List.copyOf(starts);
        this.means = List.copyOf(means);
        this.squares = squares;
        this.penalty = penalty;
    }

    /**
     * Returns the changes of values, with the penalty of the definition and at least two periods between changes.
     *
     * @param values the metric of each period in order, NaN where undefined; at most 20,000
     * @return the changes
     * @throws IllegalArgumentException if a value is infinite, or there are too many
     */
    public static ChangePoints of(double... values) {
        double[] steps = SeriesValues.steps(values, values.length);
        double mean = SeriesValues.mean(steps);
        double sum = 0;
        for (double step : steps) {
            sum += (step - mean) * (step - mean);
        }
        double variance = steps.length < 2 ? 0 : sum / (steps.length - 1) / 2;
        int n = SeriesValues.defined(values).length;
        return of(n == 0 ? 0 : 2 * variance * Math.log(n), 2, values);
    }

    /**
     * Returns the changes of values.
     *
     * @param penalty what a change must save in squares, not negative
     * @param shortest the fewest periods of a segment, at least 1
     * @param values the metric of each period in order, NaN where undefined; at most 20,000
     * @return the changes
     * @throws IllegalArgumentException if a number is out of range
     */
    public static ChangePoints of(double penalty, int shortest, double... values) {
        Checks.notNegative("penalty", penalty);
        Checks.inRange("shortest", shortest, 1, MOST);
        if (values.length > MOST) {
            throw new IllegalArgumentException("values must be at most " + MOST + ", got " + values.length);
        }
        double[] checked = SeriesValues.checked("value", values);
        List<Integer> periods = new ArrayList<>();
        for (int i = 0; i < checked.length; i++) {
            if (!Double.isNaN(checked[i])) {
                periods.add(i);
            }
        }
        return new Partition(SeriesValues.defined(checked), penalty, shortest).changes(periods);
    }

    /**
     * Returns the periods at which a new segment starts.
     *
     * @return the periods, from 0, rising; empty where the level never changed
     */
    public List<Integer> starts() {
        return starts;
    }

    /**
     * Returns the mean of each segment.
     *
     * @return the means in order, one more than there are changes; empty without periods
     */
    public List<Double> means() {
        return means;
    }

    /**
     * Returns the sum of squares about the segment means.
     *
     * @return the sum
     */
    public double squares() {
        return squares;
    }

    /**
     * Returns what the partition costs.
     *
     * @return squares + penalty for each change
     */
    public double cost() {
        return squares + penalty * starts.size();
    }

    /**
     * Returns the penalty of a change.
     *
     * @return the penalty
     */
    public double penalty() {
        return penalty;
    }

    /**
     * Returns the changes in words.
     *
     * @return such as {@code ChangePoints[starts=[4], means=[5.05, 8.05]]}
     */
    @Override
    public String toString() {
        return "ChangePoints[starts=" + starts + ", means=" + means + "]";
    }

    /** Sums up to each value, about the mean of all so that no digits are lost. */
    private static final class Partition {

        private final double penalty;
        private final int shortest;
        private final double center;
        private final double[] sums;
        private final double[] squares;

        Partition(double[] values, double penalty, int shortest) {
            this.penalty = penalty;
            this.shortest = shortest;
            center = values.length == 0 ? 0 : SeriesValues.mean(values);
            sums = new double[values.length + 1];
            squares = new double[values.length + 1];
            for (int i = 0; i < values.length; i++) {
                double off = values[i] - center;
                sums[i + 1] = sums[i] + off;
                squares[i + 1] = squares[i] + off * off;
            }
        }

        private double cost(int from, int to) {
            double sum = sums[to] - sums[from];
            return Math.max(squares[to] - squares[from] - sum * sum / (to - from), 0);
        }

        ChangePoints changes(List<Integer> periods) {
            int n = periods.size();
            double[] best = new double[n + 1];
            int[] before = new int[n + 1];
            for (int to = 1; to <= n; to++) {
                best[to] = to < shortest && n >= shortest ? Double.POSITIVE_INFINITY : cost(0, to);
                for (int from = shortest; from <= to - shortest; from++) {
                    double through = best[from] + cost(from, to) + penalty;
                    if (through < best[to]) {
                        best[to] = through;
                        before[to] = from;
                    }
                }
            }
            List<Integer> starts = new ArrayList<>();
            List<Double> means = new ArrayList<>();
            double all = 0;
            for (int to = n; to > 0; to = before[to]) {
                int from = before[to];
                means.add(center + (sums[to] - sums[from]) / (to - from));
                all += cost(from, to);
                if (from > 0) {
                    starts.add(periods.get(from));
                }
            }
            Collections.reverse(starts);
            Collections.reverse(means);
            return new ChangePoints(starts, means, all, penalty);
        }
    }
}

package io.cxmetrics.compare.trend;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.GaussLegendre;
import io.cxmetrics.internal.Normal;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cumulative sums, which find a small shift that lasts sooner than the limits of a control chart do.
 *
 * <p><b>Definition.</b> With z = (value - target) / deviation: up = max(0, up + z - k), down = max(0, down - z - k),
 * and a signal where either exceeds h. The standard k = 0.5 looks for shifts of one deviation; h = 5 has a false alarm
 * every 465 periods, and finds that shift after 10.4: {@link #averageRunLength}.
 *
 * <p><b>Edges.</b> An undefined period, NaN, leaves the sums as they are.
 *
 * <pre>{@code
 * Cusum sums = Cusum.of(10, 1, 9.5, 10.2, 11.4, 12.1, 12.2, 11.9);
 * sums.signals(); // [5]
 * sums.changeStart(); // 2
 * Cusum.averageRunLength(0.5, 5, 1) > 10.37; // true
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1093/biomet/41.1-2.100">E. Page, Continuous Inspection Schemes, Biometrika 41
 *     (1954)</a>
 * @since 0.1
 */
public final class Cusum implements Serializable {

    private static final long serialVersionUID = 1;

    /** Half the shift that is looked for, in deviations. */
    public static final double ALLOWANCE = 0.5;

    /** The sum that is a signal, in deviations. */
    public static final double THRESHOLD = 5;

    private final double threshold;
    private final double[] up;
    private final double[] down;
    private final int[] upRun;
    private final int[] downRun;

    private Cusum(double[] z, double allowance, double threshold) {
        this.threshold = threshold;
        int n = z.length;
        up = new double[n];
        down = new double[n];
        upRun = new int[n];
        downRun = new int[n];
        for (int i = 0; i < n; i++) {
            double step = z[i];
            double upBefore = i == 0 ? 0 : up[i - 1];
            double downBefore = i == 0 ? 0 : down[i - 1];
            up[i] = Double.isNaN(step) ? upBefore : Math.max(0, upBefore + step - allowance);
            down[i] = Double.isNaN(step) ? downBefore : Math.max(0, downBefore - step - allowance);
            upRun[i] = up[i] > 0 ? 1 + (i == 0 ? 0 : upRun[i - 1]) : 0;
            downRun[i] = down[i] > 0 ? 1 + (i == 0 ? 0 : downRun[i - 1]) : 0;
        }
    }

    /**
     * Returns the sums with k = 0.5 and h = 5.
     *
     * @param target the value that is expected, finite
     * @param deviation the standard deviation of a value in control, above 0
     * @param values the metric of each period in order, NaN where undefined
     * @return the sums
     * @throws IllegalArgumentException if a number is out of range
     */
    public static Cusum of(double target, double deviation, double... values) {
        Checks.finite("target", target);
        Checks.positive("deviation", deviation);
        double[] z = SeriesValues.checked("value", values);
        for (int i = 0; i < z.length; i++) {
            z[i] = (z[i] - target) / deviation;
        }
        return ofStandardised(ALLOWANCE, THRESHOLD, z);
    }

    /**
     * Returns the sums of values that are standardised already.
     *
     * @param allowance k, not negative
     * @param threshold h, above 0
     * @param z (value - target) / deviation of each period, NaN where undefined
     * @return the sums
     * @throws IllegalArgumentException if a number is out of range
     */
    public static Cusum ofStandardised(double allowance, double threshold, double... z) {
        Checks.notNegative("allowance", allowance);
        Checks.positive("threshold", threshold);
        return new Cusum(SeriesValues.checked("z", z), allowance, threshold);
    }

    /**
     * Returns the sum upwards of each period.
     *
     * @return a new array
     */
    public double[] up() {
        return up.clone();
    }

    /**
     * Returns the sum downwards of each period.
     *
     * @return a new array
     */
    public double[] down() {
        return down.clone();
    }

    /**
     * Returns for how many periods the sum upwards has been above 0.
     *
     * @return the number for each period
     */
    public int[] upRuns() {
        return upRun.clone();
    }

    /**
     * Returns for how many periods the sum downwards has been above 0.
     *
     * @return the number for each period
     */
    public int[] downRuns() {
        return downRun.clone();
    }

    /**
     * Returns the periods in which either sum exceeds the threshold.
     *
     * @return the periods, from 0, rising
     */
    public List<Integer> signals() {
        return IntStream.range(0, up.length)
                .filter(i -> up[i] > threshold || down[i] > threshold)
                .boxed()
                .toList();
    }

    /**
     * Tells the side of the first signal.
     *
     * @return 1 upwards, -1 downwards, 0 without a signal
     */
    public int side() {
        List<Integer> signals = signals();
        return signals.isEmpty() ? 0 : up[signals.get(0)] > threshold ? 1 : -1;
    }

    /**
     * Returns where the shift behind the first signal probably began: the first period of the run that led to it.
     *
     * @return the period, from 0; -1 without a signal
     */
    public int changeStart() {
        List<Integer> signals = signals();
        if (signals.isEmpty()) {
            return -1;
        }
        int first = signals.get(0);
        return first + 1 - (side() > 0 ? upRun[first] : downRun[first]);
    }

    /**
     * Returns after how many periods there is a signal on average, for independent normal values and sums that start at
     * 0.
     *
     * @param allowance k, above 0
     * @param threshold h, above 0
     * @param shift the mean of the values, in deviations from the target
     * @return the average run length, by the integral equation of Page; for both sides 1 / (1 / L + 1 / L')
     * @throws IllegalArgumentException if a number is out of range
     */
    public static double averageRunLength(double allowance, double threshold, double shift) {
        Checks.positive("allowance", allowance);
        Checks.positive("threshold", threshold);
        Checks.finite("shift", shift);
        double upwards = oneSided(allowance, threshold, shift);
        double downwards = oneSided(allowance, threshold, -shift);
        return 1 / (1 / upwards + 1 / downwards);
    }

    /** L(u) = 1 + L(0) P(back to 0) + integral of L over (0, h), as linear equations at 0 and the nodes. */
    private static double oneSided(double allowance, double threshold, double shift) {
        int panels = (int) Math.min(20, Math.max(4, Math.ceil(threshold)));
        double[] nodes = GaussLegendre.nodes(0, threshold, panels);
        double[] weights = GaussLegendre.weights(0, threshold, panels);
        int n = nodes.length + 1;
        double[][] equations = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            double from = (i == 0 ? 0 : nodes[i - 1]) + shift - allowance;
            equations[i][0] = -Normal.survival(from);
            for (int j = 1; j < n; j++) {
                equations[i][j] = -weights[j - 1] * Normal.density(nodes[j - 1] - from);
            }
            equations[i][i] += 1;
            equations[i][n] = 1;
        }
        return first(equations);
    }

    /** The first unknown of linear equations, by elimination of the others. */
    private static double first(double[][] equations) {
        int n = equations.length;
        for (int column = n - 1; column > 0; column--) {
            for (int row = 0; row < column; row++) {
                double factor = equations[row][column] / equations[column][column];
                for (int j = 0; j < column; j++) {
                    equations[row][j] -= factor * equations[column][j];
                }
                equations[row][n] -= factor * equations[column][n];
            }
        }
        return equations[0][n] / equations[0][0];
    }

    /**
     * Returns the sums in words.
     *
     * @return such as {@code Cusum[signals=[5], changeStart=2]}
     */
    @Override
    public String toString() {
        return "Cusum[signals=" + signals() + ", changeStart=" + changeStart() + "]";
    }
}

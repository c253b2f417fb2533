package io.cxmetrics.compare.trend;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The distances between neighbouring values of a chart of individuals, which say how much they scatter.
 *
 * <p><b>Definition.</b> upper limit = (1 + 3 d<sub>3</sub> / d<sub>2</sub>) times the mean range, with d<sub>2</sub> =
 * 2 / sqrt(pi) and d<sub>3</sub> = sqrt(2 - 4 / pi). Only the rule of points beyond the limit belongs on this chart.
 *
 * <pre>{@code
 * MovingRanges ranges = ControlChart.ofValues(10, 12, 11, 13, 30, 12).movingRanges();
 * ranges.mean(); // 8.0
 * ranges.beyond(); // []
 * }</pre>
 *
 * @since 0.1
 */
public final class MovingRanges implements Serializable {

    private static final long serialVersionUID = 1;

    private static final double D3 = Math.sqrt(2 - 4 / Math.PI);

    /** The upper quartile of the normal distribution, in standard deviations. */
    private static final double QUARTILE = 0.6744897501960817;

    private final double[] values;
    private final double[] ranges;

    MovingRanges(double[] values, int baseline) {
        this.values = values;
        ranges = Arrays.stream(SeriesValues.steps(values, baseline))
                .map(Math::abs)
                .toArray();
    }

    /**
     * Returns the mean range of the baseline.
     *
     * @return the mean; NaN without two neighbours
     */
    public double mean() {
        return SeriesValues.mean(ranges);
    }

    /**
     * Returns the median range of the baseline, which one jump does not move.
     *
     * @return the median; NaN without two neighbours
     */
    public double median() {
        return SeriesValues.median(ranges);
    }

    /**
     * Returns the standard deviation of a value.
     *
     * @return mean / d<sub>2</sub>; NaN without two neighbours
     */
    public double deviation() {
        return mean() / ControlChart.D2;
    }

    /**
     * Returns the standard deviation of a value from the median range.
     *
     * @return median / (sqrt 2 times 0.6745); NaN without two neighbours
     */
    public double deviationFromMedian() {
        return median() / (Math.sqrt(2) * QUARTILE);
    }

    /**
     * Returns the upper limit of a range.
     *
     * @return (1 + 3 d<sub>3</sub> / d<sub>2</sub>) mean; NaN without two neighbours
     */
    public double upper() {
        return (1 + 3 * D3 / ControlChart.D2) * mean();
    }

    /**
     * Returns the periods whose distance from the one before is beyond the limit.
     *
     * @return the periods, from 1, rising
     */
    public List<Integer> beyond() {
        double limit = upper();
        return IntStream.range(1, values.length)
                .filter(period -> Math.abs(values[period] - values[period - 1]) > limit)
                .boxed()
                .toList();
    }
}

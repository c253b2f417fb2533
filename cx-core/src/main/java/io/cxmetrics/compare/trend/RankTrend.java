package io.cxmetrics.compare.trend;

import io.cxmetrics.internal.Critical;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Whether a metric rises or falls over periods, by ranks: one wild period moves neither the slope nor the test.
 *
 * <p><b>Definition.</b> {@link #slope()} is Theil and Sen's, the median of the slopes of all pairs. {@link #s()} is
 * Mann and Kendall's: pairs that rise less pairs that fall; its z has the correction of continuity, and the variance
 * that of ties.
 *
 * <p><b>Edges.</b> Periods that are NaN are left out, and keep their place in time. Where all values are equal the
 * slope is 0, and z and p are NaN. The test takes periods to be independent.
 *
 * <p><b>Cost.</b> All pairs, at most 5,000 periods.
 *
 * <pre>{@code
 * RankTrend trend = RankTrend.of(4, 5, 5, 6, 90, 7, 8);
 * trend.slope(); // 0.6666666666666666
 * trend.s(); // 16
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1080/01621459.1968.10480934">P. Sen, Estimates of the Regression Coefficient Based
 *     on
 *     Kendall's Tau, JASA 63 (1968)</a>
 * @see <a href="https://doi.org/10.2307/1907187">H. Mann, Nonparametric Tests Against Trend, Econometrica 13 (1945)</a>
 * @since 0.1
 */
public final class RankTrend implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int MOST = 5_000;

    private final double[] values;

    private RankTrend(double[] values) {
        this.values = values;
    }

    /**
     * Returns the trend of values.
     *
     * @param values the metric of each period in order, NaN where undefined; at most 5,000
     * @return the trend
     * @throws IllegalArgumentException if a value is infinite, or there are too many
     */
    public static RankTrend of(double... values) {
        if (values.length > MOST) {
            throw new IllegalArgumentException("values must be at most " + MOST + ", got " + values.length);
        }
        return new RankTrend(SeriesValues.checked("value", values));
    }

    /**
     * Returns how many periods are defined.
     *
     * @return the count
     */
    public long count() {
        return SeriesValues.defined(values).length;
    }

    /**
     * Returns the slope of Theil and Sen.
     *
     * @return the median change from one period to the next; NaN for fewer than two periods
     */
    public double slope() {
        int n = values.length;
        double[] slopes = new double[n * (n - 1) / 2];
        int size = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                slopes[size++] = (values[j] - values[i]) / (j - i);
            }
        }
        return SeriesValues.median(SeriesValues.defined(slopes));
    }

    /**
     * Returns Mann and Kendall's statistic.
     *
     * @return pairs that rise less pairs that fall
     */
    public long s() {
        long s = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = i + 1; j < values.length; j++) {
                s += (values[j] > values[i] ? 1 : 0) - (values[j] < values[i] ? 1 : 0);
            }
        }
        return s;
    }

    /**
     * Returns the variance of {@link #s()} without a trend.
     *
     * @return (n (n - 1) (2 n + 5) - sum over ties(t (t - 1) (2 t + 5))) / 18
     */
    public double variance() {
        double[] sorted = SeriesValues.defined(values);
        Arrays.sort(sorted);
        double sum = part(sorted.length);
        for (int from = 0; from < sorted.length; ) {
            int to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            sum -= part(to - from);
            from = to;
        }
        return sum / 18;
    }

    private static double part(double n) {
        return n * (n - 1) * (2 * n + 5);
    }

    /**
     * Returns the statistic of the test.
     *
     * @return (s &#8723; 1) / sqrt(variance); 0 where s is 0, NaN where nothing varies
     */
    public double z() {
        double variance = variance();
        return variance == 0 ? Double.NaN : (s() - Math.signum((double) s())) / Math.sqrt(variance);
    }

    /**
     * Returns the two-sided p-value of the test.
     *
     * @return the p-value; NaN where z is
     */
    public double pValue() {
        return Critical.pValue(z());
    }
}

package io.cxmetrics.compare.trend;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.Interval;
import java.io.Serializable;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The straight line through a metric by period: its slope is the change from one period to the next.
 *
 * <p><b>Definition.</b> Least squares on the numbers of the periods 0, 1, ... n - 1; with weights, such as the answers
 * of each period, the squares are weighted by them.
 *
 * <p><b>Which error.</b> Neighbouring periods are alike, and then the textbook's error is too small. {@link #interval}
 * takes that of Newey and West with Bartlett's weights, floor(4 (n / 100)<sup>2/9</sup>) lags, no prewhitening, and the
 * factor n / (n - 2); {@link #plainInterval} takes the textbook's. Both use Student's t with n - 2 degrees of freedom.
 *
 * <p><b>Edges.</b> A period that is NaN is undefined: it is left out, keeps its place in time, and is never
 * interpolated. Two periods have a slope without an error; equal values have the slope 0, and neither t nor p.
 *
 * <pre>{@code
 * TrendLine nps = TrendLine.of(31.2, 33, 30.5, 32.1, 34.4, 33.8, 35.1, 34, 36.2, 35.9, 37.7, 36.4);
 * nps.slope(); // 0.5520979020979022
 * nps.interval(0.95).contains(0); // false
 * }</pre>
 *
 * @see <a href="https://doi.org/10.2307/1913610">W. Newey, K. West, A Simple, Positive Semi-Definite,
 *     Heteroskedasticity
 *     and Autocorrelation Consistent Covariance Matrix, Econometrica 55 (1987)</a>
 * @since 0.1
 */
public final class TrendLine implements Serializable {

    private static final long serialVersionUID = 1;

    private final double[] values;
    private final double[] weights;
    private final int count;
    private final double center;
    private final double mean;
    private final double spread;
    private final double slope;

    private TrendLine(double[] values, double[] weights) {
        this.values = values;
        this.weights = weights;
        double weight = 0;
        double sumT = 0;
        double sumY = 0;
        int n = 0;
        for (int t = 0; t < values.length; t++) {
            if (used(t)) {
                n++;
                weight += weights[t];
                sumT += weights[t] * t;
                sumY += weights[t] * values[t];
            }
        }
        count = n;
        center = sumT / weight;
        mean = sumY / weight;
        double squares = 0;
        double products = 0;
        for (int t = 0; t < values.length; t++) {
            if (used(t)) {
                squares += weights[t] * (t - center) * (t - center);
                products += weights[t] * (t - center) * (values[t] - mean);
            }
        }
        spread = squares;
        slope = n < 2 ? Double.NaN : products / squares;
    }

    /**
     * Returns the line through values of equal weight.
     *
     * @param values the metric of each period in order, NaN where undefined
     * @return the line
     * @throws IllegalArgumentException if a value is infinite
     */
    public static TrendLine of(double... values) {
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        return new TrendLine(SeriesValues.checked("value", values), ones);
    }

    /**
     * Returns the line through values that rest on different numbers of answers.
     *
     * @param values the metric of each period in order, NaN where undefined
     * @param weights the weight of each, 0 for one that is left out
     * @return the line
     * @throws IllegalArgumentException if the lengths differ, a value is infinite, or a weight negative or not finite
     */
    public static TrendLine weighted(double[] values, double[] weights) {
        Checks.sameLength("weights", weights.length, "values", values.length);
        for (int t = 0; t < weights.length; t++) {
            Checks.weight(weights[t], " at index " + t);
        }
        return new TrendLine(SeriesValues.checked("value", values), weights.clone());
    }

    private boolean used(int t) {
        return !Double.isNaN(values[t]) && weights[t] > 0;
    }

    private double residual(int t) {
        return values[t] - mean - slope * (t - center);
    }

    /**
     * Returns how many periods the line rests on.
     *
     * @return the periods that are defined
     */
    public long count() {
        return count;
    }

    /**
     * Returns the slope.
     *
     * @return the change from one period to the next; NaN for fewer than two periods
     */
    public double slope() {
        return slope;
    }

    /**
     * Returns the height of the line at the first period.
     *
     * @return the height; NaN for fewer than two periods
     */
    public double intercept() {
        return mean - slope * center;
    }

    /**
     * Returns the standard deviation of the distances from the line.
     *
     * @return sqrt(sum(weight e&sup2;) / (n - 2)); NaN for fewer than three periods
     */
    public double residualDeviation() {
        return count < 3 ? Double.NaN : Math.sqrt(squaredResiduals() / (count - 2));
    }

    private double squaredResiduals() {
        double sum = 0;
        for (int t = 0; t < values.length; t++) {
            if (used(t)) {
                sum += weights[t] * residual(t) * residual(t);
            }
        }
        return sum;
    }

    /**
     * Returns the share of the variance that the line explains.
     *
     * @return R&sup2; in [0, 1]; NaN where all values are equal
     */
    public double rSquared() {
        double all = 0;
        for (int t = 0; t < values.length; t++) {
            if (used(t)) {
                all += weights[t] * (values[t] - mean) * (values[t] - mean);
            }
        }
        return all == 0 ? Double.NaN : 1 - squaredResiduals() / all;
    }

    /**
     * Returns the textbook's standard error of the slope, which takes periods to be independent.
     *
     * @return the error; NaN for fewer than three periods
     */
    public double plainError() {
        return residualDeviation() / Math.sqrt(spread);
    }

    /**
     * Returns t of the slope by the textbook's error.
     *
     * @return slope / plainError; NaN where the error is 0 or NaN
     */
    public double plainT() {
        double error = plainError();
        return error == 0 ? Double.NaN : slope / error;
    }

    /**
     * Returns the two-sided p-value of the slope by the textbook's error.
     *
     * @return the p-value; NaN where t is
     */
    public double plainPValue() {
        return pValue(plainT());
    }

    /**
     * Returns the interval of the slope by the textbook's error.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval; undefined for fewer than three periods
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval plainInterval(double confidence) {
        return interval(slope, plainError(), confidence);
    }

    /**
     * Returns the lag of Newey and West.
     *
     * @return floor(4 (n / 100)<sup>2/9</sup>)
     */
    public int lag() {
        return (int) Math.floor(4 * Math.pow(count / 100.0, 2.0 / 9));
    }

    /**
     * Returns the standard error of the slope that allows for likeness of neighbours.
     *
     * @return the error of Newey and West with the factor n / (n - 2); NaN for fewer than three periods
     */
    public double standardError() {
        return count < 3 ? Double.NaN : unadjustedError() * Math.sqrt(count / (count - 2.0));
    }

    /**
     * Returns the error of Newey and West without the factor n / (n - 2), as most packages print it.
     *
     * @return the error; NaN for fewer than three periods
     */
    public double unadjustedError() {
        if (count < 3) {
            return Double.NaN;
        }
        int most = lag();
        double sum = 0;
        for (int t = 0; t < values.length; t++) {
            for (int back = 0; back <= Math.min(most, t); back++) {
                if (used(t) && used(t - back)) {
                    double product = score(t) * score(t - back);
                    sum += back == 0 ? product : 2 * (1 - back / (most + 1.0)) * product;
                }
            }
        }
        return Math.sqrt(Math.max(sum, 0)) / spread;
    }

    private double score(int t) {
        return weights[t] * (t - center) * residual(t);
    }

    /**
     * Returns the two-sided p-value of the slope.
     *
     * @return the p-value by {@link #standardError()}; NaN where that is 0 or NaN
     */
    public double pValue() {
        double error = standardError();
        return pValue(error == 0 ? Double.NaN : slope / error);
    }

    private double pValue(double t) {
        return Double.isNaN(t) ? Double.NaN : 2 * TDistribution.of(count - 2.0).survivalProbability(Math.abs(t));
    }

    /**
     * Returns the interval of the slope.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return slope &plusmn; t {@link #standardError()}; undefined for fewer than three periods
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence) {
        return interval(slope, standardError(), confidence);
    }

    private Interval interval(double middle, double error, double confidence) {
        Checks.confidence(confidence);
        return count < 3 ? Interval.UNDEFINED : Interval.around(middle, Critical.t(confidence, count - 2.0) * error);
    }

    /**
     * Returns the statistic of Durbin and Watson, near 2 where neighbours are not alike, and towards 0 where they are.
     *
     * @return the statistic, over neighbours that are both defined; NaN where all lie on the line
     */
    public double durbinWatson() {
        double steps = 0;
        double squares = 0;
        for (int t = 0; t < values.length; t++) {
            if (used(t)) {
                squares += residual(t) * residual(t);
                if (t > 0 && used(t - 1)) {
                    steps += (residual(t) - residual(t - 1)) * (residual(t) - residual(t - 1));
                }
            }
        }
        return squares == 0 ? Double.NaN : steps / squares;
    }

    /**
     * Returns the height of the line after the last period.
     *
     * @param step how many periods after the last, at least 1
     * @return the height; NaN for fewer than two periods
     * @throws IllegalArgumentException if the step is below 1
     */
    public double forecast(int step) {
        return mean + slope * distance(step);
    }

    private double distance(int step) {
        if (step < 1) {
            throw new IllegalArgumentException("step must be at least 1, got " + step);
        }
        return values.length - 1 + step - center;
    }

    /**
     * Returns the interval of the height of the line after the last period.
     *
     * @param step how many periods after the last, at least 1
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval by the textbook's error; undefined for fewer than three periods
     * @throws IllegalArgumentException if an argument is out of range
     */
    public Interval forecastInterval(int step, double confidence) {
        return interval(forecast(step), residualDeviation() * Math.sqrt(uncertainty(step)), confidence);
    }

    /**
     * Returns the interval in which the value of a later period of weight 1 lies, if the line holds.
     *
     * @param step how many periods after the last, at least 1
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval by the textbook's error; undefined for fewer than three periods
     * @throws IllegalArgumentException if an argument is out of range
     */
    public Interval predictionInterval(int step, double confidence) {
        return interval(forecast(step), residualDeviation() * Math.sqrt(1 + uncertainty(step)), confidence);
    }

    private double uncertainty(int step) {
        double all = 0;
        for (int t = 0; t < values.length; t++) {
            all += used(t) ? weights[t] : 0;
        }
        return 1 / all + distance(step) * distance(step) / spread;
    }

    /**
     * Returns the line in words.
     *
     * @return such as {@code TrendLine[count=12, slope=0.55, standardError=0.05]}
     */
    @Override
    public String toString() {
        return "TrendLine[count=" + count + ", slope=" + slope + ", standardError=" + standardError() + "]";
    }
}

package io.cxmetrics.compare.trend;

import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.Interval;
import java.io.Serializable;

/**
 * The simplest forecast worth beating: a period will be what it was one season ago, such as the same month last year or
 * the same weekday last week.
 *
 * <p><b>Definition.</b> The forecast for the step h is the value of the same place in the last season; its interval is
 * forecast &plusmn; z rmse sqrt(k + 1), with k full seasons in between and rmse the root mean square of the differences
 * from one season before.
 *
 * <p><b>Edges.</b> A period that is NaN has no forecast from it, and takes no part in the rmse. With less than two
 * seasons there are no differences, and no interval.
 *
 * <pre>{@code
 * SeasonalNaive weeks = SeasonalNaive.of(3, 10, 20, 30, 12, 22, 32);
 * weeks.forecast(1); // 12.0
 * weeks.rootMeanSquareError(); // 2.0
 * }</pre>
 *
 * @see <a href="https://otexts.com/fpp3/simple-methods.html">R. Hyndman, G. Athanasopoulos, Forecasting: Principles and
 *     Practice</a>
 * @since 0.1
 */
public final class SeasonalNaive implements Serializable {

    private static final long serialVersionUID = 1;

    private final int season;
    private final double[] values;

    private SeasonalNaive(int season, double[] values) {
        this.season = season;
        this.values = values;
    }

    /**
     * Returns the forecasts of values.
     *
     * @param season how many periods a season has, at least 1: 12 months, 7 days
     * @param values the metric of each period in order, NaN where undefined; at least one season
     * @return the forecasts
     * @throws IllegalArgumentException if the season is below 1, there are fewer values, or one is infinite
     */
    public static SeasonalNaive of(int season, double... values) {
        if (season < 1) {
            throw new IllegalArgumentException("season must be at least 1, got " + season);
        }
        if (values.length < season) {
            throw new IllegalArgumentException(
                    "values must be at least one season (" + season + "), got " + values.length);
        }
        return new SeasonalNaive(season, SeriesValues.checked("value", values));
    }

    /**
     * Returns how many periods a season has.
     *
     * @return the number
     */
    public int season() {
        return season;
    }

    /**
     * Returns the forecast of a later period.
     *
     * @param step how many periods after the last, at least 1
     * @return the value one or more seasons before; NaN where that is undefined
     * @throws IllegalArgumentException if the step is below 1
     */
    public double forecast(int step) {
        if (step < 1) {
            throw new IllegalArgumentException("step must be at least 1, got " + step);
        }
        return values[values.length - season + (step - 1) % season];
    }

    /**
     * Returns the interval in which the value of a later period lies.
     *
     * @param step how many periods after the last, at least 1
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval; undefined without a forecast, or with less than two seasons
     * @throws IllegalArgumentException if an argument is out of range
     */
    public Interval interval(int step, double confidence) {
        int seasonsBetween = (step - 1) / season;
        double width = Critical.z(confidence) * rootMeanSquareError() * Math.sqrt(seasonsBetween + 1.0);
        return Interval.around(forecast(step), width);
    }

    /**
     * Returns the change of each period from one season before.
     *
     * @return the differences, from the second season on; NaN where either is undefined
     */
    public double[] changes() {
        double[] changes = new double[values.length - season];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = values[i + season] - values[i];
        }
        return changes;
    }

    /**
     * Returns the change of each period from one season before, as a fraction of that.
     *
     * @return the differences / |value before|, from the second season on; NaN where either is undefined, or it is 0
     */
    public double[] relativeChanges() {
        double[] changes = changes();
        for (int i = 0; i < changes.length; i++) {
            changes[i] = values[i] == 0 ? Double.NaN : changes[i] / Math.abs(values[i]);
        }
        return changes;
    }

    /**
     * Returns the root mean square of the changes.
     *
     * @return the error of the forecast one season ahead; NaN without a change
     */
    public double rootMeanSquareError() {
        double[] changes = SeriesValues.defined(changes());
        double sum = 0;
        for (double change : changes) {
            sum += change * change;
        }
        return Math.sqrt(sum / changes.length);
    }

    /**
     * Returns the mean size of the changes.
     *
     * @return the mean absolute error; NaN without a change
     */
    public double meanAbsoluteError() {
        double[] changes = SeriesValues.defined(changes());
        double sum = 0;
        for (double change : changes) {
            sum += Math.abs(change);
        }
        return sum / changes.length;
    }
}

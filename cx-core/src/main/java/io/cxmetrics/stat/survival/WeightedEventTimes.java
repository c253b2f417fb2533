package io.cxmetrics.stat.survival;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Folding;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;

/**
 * Times until an event of observations that do not all count the same, such as a sample weighted to its population, or
 * customers by what they pay.
 *
 * <p><b>Definition.</b> As in {@link EventTimes}, with the sum of the weights in place of every count. The standard
 * errors of the {@link #curve()} are those of the infinitesimal jackknife, as R has them with {@code robust = TRUE}:
 * they are right whether the weights are large or small, and do not take a weight of 3 for three customers. For three
 * customers use {@link EventTimes#ofCounts}. That of S with weights of 1 is Greenwood's; that of the hazard is a little
 * smaller than the one of {@link EventTimes} then.
 *
 * <p><b>Edges.</b> A weight is 0 or in [10<sup>-100</sup>, 10<sup>100</sup>]; an observation of weight 0 is counted and
 * changes nothing else. Late entry is not supported: what an observation adds would depend on both its times.
 *
 * <p><b>Cost.</b> 40 bytes for each distinct time. Sums of weights add up to rounding.
 *
 * <p>Source: R. Miller, "Survival Analysis" (1981), for the jackknife; T. Therneau, P. Grambsch, "Modeling Survival
 * Data" (2000), for weights.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * WeightedEventTimes months = WeightedEventTimes.of(
 *         new long[] {9, 13, 13, 18}, new boolean[] {true, true, false, true}, new double[] {2, 1, 1, 1});
 * months; // WeightedEventTimes[observations=4, events=4.0, censored=1.0]
 * months.curve().at(9); // 0.6
 * months.curve().standardErrorAt(9); // 0.27712812921102037
 * }</pre>
 *
 * @since 0.1
 */
public final class WeightedEventTimes implements Summary<WeightedEventTimes> {

    private static final long serialVersionUID = 1;
    /** For each time: events, their squares, censored, their squares. */
    static final int SUMS = 4;

    /** No observations. */
    public static final WeightedEventTimes EMPTY = new WeightedEventTimes(0, new long[0], new double[SUMS][0]);

    private final long count;
    private final long[] times;
    /** For each time the weights of the events, their squares, the weights of the censored, and their squares. */
    private final double[][] sums;

    /** Takes ascending times, each with a weight. */
    WeightedEventTimes(long count, long[] times, double[][] sums) {
        this.count = count;
        this.times = times;
        this.sums = sums;
    }

    /**
     * Returns the summary of observations.
     *
     * @param times the times, none negative
     * @param event whether the event happened at each time; false for censored
     * @param weights their weights, each 0 or in [1e-100, 1e100]
     * @return the summary
     * @throws IllegalArgumentException if a time is negative, a weight out of range, or the lengths differ
     */
    public static WeightedEventTimes of(long[] times, boolean[] event, double[] weights) {
        Checks.sameLength("event", event.length, "times", times.length);
        Checks.sameLength("weights", weights.length, "times", times.length);
        for (int i = 0; i < times.length; i++) {
            SortedTimes.notNegative("time", times[i], i);
            if (!Checks.isWeight(weights[i])) {
                Checks.weight(weights[i], " at index " + i);
            }
        }
        WeightedEventTimesBuffer rows = new WeightedEventTimesBuffer();
        for (int i = 0; i < times.length; i++) {
            rows.add(times[i], event[i], weights[i]);
        }
        return rows.sum();
    }

    /**
     * Returns the summary of sums, such as those of a table. The reverse of {@link #count()}, {@link #times()},
     * {@link #eventsAt()}, {@link #eventSquaresAt()}, {@link #censoredAt()} and {@link #censoredSquaresAt()}.
     *
     * @param count how many observations there are, not negative
     * @param times the times, ascending, none negative
     * @param events the sum of the weights of the events at each time
     * @param eventSquares the sum of their squares
     * @param censored the sum of the weights of the censored at each time
     * @param censoredSquares the sum of their squares
     * @return the summary
     * @throws IllegalArgumentException if a number is negative, a sum not finite, the times do not ascend or the
     *     lengths differ
     */
    public static WeightedEventTimes ofSums(
            long count,
            long[] times,
            double[] events,
            double[] eventSquares,
            double[] censored,
            double[] censoredSquares) {
        double[][] given = {events, eventSquares, censored, censoredSquares};
        String[] names = {"events", "eventSquares", "censored", "censoredSquares"};
        double[][] kept = new double[SUMS][times.length];
        for (int s = 0; s < SUMS; s++) {
            Checks.sameLength(names[s], given[s].length, "times", times.length);
        }
        SortedTimes.checkAscending("times", times);
        long[] keptTimes = new long[times.length];
        int n = 0;
        for (int i = 0; i < times.length; i++) {
            keptTimes[n] = times[i];
            for (int s = 0; s < SUMS; s++) {
                kept[s][n] = Checks.notNegative(names[s], given[s][i]);
            }
            checkSquares(names[1], eventSquares[i], events[i], i);
            checkSquares(names[3], censoredSquares[i], censored[i], i);
            n += events[i] > 0 || censored[i] > 0 ? 1 : 0;
        }
        for (int s = 0; s < SUMS; s++) {
            kept[s] = Arrays.copyOf(kept[s], n);
        }
        if (Checks.notNegative("count", count) < n) {
            throw new IllegalArgumentException(
                    "count must be at least the times with a weight (" + n + "), got " + count);
        }
        return new WeightedEventTimes(count, Arrays.copyOf(keptTimes, n), kept);
    }

    /** Squares of weights add up to no more than the square of their sum, and to nothing only where there are none. */
    private static void checkSquares(String name, double squares, double sum, int index) {
        double most = sum * sum * (1 + 1e-9);
        if (squares > most || (squares == 0 && sum > 0)) {
            throw new IllegalArgumentException(
                    name + " must be in (0, " + most + "], got " + squares + " at index " + index);
        }
    }

    /**
     * Returns the summary of observations.
     *
     * @param observations the observations
     * @return the summary
     */
    public static WeightedEventTimes of(Collection<WeightedEventTime> observations) {
        return aggregation().fold(observations);
    }

    /**
     * Returns an aggregation that folds observations into their summary.
     *
     * @return the aggregation
     */
    public static Aggregation<WeightedEventTime, ?, WeightedEventTimes> aggregation() {
        return Folding.of(
                WeightedEventTimesBuffer::new,
                (buffer, one) -> buffer.add(one.time(), one.event(), one.weight()),
                WeightedEventTimesBuffer::join,
                WeightedEventTimesBuffer::sum);
    }

    /**
     * Returns a collector of one observation of each element.
     *
     * @param time gives the time, not negative
     * @param event tells whether the event happened at it
     * @param weight gives the weight, 0 or in [1e-100, 1e100]
     * @param <T> the type of the elements
     * @return the collector, which refuses a negative time and a weight out of range
     */
    public static <T> Collector<T, ?, WeightedEventTimes> toWeightedEventTimes(
            ToLongFunction<? super T> time, Predicate<? super T> event, ToDoubleFunction<? super T> weight) {
        requireNonNull(time, "time");
        requireNonNull(event, "event");
        requireNonNull(weight, "weight");
        return Collector.of(
                WeightedEventTimesBuffer::new,
                (rows, element) -> rows.add(
                        Checks.notNegative("time", time.applyAsLong(element)),
                        event.test(element),
                        Checks.weight(weight.applyAsDouble(element), "")),
                WeightedEventTimesBuffer::join,
                WeightedEventTimesBuffer::sum);
    }

    /**
     * Returns how many observations there are, those of weight 0 included.
     *
     * @return the count
     */
    public long count() {
        return count;
    }

    /**
     * Returns the weight of the observations that ended with the event.
     *
     * @return the sum
     */
    public double events() {
        return Arrays.stream(sums[0]).sum();
    }

    /**
     * Returns the weight of the observations that ended without the event.
     *
     * @return the sum
     */
    public double censored() {
        return Arrays.stream(sums[2]).sum();
    }

    /**
     * Returns the distinct times, ascending.
     *
     * @return a new array
     */
    public long[] times() {
        return times.clone();
    }

    /**
     * Returns the weight of the events at each of the {@link #times()}.
     *
     * @return a new array
     */
    public double[] eventsAt() {
        return sums[0].clone();
    }

    /**
     * Returns the squared weights of the events at each of the {@link #times()}.
     *
     * @return a new array
     */
    public double[] eventSquaresAt() {
        return sums[1].clone();
    }

    /**
     * Returns the weight of the censored at each of the {@link #times()}.
     *
     * @return a new array
     */
    public double[] censoredAt() {
        return sums[2].clone();
    }

    /**
     * Returns the squared weights of the censored at each of the {@link #times()}.
     *
     * @return a new array
     */
    public double[] censoredSquaresAt() {
        return sums[3].clone();
    }

    /**
     * Returns the weighted Kaplan-Meier estimate with all that follows from it, and robust standard errors. It is
     * worked out here: keep it to ask more than once.
     *
     * @return the curve
     */
    public SurvivalCurve curve() {
        return new SurvivalCurve(new WeightedRisk(this));
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("WeightedEventTimes", 1)
                .with("count", count)
                .with("times", times)
                .with("events", sums[0])
                .with("eventSquares", sums[1])
                .with("censored", sums[2])
                .with("censoredSquares", sums[3]);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the event times
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static WeightedEventTimes ofStored(StoredForm form) {
        StoredFields fields = form.expect(
                "WeightedEventTimes", 1, "count", "times", "events", "eventSquares", "censored", "censoredSquares");
        return ofSums(
                fields.whole("count"),
                fields.wholes("times"),
                fields.reals("events"),
                fields.reals("eventSquares"),
                fields.reals("censored"),
                fields.reals("censoredSquares"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public WeightedEventTimes plus(WeightedEventTimes other) {
        long[] all = SortedTimes.union(times, other.times);
        double[][] both = new double[SUMS][all.length];
        for (int s = 0; s < SUMS; s++) {
            SortedTimes.add(times, sums[s], all, both[s]);
            SortedTimes.add(other.times, other.sums[s], all, both[s]);
        }
        return new WeightedEventTimes(Math.addExact(count, other.count), all, both);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeightedEventTimes that
                && count == that.count
                && Arrays.equals(times, that.times)
                && Arrays.deepEquals(sums, that.sums);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Long.hashCode(count) + Arrays.hashCode(times)) + Arrays.deepHashCode(sums);
    }

    /**
     * Returns the count and the weights.
     *
     * @return such as {@code WeightedEventTimes[observations=4, events=4.0, censored=1.0]}
     */
    @Override
    public String toString() {
        return "WeightedEventTimes[observations=" + count + ", events=" + events() + ", censored=" + censored() + "]";
    }
}

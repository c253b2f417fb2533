package io.cxmetrics.models.survival;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.models.internal.Checks;
import io.cxmetrics.stat.survival.EventTime;
import io.cxmetrics.stat.survival.EventTimes;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Durations until an event, in any one unit of time, with those cut short (censored), late entries and weights: what a
 * parametric survival model is fitted to. Equal times are merged.
 *
 * <p><b>Who counts.</b> A row with duration 0 is left out and counted ({@link #leftOut()}): no continuous
 * distribution can tell when it happened. A row with weight 0 counts nowhere.
 *
 * <p><b>Edges.</b> Sums are exact where weights are whole numbers with a sum below 2<sup>53</sup>, so that parts add
 * up in any order to the same bits; other weights add up to rounding.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Durations durations = Durations.of(new double[] {2, 3, 3, 0}, new boolean[] {true, true, false, false});
 * durations.count(); // 3.0
 * durations.events(); // 2.0
 * durations.leftOut(); // 1.0
 * durations.plus(durations).count(); // 6.0
 * }</pre>
 *
 * @since 0.1
 */
public final class Durations implements Summary<Durations> {

    /** No durations. */
    public static final Durations EMPTY = new Durations(TimeWeights.NONE, TimeWeights.NONE, TimeWeights.NONE, 0);

    final TimeWeights happened;
    final TimeWeights censored;
    final TimeWeights entered;
    private final double leftOut;

    private Durations(TimeWeights happened, TimeWeights censored, TimeWeights entered, double leftOut) {
        this.happened = happened;
        this.censored = censored;
        this.entered = entered;
        this.leftOut = leftOut;
    }

    /**
     * Returns durations that start at 0.
     *
     * @param times how long each row was observed, finite and not negative
     * @param event whether the event happened then; false where the observation ended without it
     * @return the durations
     * @throws IllegalArgumentException if a time is out of range, or the lengths differ
     */
    public static Durations of(double[] times, boolean[] event) {
        return rows(null, times, event, null);
    }

    /**
     * Returns durations that start at 0, each with a weight.
     *
     * @param times how long each row was observed, finite and not negative
     * @param event whether the event happened then
     * @param weights the weight of each row, finite and not negative
     * @return the durations
     * @throws IllegalArgumentException if a time or weight is out of range, or the lengths differ
     */
    public static Durations ofWeighted(double[] times, boolean[] event, double[] weights) {
        return rows(null, times, event, weights);
    }

    /**
     * Returns durations whose rows came under observation late: an event before the entry would never have been seen.
     *
     * @param entry when the observation of each row began, finite and not negative
     * @param exit when it ended, after the entry
     * @param event whether the event happened at the exit
     * @return the durations
     * @throws IllegalArgumentException if a time is out of range, an exit is not after its entry, or the lengths differ
     */
    public static Durations ofLateEntry(double[] entry, double[] exit, boolean[] event) {
        return rows(entry, exit, event, null);
    }

    /**
     * Returns durations whose rows came under observation late, each with a weight.
     *
     * @param entry when the observation of each row began, finite and not negative
     * @param exit when it ended, after the entry
     * @param event whether the event happened at the exit
     * @param weights the weight of each row, finite and not negative
     * @return the durations
     * @throws IllegalArgumentException if a number is out of range, an exit is not after its entry, or the lengths
     *     differ
     */
    public static Durations ofLateEntry(double[] entry, double[] exit, boolean[] event, double[] weights) {
        return rows(entry, exit, event, weights);
    }

    /**
     * Returns the durations of event times.
     *
     * @param times the event times
     * @return the durations
     */
    public static Durations of(Collection<EventTime> times) {
        return times.stream().collect(aggregation().toCollector());
    }

    /**
     * Returns the durations of event times that were counted already.
     *
     * @param times the event times
     * @return the durations, in the unit of the event times
     */
    public static Durations from(EventTimes times) {
        double[] all = doubles(times.times());
        double[] events = doubles(times.eventsAt());
        double[] censored = doubles(times.censoredAt());
        double leftOut = all.length > 0 && all[0] == 0 ? events[0] + censored[0] : 0;
        if (leftOut > 0) {
            events[0] = 0;
            censored[0] = 0;
        }
        return new Durations(
                TimeWeights.of(all.clone(), events),
                TimeWeights.of(all.clone(), censored),
                TimeWeights.of(doubles(times.entryTimes()), doubles(times.enteredAt())),
                leftOut);
    }

    /**
     * Returns how a stream of event times is folded into durations.
     *
     * @return the aggregation
     */
    public static Aggregation<EventTime, ?, Durations> aggregation() {
        return EventTimes.aggregation().andThen(Durations::from);
    }

    /**
     * Returns a collector of event times.
     *
     * @return the collector
     */
    public static Collector<EventTime, ?, Durations> toDurations() {
        return aggregation().toCollector();
    }

    private static double[] doubles(long[] counts) {
        return Arrays.stream(counts).asDoubleStream().toArray();
    }

    private static Durations rows(
            double @Nullable [] entry, double[] exit, boolean[] event, double @Nullable [] weights) {
        Checks.sameLength("event", exit.length, event.length);
        Checks.sameLength("weights", exit.length, weights == null ? exit.length : weights.length);
        Checks.sameLength("entry", exit.length, entry == null ? exit.length : entry.length);
        double leftOut = 0;
        int[] sizes = new int[2];
        for (int i = 0; i < exit.length; i++) {
            String where = " at index " + i;
            Checks.notNegative("time", exit[i], where);
            double weight = weights == null ? 1 : Checks.notNegative("weight", weights[i], where);
            if (entry != null && !(Checks.notNegative("entry", entry[i], where) < exit[i])) {
                throw new IllegalArgumentException("exit must be after entry " + entry[i] + ", got " + exit[i] + where);
            }
            if (exit[i] == 0) {
                leftOut += weight;
            } else {
                sizes[event[i] ? 1 : 0]++;
            }
        }
        return new Durations(
                part(exit, event, true, weights, sizes[1]),
                part(exit, event, false, weights, sizes[0]),
                entry == null ? TimeWeights.NONE : entries(entry, weights),
                leftOut);
    }

    private static TimeWeights part(
            double[] times, boolean[] event, boolean wanted, double @Nullable [] weights, int size) {
        double[] some = new double[size];
        double[] weightOf = weights == null ? null : new double[size];
        int k = 0;
        for (int i = 0; i < times.length; i++) {
            if (event[i] == wanted && times[i] > 0) {
                some[k] = times[i];
                if (weightOf != null && weights != null) {
                    weightOf[k] = weights[i];
                }
                k++;
            }
        }
        return TimeWeights.of(some, weightOf);
    }

    private static TimeWeights entries(double[] entry, double @Nullable [] weights) {
        double[] weightOf = new double[entry.length];
        for (int i = 0; i < entry.length; i++) {
            // Whoever was there from the start cuts nothing off.
            weightOf[i] = entry[i] == 0 ? 0 : weights == null ? 1 : weights[i];
        }
        return TimeWeights.of(entry.clone(), weightOf);
    }

    /**
     * Returns how many durations count, events and censored.
     *
     * @return the number, or the sum of their weights
     */
    public double count() {
        return happened.total() + censored.total();
    }

    /**
     * Returns how many durations ended with the event.
     *
     * @return the number, or the sum of their weights
     */
    public double events() {
        return happened.total();
    }

    /**
     * Returns how many durations ended without the event.
     *
     * @return the number, or the sum of their weights
     */
    public double censored() {
        return censored.total();
    }

    /**
     * Returns how many durations came under observation after 0.
     *
     * @return the number, or the sum of their weights
     */
    public double lateEntries() {
        return entered.total();
    }

    /**
     * Returns how many durations were left out, being 0.
     *
     * @return the number, or the sum of their weights
     */
    public double leftOut() {
        return leftOut;
    }

    /**
     * Returns the time that was observed in all.
     *
     * @return the sum of exits minus entries, in the unit of the durations
     */
    public double exposure() {
        return happened.exposure() + censored.exposure() - entered.exposure();
    }

    /**
     * Returns the longest duration: beyond it a model speaks without data.
     *
     * @return the time; NaN without durations
     */
    public double longest() {
        double last = Double.NaN;
        for (double[] times : new double[][] {happened.times, censored.times}) {
            if (times.length > 0) {
                last = Double.isNaN(last) ? times[times.length - 1] : Math.max(last, times[times.length - 1]);
            }
        }
        return last;
    }

    @Override
    public Durations plus(Durations other) {
        return new Durations(
                happened.plus(other.happened),
                censored.plus(other.censored),
                entered.plus(other.entered),
                leftOut + other.leftOut);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("Durations", 1)
                .with("happenedAt", happened.times)
                .with("happened", happened.weights)
                .with("censoredAt", censored.times)
                .with("censored", censored.weights)
                .with("enteredAt", entered.times)
                .with("entered", entered.weights)
                .with("leftOut", leftOut);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the durations
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static Durations ofStored(StoredForm form) {
        StoredFields fields = form.expect(
                "Durations", 1, "happenedAt", "happened", "censoredAt", "censored", "enteredAt", "entered", "leftOut");
        return new Durations(
                weights(fields, "happenedAt", "happened"),
                weights(fields, "censoredAt", "censored"),
                weights(fields, "enteredAt", "entered"),
                Checks.notNegative("leftOut", fields.real("leftOut")));
    }

    private static TimeWeights weights(StoredFields fields, String at, String name) {
        double[] times = fields.sameLength(at, name).reals(at);
        double[] weights = fields.reals(name);
        for (int i = 0; i < times.length; i++) {
            Checks.positive(at, times[i], " at index " + i);
            Checks.positive(name, weights[i], " at index " + i);
        }
        return TimeWeights.of(times, weights);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Durations that
                && happened.equals(that.happened)
                && censored.equals(that.censored)
                && entered.equals(that.entered)
                && leftOut == that.leftOut;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * happened.hashCode() + censored.hashCode()) + entered.hashCode();
    }

    /**
     * Returns the counts.
     *
     * @return such as {@code Durations[events=2.0, censored=1.0, lateEntries=0.0, leftOut=1.0]}
     */
    @Override
    public String toString() {
        return "Durations[events=" + events() + ", censored=" + censored() + ", lateEntries=" + lateEntries()
                + ", leftOut=" + leftOut + "]";
    }
}

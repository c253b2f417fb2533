package io.cxmetrics.web.funnel;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cxmetrics.Aggregation;
import io.cxmetrics.SerializableFunction;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.QuantileMethod;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.session.Sessions;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collector;

/**
 * How far units came in a {@link Funnel}: how many reached each step, and how long those took that reached the last, in
 * milliseconds.
 *
 * <p><b>Definition.</b> A unit, such as a session or a visitor, reaches step k if some of its events meet the first k
 * steps in the order of the funnel, each step by an event of its own, from the first to the last within the window,
 * with no excluded event between. No search for the first k steps can come further than that of fewer, so that a funnel
 * never grows from step to step.
 *
 * <p><b>Rates.</b> {@link #rate} of a step versus the first step, the step before, or all units ({@link FunnelBase}).
 *
 * <p><b>Left out.</b> Units that an exclusion {@linkplain FunnelExclusion#DROPS_UNIT drops} are neither among the units
 * nor at any step; {@link #dropped()} counts them.
 *
 * <p><b>Steps that nothing meets.</b> A step that no event met has 0 units, as has one that nobody reached;
 * {@link #unmetSteps()} tells them apart.
 *
 * <p><b>Time to convert</b> is that of the first conversion of a unit, in milliseconds, from the latest start that
 * leads to it, or from the {@linkplain FunnelStart#FIRST_EVER first start ever}.
 *
 * <p><b>Adding up.</b> Counts of the same funnel add up if no unit is in two of them. For a breakdown group the
 * aggregation.
 *
 * <p><b>Edges.</b> A rate without a base is NaN. Beyond 2<sup>63</sup> - 1 units adding is an
 * {@link ArithmeticException}.
 *
 * <p><b>Cost.</b> One pass over the events of a unit times the steps, whatever the window; in the order
 * {@link FunnelOrder#ANY} up to one such pass for each step.
 *
 * <p>Sources: PostHog and Plausible, documentation of funnels; retentioneering, documentation of its funnel.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Funnel funnel = Funnel.of("view", "cart", "order");
 * long[] units = {1, 1, 1, 2, 2, 3};
 * long[] times = {0, 40, 90, 10, 70, 50};
 * int[] matches = {1, 2, 4, 1, 2, 0};
 * FunnelCounts counts = FunnelCounts.of(funnel, units, times, matches);
 * counts; // FunnelCounts[3 units: view 2, cart 2, order 1]
 * counts.rate(2, FunnelBase.FIRST); // 1 of 2 (0.5)
 * counts.rate(0, FunnelBase.ALL); // 2 of 3 (0.6666666666666666)
 * counts.dropOff(1); // 1 of 2 (0.5)
 * counts.medianMillis(); // 90.0
 * }</pre>
 *
 * @since 0.1
 */
public final class FunnelCounts implements Summary<FunnelCounts> {

    private static final long serialVersionUID = 1;

    private final Funnel funnel;
    private final long units;
    private final long dropped;
    private final long[] reached;
    private final EventTimes millis;

    /** Bit i is set if an event met step i, whether its unit came that far or not. */
    private final int met;

    FunnelCounts(Funnel funnel, long units, long dropped, long[] reached, EventTimes millis, int met) {
        this.funnel = funnel;
        this.units = units;
        this.dropped = dropped;
        this.reached = reached.clone();
        this.millis = millis;
        this.met = met;
    }

    /**
     * Returns the counts of no units.
     *
     * @param funnel what is asked
     * @return the counts
     */
    public static FunnelCounts empty(Funnel funnel) {
        return new FunnelCounts(
                requireNonNull(funnel, "funnel"), 0, 0, new long[funnel.steps().size()], EventTimes.EMPTY, 0);
    }

    /**
     * Returns the counts of events in columns: the fast way.
     *
     * @param funnel what is asked
     * @param units whose each event is; those of one unit stand together, as a number that comes again later is another
     *     unit
     * @param times when each event was, in epoch milliseconds; not descending within a unit
     * @param matches which steps each event meets: bit i set for step i, counted from 0, {@link FunnelMatcher#EXCLUDED}
     *     for an excluded event, 0 for any other
     * @return the counts
     * @throws IllegalArgumentException if the lengths differ, times descend or a match has other bits
     * @throws ArithmeticException if events of an attempt are further apart than a {@code long} holds
     */
    public static FunnelCounts of(Funnel funnel, long[] units, long[] times, int[] matches) {
        if (times.length != units.length || matches.length != units.length) {
            throw new IllegalArgumentException("times and matches must have as many as units (" + units.length
                    + "), got " + times.length + " and " + matches.length);
        }
        FunnelCountsBuffer tally = new FunnelCountsBuffer(funnel);
        int from = 0;
        for (int i = 1; i <= units.length; i++) {
            if (i == units.length || units[i] != units[from]) {
                tally.add(times, matches, from, i);
                from = i;
            }
        }
        return tally.finish();
    }

    /**
     * Returns counts that somebody else counted. They know no times, and nothing of dropped units: added to counts that
     * do, the sum has the times of those alone.
     *
     * @param funnel what was asked
     * @param units how many units there were, not negative
     * @param reached how many of them reached each step, none negative and none more than the one before
     * @return the counts
     * @throws IllegalArgumentException if there is not one for each step, one is negative, or the counts grow; steps
     *     that were counted each for itself are {@link StepCounts}
     */
    public static FunnelCounts ofCounts(Funnel funnel, long units, long... reached) {
        Checks.notNegative("units", units);
        if (reached.length != funnel.steps().size()) {
            throw new IllegalArgumentException(
                    "reached must have as many as steps (" + funnel.steps().size() + "), got " + reached.length);
        }
        long before = units;
        int met = 0;
        for (int step = 0; step < reached.length; step++) {
            if (reached[step] < 0 || reached[step] > before) {
                throw new IllegalArgumentException("reached must be in [0, " + before
                        + "], as many as there were before, got " + reached[step] + " at index " + step);
            }
            before = reached[step];
            met |= before > 0 ? 1 << step : 0;
        }
        return new FunnelCounts(funnel, units, 0, reached, EventTimes.EMPTY, met);
    }

    /**
     * Returns the counts of sessions, each of which is a unit.
     *
     * @param matcher what is asked, and which events meet the steps
     * @param sessions the sessions
     * @return the counts
     */
    public static FunnelCounts of(FunnelMatcher matcher, Sessions<?> sessions) {
        FunnelCountsBuffer buffer = new FunnelCountsBuffer(matcher.funnel());
        sessions.forEach((session, events) -> buffer.add(
                events.stream().mapToLong(event -> event.at().toEpochMilli()).toArray(),
                events.stream().mapToInt(matcher::matches).toArray(),
                0,
                events.size()));
        return buffer.finish();
    }

    /**
     * Returns the counts of sessions, each of which is a unit.
     *
     * @param funnel what is asked
     * @param sessions the sessions
     * @return the counts
     */
    public static FunnelCounts of(Funnel funnel, Sessions<?> sessions) {
        return of(FunnelMatcher.of(funnel), sessions);
    }

    /**
     * Returns the counts of events, where all events of a visitor are one unit.
     *
     * @param funnel what is asked
     * @param events the events, in any order
     * @param <V> the type of the keys of visitors
     * @return the counts
     */
    public static <V> FunnelCounts of(Funnel funnel, Collection<WebEvent<V>> events) {
        return events.stream().collect(toFunnelCounts(funnel));
    }

    /**
     * Folds events into counts; see {@link FunnelMatcher#aggregation}, which takes tests for steps and an end of
     * observation too.
     *
     * @param funnel what is asked
     * @param key gives the unit of an event, such as {@code WebEvent::session}; neither null nor an empty text
     * @param <V> the type of the keys of visitors
     * @return the aggregation, which refuses an event without a key
     */
    public static <V> Aggregation<WebEvent<V>, ?, FunnelCounts> aggregation(
            Funnel funnel, SerializableFunction<? super WebEvent<V>, ?> key) {
        return FunnelMatcher.of(funnel).aggregation(key);
    }

    /**
     * Returns a collector of events, where all events of a visitor are one unit.
     *
     * @param funnel what is asked
     * @param <V> the type of the keys of visitors
     * @return the collector
     */
    public static <V> Collector<WebEvent<V>, ?, FunnelCounts> toFunnelCounts(Funnel funnel) {
        return FunnelCounts.<V>aggregation(funnel, WebEvent::visitor).toCollector();
    }

    /**
     * Returns a collector of events.
     *
     * @param funnel what is asked
     * @param key gives the unit of an event; neither null nor an empty text
     * @param <V> the type of the keys of visitors
     * @return the collector, which refuses an event without a key
     */
    public static <V> Collector<WebEvent<V>, ?, FunnelCounts> toFunnelCounts(
            Funnel funnel, SerializableFunction<? super WebEvent<V>, ?> key) {
        return FunnelCounts.<V>aggregation(funnel, key).toCollector();
    }

    /**
     * Returns how many units there were.
     *
     * @return the units, without those dropped
     */
    public long count() {
        return units;
    }

    /**
     * Returns how many units were left out.
     *
     * @return the units that an exclusion dropped
     */
    public long leftOut() {
        return dropped;
    }

    /**
     * Returns the steps that no event met at all: mistyped names, names of kinds, or something that nobody did.
     *
     * @return the names of the steps in their order; all of them where there were no events
     */
    public List<String> unmetSteps() {
        List<String> unmet = new ArrayList<>();
        for (int step = 0; step < reached.length; step++) {
            if ((met >>> step & 1) == 0) {
                unmet.add(funnel.steps().get(step).name());
            }
        }
        return Collections.unmodifiableList(unmet);
    }

    /**
     * Returns what was asked.
     *
     * @return the funnel
     */
    public Funnel funnel() {
        return funnel;
    }

    /**
     * Returns how many units there were, whether they entered the funnel or not.
     *
     * @return the count, without those dropped
     */
    public long units() {
        return units;
    }

    /**
     * Returns how many units were left out for an excluded event.
     *
     * @return the count
     */
    public long dropped() {
        return dropped;
    }

    /**
     * Returns how many units reached each step.
     *
     * @return a new array
     */
    public long[] reached() {
        return reached.clone();
    }

    /**
     * Returns how many units reached a step.
     *
     * @param step the step, from 0
     * @return the count
     * @throws IllegalArgumentException if there is no such step
     */
    public long reached(int step) {
        return reached[checked(step)];
    }

    /**
     * Returns the units that reached a step out of a base.
     *
     * @param step the step, from 0
     * @param base out of what
     * @return the share; undefined for the first step out of those before
     * @throws IllegalArgumentException if there is no such step
     */
    public Proportion rate(int step, FunnelBase base) {
        checked(step);
        return switch (base) {
            case FIRST -> Proportion.of(reached[step], reached[0]);
            case PREVIOUS -> step == 0 ? Proportion.EMPTY : Proportion.of(reached[step], reached[step - 1]);
            case ALL -> Proportion.of(reached[step], units);
        };
    }

    /**
     * Returns the units that reached the last step out of a base.
     *
     * @param base out of what; {@link FunnelBase#FIRST} is usual
     * @return the share
     */
    public Proportion conversion(FunnelBase base) {
        return rate(reached.length - 1, base);
    }

    /**
     * Returns the units that reached a step and not the next out of those that reached it.
     *
     * @param step the step, from 0, not the last
     * @return the share
     * @throws IllegalArgumentException if there is no such step, or none after it, as in a funnel of one step
     */
    public Proportion dropOff(int step) {
        checked(step);
        if (step == reached.length - 1) {
            throw new IllegalArgumentException(
                    "step must have another after it, got " + step + " of " + reached.length + " from 0");
        }
        return rate(step + 1, FunnelBase.PREVIOUS).complement();
    }

    /**
     * Returns how long the units that reached the last step took, in milliseconds.
     *
     * @return the times, all of them events; none for those who only {@linkplain #ofCounts counted}
     */
    public EventTimes millis() {
        return millis;
    }

    /**
     * Returns the median time to convert.
     *
     * @return the median in milliseconds; NaN if nobody converted or the times are not known
     */
    public double medianMillis() {
        return quantileMillis(0.5, QuantileMethod.LINEAR);
    }

    /**
     * Returns a quantile of the times to convert.
     *
     * @param q which quantile, in [0, 1]
     * @param method what is meant by a quantile
     * @return the quantile in milliseconds; NaN if nobody converted or the times are not known
     * @throws IllegalArgumentException if q is out of range
     */
    public double quantileMillis(double q, QuantileMethod method) {
        long[] times = millis.times();
        long[] upTo = millis.eventsAt();
        Arrays.parallelPrefix(upTo, Long::sum);
        return method.of(millis.events(), position -> times[firstAbove(upTo, position)], q);
    }

    /** Where the running count first exceeds a position. */
    private static int firstAbove(long[] upTo, long position) {
        int found = Arrays.binarySearch(upTo, position + 1);
        return found < 0 ? -found - 1 : found;
    }

    @CanIgnoreReturnValue
    private int checked(int step) {
        return Checks.inRange("step", step, 0, reached.length - 1);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("FunnelCounts", 1)
                .with("funnel", funnel)
                .with("units", units)
                .with("dropped", dropped)
                .with("reached", reached)
                .with("millis", millis)
                .with("met", met);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the summary
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static FunnelCounts ofStored(StoredForm form) {
        StoredFields fields = form.expect("FunnelCounts", 1, "funnel", "units", "dropped", "reached", "millis", "met");
        FunnelCounts counted =
                ofCounts(Funnel.ofStored(fields.part("funnel")), fields.whole("units"), fields.wholes("reached"));
        int steps = counted.reached.length;
        EventTimes millis = EventTimes.ofStored(fields.part("millis"));
        if (millis.events() != millis.count() || millis.events() > counted.reached[steps - 1]) {
            throw new IllegalArgumentException(
                    "millis of stored FunnelCounts must be at most the units at the last step ("
                            + counted.reached[steps - 1] + "), all of them events, got " + millis);
        }
        int met = fields.integer("met");
        if ((met & counted.met) != counted.met || (met & -1 << steps & Integer.MAX_VALUE) != 0 || met < 0) {
            throw new IllegalArgumentException(
                    "met of stored FunnelCounts must be bits of the steps, those reached among them, got " + met);
        }
        return new FunnelCounts(
                counted.funnel,
                counted.units,
                Checks.notNegative("dropped", fields.whole("dropped")),
                counted.reached,
                millis,
                met);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    /**
     * Returns the counts of both together.
     *
     * @param other the counts of other units
     * @return the sum
     * @throws IllegalArgumentException if the other was asked something else
     */
    @Override
    public FunnelCounts plus(FunnelCounts other) {
        if (!funnel.equals(other.funnel)) {
            throw new IllegalArgumentException("other must be asked the same (" + funnel + "), got " + other.funnel);
        }
        long[] sum = new long[reached.length];
        Arrays.setAll(sum, step -> Math.addExact(reached[step], other.reached[step]));
        return new FunnelCounts(
                funnel,
                Math.addExact(units, other.units),
                Math.addExact(dropped, other.dropped),
                sum,
                millis.plus(other.millis),
                met | other.met);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FunnelCounts that
                && funnel.equals(that.funnel)
                && units == that.units
                && dropped == that.dropped
                && met == that.met
                && Arrays.equals(reached, that.reached)
                && millis.equals(that.millis);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * funnel.hashCode() + Long.hashCode(units)) + Arrays.hashCode(reached))
                + 31 * Long.hashCode(dropped)
                + millis.hashCode();
    }

    /**
     * Returns the counts.
     *
     * @return such as {@code FunnelCounts[3 units: view 2, cart 1]}, with {@code ; 4 dropped} where units were dropped,
     *     and with a remark on each step that no event met
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("FunnelCounts[").append(units).append(" units: ");
        for (int step = 0; step < reached.length; step++) {
            text.append(step == 0 ? "" : ", ")
                    .append(funnel.steps().get(step).name())
                    .append(' ')
                    .append(reached[step])
                    .append(units > 0 && (met >>> step & 1) == 0 ? " (no event meets it)" : "");
        }
        return text.append(dropped == 0 ? "" : "; " + dropped + " dropped")
                .append(']')
                .toString();
    }
}

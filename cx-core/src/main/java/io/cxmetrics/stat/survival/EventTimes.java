package io.cxmetrics.stat.survival;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Counts;
import io.cxmetrics.internal.Folding;
import io.cxmetrics.stat.EventRate;
import io.cxmetrics.stat.Proportion;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;

/**
 * Times until an event, where some are still waiting: how many events and how many censored there were at each time.
 *
 * <p><b>Definition.</b> An observation is a time, in whatever unit, and whether the event happened at it. If it did
 * not, the observation is <i>censored</i>: all that is known is that the event comes later. A ticket that is still open
 * after five days, and a customer who is still there after five months, are censored at 5. To leave them out, as a mean
 * over the resolved does, hides just the long times.
 *
 * <p><b>Late entry.</b> Who was a customer for two years when the records began has been <i>seen</i> from the second
 * year on only: those like them who left before are not in the data. {@link #ofLateEntry} counts each from entry on, so
 * that at risk at t are those with entry &lt; t &le; exit. To count them from 0 makes every curve too high (left
 * truncation). An entry at 0 is not late.
 *
 * <p><b>Answers.</b> The Kaplan-Meier estimate and what follows from it are asked of the {@link #curve()}, how many
 * leave at a tenure of {@link #hazardAt} and {@link #hazard}, whether groups differ of {@link LogRank}.
 *
 * <p><b>Edges.</b> A time of 0 is allowed, a negative one refused with its index. Without observations every answer of
 * the curve is NaN. More than 2<sup>63</sup> - 1 observations are an {@link ArithmeticException}.
 *
 * <p><b>Cost.</b> 24 bytes for each distinct time, however many observations share it, and 16 for each distinct time of
 * late entry. Adding is exact, and linear in the distinct times.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * EventTimes months = EventTimes.of(new long[] {9, 13, 13, 18}, new boolean[] {true, true, false, true});
 * months; // EventTimes[events=3, censored=1]
 * months.curve().at(13); // 0.5
 * months.plus(EventTimes.ofCensored(20, 20)).curve().at(13); // 0.6666666666666667
 * months.plus(EventTimes.ofLateEntry(new long[] {10}, new long[] {20}, new boolean[1])).hazardAt(13); // 1 of 4 (0.25)
 * }</pre>
 *
 * @since 0.1
 */
public final class EventTimes implements Summary<EventTimes> {

    private static final long serialVersionUID = 1;

    /** No observations. */
    public static final EventTimes EMPTY = new EventTimes(new long[0], new long[0], new long[0], LateEntries.NONE);

    private final long[] times;
    private final long[] events;
    private final long[] censored;
    private final LateEntries late;
    private final long eventCount;
    private final long censoredCount;
    private final long lateCount;

    /** Takes ascending times, each with an observation. */
    private EventTimes(long[] times, long[] events, long[] censored, LateEntries late) {
        this.times = times;
        this.events = events;
        this.censored = censored;
        this.late = late;
        eventCount = Counts.total(events);
        censoredCount = Counts.total(censored);
        lateCount = late.count();
        Math.addExact(eventCount, censoredCount);
    }

    /**
     * Returns the summary of observations.
     *
     * @param times the times, none negative
     * @param event whether the event happened at each time; false for censored
     * @return the summary
     * @throws IllegalArgumentException if a time is negative or the lengths differ
     */
    public static EventTimes of(long[] times, boolean[] event) {
        Checks.sameLength("event", event.length, "times", times.length);
        return split("time", times, event, LateEntries.NONE);
    }

    /**
     * Returns the summary of observations some of which began late. In R these are {@code Surv(entry, exit, event)}.
     *
     * @param entry when each came under observation, none negative; 0 is the start, and not late
     * @param exit when each had the event or was last seen
     * @param event whether the event happened at the exit; false for censored
     * @return the summary
     * @throws IllegalArgumentException if a time is negative, a late entry is not before the exit, or the lengths
     *     differ
     */
    public static EventTimes ofLateEntry(long[] entry, long[] exit, boolean[] event) {
        Checks.sameLength("entry", entry.length, "exit", exit.length);
        Checks.sameLength("event", event.length, "exit", exit.length);
        for (int i = 0; i < entry.length; i++) {
            if (SortedTimes.notNegative("entry", entry[i], i) > 0 && entry[i] >= exit[i]) {
                throw new IllegalArgumentException(
                        "entry must be before exit " + exit[i] + ", got " + entry[i] + " at index " + i);
            }
        }
        return split("exit", exit, event, LateEntries.of(entry));
    }

    private static EventTimes split(String name, long[] times, boolean[] event, LateEntries late) {
        TimeTally tally = TimeTally.of(name, times, event);
        return new EventTimes(tally.times(), tally.events(), tally.censored(), late);
    }

    /**
     * Returns the summary of times at which the event happened.
     *
     * @param times the times, none negative
     * @return the summary
     * @throws IllegalArgumentException if a time is negative
     */
    public static EventTimes ofEvents(long... times) {
        boolean[] event = new boolean[times.length];
        Arrays.fill(event, true);
        return split("time", times, event, LateEntries.NONE);
    }

    /**
     * Returns the summary of times at which the event had not happened yet.
     *
     * @param times the times, none negative
     * @return the summary
     * @throws IllegalArgumentException if a time is negative
     */
    public static EventTimes ofCensored(long... times) {
        return split("time", times, new boolean[times.length], LateEntries.NONE);
    }

    /**
     * Returns the summary of counts, such as those of a table. The reverse of {@link #times()}, {@link #eventsAt()} and
     * {@link #censoredAt()}; {@link #withLateEntries} adds the late entries.
     *
     * @param times the times, ascending, none negative
     * @param events how many events there were at each time, none negative
     * @param censored how many were censored at each time, none negative
     * @return the summary
     * @throws IllegalArgumentException if a number is negative, the times do not ascend or the lengths differ
     */
    public static EventTimes ofCounts(long[] times, long[] events, long[] censored) {
        Checks.sameLength("events", events.length, "times", times.length);
        Checks.sameLength("censored", censored.length, "times", times.length);
        SortedTimes.checkAscending("times", times);
        int n = 0;
        long[][] kept = {new long[times.length], new long[times.length], new long[times.length]};
        for (int i = 0; i < times.length; i++) {
            kept[0][n] = times[i];
            kept[1][n] = Checks.notNegative("events", events[i]);
            kept[2][n] = Checks.notNegative("censored", censored[i]);
            n += events[i] > 0 || censored[i] > 0 ? 1 : 0;
        }
        return new EventTimes(
                Arrays.copyOf(kept[0], n), Arrays.copyOf(kept[1], n), Arrays.copyOf(kept[2], n), LateEntries.NONE);
    }

    /**
     * Returns these observations with late entries in place of those they have. The reverse of {@link #entryTimes()}
     * and {@link #enteredAt()}.
     *
     * @param entryTimes the times of late entry, ascending, none negative; who entered at 0 is not late
     * @param entered how many entered at each of them, none negative
     * @return the summary
     * @throws IllegalArgumentException if a number is negative, the times do not ascend, the lengths differ, or fewer
     *     are at risk at a time than leave at it
     */
    public EventTimes withLateEntries(long[] entryTimes, long[] entered) {
        Checks.sameLength("entered", entered.length, "entryTimes", entryTimes.length);
        SortedTimes.checkAscending("entryTimes", entryTimes);
        int n = 0;
        long[][] kept = {new long[entered.length], new long[entered.length]};
        for (int i = 0; i < entered.length; i++) {
            kept[0][n] = entryTimes[i];
            kept[1][n] = Checks.notNegative("entered", entered[i]);
            n += entered[i] > 0 && entryTimes[i] > 0 ? 1 : 0;
        }
        EventTimes all = new EventTimes(
                times, events, censored, LateEntries.ofCounts(Arrays.copyOf(kept[0], n), Arrays.copyOf(kept[1], n)));
        if (all.lateCount > count()) {
            throw new IllegalArgumentException(
                    "entered must not exceed the observations (" + count() + "), got " + all.lateCount);
        }
        RiskCursor risk = new RiskCursor(all);
        for (int i = 0; i < times.length; i++) {
            risk.to(times[i]);
            if (risk.atRisk() < exits(i)) {
                throw new IllegalArgumentException("entered must leave at least " + exits(i) + " at risk at time "
                        + times[i] + ", got " + risk.atRisk());
            }
        }
        return all;
    }

    /**
     * Returns the summary of observations.
     *
     * @param observations the observations
     * @return the summary
     */
    public static EventTimes of(Collection<EventTime> observations) {
        return aggregation().fold(observations);
    }

    /**
     * Returns a collector of one observation of each element.
     *
     * @param time gives the time, not negative
     * @param event tells whether the event happened at it
     * @param <T> the type of the elements
     * @return the collector, which refuses a negative time
     */
    public static <T> Collector<T, ?, EventTimes> toEventTimes(
            ToLongFunction<? super T> time, Predicate<? super T> event) {
        requireNonNull(time, "time");
        requireNonNull(event, "event");
        return Collector.of(
                EventTimesBuffer::new,
                (buffer, element) ->
                        buffer.add(0, Checks.notNegative("time", time.applyAsLong(element)), event.test(element)),
                EventTimesBuffer::join,
                EventTimesBuffer::sum);
    }

    /**
     * Returns an aggregation that folds observations into their summary.
     *
     * @return the aggregation
     */
    public static Aggregation<EventTime, ?, EventTimes> aggregation() {
        return Folding.of(
                EventTimesBuffer::new,
                (buffer, one) -> buffer.add(one.entry(), one.exit(), one.event()),
                EventTimesBuffer::join,
                EventTimesBuffer::sum);
    }

    /**
     * Returns how many observations there are.
     *
     * @return events + censored
     */
    public long count() {
        return eventCount + censoredCount;
    }

    /**
     * Returns how many observations ended with the event.
     *
     * @return the count
     */
    public long events() {
        return eventCount;
    }

    /**
     * Returns how many observations ended without the event.
     *
     * @return the count
     */
    public long censored() {
        return censoredCount;
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
     * Returns how many events there were at each of the {@link #times()}.
     *
     * @return a new array
     */
    public long[] eventsAt() {
        return events.clone();
    }

    /**
     * Returns how many were censored at each of the {@link #times()}.
     *
     * @return a new array
     */
    public long[] censoredAt() {
        return censored.clone();
    }

    /**
     * Returns how many observations began late.
     *
     * @return the count, at most {@link #count()}
     */
    public long lateEntries() {
        return lateCount;
    }

    /**
     * Returns the distinct times of late entry, ascending.
     *
     * @return a new array, empty where nobody entered late
     */
    public long[] entryTimes() {
        return late.times();
    }

    /**
     * Returns how many entered at each of the {@link #entryTimes()}.
     *
     * @return a new array
     */
    public long[] enteredAt() {
        return late.entered();
    }

    /**
     * Returns mean, quantiles and the like of the times that ended with the event. They leave the censored out, so they
     * describe what was seen; {@link #curve()} estimates.
     *
     * @return the statistics
     */
    public CountedTimes ofEventsOnly() {
        return CountedTimes.ofEvents(this);
    }

    /**
     * Returns mean, quantiles and the like of the times that have not ended with the event so far.
     *
     * @return the statistics
     */
    public CountedTimes ofCensoredOnly() {
        return CountedTimes.ofCensored(this);
    }

    /**
     * Returns the Kaplan-Meier estimate with all that follows from it. It is worked out here: keep it to ask more than
     * once.
     *
     * @return the curve
     */
    public SurvivalCurve curve() {
        return new SurvivalCurve(new CountedRisk(this));
    }

    /**
     * Returns the events at a time out of those at risk at it: the share that leaves at this tenure of those who got so
     * far.
     *
     * @param time the time, not negative
     * @return the share; without trials where nobody is at risk
     * @throws IllegalArgumentException if the time is negative
     */
    public Proportion hazardAt(long time) {
        RiskCursor risk = new RiskCursor(this);
        risk.to(Checks.notNegative("time", time));
        return Proportion.of(risk.events(time), risk.atRisk());
    }

    /**
     * Returns the events out of those at risk at each of the {@link #times()}.
     *
     * @return an unmodifiable list
     */
    public List<Proportion> hazards() {
        RiskCursor risk = new RiskCursor(this);
        Proportion[] hazards = new Proportion[times.length];
        for (int i = 0; i < times.length; i++) {
            risk.to(times[i]);
            hazards[i] = Proportion.of(events[i], risk.atRisk());
        }
        return List.of(hazards);
    }

    /**
     * Returns the events in a window of tenure by the time that was spent in it.
     *
     * @param startInclusive the start of the window, not negative
     * @param endExclusive its end, after the start; an event at the end belongs to the next window
     * @return the rate for one unit of time
     * @throws IllegalArgumentException if the start is negative or the end not after it
     * @throws ArithmeticException if the time that was spent overflows a {@code long}
     */
    public EventRate hazard(long startInclusive, long endExclusive) {
        return RiskCursor.rate(this, startInclusive, endExclusive);
    }

    int size() {
        return times.length;
    }

    long time(int i) {
        return times[i];
    }

    long eventsAt(int i) {
        return events[i];
    }

    long censoredAt(int i) {
        return censored[i];
    }

    long exits(int i) {
        return events[i] + censored[i];
    }

    LateEntries late() {
        return late;
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("EventTimes", 1)
                .with("times", times)
                .with("events", events)
                .with("censored", censored)
                .with("entryTimes", late.times())
                .with("entered", late.entered());
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the event times
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static EventTimes ofStored(StoredForm form) {
        StoredFields fields = form.expect("EventTimes", 1, "times", "events", "censored", "entryTimes", "entered");
        return ofCounts(fields.wholes("times"), fields.wholes("events"), fields.wholes("censored"))
                .withLateEntries(fields.wholes("entryTimes"), fields.wholes("entered"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public EventTimes plus(EventTimes other) {
        long[] all = SortedTimes.union(times, other.times);
        long[] happened = new long[all.length];
        long[] waiting = new long[all.length];
        SortedTimes.add(times, events, all, happened);
        SortedTimes.add(times, censored, all, waiting);
        SortedTimes.add(other.times, other.events, all, happened);
        SortedTimes.add(other.times, other.censored, all, waiting);
        return new EventTimes(all, happened, waiting, late.plus(other.late));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventTimes that
                && Arrays.equals(times, that.times)
                && Arrays.equals(events, that.events)
                && Arrays.equals(censored, that.censored)
                && late.equals(that.late);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * Arrays.hashCode(times) + Arrays.hashCode(events)) + Arrays.hashCode(censored))
                + late.hashCode();
    }

    /**
     * Returns the counts.
     *
     * @return such as {@code EventTimes[events=3, censored=1]}, {@code EventTimes[events=3, censored=1, late=2]}, or
     *     {@code EventTimes[no observations]}
     */
    @Override
    public String toString() {
        if (count() == 0) {
            return "EventTimes[no observations]";
        }
        String entries = lateCount == 0 ? "" : ", late=" + lateCount;
        return "EventTimes[events=" + eventCount + ", censored=" + censoredCount + entries + "]";
    }
}

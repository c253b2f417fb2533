package io.cxmetrics.stat;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;
import java.util.stream.LongStream;

/**
 * Times until an event, where some are still waiting: how many events and how many censored there were at each time.
 *
 * <p><b>Definition.</b> An observation is a time, in whatever unit, and whether the event happened at it. If it did not,
 * the observation is <i>censored</i>: all that is known is that the event comes later. A ticket that is still open after
 * five days, and a customer who is still there after five months, are censored at 5. To leave them out, as a mean over the
 * resolved does, hides just the long times.
 *
 * <p><b>Answers.</b> The Kaplan-Meier estimate and what follows from it are asked of the {@link #curve()}.
 *
 * <p><b>Edges.</b> A time of 0 is allowed, a negative one refused with its index. Without observations every answer of the
 * curve is NaN. More than 2<sup>63</sup> - 1 observations are an {@link ArithmeticException}.
 *
 * <p><b>Cost.</b> 24 bytes for each distinct time, however many observations share it. Adding is exact, and linear in the
 * distinct times.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * EventTimes months = EventTimes.of(new long[] {9, 13, 13, 18}, new boolean[] {true, true, false, true});
 * months; // EventTimes[events=3, censored=1]
 * months.curve().at(13); // 0.5
 * months.plus(EventTimes.ofCensored(20, 20)).curve().at(13); // 0.6666666666666667
 * }</pre>
 */
public final class EventTimes implements Summary<EventTimes> {

    private static final long serialVersionUID = 1;

    /** No observations. */
    public static final EventTimes EMPTY = new EventTimes(new long[0], new long[0], new long[0]);

    private final long[] times;
    private final long[] events;
    private final long[] censored;
    private final long eventCount;
    private final long censoredCount;

    /** Takes ascending times, each with an observation. */
    private EventTimes(long[] times, long[] events, long[] censored) {
        this.times = times;
        this.events = events;
        this.censored = censored;
        eventCount = sum(events);
        censoredCount = sum(censored);
        Math.addExact(eventCount, censoredCount);
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum = Math.addExact(sum, count);
        }
        return sum;
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
        if (event.length != times.length) {
            throw new IllegalArgumentException(
                    "event must have as many as times (" + times.length + "), got " + event.length);
        }
        long[] happened = new long[times.length];
        long[] waiting = new long[times.length];
        int n = 0;
        for (int i = 0; i < times.length; i++) {
            long time = notNegative(times[i], i);
            happened[n] = time;
            waiting[i - n] = time;
            n += event[i] ? 1 : 0;
        }
        return ofEvents(Arrays.copyOf(happened, n)).plus(ofCensored(Arrays.copyOf(waiting, times.length - n)));
    }

    /**
     * Returns the summary of times at which the event happened.
     *
     * @param times the times, none negative
     * @return the summary
     * @throws IllegalArgumentException if a time is negative
     */
    public static EventTimes ofEvents(long... times) {
        long[] sorted = sorted(times);
        long[] distinct = distinct(sorted);
        return new EventTimes(distinct, counts(sorted, distinct), new long[distinct.length]);
    }

    /**
     * Returns the summary of times at which the event had not happened yet.
     *
     * @param times the times, none negative
     * @return the summary
     * @throws IllegalArgumentException if a time is negative
     */
    public static EventTimes ofCensored(long... times) {
        long[] sorted = sorted(times);
        long[] distinct = distinct(sorted);
        return new EventTimes(distinct, new long[distinct.length], counts(sorted, distinct));
    }

    /**
     * Returns the summary of counts, such as those of a table. The reverse of {@link #times()}, {@link #eventsAt()} and
     * {@link #censoredAt()}.
     *
     * @param times the times, ascending, none negative
     * @param events how many events there were at each time, none negative
     * @param censored how many were censored at each time, none negative
     * @return the summary
     * @throws IllegalArgumentException if a number is negative, the times do not ascend or the lengths differ
     */
    public static EventTimes ofCounts(long[] times, long[] events, long[] censored) {
        if (events.length != times.length || censored.length != times.length) {
            throw new IllegalArgumentException("events and censored must have as many as times (" + times.length
                    + "), got " + events.length + " and " + censored.length);
        }
        int n = 0;
        long[][] kept = {new long[times.length], new long[times.length], new long[times.length]};
        for (int i = 0; i < times.length; i++) {
            notNegative(times[i], i);
            if (i > 0 && times[i] <= times[i - 1]) {
                throw new IllegalArgumentException(
                        "times must ascend, got " + times[i] + " after " + times[i - 1] + " at index " + i);
            }
            kept[0][n] = times[i];
            kept[1][n] = Checks.notNegative("events", events[i]);
            kept[2][n] = Checks.notNegative("censored", censored[i]);
            n += events[i] > 0 || censored[i] > 0 ? 1 : 0;
        }
        return new EventTimes(Arrays.copyOf(kept[0], n), Arrays.copyOf(kept[1], n), Arrays.copyOf(kept[2], n));
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
        record Times(LongStream.Builder events, LongStream.Builder censored) {}
        return Collector.of(
                () -> new Times(LongStream.builder(), LongStream.builder()),
                (Times times, T element) ->
                        (event.test(element) ? times.events : times.censored).add(time.applyAsLong(element)),
                (left, right) -> {
                    right.events.build().forEach(left.events);
                    right.censored.build().forEach(left.censored);
                    return left;
                },
                times -> ofEvents(times.events.build().toArray())
                        .plus(ofCensored(times.censored.build().toArray())));
    }

    private static long notNegative(long time, int index) {
        if (time < 0) {
            throw new IllegalArgumentException("time must not be negative, got " + time + " at index " + index);
        }
        return time;
    }

    private static long[] sorted(long[] times) {
        long[] sorted = times.clone();
        for (int i = 0; i < sorted.length; i++) {
            notNegative(sorted[i], i);
        }
        Arrays.sort(sorted);
        return sorted;
    }

    private static long[] distinct(long[] sorted) {
        long[] distinct = new long[sorted.length];
        int n = 0;
        for (long time : sorted) {
            if (n == 0 || distinct[n - 1] != time) {
                distinct[n++] = time;
            }
        }
        return Arrays.copyOf(distinct, n);
    }

    private static long[] counts(long[] sorted, long[] distinct) {
        long[] counts = new long[distinct.length];
        int at = 0;
        for (long time : sorted) {
            at += distinct[at] == time ? 0 : 1;
            counts[at]++;
        }
        return counts;
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
     * Returns the Kaplan-Meier estimate with all that follows from it. It is worked out here: keep it to ask more than once.
     *
     * @return the curve
     */
    public SurvivalCurve curve() {
        return new SurvivalCurve(times, events, censored);
    }

    @Override
    public EventTimes plus(EventTimes other) {
        int most = Math.addExact(times.length, other.times.length);
        long[] time = new long[most];
        long[] event = new long[most];
        long[] waiting = new long[most];
        int n = 0;
        int i = 0;
        int j = 0;
        while (i < times.length || j < other.times.length) {
            boolean mine = j == other.times.length || (i < times.length && times[i] <= other.times[j]);
            boolean theirs = i == times.length || (j < other.times.length && other.times[j] <= times[i]);
            time[n] = mine ? times[i] : other.times[j];
            event[n] = Math.addExact(mine ? events[i] : 0, theirs ? other.events[j] : 0);
            waiting[n] = Math.addExact(mine ? censored[i] : 0, theirs ? other.censored[j] : 0);
            i += mine ? 1 : 0;
            j += theirs ? 1 : 0;
            n++;
        }
        return new EventTimes(Arrays.copyOf(time, n), Arrays.copyOf(event, n), Arrays.copyOf(waiting, n));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventTimes that
                && Arrays.equals(times, that.times)
                && Arrays.equals(events, that.events)
                && Arrays.equals(censored, that.censored);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(times) + Arrays.hashCode(events)) + Arrays.hashCode(censored);
    }

    /**
     * Returns the counts.
     *
     * @return such as {@code EventTimes[events=3, censored=1]}, or {@code EventTimes[no observations]}
     */
    @Override
    public String toString() {
        return count() == 0
                ? "EventTimes[no observations]"
                : "EventTimes[events=" + eventCount + ", censored=" + censoredCount + "]";
    }
}

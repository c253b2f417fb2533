package io.cxmetrics.stat;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Critical;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * Events by what they were exposed to, such as customers who left by months of membership, or contacts by customers.
 *
 * <p><b>Definition.</b> rate = events / exposure. It is a rate for one unit of exposure and no share; with many events
 * it exceeds 1. Where the exposure adds up the time of all who were at risk, and the rate is constant over the
 * window, it is the best estimate of the hazard, and 1 / rate that of the mean time until the event.
 *
 * <p><b>Edges.</b> Without exposure the rate is NaN and the interval undefined. Events whose sum, or exposures whose
 * sum exceeds 2<sup>63</sup> - 1 are an {@link ArithmeticException}.
 *
 * <p>Source of the interval: F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936).
 *
 * <pre>{@code
 * EventTimes months = EventTimes.of(new long[] {2, 5, 9, 12}, new boolean[] {true, true, false, false});
 * months.hazard(0, 6); // 2 in 19 (0.10526315789473684)
 * months.hazard(0, 6).per(12); // 1.263157894736842
 * months.hazard(6, 12).rate(); // 0.0
 * }</pre>
 *
 * @param events how many events there were, not negative
 * @param exposure the time that all spent at risk together, not negative
 * @since 0.1
 */
public record EventRate(long events, long exposure) implements Summary<EventRate> {

    /** Neither events nor exposure. */
    public static final EventRate EMPTY = new EventRate(0, 0);

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a number is negative
     */
    public EventRate {
        Checks.notNegative("events", events);
        Checks.notNegative("exposure", exposure);
    }

    /**
     * Returns a rate.
     *
     * @param events how many events there were, not negative
     * @param exposure the time that all spent at risk together, not negative
     * @return the rate
     * @throws IllegalArgumentException if a number is negative
     */
    public static EventRate of(long events, long exposure) {
        return new EventRate(events, exposure);
    }

    /**
     * Returns a collector that adds up the events and the exposure of each element.
     *
     * @param events gives the events of an element, not negative
     * @param exposure gives the exposure of an element, not negative
     * @param <T> the type of the elements
     * @return the collector
     */
    public static <T> Collector<T, ?, EventRate> toEventRate(
            ToLongFunction<? super T> events, ToLongFunction<? super T> exposure) {
        requireNonNull(events, "events");
        requireNonNull(exposure, "exposure");
        return Collectors.reducing(
                EMPTY, element -> of(events.applyAsLong(element), exposure.applyAsLong(element)), EventRate::plus);
    }

    /**
     * Returns how many events there are, what the rate rests on.
     *
     * @return the events
     */
    public long count() {
        return events;
    }

    /**
     * Returns events / exposure.
     *
     * @return the rate for one unit of time, 0 or more; NaN without exposure
     */
    public double rate() {
        return per(1);
    }

    /**
     * Returns the rate for so many units of time, such as 12 for a year of months.
     *
     * @param units how many units of time, above 0
     * @return units events / exposure; NaN without exposure
     * @throws IllegalArgumentException if the units are not above 0
     */
    public double per(double units) {
        Checks.positive("units", units);
        return exposure == 0 ? Double.NaN : units * events / exposure;
    }

    /**
     * Returns the exact Poisson interval of the rate for one unit of time.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval, from 0 without events; undefined without exposure
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence) {
        double outside = (1 - Checks.confidence(confidence)) / 2;
        if (exposure == 0) {
            return Interval.UNDEFINED;
        }
        double low = events == 0 ? 0 : Critical.chiSquared(outside, 2.0 * events) / 2;
        double high = Critical.chiSquaredExceeded(outside, 2.0 * events + 2) / 2;
        return Interval.of(low / exposure, high / exposure);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("EventRate", 1).with("events", events).with("exposure", exposure);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the rate
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static EventRate ofStored(StoredForm form) {
        StoredFields fields = form.expect("EventRate", 1, "events", "exposure");
        return new EventRate(fields.whole("events"), fields.whole("exposure"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    @Override
    public EventRate plus(EventRate other) {
        return new EventRate(Math.addExact(events, other.events), Math.addExact(exposure, other.exposure));
    }

    /**
     * Returns the counts and the rate.
     *
     * @return such as {@code 2 in 19 (0.10526315789473684)}, or {@code 0 in 0 (undefined)}
     */
    @Override
    public String toString() {
        return events + " in " + exposure + " (" + (exposure == 0 ? "undefined" : rate()) + ")";
    }
}

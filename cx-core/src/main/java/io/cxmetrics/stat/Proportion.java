package io.cxmetrics.stat;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Counts;
import io.cxmetrics.internal.Folding;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.stream.Collector;

/**
 * Events out of trials: the summary behind every rate, such as satisfied customers out of those who answered.
 *
 * <p><b>Definition.</b> rate = events / trials, a fraction in [0, 1]; {@link #percent()} is the same times 100.
 *
 * <p><b>Edges.</b> Without trials the rate is undefined: NaN, and the interval is {@link Interval#UNDEFINED}. Adding
 * beyond 2<sup>63</sup> - 1 trials is an {@link ArithmeticException}.
 *
 * <p><b>Uncertainty.</b> {@link #interval(double)} is Wilson's score interval, which stays within [0, 1] and keeps its
 * promise for small samples and rates near 0 or 1 (Wilson 1927; Brown, Cai and DasGupta 2001). The others are in
 * {@link ProportionInterval}.
 *
 * <pre>{@code
 * Proportion monday = Proportion.of(8, 10);
 * Proportion tuesday = Proportion.of(1, 10);
 * monday.rate(); // 0.8
 * monday.plus(tuesday).rate(); // 0.45
 * monday.complement().rate(); // 0.2
 * }</pre>
 *
 * @param events how many trials had the event, in [0, trials]
 * @param trials how many trials there were, not negative
 * @since 0.1
 */
public record Proportion(long events, long trials) implements Summary<Proportion> {

    /** No trials. */
    public static final Proportion EMPTY = new Proportion(0, 0);

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative, or there are more events than trials
     */
    public Proportion {
        Checks.notNegative("events", events);
        Checks.notNegative("trials", trials);
        if (events > trials) {
            throw new IllegalArgumentException("events must not exceed trials (" + trials + "), got " + events);
        }
    }

    /**
     * Returns a proportion.
     *
     * @param events how many trials had the event, in [0, trials]
     * @param trials how many trials there were, not negative
     * @return the proportion
     * @throws IllegalArgumentException if a count is negative, or there are more events than trials
     */
    public static Proportion of(long events, long trials) {
        return new Proportion(events, trials);
    }

    /**
     * Returns the proportion of trials that are told one by one.
     *
     * @param trials whether each trial had the event
     * @return the proportion
     */
    public static Proportion of(Collection<Boolean> trials) {
        return aggregation().fold(trials);
    }

    /**
     * Returns an aggregation that folds trials, true for one with the event, into a proportion.
     *
     * @return the aggregation
     */
    public static Aggregation<Boolean, ?, Proportion> aggregation() {
        return Folding.of(
                () -> new long[2],
                (counts, event) -> {
                    counts[0] += event ? 1 : 0;
                    counts[1]++;
                },
                Counts::merge,
                counts -> of(counts[0], counts[1]));
    }

    /**
     * Returns a collector that counts the elements and those with the event.
     *
     * @param event tells whether an element has the event
     * @param <T> the type of the elements
     * @return the collector
     */
    public static <T> Collector<T, ?, Proportion> toProportion(Predicate<? super T> event) {
        requireNonNull(event, "event");
        return Collector.of(
                () -> new long[2],
                (counts, element) -> {
                    counts[0] += event.test(element) ? 1 : 0;
                    counts[1]++;
                },
                Counts::merge,
                counts -> of(counts[0], counts[1]));
    }

    /**
     * Returns events / trials.
     *
     * @param events the events
     * @param trials the trials
     * @return the rate in [0, 1]; NaN without trials
     */
    public static double rate(long events, long trials) {
        return trials == 0 ? Double.NaN : (double) events / trials;
    }

    /**
     * Returns how many trials there are, what the rate rests on.
     *
     * @return the trials
     */
    public long count() {
        return trials;
    }

    /**
     * Returns events / trials.
     *
     * @return the rate in [0, 1]; NaN without trials
     */
    public double rate() {
        return rate(events, trials);
    }

    /**
     * Returns the rate in percent.
     *
     * @return 100 times events / trials, in [0, 100]; NaN without trials
     */
    public double percent() {
        return 100 * rate();
    }

    /**
     * Returns the estimated standard deviation of the rate, sqrt(rate (1 - rate) / trials).
     *
     * @return the standard error as a fraction; NaN without trials
     */
    public double standardError() {
        return Math.sqrt(rate() * (1 - rate()) / trials);
    }

    /**
     * Returns Wilson's interval of the rate.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval within [0, 1]; undefined without trials
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence) {
        return interval(confidence, ProportionInterval.WILSON);
    }

    /**
     * Returns an interval of the rate by a named method.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @param method the method
     * @return the interval within [0, 1]; undefined without trials
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence, ProportionInterval method) {
        return method.of(events, trials, confidence);
    }

    /**
     * Returns the trials without the event: churn is the complement of retention on the same cohort.
     *
     * @return trials - events out of the same trials
     */
    public Proportion complement() {
        return new Proportion(trials - events, trials);
    }

    /**
     * Compares this rate with that of an independent group.
     *
     * @param other the group to compare with
     * @return the difference, this rate minus the other
     */
    public ProportionDifference differenceFrom(Proportion other) {
        return new ProportionDifference(this, other);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("Proportion", 1).with("events", events).with("trials", trials);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the proportion
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static Proportion ofStored(StoredForm form) {
        StoredFields fields = form.expect("Proportion", 1, "events", "trials");
        return new Proportion(fields.whole("events"), fields.whole("trials"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    @Override
    public Proportion plus(Proportion other) {
        return new Proportion(Math.addExact(events, other.events), Math.addExact(trials, other.trials));
    }

    /**
     * Returns the counts and the rate in words.
     *
     * @return such as {@code 8 of 10 (0.8)}, or {@code 0 of 0 (undefined)}
     */
    @Override
    public String toString() {
        return events + " of " + trials + " (" + (trials == 0 ? "undefined" : rate()) + ")";
    }
}

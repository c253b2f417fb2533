package io.cxmetrics.survey.weighted;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.ProportionInterval;
import io.cxmetrics.survey.RatingScale;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * A share of weighted answers as a fraction: rate = weight of the answers with the event / weight of all answers.
 *
 * <p>Standard error and intervals stand on Kish's {@linkplain Weights#effectiveBase() effective base}, not on the
 * number of answers. Without weight everything is NaN or undefined.
 *
 * <pre>{@code
 * record Row(boolean recommends, double weight) {}
 * WeightedProportion share = Stream.of(new Row(true, 3), new Row(false, 1))
 *     .collect(WeightedProportion.toWeightedProportion(Row::recommends, Row::weight));
 * share.percent(); // 75.0
 * share.count(); // 2
 * }</pre>
 *
 * @param events the weight of the answers with the event, in [0, sum of weights]
 * @param weights the weights of all answers
 * @since 0.1
 */
public record WeightedProportion(double events, Weights weights) implements Summary<WeightedProportion> {

    /** No answers. */
    public static final WeightedProportion EMPTY = new WeightedProportion(0, Weights.EMPTY);

    /**
     * Checks the weight. Up to a part in 10<sup>9</sup> above the sum is taken for rounding.
     *
     * @throws IllegalArgumentException if the events are negative, or weigh more than all answers
     */
    public WeightedProportion {
        requireNonNull(weights, "weights");
        if (Checks.notNegative("events", events) > weights.sum() * (1 + 1e-9)) {
            throw new IllegalArgumentException("events must not weigh more than " + weights.sum() + ", got " + events);
        }
        events = Math.min(events, weights.sum());
    }

    /**
     * Returns the share of yes in weighted answers to a question that is answered by yes or no.
     *
     * @param answers the answers: 1 with the event, 0 without
     * @return the share
     * @throws IllegalArgumentException if a rating is neither 0 nor 1
     */
    public static WeightedProportion of(Collection<WeightedAnswer> answers) {
        return answers.stream().collect(aggregation().toCollector());
    }

    /**
     * Returns the aggregation that folds weighted answers, 1 with the event and 0 without, for streams and engines.
     *
     * @return the aggregation, which refuses a rating that is neither 0 nor 1
     */
    public static Aggregation<WeightedAnswer, WeightedRatingsBuffer, WeightedProportion> aggregation() {
        return WeightedRatings.aggregation(RatingScale.THUMBS).andThen(ratings -> ratings.topBox(1));
    }

    /**
     * Returns a collector of the weight of each element, and of the elements with an event.
     *
     * @param event tells whether an element has the event
     * @param weight gives the weight, 0 or in [1e-100, 1e100]
     * @param <T> the type of the elements
     * @return the collector, which refuses a bad weight
     */
    public static <T> Collector<T, ?, WeightedProportion> toWeightedProportion(
            Predicate<? super T> event, ToDoubleFunction<? super T> weight) {
        requireNonNull(event, "event");
        requireNonNull(weight, "weight");
        return Collectors.mapping(
                (T element) -> new WeightedAnswer(event.test(element) ? 1 : 0, weight.applyAsDouble(element)),
                aggregation().toCollector());
    }

    /**
     * Returns how many answers there were.
     *
     * @return the count, unweighted
     */
    public long count() {
        return weights.count();
    }

    /**
     * Returns the weighted share.
     *
     * @return a fraction in [0, 1]; NaN without weight
     */
    public double rate() {
        return weights.sum() == 0 ? Double.NaN : events / weights.sum();
    }

    /**
     * Returns the weighted share in percent.
     *
     * @return from 0 to 100; NaN without weight
     */
    public double percent() {
        return 100 * rate();
    }

    /**
     * Returns the standard error on the effective base.
     *
     * @return a fraction; NaN without weight
     */
    public double standardError() {
        return Math.sqrt(rate() * (1 - rate()) / weights.effectiveBase());
    }

    /**
     * Returns Wilson's interval on the effective base.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval within [0, 1]; undefined without weight
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence) {
        return interval(confidence, ProportionInterval.WILSON);
    }

    /**
     * Returns an interval by a named method on the effective base.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @param method the method
     * @return the interval within [0, 1]; undefined without weight
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence, ProportionInterval method) {
        Checks.confidence(confidence);
        if (weights.sum() == 0) {
            return Interval.UNDEFINED;
        }
        double base = weights.effectiveBase();
        // Nobody and everybody stay exactly that, for the ends of some intervals depend on it.
        double share = events == weights.sum() ? base : Math.min(events * (base / weights.sum()), base);
        return method.of(share, base, confidence);
    }

    @Override
    public WeightedProportion plus(WeightedProportion other) {
        return new WeightedProportion(events + other.events, weights.plus(other.weights));
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("WeightedProportion", 1).with("events", events).with("weights", weights);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the share
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static WeightedProportion ofStored(StoredForm form) {
        StoredFields fields = form.expect("WeightedProportion", 1, "events", "weights");
        return new WeightedProportion(
                fields.real("events"), fields.part("weights").as(Weights.class));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }
}

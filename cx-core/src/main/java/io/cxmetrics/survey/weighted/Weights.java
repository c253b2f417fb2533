package io.cxmetrics.survey.weighted;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import java.util.Collection;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * Sums of weights, and what weighting does to the precision of a survey, in numbers of answers.
 *
 * <p><b>Definition.</b> Effective base = (sum of weights)&sup2; / sum of squared weights (L. Kish, "Survey Sampling",
 * 1965): the number of unweighted answers that would be as precise. Weighting efficiency = effective base / answers, in
 * (0, 1]; below 0.4 the weighting scheme itself is in question.
 *
 * <p><b>Edges.</b> Both are NaN while the weights add up to 0. A weight is 0 or in [10<sup>-100</sup>,
 * 10<sup>100</sup>], so that neither sum can overflow or vanish. Sums of weights add up to rounding.
 *
 * <pre>{@code
 * Weights weights = Weights.of(1, 1, 2);
 * weights.effectiveBase(); // 2.6666666666666665
 * weights.efficiency(); // 0.8888888888888888
 * }</pre>
 *
 * @param count how many answers, not negative
 * @param sum the sum of their weights, finite and not negative
 * @param squares the sum of their squared weights, finite and not negative
 * @since 0.1
 */
public record Weights(long count, double sum, double squares) implements Summary<Weights> {

    /** No answers. */
    public static final Weights EMPTY = new Weights(0, 0, 0);

    /**
     * Checks the sums.
     *
     * @throws IllegalArgumentException if a sum is negative, NaN or infinite, or is not 0 without answers
     */
    public Weights {
        Checks.notNegative("count", count);
        Checks.notNegative("sum", sum);
        Checks.notNegative("squares", squares);
        if (count == 0 && (sum != 0 || squares != 0)) {
            throw new IllegalArgumentException(
                    "sums must be 0 without answers, got a sum of " + sum + " and squares of " + squares);
        }
    }

    /**
     * Returns the summary of sums that were made elsewhere. The name keeps the two sums apart from weights.
     *
     * @param count how many answers, not negative
     * @param sum the sum of their weights, finite and not negative
     * @param squares the sum of their squared weights, finite and not negative
     * @return the summary
     * @throws IllegalArgumentException if a sum is negative, NaN or infinite, or is not 0 without answers
     */
    public static Weights ofSums(long count, double sum, double squares) {
        return new Weights(count, sum, squares);
    }

    /**
     * Returns the summary of weights.
     *
     * @param weights the weights, each 0 or in [1e-100, 1e100]
     * @return the summary
     * @throws IllegalArgumentException if a weight is out of range
     */
    public static Weights of(Collection<Double> weights) {
        return of(weights.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /**
     * Returns the aggregation that adds weights up, for streams and engines.
     *
     * @return the aggregation, which refuses a weight out of range
     */
    public static Aggregation<Double, Weights, Weights> aggregation() {
        return Aggregation.summing(EMPTY).mapInput((Double weight) -> of(weight));
    }

    /**
     * Returns a collector of the weight of each element.
     *
     * @param weight gives the weight, 0 or in [1e-100, 1e100]
     * @param <T> the type of the elements
     * @return the collector, which refuses a weight out of range
     */
    public static <T> Collector<T, ?, Weights> toWeights(ToDoubleFunction<? super T> weight) {
        requireNonNull(weight, "weight");
        return Collectors.mapping(
                (T element) -> weight.applyAsDouble(element), aggregation().toCollector());
    }

    /**
     * Returns the summary of weights.
     *
     * @param weights the weights, each 0 or in [1e-100, 1e100]
     * @return the summary
     * @throws IllegalArgumentException if a weight is out of range
     */
    public static Weights of(double... weights) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += check(weights[i], i);
            squares += weights[i] * weights[i];
        }
        return new Weights(weights.length, sum, squares);
    }

    static double check(double weight, int index) {
        return allowed(weight) ? weight : Checks.weight(weight, " at index " + index);
    }

    static double check(double weight) {
        return Checks.weight(weight, "");
    }

    /**
     * Tells whether a number can be a weight: 0, or in [1e-100, 1e100], so that no square is lost or overflows.
     *
     * @param weight the number
     * @return true if every weighted summary takes it
     */
    public static boolean allowed(double weight) {
        return Checks.isWeight(weight);
    }

    /**
     * Returns Kish's effective base.
     *
     * @return how many unweighted answers would be as precise, in [1, count]; NaN while the weights add up to 0
     */
    public double effectiveBase() {
        // Rounding must not make one answer less than one.
        return sum == 0 ? Double.NaN : Math.min(Math.max(sum / squares * sum, 1), count);
    }

    /**
     * Returns the weighting efficiency.
     *
     * @return effective base / count, in (0, 1]; NaN while the weights add up to 0
     */
    public double efficiency() {
        return effectiveBase() / count;
    }

    @Override
    public Weights plus(Weights other) {
        return new Weights(Math.addExact(count, other.count), sum + other.sum, squares + other.squares);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("Weights", 1).with("count", count).with("sum", sum).with("squares", squares);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the weights
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static Weights ofStored(StoredForm form) {
        StoredFields fields = form.expect("Weights", 1, "count", "sum", "squares");
        return ofSums(fields.whole("count"), fields.real("sum"), fields.real("squares"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }
}

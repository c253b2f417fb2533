package io.cxmetrics.compare.experiment;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.SerializableFunction;
import io.cxmetrics.Summary;
import io.cxmetrics.catalogue.Direction;
import io.cxmetrics.compare.Change;
import io.cxmetrics.compare.ChangeDefinition;
import io.cxmetrics.compare.difference.Changes;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.RatioOfSums;
import io.cxmetrics.survey.Nps;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * A metric of an experiment: its summary for each variant, the unit that these count, and what is good.
 *
 * <p>A metric is a goal, of which a change is looked for, or a guardrail, which must not get worse by a margin:
 * {@link #asGuardrail}. A variant without a summary is empty.
 *
 * <pre>{@code
 * ExperimentMetric conversion = ExperimentMetric.rate(
 *         "conversion", "user", Map.of("control", Proportion.of(480, 10_000), "green", Proportion.of(530, 10_000)));
 * conversion.unit(); // user
 * }</pre>
 *
 * @since 0.1
 */
public final class ExperimentMetric implements Serializable {

    private static final long serialVersionUID = 1;

    /** Compares two variants by what a definition asks for. */
    private interface Comparison extends Serializable {
        Change of(String control, String treatment, ChangeDefinition definition);
    }

    private final String name;
    private final String unit;
    private final Direction direction;

    /** The margin of a guardrail; NaN for a goal. */
    private final double margin;

    private final Comparison adjusted;
    private final Comparison raw;

    private ExperimentMetric(
            String name, String unit, Direction direction, double margin, Comparison adjusted, Comparison raw) {
        this.name = requireNonNull(name, "name");
        this.unit = requireNonNull(unit, "unit");
        this.direction = requireNonNull(direction, "direction");
        this.margin = margin;
        this.adjusted = adjusted;
        this.raw = raw;
    }

    private static ExperimentMetric of(String name, String unit, Comparison adjusted, Comparison raw) {
        return new ExperimentMetric(name, unit, Direction.HIGHER_IS_BETTER, Double.NaN, adjusted, raw);
    }

    private static ExperimentMetric of(String name, String unit, Comparison comparison) {
        return of(name, unit, comparison, comparison);
    }

    /** Gives the summary of a variant. */
    private static <S extends Summary<S>> SerializableFunction<String, S> arms(Map<String, S> arms, S empty) {
        TreeMap<String, S> copy = new TreeMap<>(arms);
        return variant -> copy.getOrDefault(variant, empty);
    }

    /**
     * Returns a rate, such as a conversion, of which more is better.
     *
     * @param name the name
     * @param unit the unit that the trials are
     * @param arms the rate of each variant
     * @return the metric
     */
    public static ExperimentMetric rate(String name, String unit, Map<String, Proportion> arms) {
        var of = arms(arms, Proportion.EMPTY);
        return of(name, unit, (a, b, how) -> Changes.between(of.apply(a), of.apply(b), how));
    }

    /**
     * Returns a mean, such as revenue per user, of which more is better.
     *
     * @param name the name
     * @param unit the unit that the numbers belong to
     * @param arms the moments of each variant
     * @return the metric
     */
    public static ExperimentMetric mean(String name, String unit, Map<String, Moments> arms) {
        var of = arms(arms, Moments.EMPTY);
        return of(name, unit, (a, b, how) -> Changes.between(of.apply(a), of.apply(b), how));
    }

    /**
     * Returns a mean that is adjusted for what was known before, of which more is better.
     *
     * @param name the name
     * @param unit the unit that the numbers belong to
     * @param arms the units of each variant
     * @return the metric
     */
    public static ExperimentMetric cuped(String name, String unit, Map<String, CupedMoments> arms) {
        var of = arms(arms, CupedMoments.EMPTY);
        return of(
                name,
                unit,
                (a, b, how) -> CupedDifference.of(of.apply(a), of.apply(b)).change(how),
                (a, b, how) -> CupedDifference.of(of.apply(a), of.apply(b)).rawChange(how));
    }

    /**
     * Returns a ratio of sums, such as revenue per session by user, of which more is better.
     *
     * @param name the name
     * @param unit the unit whose sums are divided, not that of the denominator
     * @param arms the ratio of each variant
     * @return the metric
     */
    public static ExperimentMetric ratio(String name, String unit, Map<String, RatioOfSums> arms) {
        var of = arms(arms, RatioOfSums.EMPTY);
        return of(name, unit, (a, b, how) -> Changes.between(of.apply(a), of.apply(b), how));
    }

    /**
     * Returns a Net Promoter Score in points, of which more is better.
     *
     * @param name the name
     * @param unit the unit that the answers belong to
     * @param arms the score of each variant
     * @return the metric
     */
    public static ExperimentMetric nps(String name, String unit, Map<String, Nps> arms) {
        var of = arms(arms, Nps.EMPTY);
        return of(name, unit, (a, b, how) -> Changes.between(of.apply(a), of.apply(b), how));
    }

    /**
     * Returns this with another direction.
     *
     * @param good whether more is better
     * @return the metric
     */
    public ExperimentMetric withDirection(Direction good) {
        return new ExperimentMetric(name, unit, good, margin, adjusted, raw);
    }

    /**
     * Returns this as a guardrail: a treatment passes once its interval excludes that the metric gets worse by the
     * margin or more (non-inferiority).
     *
     * @param harm the smallest worsening that matters, above 0, in the unit of the metric
     * @return the metric
     * @throws IllegalArgumentException if the margin is not finite and above 0, or the metric has no direction
     */
    public ExperimentMetric asGuardrail(double harm) {
        Checks.positive("margin", harm);
        if (direction == Direction.NEITHER) {
            throw new IllegalArgumentException("direction of a guardrail must be given, got " + direction);
        }
        return new ExperimentMetric(name, unit, direction, harm, adjusted, raw);
    }

    /**
     * Returns the name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Returns the unit of analysis.
     *
     * @return such as {@code user}
     */
    public String unit() {
        return unit;
    }

    /**
     * Tells whether this is a guardrail.
     *
     * @return false for a goal
     */
    public boolean guardrail() {
        return !Double.isNaN(margin);
    }

    /**
     * Returns the margin of a guardrail.
     *
     * @return the margin in the unit of the metric; NaN for a goal
     */
    public double margin() {
        return margin;
    }

    Change adjusted(String control, String treatment, double confidence) {
        return adjusted.of(control, treatment, definition(confidence));
    }

    Change raw(String control, String treatment, double confidence) {
        return raw.of(control, treatment, definition(confidence));
    }

    private ChangeDefinition definition(double confidence) {
        return ChangeDefinition.STANDARD.withConfidence(confidence).withDirection(direction);
    }

    GuardrailVerdict verdict(Change change) {
        double low = change.interval().low();
        double high = change.interval().high();
        boolean higher = direction != Direction.LOWER_IS_BETTER;
        double worst = higher ? -low : high;
        double best = higher ? -high : low;
        if (!change.interval().defined()) {
            return GuardrailVerdict.UNDEFINED;
        }
        return worst < margin
                ? GuardrailVerdict.HOLDS
                : best > 0 ? GuardrailVerdict.HARMED : GuardrailVerdict.UNDECIDED;
    }

    /**
     * Returns the metric in words.
     *
     * @return such as {@code ExperimentMetric[conversion by user]}
     */
    @Override
    public String toString() {
        return "ExperimentMetric[" + name + " by " + unit + (guardrail() ? ", guardrail " + margin : "") + "]";
    }
}

package io.cxmetrics.compare;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.catalogue.Catalogue;
import io.cxmetrics.catalogue.Direction;
import io.cxmetrics.internal.Checks;
import java.io.Serializable;

/**
 * How a change is judged: the confidence of its interval, the margin below which it does not matter, how many
 * observations are enough, and which direction is good.
 *
 * <p>It never changes the difference, whose sign is always that of after minus before: the direction picks the words of
 * the verdict only.
 *
 * <pre>{@code
 * ChangeDefinition churn = ChangeDefinition.forMetric("churn-rate").withMargin(0.005);
 * churn.direction(); // LOWER_IS_BETTER
 * churn.confidence(); // 0.95
 * churn.minimumCount(); // 30
 * }</pre>
 *
 * @param confidence the level of the interval in (0, 1)
 * @param margin the largest difference that does not matter, above 0 and in the unit of the metric; NaN for none
 * @param minimumCount a side with fewer observations makes {@link Change#tooFew()} true, and is compared nevertheless
 * @param direction whether more is better
 * @param relativeScores whether scores that may be negative, such as the NPS, get a relative change: per cent of a
 *     score
 *     near 0 mislead, so that they get none by default
 * @since 0.1
 */
public record ChangeDefinition(
        double confidence, double margin, long minimumCount, Direction direction, boolean relativeScores)
        implements Serializable {

    /** 95 %, no margin, 30 observations, no direction. */
    public static final ChangeDefinition STANDARD =
            new ChangeDefinition(0.95, Double.NaN, 30, Direction.NEITHER, false);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the confidence is out of range, the margin not above 0 or the minimum
     *     negative
     */
    public ChangeDefinition {
        Checks.confidence(confidence);
        if (!Double.isNaN(margin)) {
            Checks.positive("margin", margin);
        }
        Checks.notNegative("minimumCount", minimumCount);
        requireNonNull(direction, "direction");
    }

    /**
     * Returns the standard with the direction of a metric of the catalogue.
     *
     * @param id the id, such as {@code bounce-rate}
     * @return the definition
     * @throws IllegalArgumentException if there is no such metric
     */
    public static ChangeDefinition forMetric(String id) {
        return STANDARD.withDirection(Catalogue.metric(id).direction());
    }

    /**
     * Returns this with another confidence.
     *
     * @param level the level of the interval in (0, 1), such as 0.9
     * @return the definition
     * @throws IllegalArgumentException if the level is out of range
     */
    public ChangeDefinition withConfidence(double level) {
        return new ChangeDefinition(level, margin, minimumCount, direction, relativeScores);
    }

    /**
     * Returns this with a margin, which lets a verdict be {@link Verdict#WITHIN_MARGIN}: two one-sided tests, each at
     * half of 1 - confidence. The common test at 5 % a side takes a confidence of 0.9.
     *
     * @param largest the largest difference that does not matter, above 0, in the unit of the metric
     * @return the definition
     * @throws IllegalArgumentException if the margin is not finite and above 0
     */
    public ChangeDefinition withMargin(double largest) {
        Checks.positive("margin", largest);
        return new ChangeDefinition(confidence, largest, minimumCount, direction, relativeScores);
    }

    /**
     * Returns this with another least number of observations.
     *
     * @param least the number, not negative
     * @return the definition
     * @throws IllegalArgumentException if the number is negative
     */
    public ChangeDefinition withMinimumCount(long least) {
        return new ChangeDefinition(confidence, margin, least, direction, relativeScores);
    }

    /**
     * Returns this with another direction.
     *
     * @param good whether more is better
     * @return the definition
     */
    public ChangeDefinition withDirection(Direction good) {
        return new ChangeDefinition(confidence, margin, minimumCount, good, relativeScores);
    }

    /**
     * Returns this with relative changes also of scores that may be negative.
     *
     * @return the definition
     */
    public ChangeDefinition withRelativeScores() {
        return new ChangeDefinition(confidence, margin, minimumCount, direction, true);
    }
}

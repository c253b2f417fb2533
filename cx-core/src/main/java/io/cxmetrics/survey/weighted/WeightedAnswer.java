package io.cxmetrics.survey.weighted;

import io.cxmetrics.internal.Checks;
import java.io.Serializable;

/**
 * One rating and its weight, the input of {@link WeightedRatings}.
 *
 * @param rating the rating
 * @param weight the weight, 0 or in [1e-100, 1e100]
 * @since 0.1
 */
public record WeightedAnswer(int rating, double weight) implements Serializable {

    /**
     * Checks the weight; the scale is checked where the answer is counted.
     *
     * @throws IllegalArgumentException if the weight is out of range
     */
    public WeightedAnswer {
        Checks.weight(weight, "");
    }
}

package io.cxmetrics.survey.weighted;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.survey.RatingScale;
import java.io.Serializable;

/**
 * The state of {@link WeightedRatings#aggregation} while answers come in. Only the aggregation adds to it.
 *
 * @since 0.1
 */
public final class WeightedRatingsBuffer implements Serializable {

    private static final long serialVersionUID = 1;

    private final RatingScale scale;
    private final double[] sums;
    private long count;
    private double squares;

    WeightedRatingsBuffer(RatingScale scale) {
        this.scale = scale;
        this.sums = new double[scale.points()];
    }

    /** Takes a weight that was checked. */
    @CanIgnoreReturnValue
    WeightedRatingsBuffer add(int rating, double weight) {
        sums[Checks.inRange("rating", rating, scale.min(), scale.max()) - scale.min()] += weight;
        squares += weight * weight;
        count++;
        return this;
    }

    WeightedRatingsBuffer join(WeightedRatingsBuffer other) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += other.sums[i];
        }
        squares += other.squares;
        count += other.count;
        return this;
    }

    WeightedRatings finish() {
        return new WeightedRatings(scale, sums.clone(), count, squares);
    }
}

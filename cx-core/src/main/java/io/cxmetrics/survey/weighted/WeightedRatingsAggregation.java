package io.cxmetrics.survey.weighted;

import io.cxmetrics.Aggregation;
import io.cxmetrics.survey.RatingScale;

/** Folds weighted answers into {@link WeightedRatings}, one at a time. */
record WeightedRatingsAggregation(RatingScale scale)
        implements Aggregation<WeightedAnswer, WeightedRatingsBuffer, WeightedRatings> {

    @Override
    public WeightedRatingsBuffer zero() {
        return new WeightedRatingsBuffer(scale);
    }

    @Override
    public WeightedRatingsBuffer add(WeightedRatingsBuffer state, WeightedAnswer answer) {
        return state.add(answer.rating(), answer.weight());
    }

    @Override
    public WeightedRatingsBuffer merge(WeightedRatingsBuffer left, WeightedRatingsBuffer right) {
        return left.join(right);
    }

    @Override
    public WeightedRatings finish(WeightedRatingsBuffer state) {
        return state.finish();
    }
}

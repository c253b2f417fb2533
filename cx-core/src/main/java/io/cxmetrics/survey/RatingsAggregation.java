package io.cxmetrics.survey;

import io.cxmetrics.Aggregation;
import io.cxmetrics.internal.Counts;

/** Ratings one at a time into a histogram: an addition to an array each, and nothing allocated. */
record RatingsAggregation(RatingScale scale) implements Aggregation<Integer, long[], Ratings> {

    @Override
    public long[] zero() {
        return RatingsKernel.zero(scale);
    }

    @Override
    public long[] add(long[] state, Integer input) {
        RatingsKernel.add(state, scale, input);
        return state;
    }

    @Override
    public long[] merge(long[] left, long[] right) {
        return Counts.merge(left, right);
    }

    @Override
    public Ratings finish(long[] state) {
        return Ratings.ofCounts(scale, state);
    }
}

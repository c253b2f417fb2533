package io.cxmetrics.survey.response;

import io.cxmetrics.Aggregation;
import io.cxmetrics.survey.RatingScale;

/** Folds answers into {@link Respondents}, one at a time. */
record RespondentsAggregation<K>(RatingScale scale)
        implements Aggregation<Answer<K>, RespondentsBuffer<K>, Respondents<K>> {

    @Override
    public RespondentsBuffer<K> zero() {
        return new RespondentsBuffer<>(scale);
    }

    @Override
    public RespondentsBuffer<K> add(RespondentsBuffer<K> state, Answer<K> answer) {
        return state.add(answer);
    }

    @Override
    public RespondentsBuffer<K> merge(RespondentsBuffer<K> left, RespondentsBuffer<K> right) {
        return left.join(right);
    }

    @Override
    public Respondents<K> finish(RespondentsBuffer<K> state) {
        return state.finish();
    }
}

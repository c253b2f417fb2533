package io.cxmetrics.retention.cohort;

import io.cxmetrics.Aggregation;
import io.cxmetrics.retention.activity.ActorHistory;
import java.time.LocalDate;

/** Folds histories into cohorts. */
record CohortAggregation(CohortDefinition definition, LocalDate observedThrough)
        implements Aggregation<ActorHistory, CohortBuffer, CohortTable> {

    @Override
    public CohortBuffer zero() {
        return new CohortBuffer(definition, observedThrough);
    }

    @Override
    public CohortBuffer add(CohortBuffer state, ActorHistory history) {
        state.add(history, history);
        return state;
    }

    @Override
    public CohortBuffer merge(CohortBuffer left, CohortBuffer right) {
        left.add(right);
        return left;
    }

    @Override
    public CohortTable finish(CohortBuffer state) {
        return state.finish();
    }
}

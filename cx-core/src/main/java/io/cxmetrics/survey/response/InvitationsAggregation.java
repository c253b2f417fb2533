package io.cxmetrics.survey.response;

import io.cxmetrics.Aggregation;
import io.cxmetrics.internal.Counts;
import io.cxmetrics.survey.response.Invitations.Stage;

/** Counts invitations by the stage they reached. */
enum InvitationsAggregation implements Aggregation<Stage, long[], Invitations> {
    INSTANCE;

    @Override
    public long[] zero() {
        return new long[Stage.values().length];
    }

    @Override
    public long[] add(long[] state, Stage furthest) {
        for (int i = 0; i <= furthest.index(); i++) {
            state[i]++;
        }
        return state;
    }

    @Override
    public long[] merge(long[] left, long[] right) {
        return Counts.merge(left, right);
    }

    @Override
    public Invitations finish(long[] state) {
        return new Invitations(state.clone());
    }
}

package io.cxmetrics.survey;

import io.cxmetrics.Aggregation;
import io.cxmetrics.internal.Counts;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Screens raw values one at a time. The state holds a count for each point of the scale, and then one for each reason.
 */
record ScreeningAggregation(Screening screening) implements Aggregation<@Nullable String, long[], Screened> {

    @Override
    public long[] zero() {
        return new long[screening.scale().points() + Exclusion.values().length];
    }

    @Override
    public long[] add(long[] state, @Nullable String raw) {
        Screening.Verdict verdict = screening.judge(raw);
        Exclusion reason = verdict.reason();
        state[
                reason == null
                        ? verdict.rating() - screening.scale().min()
                        : screening.scale().points() + reason.index()]++;
        return state;
    }

    @Override
    public long[] merge(long[] left, long[] right) {
        return Counts.merge(left, right);
    }

    @Override
    public Screened finish(long[] state) {
        int points = screening.scale().points();
        return new Screened(
                Ratings.ofCounts(screening.scale(), Arrays.copyOf(state, points)),
                Exclusions.ofCounts(Arrays.copyOfRange(state, points, state.length)));
    }
}

package io.cxmetrics.survey.reason;

import io.cxmetrics.Aggregation;
import io.cxmetrics.internal.Counts;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Folds the choices of respondents into {@link Reasons}, one respondent at a time. */
record ReasonsAggregation(ReasonDefinition definition)
        implements Aggregation<@Nullable Collection<String>, long[], Reasons> {

    private ReasonCounts places() {
        return new ReasonCounts(definition.reasons().size());
    }

    @Override
    public long[] zero() {
        return new long[places().length()];
    }

    @Override
    public long[] add(long[] state, @Nullable Collection<String> chosen) {
        add(state, 0, chosen);
        return state;
    }

    /** Counts one respondent in the counts that start at an index. */
    void add(long[] state, int start, @Nullable Collection<String> chosen) {
        if (chosen == null || chosen.isEmpty()) {
            state[start + ReasonCounts.BLANK]++;
            return;
        }
        String none = definition.none();
        int[] named = chosen.stream()
                .filter(code -> none == null || !none.equals(code))
                .mapToInt(definition::index)
                .distinct()
                .toArray();
        boolean choseNone = none != null && chosen.contains(none);
        if (named.length == 0) {
            state[start + ReasonCounts.NONE]++;
        } else if (choseNone) {
            state[start + ReasonCounts.CONTRADICTORY]++;
        } else {
            state[start + ReasonCounts.WITH_REASON]++;
            for (int i = 0; i < named.length; i++) {
                for (int j = 0; j <= i; j++) {
                    state[start + places().together(named[i], named[j])]++;
                }
            }
        }
    }

    @Override
    public long[] merge(long[] left, long[] right) {
        return Counts.merge(left, right);
    }

    @Override
    public Reasons finish(long[] state) {
        return Reasons.ofCounts(definition, state.clone());
    }
}

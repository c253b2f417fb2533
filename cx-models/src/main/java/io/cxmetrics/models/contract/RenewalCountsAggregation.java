package io.cxmetrics.models.contract;

import io.cxmetrics.Aggregation;
import java.util.ArrayList;
import java.util.List;

/** Collects contracts, and counts them at the end. */
enum RenewalCountsAggregation implements Aggregation<ContractHistory, RenewalCountsAggregation.State, RenewalCounts> {
    INSTANCE;

    /** Counts so far, and contracts that are still to be counted. */
    static final class State implements java.io.Serializable {
        private static final long serialVersionUID = 1;
        private static final int BATCH = 1024;

        private RenewalCounts counted = RenewalCounts.EMPTY;
        private final List<ContractHistory> waiting = new ArrayList<>();

        RenewalCounts total() {
            int[] renewals =
                    waiting.stream().mapToInt(ContractHistory::renewals).toArray();
            boolean[] lost = new boolean[renewals.length];
            for (int i = 0; i < lost.length; i++) {
                lost[i] = waiting.get(i).lost();
            }
            return counted.plus(RenewalCounts.of(renewals, lost));
        }

        void count() {
            counted = total();
            waiting.clear();
        }
    }

    @Override
    public State zero() {
        return new State();
    }

    @Override
    public State add(State state, ContractHistory input) {
        state.waiting.add(input);
        if (state.waiting.size() == State.BATCH) {
            state.count();
        }
        return state;
    }

    @Override
    public State merge(State left, State right) {
        left.counted = left.counted.plus(right.total());
        return left;
    }

    @Override
    public RenewalCounts finish(State state) {
        return state.total();
    }
}

package io.cxmetrics.retention.subscription;

import io.cxmetrics.Aggregation;
import io.cxmetrics.SerializablePredicate;
import io.cxmetrics.internal.Counts;

/** Folds customers, each with a flag of leaving, into churn. */
record LogoChurnAggregation<T>(SerializablePredicate<? super T> left) implements Aggregation<T, long[], LogoChurn> {

    @Override
    public long[] zero() {
        return new long[2];
    }

    @Override
    public long[] add(long[] state, T customer) {
        state[0]++;
        state[1] += left.test(customer) ? 1 : 0;
        return state;
    }

    @Override
    public long[] merge(long[] left, long[] right) {
        return Counts.merge(left, right);
    }

    @Override
    public LogoChurn finish(long[] state) {
        return LogoChurn.of(state[0], state[1], 0);
    }
}

package io.cxmetrics.spark.recipe;

import io.cxmetrics.Aggregation;
import org.apache.flink.api.common.functions.AggregateFunction;

/** Any aggregation of cx-core for windows and keyed streams of Flink. */
final class FlinkAggregate<T, R> implements AggregateFunction<T, Object, R> {
    private final Aggregation<T, Object, R> aggregation;

    @SuppressWarnings("unchecked") // Only the aggregation itself touches its states.
    FlinkAggregate(Aggregation<T, ?, R> aggregation) {
        this.aggregation = (Aggregation<T, Object, R>) aggregation;
    }

    @Override
    public Object createAccumulator() {
        return aggregation.zero();
    }

    @Override
    public Object add(T value, Object accumulator) {
        return aggregation.add(accumulator, value);
    }

    @Override
    public Object merge(Object left, Object right) {
        return aggregation.merge(left, right);
    }

    @Override
    public R getResult(Object accumulator) {
        return aggregation.finish(accumulator);
    }
}

package io.cxmetrics.spark.recipe;

import io.cxmetrics.Aggregation;
import java.io.Serializable;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Combine;

/** Any aggregation of cx-core for {@code Combine.globally} and {@code Combine.perKey} of Beam. */
final class BeamCombine<T, S, R> extends Combine.CombineFn<T, S, R> {
    private final Aggregation<T, S, R> aggregation;

    BeamCombine(Aggregation<T, S, R> aggregation) {
        this.aggregation = aggregation;
    }

    @Override
    public S createAccumulator() {
        return aggregation.zero();
    }

    @Override
    public S addInput(S accumulator, T input) {
        return aggregation.add(accumulator, input);
    }

    @Override
    public S mergeAccumulators(Iterable<S> accumulators) {
        S all = aggregation.zero();
        for (S accumulator : accumulators) {
            all = aggregation.merge(all, accumulator);
        }
        return all;
    }

    @Override
    public R extractOutput(S accumulator) {
        return aggregation.finish(accumulator);
    }

    @Override
    @SuppressWarnings("unchecked") // States are serializable, whatever their type.
    public Coder<S> getAccumulatorCoder(CoderRegistry registry, Coder<T> inputs) {
        return (Coder<S>) SerializableCoder.of(Serializable.class);
    }
}

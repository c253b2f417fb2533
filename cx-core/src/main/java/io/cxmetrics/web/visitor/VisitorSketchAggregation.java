package io.cxmetrics.web.visitor;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import io.cxmetrics.Aggregation;

/**
 * Of hashes. The state is the array of registers, which engines can move between processes; wrapping it costs
 * nothing.
 */
record VisitorSketchAggregation(int precision) implements Aggregation<Long, byte[], VisitorSketch> {

    @Override
    public byte[] zero() {
        return VisitorSketch.counter(precision).getState();
    }

    @Override
    public byte[] add(byte[] state, Long hash) {
        UltraLogLog.wrap(state).add(hash);
        return state;
    }

    @Override
    public byte[] merge(byte[] left, byte[] right) {
        UltraLogLog.wrap(left).add(UltraLogLog.wrap(right));
        return left;
    }

    @Override
    public VisitorSketch finish(byte[] state) {
        return new VisitorSketch(state.clone());
    }
}

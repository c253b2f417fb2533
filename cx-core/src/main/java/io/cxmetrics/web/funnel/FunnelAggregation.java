package io.cxmetrics.web.funnel;

import io.cxmetrics.Aggregation;
import io.cxmetrics.SerializableFunction;
import io.cxmetrics.internal.UnitKey;
import io.cxmetrics.web.WebEvent;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Events gathered by unit, as two columns each. */
record FunnelAggregation<V>(FunnelMatcher matcher, SerializableFunction<? super WebEvent<V>, ?> key)
        implements Aggregation<WebEvent<V>, Map<Object, FunnelAggregation.Path>, FunnelCounts> {

    @Override
    public Map<Object, Path> zero() {
        return new HashMap<>();
    }

    @Override
    public Map<Object, Path> add(Map<Object, Path> state, WebEvent<V> event) {
        state.computeIfAbsent(UnitKey.check("key", key.apply(event), event::label), fresh -> new Path())
                .add(event.at().toEpochMilli(), matcher.matches(event));
        return state;
    }

    @Override
    public Map<Object, Path> merge(Map<Object, Path> left, Map<Object, Path> right) {
        right.forEach(
                (of, path) -> left.computeIfAbsent(of, fresh -> new Path()).add(path));
        return left;
    }

    @Override
    public FunnelCounts finish(Map<Object, Path> state) {
        FunnelCountsBuffer tally = new FunnelCountsBuffer(matcher.funnel());
        state.values().forEach(path -> path.count(tally));
        return tally.finish();
    }

    /** The events of one unit while they come in. */
    static final class Path implements Serializable {
        private static final long serialVersionUID = 1;

        private long[] times = new long[4];
        private int[] matches = new int[4];
        private int count;

        private void add(long time, int match) {
            if (count == times.length) {
                times = Arrays.copyOf(times, Math.multiplyExact(count, 2));
                matches = Arrays.copyOf(matches, times.length);
            }
            times[count] = time;
            matches[count] = match;
            count++;
        }

        private void add(Path other) {
            for (int i = 0; i < other.count; i++) {
                add(other.times[i], other.matches[i]);
            }
        }

        private boolean ascends() {
            for (int i = 1; i < count; i++) {
                if (times[i] < times[i - 1]) {
                    return false;
                }
            }
            return true;
        }

        private void count(FunnelCountsBuffer tally) {
            if (ascends()) {
                tally.add(times, matches, 0, count);
                return;
            }
            // Sorting objects is stable: events at the same time stay in the order in which they came.
            int[] order = IntStream.range(0, count)
                    .boxed()
                    .sorted(Comparator.comparingLong(i -> times[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            tally.add(
                    Arrays.stream(order).mapToLong(i -> times[i]).toArray(),
                    Arrays.stream(order).map(i -> matches[i]).toArray(),
                    0,
                    count);
        }
    }
}

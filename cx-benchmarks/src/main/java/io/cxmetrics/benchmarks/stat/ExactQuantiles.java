package io.cxmetrics.benchmarks.stat;

import io.cxmetrics.benchmarks.duel.HotPath;
import io.cxmetrics.benchmarks.duel.Kernel;
import io.cxmetrics.benchmarks.duel.Reference;
import io.cxmetrics.benchmarks.duel.Rival;
import io.cxmetrics.benchmarks.rival.DuckDbSuite;
import io.cxmetrics.benchmarks.rival.Reading;
import io.cxmetrics.stat.Quantiles;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.apache.commons.numbers.arrays.Selection;
import org.openjdk.jmh.annotations.Benchmark;

/** The median, p90, p95 and p99 of times, exact and interpolated; the times stay as they are. */
@HotPath(value = "Exact quantiles of longs", growsTo = 10_000_000)
public class ExactQuantiles extends DuckDbSuite {

    private long[] durations = {};

    @Override
    protected void fill(int size) throws Exception {
        durations = Durations.of(size);
        load("x bigint", size, (row, i) -> row.append(durations[i]));
    }

    @Benchmark
    @Kernel(bytes = 1 << 20)
    public double[] library() {
        return Quantiles.of(durations, Durations.QUANTILES);
    }

    @Benchmark
    @Reference("adding up the longs")
    public long read() {
        return Reading.of(durations);
    }

    @Benchmark
    @Rival(value = "Arrays.sort of a copy", atLeast = 8)
    public double[] sorting() {
        long[] sorted = durations.clone();
        Arrays.sort(sorted);
        return interpolated(i -> sorted[i]);
    }

    @Benchmark
    @Rival(value = "Commons Numbers Selection in a copy", atLeast = 1.3, stretch = 3)
    public double[] selecting() {
        long[] copy = durations.clone();
        int[] places = Arrays.stream(Durations.QUANTILES)
                .flatMap(q -> {
                    int below = (int) (q * (copy.length - 1));
                    return Arrays.stream(new double[] {below, Math.min(below + 1, copy.length - 1)});
                })
                .mapToInt(place -> (int) place)
                .toArray();
        Selection.select(copy, places);
        return interpolated(i -> copy[i]);
    }

    private double[] interpolated(IntToLongFunction at) {
        return Arrays.stream(Durations.QUANTILES)
                .map(q -> {
                    double place = q * (durations.length - 1);
                    int below = (int) place;
                    long low = at.applyAsLong(below);
                    long high = at.applyAsLong(Math.min(below + 1, durations.length - 1));
                    return low + (place - below) * (high - low);
                })
                .toArray();
    }

    @Benchmark
    @Rival(value = "DuckDB, quantile_cont", atLeast = 3)
    public double[] duck() throws SQLException {
        return ask(1, "select quantile_cont(x, [0.5, 0.9, 0.95, 0.99]) from t", rows -> {
            rows.next();
            Array array = rows.getArray(1);
            Object[] values = (Object[]) array.getArray();
            return IntStream.range(0, values.length)
                    .mapToDouble(i -> ((Number) values[i]).doubleValue())
                    .toArray();
        });
    }
}

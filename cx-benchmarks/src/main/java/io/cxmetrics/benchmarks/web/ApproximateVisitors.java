package io.cxmetrics.benchmarks.web;

import io.cxmetrics.benchmarks.duel.HotPath;
import io.cxmetrics.benchmarks.duel.Kernel;
import io.cxmetrics.benchmarks.duel.Reference;
import io.cxmetrics.benchmarks.duel.Rival;
import io.cxmetrics.benchmarks.rival.DuckDbSuite;
import io.cxmetrics.benchmarks.rival.Reading;
import io.cxmetrics.web.visitor.VisitorSketch;
import java.sql.SQLException;
import java.util.Arrays;
import org.apache.datasketches.hll.HllSketch;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * How many visitors there were, nearly, in a few KiB; 1.22 % is the sketch's standard error, and two of those the
 * tolerance.
 */
@HotPath(value = "Unique visitors by a sketch", growsTo = 10_000_000)
public class ApproximateVisitors extends DuckDbSuite {

    private static final double SOME = 0.05;

    private long[] visitors = {};

    @Override
    protected void fill(int size) throws Exception {
        visitors = Arrays.stream(PageViews.shuffled(size).visitors)
                .mapToLong(visitor -> visitor)
                .toArray();
        load("v bigint", size, (row, i) -> row.append(visitors[i]));
    }

    @Benchmark
    @Kernel
    public double library() {
        return VisitorSketch.of(visitors).estimate();
    }

    @Benchmark
    @Reference("adding up the numbers")
    public long read() {
        return Reading.of(visitors);
    }

    @Benchmark
    @Rival(value = "DataSketches HLL of 12 bits", stretch = 2, tolerance = SOME)
    public double dataSketches() {
        HllSketch sketch = new HllSketch(12);
        for (long visitor : visitors) {
            sketch.update(visitor);
        }
        return sketch.getEstimate();
    }

    @Benchmark
    @Rival(value = "DuckDB, approx_count_distinct", atLeast = 1, tolerance = 0.1)
    public double duck() throws SQLException {
        return ask(1, "select approx_count_distinct(v) from t", rows -> {
            rows.next();
            return rows.getDouble(1);
        });
    }

    /** Within 1.6 % of it is what is asked of the sketch. */
    @Benchmark
    @Rival(value = "counting each once", tolerance = SOME)
    public double exact() {
        return Arrays.stream(visitors).distinct().count();
    }
}

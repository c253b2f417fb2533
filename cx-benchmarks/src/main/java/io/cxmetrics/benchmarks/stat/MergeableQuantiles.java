package io.cxmetrics.benchmarks.stat;

import com.tdunning.math.stats.MergingDigest;
import io.cxmetrics.benchmarks.duel.HotPath;
import io.cxmetrics.benchmarks.duel.Kernel;
import io.cxmetrics.benchmarks.duel.Reference;
import io.cxmetrics.benchmarks.duel.Rival;
import io.cxmetrics.benchmarks.duel.Suite;
import io.cxmetrics.benchmarks.rival.Reading;
import io.cxmetrics.stat.LogHistogram;
import io.cxmetrics.stat.QuantileMethod;
import java.util.Arrays;
import org.HdrHistogram.Histogram;
import org.apache.datasketches.kll.KllDoublesSketch;
import org.openjdk.jmh.annotations.Benchmark;

/** The median, p90, p95 and p99 of times by summaries that add up. */
@HotPath(value = "Mergeable quantiles of longs", growsTo = 10_000_000)
public class MergeableQuantiles extends Suite {

    private long[] durations = {};

    @Override
    protected void fill(int size) {
        durations = Durations.of(size);
    }

    @Benchmark
    @Kernel
    public double[] library() {
        LogHistogram histogram = LogHistogram.of(durations);
        return Arrays.stream(Durations.QUANTILES)
                .map(q -> histogram.quantile(q, QuantileMethod.NEAREST_RANK))
                .toArray();
    }

    @Benchmark
    @Reference("adding up the longs")
    public long read() {
        return Reading.of(durations);
    }

    @Benchmark
    @Rival(value = "HdrHistogram of 3 digits", atLeast = 1 / 1.3, stretch = 1, tolerance = 0.01)
    public double[] hdrHistogram() {
        Histogram histogram = new Histogram(3);
        for (long duration : durations) {
            histogram.recordValue(duration);
        }
        return Arrays.stream(Durations.QUANTILES)
                .map(q -> histogram.getValueAtPercentile(100 * q))
                .toArray();
    }

    /** Its error is one of rank, which in the far tail is much of the value. */
    @Benchmark
    @Rival(value = "DataSketches KLL", atLeast = 6, tolerance = 0.5)
    public double[] kll() {
        KllDoublesSketch sketch = KllDoublesSketch.newHeapInstance();
        for (long duration : durations) {
            sketch.update(duration);
        }
        return sketch.getQuantiles(Durations.QUANTILES);
    }

    @Benchmark
    @Rival(value = "t-digest of compression 100", atLeast = 18, tolerance = 0.1)
    public double[] digest() {
        MergingDigest digest = new MergingDigest(100);
        for (long duration : durations) {
            digest.add(duration);
        }
        return Arrays.stream(Durations.QUANTILES).map(digest::quantile).toArray();
    }
}

package io.cxmetrics.benchmarks.stat;

import com.google.common.math.Stats;
import io.cxmetrics.benchmarks.duel.HotPath;
import io.cxmetrics.benchmarks.duel.Kernel;
import io.cxmetrics.benchmarks.duel.Reference;
import io.cxmetrics.benchmarks.duel.Rival;
import io.cxmetrics.benchmarks.rival.DuckDbSuite;
import io.cxmetrics.benchmarks.rival.Reading;
import io.cxmetrics.stat.LongMoments;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LongSummaryStatistics;
import java.util.SplittableRandom;
import org.apache.commons.statistics.descriptive.LongStatistics;
import org.apache.commons.statistics.descriptive.Statistic;
import org.openjdk.jmh.annotations.Benchmark;

/** Mean, sample variance, minimum and maximum of whole numbers, the sums exact. */
@HotPath(value = "Exact moments of longs", growsTo = 10_000_000)
public class MomentsOfLongs extends DuckDbSuite {

    private long[] values = {};

    @Override
    protected void fill(int size) throws Exception {
        values = new SplittableRandom(46).longs(size, 0, 100_000_000).toArray();
        load("x bigint", size, (row, i) -> row.append(values[i]));
    }

    @Benchmark
    @Kernel
    public double[] library() {
        LongMoments moments = LongMoments.of(values);
        return new double[] {moments.mean(), moments.variance(), moments.min(), moments.max()};
    }

    @Benchmark
    @Reference(value = "adding up the longs", atMost = 2.8, stretch = 2)
    public long read() {
        return Reading.of(values);
    }

    @Benchmark
    @Reference("LongSummaryStatistics, which has no variance")
    public LongSummaryStatistics summary() {
        return Arrays.stream(values).summaryStatistics();
    }

    @Benchmark
    @Rival(value = "Guava's Stats", atLeast = 3.5)
    public double[] guava() {
        Stats stats = Stats.of(values);
        double variance = values.length < 2 ? Double.NaN : stats.sampleVariance();
        return new double[] {stats.mean(), variance, stats.min(), stats.max()};
    }

    @Benchmark
    @Rival(value = "Commons Statistics", atLeast = 3.5)
    public double[] commons() {
        LongStatistics statistics =
                LongStatistics.of(EnumSet.of(Statistic.MEAN, Statistic.VARIANCE, Statistic.MIN, Statistic.MAX), values);
        return new double[] {
            statistics.getAsDouble(Statistic.MEAN),
            values.length < 2 ? Double.NaN : statistics.getAsDouble(Statistic.VARIANCE),
            statistics.getAsLong(Statistic.MIN),
            statistics.getAsLong(Statistic.MAX)
        };
    }

    @Benchmark
    @Rival(value = "DuckDB", atLeast = 6)
    public double[] duck() throws SQLException {
        return ask(1, MomentsOfDoubles.QUERY, MomentsOfDoubles::read);
    }
}

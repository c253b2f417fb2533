package io.cxmetrics.benchmarks.stat;

import com.google.common.math.Stats;
import io.cxmetrics.benchmarks.duel.HotPath;
import io.cxmetrics.benchmarks.duel.Kernel;
import io.cxmetrics.benchmarks.duel.Reference;
import io.cxmetrics.benchmarks.duel.Rival;
import io.cxmetrics.benchmarks.rival.DuckDbSuite;
import io.cxmetrics.benchmarks.rival.Reading;
import io.cxmetrics.stat.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.EnumSet;
import java.util.SplittableRandom;
import org.apache.commons.statistics.descriptive.DoubleStatistics;
import org.apache.commons.statistics.descriptive.Statistic;
import org.openjdk.jmh.annotations.Benchmark;

/** Mean, sample variance, minimum and maximum of amounts. */
@HotPath(value = "Moments of doubles", growsTo = 10_000_000)
public class MomentsOfDoubles extends DuckDbSuite {

    static final String QUERY = "select avg(x), var_samp(x), min(x), max(x) from t";

    private double[] values = {};

    @Override
    protected void fill(int size) throws Exception {
        SplittableRandom random = new SplittableRandom(45);
        values = random.doubles(size).map(u -> 100 + 50 * u).toArray();
        load("x double", size, (row, i) -> row.append(values[i]));
    }

    @Benchmark
    @Kernel
    public double[] library() {
        Moments moments = Moments.of(values);
        return new double[] {moments.mean(), moments.variance(), moments.min(), moments.max()};
    }

    @Benchmark
    @Reference(value = "adding up the doubles", atMost = 2.8, stretch = 1.8)
    public double read() {
        return Reading.of(values);
    }

    @Benchmark
    @Reference("DoubleSummaryStatistics, which has no variance")
    public DoubleSummaryStatistics summary() {
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
        DoubleStatistics statistics = DoubleStatistics.of(
                EnumSet.of(Statistic.MEAN, Statistic.VARIANCE, Statistic.MIN, Statistic.MAX), values);
        return new double[] {
            statistics.getAsDouble(Statistic.MEAN),
            values.length < 2 ? Double.NaN : statistics.getAsDouble(Statistic.VARIANCE),
            statistics.getAsDouble(Statistic.MIN),
            statistics.getAsDouble(Statistic.MAX)
        };
    }

    @Benchmark
    @Rival(value = "DuckDB", atLeast = 6)
    public double[] duck() throws SQLException {
        return ask(1, QUERY, MomentsOfDoubles::read);
    }

    static double[] read(ResultSet rows) throws SQLException {
        rows.next();
        double variance = rows.getDouble(2);
        return new double[] {
            rows.getDouble(1), rows.wasNull() ? Double.NaN : variance, rows.getDouble(3), rows.getDouble(4)
        };
    }
}

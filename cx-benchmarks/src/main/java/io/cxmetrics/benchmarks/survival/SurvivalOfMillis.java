package io.cxmetrics.benchmarks.survival;

import io.cxmetrics.benchmarks.duel.HotPath;
import io.cxmetrics.benchmarks.duel.Reference;
import io.cxmetrics.benchmarks.duel.Rival;
import java.sql.SQLException;
import org.openjdk.jmh.annotations.Benchmark;

/** The last value of the survival curve, where nearly everybody leaves at a time of their own. */
@HotPath(value = "Kaplan-Meier of milliseconds", rows = 1_000_000, growsTo = 10_000_000)
public class SurvivalOfMillis extends SurvivalSuite {

    /** A suite without data. */
    public SurvivalOfMillis() {
        super(Subjects::millis);
    }

    @Benchmark
    @Reference("reading the columns")
    public long read() {
        return subjects().read();
    }

    @Benchmark
    @Rival(value = "objects and a comparator", atLeast = 10)
    public double objects() {
        return subjects().objects();
    }

    @Benchmark
    @Rival(value = "DuckDB", tolerance = 1e-6)
    public double duck() throws SQLException {
        return queried();
    }
}

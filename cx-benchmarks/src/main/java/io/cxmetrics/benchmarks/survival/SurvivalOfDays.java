package io.cxmetrics.benchmarks.survival;

import io.cxmetrics.benchmarks.duel.HotPath;
import io.cxmetrics.benchmarks.duel.Reference;
import io.cxmetrics.benchmarks.duel.Rival;
import java.sql.SQLException;
import org.openjdk.jmh.annotations.Benchmark;

/** The last value of the survival curve, where many leave on the same day. */
@HotPath(value = "Kaplan-Meier of whole days", rows = 1_000_000, growsTo = 10_000_000)
public class SurvivalOfDays extends SurvivalSuite {

    /** A suite without data. */
    public SurvivalOfDays() {
        super(Subjects::days);
    }

    @Benchmark
    @Reference(value = "reading the columns", atMost = 2.5)
    public long read() {
        return subjects().read();
    }

    @Benchmark
    @Rival("objects and a comparator")
    public double objects() {
        return subjects().objects();
    }

    @Benchmark
    @Rival(value = "DuckDB", atLeast = 5, tolerance = 1e-6)
    public double duck() throws SQLException {
        return queried();
    }
}

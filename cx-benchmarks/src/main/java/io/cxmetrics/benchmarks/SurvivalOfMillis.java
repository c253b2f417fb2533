package io.cxmetrics.benchmarks;

import io.cxmetrics.benchmarks.duel.HotPath;
import io.cxmetrics.benchmarks.duel.Kernel;
import io.cxmetrics.benchmarks.duel.Reference;
import io.cxmetrics.benchmarks.duel.Rival;
import io.cxmetrics.benchmarks.rival.DuckDbSuite;
import java.sql.SQLException;
import org.openjdk.jmh.annotations.Benchmark;

/** The last value of the survival curve, where nearly everybody leaves at a time of their own. */
@HotPath(value = "Kaplan-Meier of milliseconds", rows = 1_000_000, growsTo = 10_000_000)
public class SurvivalOfMillis extends DuckDbSuite {

    private Subjects subjects = Subjects.millis(0);

    @Override
    protected void fill(int size) throws Exception {
        subjects = Subjects.millis(size);
        load("x bigint, happened boolean", size, (row, i) -> {
            row.append(subjects.times[i]);
            row.append(subjects.happened[i]);
        });
    }

    @Benchmark
    @Kernel
    public double library() {
        return subjects.curve();
    }

    @Benchmark
    @Reference("reading the columns")
    public long read() {
        return subjects.read();
    }

    @Benchmark
    @Rival(value = "objects and a comparator", atLeast = 10)
    public double objects() {
        return subjects.objects();
    }

    @Benchmark
    @Rival("Arrays.sort of time and event in a long")
    public double packed() {
        return subjects.packed();
    }

    @Benchmark
    @Rival(value = "DuckDB", tolerance = 1e-6)
    public double duck() throws SQLException {
        return ask(1, Subjects.QUERY, Subjects::read);
    }
}

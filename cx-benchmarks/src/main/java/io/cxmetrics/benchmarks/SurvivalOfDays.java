package io.cxmetrics.benchmarks;

import io.cxmetrics.benchmarks.duel.HotPath;
import io.cxmetrics.benchmarks.duel.Kernel;
import io.cxmetrics.benchmarks.duel.Reference;
import io.cxmetrics.benchmarks.duel.Rival;
import io.cxmetrics.benchmarks.rival.DuckDbSuite;
import java.sql.SQLException;
import org.openjdk.jmh.annotations.Benchmark;

/** The last value of the survival curve, where many leave on the same day. */
@HotPath(value = "Kaplan-Meier of whole days", rows = 1_000_000, growsTo = 10_000_000)
public class SurvivalOfDays extends DuckDbSuite {

    private Subjects subjects = Subjects.days(0);

    @Override
    protected void fill(int size) throws Exception {
        subjects = Subjects.days(size);
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
    @Reference(value = "reading the columns", atMost = 2.5)
    public long read() {
        return subjects.read();
    }

    @Benchmark
    @Rival("objects and a comparator")
    public double objects() {
        return subjects.objects();
    }

    @Benchmark
    @Rival("Arrays.sort of time and event in a long")
    public double packed() {
        return subjects.packed();
    }

    @Benchmark
    @Rival(value = "DuckDB", atLeast = 5, tolerance = 1e-6)
    public double duck() throws SQLException {
        return ask(1, Subjects.QUERY, Subjects::read);
    }
}

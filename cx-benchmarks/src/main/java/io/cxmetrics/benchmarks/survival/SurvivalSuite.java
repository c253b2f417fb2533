package io.cxmetrics.benchmarks.survival;

import io.cxmetrics.benchmarks.duel.Kernel;
import io.cxmetrics.benchmarks.duel.Rival;
import io.cxmetrics.benchmarks.rival.DuckDbSuite;
import java.sql.SQLException;
import java.util.function.IntFunction;
import org.openjdk.jmh.annotations.Benchmark;

/** The last value of the survival curve. */
public abstract class SurvivalSuite extends DuckDbSuite {

    private final IntFunction<Subjects> made;
    private Subjects subjects;

    SurvivalSuite(IntFunction<Subjects> made) {
        this.made = made;
        this.subjects = made.apply(0);
    }

    @Override
    protected void fill(int size) throws Exception {
        subjects = made.apply(size);
        load("x bigint, happened boolean", size, (row, i) -> {
            row.append(subjects.times[i]);
            row.append(subjects.happened[i]);
        });
    }

    final Subjects subjects() {
        return subjects;
    }

    @Benchmark
    @Kernel
    public double library() {
        return subjects.curve();
    }

    @Benchmark
    @Rival("Arrays.sort of time and event in a long")
    public double packed() {
        return subjects.packed();
    }

    /** What DuckDB says. */
    final double queried() throws SQLException {
        return ask(1, Subjects.QUERY, Subjects::read);
    }
}

package io.cxmetrics.benchmarks.web;

import io.cxmetrics.benchmarks.duel.HotPath;
import io.cxmetrics.benchmarks.duel.Kernel;
import io.cxmetrics.benchmarks.duel.Reference;
import io.cxmetrics.benchmarks.duel.Rival;
import io.cxmetrics.benchmarks.rival.DuckDbSuite;
import io.cxmetrics.benchmarks.rival.Reading;
import io.cxmetrics.web.visitor.VisitorCodes;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;

/** How many visitors there were, where each has a small number. */
@HotPath(value = "Unique visitors by code", growsTo = 10_000_000)
public class ExactVisitors extends DuckDbSuite {

    private int[] codes = {};

    @Override
    protected void fill(int size) throws Exception {
        codes = PageViews.shuffled(size).visitors;
        load("v integer", size, (row, i) -> row.append(codes[i]));
    }

    @Benchmark
    @Kernel
    public long library() {
        return VisitorCodes.of(codes).count();
    }

    @Benchmark
    @Reference("adding up the codes")
    public long read() {
        return Reading.of(codes);
    }

    @Benchmark
    @Rival("HashSet")
    public long hashSet() {
        Set<Integer> visitors = new HashSet<>();
        for (int code : codes) {
            visitors.add(code);
        }
        return visitors.size();
    }

    @Benchmark
    @Rival(value = "DuckDB, count(distinct)", atLeast = 30)
    public long duck() throws SQLException {
        return ask(1, "select count(distinct v) from t", rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }
}

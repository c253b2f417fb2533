package io.cxmetrics.benchmarks.survey;

import io.cxmetrics.benchmarks.duel.HotPath;
import io.cxmetrics.benchmarks.duel.Kernel;
import io.cxmetrics.benchmarks.duel.Rival;
import java.sql.SQLException;
import org.openjdk.jmh.annotations.Benchmark;

/** One string for each group, as in objects whose groups are constants. */
@HotPath("NPS by group of strings, shared")
public class NpsPerSharedKey extends NpsPerKey {

    @Override
    String key(String shared) {
        return shared;
    }

    @Benchmark
    @Kernel
    public long[] library() {
        return counted();
    }

    @Benchmark
    @Rival(value = "HashMap of counts", atLeast = 2)
    public long[] hashMap() {
        return mapped();
    }

    @Benchmark
    @Rival(value = "DuckDB, group by", atLeast = 4, stretch = 8)
    public long[] duck() throws SQLException {
        return queried();
    }
}

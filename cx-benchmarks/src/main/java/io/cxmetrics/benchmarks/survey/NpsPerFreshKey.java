package io.cxmetrics.benchmarks.survey;

import io.cxmetrics.benchmarks.duel.HotPath;
import io.cxmetrics.benchmarks.duel.Kernel;
import io.cxmetrics.benchmarks.duel.Rival;
import java.sql.SQLException;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * A string for each row with characters of its own, as a reader of files makes them. Strings remember their hash codes:
 * those are computed before the rounds that are measured.
 */
@HotPath("NPS by group of strings, one a row")
public class NpsPerFreshKey extends NpsPerKey {

    @Override
    String key(String shared) {
        return new String(shared.toCharArray());
    }

    @Benchmark
    @Kernel
    public long[] library() {
        return counted();
    }

    @Benchmark
    @Rival(value = "HashMap of counts", atLeast = 1.4)
    public long[] hashMap() {
        return mapped();
    }

    @Benchmark
    @Rival(value = "DuckDB, group by", atLeast = 1.8)
    public long[] duck() throws SQLException {
        return queried();
    }
}

package io.cxmetrics.benchmarks.survey;

import io.cxmetrics.benchmarks.duel.HotPath;
import io.cxmetrics.benchmarks.duel.Kernel;
import io.cxmetrics.benchmarks.duel.Reference;
import io.cxmetrics.benchmarks.duel.Rival;
import io.cxmetrics.benchmarks.rival.DuckDbSuite;
import io.cxmetrics.benchmarks.rival.Reading;
import io.cxmetrics.survey.Nps;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.openjdk.jmh.annotations.Benchmark;

/** Promoters, passives and detractors among bytes in random order, where a rating outside 0 to 10 is refused. */
@HotPath(value = "NPS of bytes", growsTo = 100_000_000)
public class NpsOfBytes extends DuckDbSuite {

    private byte[] ratings = {};

    @Override
    protected void fill(int size) throws Exception {
        ratings = Answers.recommend(size);
        load("score tinyint", size, (row, i) -> row.append(ratings[i]));
    }

    @Benchmark
    @Kernel(bytes = 64)
    public Nps library() {
        return Nps.of(ratings);
    }

    @Benchmark
    @Reference(value = "reading the bytes once", atMost = 3.5, stretch = 2.2)
    public long read() {
        return Reading.of(ratings);
    }

    @Benchmark
    @Rival(value = "the loop", atLeast = 20, stretch = 40)
    public Nps loop() {
        long promoters = 0;
        long passives = 0;
        long detractors = 0;
        for (byte rating : ratings) {
            if (rating < 0 || rating > 10) {
                throw new IllegalArgumentException("rating " + rating);
            }
            if (rating >= 9) {
                promoters++;
            } else if (rating >= 7) {
                passives++;
            } else {
                detractors++;
            }
        }
        return new Nps(promoters, passives, detractors);
    }

    @Benchmark
    @Rival(value = "DuckDB, sum(case)", atLeast = 30)
    public Nps duckSums() throws SQLException {
        return ask(1, SUMS, NpsOfBytes::nps);
    }

    @Benchmark
    @Rival("DuckDB, sum(case), its calling thread of two")
    public Nps duckSumsOnTwo() throws SQLException {
        return ask(2, SUMS, NpsOfBytes::nps);
    }

    static final String SUMS = """
            select sum(case when score >= 9 then 1 else 0 end), sum(case when score in (7, 8) then 1 else 0 end),
                sum(case when score <= 6 then 1 else 0 end), sum(case when score not between 0 and 10 then 1 else 0 end)
            from t""";

    static Nps nps(ResultSet rows) throws SQLException {
        rows.next();
        if (rows.getLong(4) > 0) {
            throw new IllegalArgumentException("rating");
        }
        return new Nps(rows.getLong(1), rows.getLong(2), rows.getLong(3));
    }

    @Benchmark
    @Rival(value = "DuckDB, group by score", atLeast = 12)
    public Nps duckGroups() throws SQLException {
        return ask(1, "select score, count(*) from t group by score", rows -> {
            long[] counts = new long[11];
            while (rows.next()) {
                counts[rows.getInt(1)] = rows.getLong(2);
            }
            long passives = counts[7] + counts[8];
            long promoters = counts[9] + counts[10];
            long all = 0;
            for (long count : counts) {
                all += count;
            }
            return new Nps(promoters, passives, all - promoters - passives);
        });
    }
}

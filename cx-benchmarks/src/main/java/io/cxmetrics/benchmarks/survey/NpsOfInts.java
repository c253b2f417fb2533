package io.cxmetrics.benchmarks.survey;

import io.cxmetrics.benchmarks.duel.HotPath;
import io.cxmetrics.benchmarks.duel.Kernel;
import io.cxmetrics.benchmarks.duel.Reference;
import io.cxmetrics.benchmarks.duel.Rival;
import io.cxmetrics.benchmarks.rival.DuckDbSuite;
import io.cxmetrics.benchmarks.rival.Reading;
import io.cxmetrics.survey.Nps;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;

/** Promoters, passives and detractors among ints in random order, where a rating outside 0 to 10 is refused. */
@HotPath(value = "NPS of ints", growsTo = 10_000_000)
public class NpsOfInts extends DuckDbSuite {

    private int[] ratings = {};

    @Override
    protected void fill(int size) throws Exception {
        ratings = Answers.ints(Answers.recommend(size));
        load("score integer", size, (row, i) -> row.append(ratings[i]));
    }

    @Benchmark
    @Kernel
    public Nps library() {
        return Nps.of(ratings);
    }

    @Benchmark
    @Reference(value = "adding up the ints", atMost = 2.4, stretch = 1.8)
    public long read() {
        return Reading.of(ratings);
    }

    @Benchmark
    @Rival(value = "the loop", atLeast = 5)
    public Nps loop() {
        long promoters = 0;
        long passives = 0;
        long detractors = 0;
        for (int rating : ratings) {
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
    @Rival("streams, filter and count")
    public Nps streams() {
        if (IntStream.of(ratings).anyMatch(rating -> rating < 0 || rating > 10)) {
            throw new IllegalArgumentException("rating");
        }
        return new Nps(
                IntStream.of(ratings).filter(rating -> rating >= 9).count(),
                IntStream.of(ratings)
                        .filter(rating -> rating == 7 || rating == 8)
                        .count(),
                IntStream.of(ratings).filter(rating -> rating <= 6).count());
    }

    @Benchmark
    @Rival(value = "DuckDB, sum(case)", atLeast = 9)
    public Nps duckSums() throws SQLException {
        return ask(1, NpsOfBytes.SUMS, NpsOfBytes::nps);
    }
}

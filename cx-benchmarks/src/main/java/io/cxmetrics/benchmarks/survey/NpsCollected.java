package io.cxmetrics.benchmarks.survey;

import io.cxmetrics.benchmarks.duel.HotPath;
import io.cxmetrics.benchmarks.duel.Kernel;
import io.cxmetrics.benchmarks.duel.Rival;
import io.cxmetrics.benchmarks.duel.Suite;
import io.cxmetrics.survey.Nps;
import java.util.stream.Collector;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;

/** A boxed stream of ratings, one after another into a collector. */
@HotPath("NPS by a collector of a boxed stream")
public class NpsCollected extends Suite {

    int[] ratings = {};

    @Override
    protected void fill(int size) {
        ratings = Answers.ints(Answers.recommend(size));
    }

    @Benchmark
    @Kernel(nanos = 2.2, stretchNanos = 1.5, bytes = 4096)
    public Nps library() {
        return IntStream.of(ratings).boxed().collect(Nps.toNps());
    }

    @Benchmark
    @Rival(value = "an if/else collector", atLeast = 2.5)
    public Nps ifElse() {
        return IntStream.of(ratings)
                .boxed()
                .collect(
                        Collector.of(() -> new long[3], NpsCollected::count, (left, right) -> left, NpsCollected::nps));
    }

    private static void count(long[] counts, int rating) {
        if (rating < 0 || rating > 10) {
            throw new IllegalArgumentException("rating " + rating);
        }
        if (rating >= 9) {
            counts[0]++;
        } else if (rating >= 7) {
            counts[1]++;
        } else {
            counts[2]++;
        }
    }

    static Nps nps(long... counts) {
        return new Nps(counts[0], counts[1], counts[2]);
    }
}

package io.cxmetrics.benchmarks.survey;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.cxmetrics.benchmarks.duel.HotPath;
import io.cxmetrics.benchmarks.duel.Rival;
import io.cxmetrics.survey.Nps;
import java.util.Map;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * The same in a program that collects in a third way too. All streams share the place from which collectors are called,
 * and from three on the compiler no longer builds them in there: that costs every collector more than the counting
 * does.
 */
@HotPath("NPS by one of three collectors of boxed streams")
public class NpsCollectedByMany extends NpsCollected {

    @Benchmark
    @Rival("groupingBy and counting")
    public Nps grouping() {
        Map<Integer, Long> counts =
                IntStream.of(ratings).boxed().collect(groupingBy(NpsCollectedByMany::box, counting()));
        return nps(counts.getOrDefault(0, 0L), counts.getOrDefault(1, 0L), counts.getOrDefault(2, 0L));
    }

    private static int box(int rating) {
        if (rating < 0 || rating > 10) {
            throw new IllegalArgumentException("rating " + rating);
        }
        return rating >= 9 ? 0 : rating >= 7 ? 1 : 2;
    }
}

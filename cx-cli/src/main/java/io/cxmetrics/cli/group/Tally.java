package io.cxmetrics.cli.group;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collector;

/**
 * What has been seen of one group: what counts, and the rows that do not, by reason.
 *
 * @param <T> what a row that counts is read as
 * @param <R> the summary of what counts
 */
final class Tally<T, R> {

    private final Fold<T, ?, R> counted;
    private final Map<String, Long> leftOut = new TreeMap<>();
    private long rows;

    Tally(Collector<T, ?, R> collector) {
        this.counted = Fold.of(collector);
    }

    void add(T input) {
        rows++;
        counted.add(input);
    }

    void leaveOut(String reason, long many) {
        rows += many;
        leftOut.merge(reason, many, Long::sum);
    }

    long rows() {
        return rows;
    }

    Map<String, Long> leftOut() {
        return leftOut;
    }

    R summary() {
        return counted.result();
    }

    /** A collector that is fed by hand. */
    private record Fold<T, A, R>(Collector<T, A, R> collector, A state) {

        static <T, A, R> Fold<T, A, R> of(Collector<T, A, R> collector) {
            return new Fold<>(collector, collector.supplier().get());
        }

        void add(T input) {
            collector.accumulator().accept(state, input);
        }

        R result() {
            return collector.finisher().apply(state);
        }
    }
}

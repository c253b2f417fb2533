package io.cxmetrics.cli.survey;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collector;

/**
 * What has been seen of one group: its answers, and the rows that are none, by reason.
 *
 * @param <R> the summary of its answers
 */
final class Tally<R> {

    private final Fold<?, R> answers;
    private final Map<String, Long> leftOut = new TreeMap<>();
    private long rows;

    Tally(Collector<Response, ?, R> collector) {
        this.answers = Fold.of(collector);
    }

    void add(Response response) {
        rows++;
        answers.add(response);
    }

    void leaveOut(String reason) {
        rows++;
        leftOut.merge(reason, 1L, Long::sum);
    }

    long rows() {
        return rows;
    }

    Map<String, Long> leftOut() {
        return leftOut;
    }

    R answers() {
        return answers.result();
    }

    /** A collector that is fed by hand. */
    private record Fold<A, R>(Collector<Response, A, R> collector, A state) {

        static <A, R> Fold<A, R> of(Collector<Response, A, R> collector) {
            return new Fold<>(collector, collector.supplier().get());
        }

        void add(Response response) {
            collector.accumulator().accept(state, response);
        }

        R result() {
            return collector.finisher().apply(state);
        }
    }
}

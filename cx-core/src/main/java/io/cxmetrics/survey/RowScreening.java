package io.cxmetrics.survey;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.internal.Counts;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/** Whole rows through a screening: the state of the collector that takes the answers, and the counts of the rest. */
final class RowScreening<A> {

    private A answers;
    private long count;
    private final long[] leftOut = new long[Exclusion.values().length];

    private RowScreening(A answers) {
        this.answers = answers;
    }

    static <T, A, R> Collector<T, ?, Screening.Outcome<R>> collector(
            Screening screening,
            Function<? super T, ? extends @Nullable String> raw,
            Predicate<? super T> partner,
            Collector<? super Screening.Rated<T>, A, R> downstream) {
        requireNonNull(raw, "raw");
        requireNonNull(partner, "partner");
        return Collector.of(
                () -> new RowScreening<>(downstream.supplier().get()),
                (state, row) -> {
                    Screening.Verdict verdict = screening.judge(raw.apply(row));
                    Exclusion reason = verdict.reason();
                    if (reason == null && partner.test(row)) {
                        downstream.accumulator().accept(state.answers, new Screening.Rated<>(row, verdict.rating()));
                        state.count++;
                    } else {
                        state.leftOut[(reason == null ? Exclusion.INCOMPLETE : reason).index()]++;
                    }
                },
                (left, right) -> {
                    left.answers = downstream.combiner().apply(left.answers, right.answers);
                    left.count += right.count;
                    Counts.merge(left.leftOut, right.leftOut);
                    return left;
                },
                state -> new Screening.Outcome<>(
                        downstream.finisher().apply(state.answers),
                        state.count,
                        Exclusions.ofCounts(state.leftOut.clone())));
    }
}

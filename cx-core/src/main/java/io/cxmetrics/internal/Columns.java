package io.cxmetrics.internal;

import static java.util.Objects.requireNonNull;

import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;

/** Two numbers of each element of a stream, as the two arrays that summaries are made of. */
public final class Columns {

    private final LongColumn first = new LongColumn();
    private final LongColumn second = new LongColumn();

    private Columns() {}

    public static <T, R> Collector<T, ?, R> collector(
            ToLongFunction<? super T> first, ToLongFunction<? super T> second, BiFunction<long[], long[], R> summary) {
        requireNonNull(first, "first");
        requireNonNull(second, "second");
        return Collector.of(
                Columns::new,
                (Columns columns, T element) -> {
                    columns.first.add(first.applyAsLong(element));
                    columns.second.add(second.applyAsLong(element));
                },
                Columns::join,
                columns -> summary.apply(columns.first.toArray(), columns.second.toArray()));
    }

    private Columns join(Columns later) {
        first.join(later.first);
        second.join(later.second);
        return this;
    }
}

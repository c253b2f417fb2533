package io.cxmetrics.input.web;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.SerializableFunction;
import io.cxmetrics.Summary;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A summary of everything, and one of each item: of each page, feature or thing that was clicked. Those of different
 * visitors add up.
 *
 * @param all the summary of everything
 * @param items the summaries by the name of the item
 * @param <R> the type of the summaries
 * @since 0.1
 */
public record ByItem<R extends Summary<R>>(R all, SortedMap<String, R> items) implements Summary<ByItem<R>> {

    /** Copies the map. */
    public ByItem {
        requireNonNull(all, "all");
        items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
    }

    /**
     * Folds visits into summaries.
     *
     * @param empty the summary of nothing
     * @param function gives the summaries of some visits
     * @param <R> the type of the summaries
     * @return the aggregation
     */
    static <R extends Summary<R>> Aggregation<Visits, ?, ByItem<R>> aggregation(
            R empty, SerializableFunction<Visits, ByItem<R>> function) {
        return new Fold<>(empty, function);
    }

    @Override
    public ByItem<R> plus(ByItem<R> other) {
        TreeMap<String, R> both = new TreeMap<>(items);
        other.items.forEach((name, item) -> both.merge(name, item, R::plus));
        return new ByItem<>(all.plus(other.all), both);
    }

    /** The summaries while they grow. */
    private static final class Buffer<R extends Summary<R>> {
        private R all;
        private final SortedMap<String, R> items = new TreeMap<>();

        Buffer(R empty) {
            all = empty;
        }

        void add(R more, Map<String, R> moreItems) {
            all = all.plus(more);
            moreItems.forEach((name, item) -> items.merge(name, item, R::plus));
        }
    }

    /** Merging into a map costs what is new; adding two maps up would cost what is known, again and again. */
    private record Fold<R extends Summary<R>>(R empty, SerializableFunction<Visits, ByItem<R>> function)
            implements Aggregation<Visits, Buffer<R>, ByItem<R>> {

        @Override
        public Buffer<R> zero() {
            return new Buffer<>(empty);
        }

        @Override
        public Buffer<R> add(Buffer<R> state, Visits visits) {
            ByItem<R> more = function.apply(visits);
            state.add(more.all, more.items);
            return state;
        }

        @Override
        public Buffer<R> merge(Buffer<R> left, Buffer<R> right) {
            left.add(right.all, right.items);
            return left;
        }

        @Override
        public ByItem<R> finish(Buffer<R> state) {
            return new ByItem<>(state.all, state.items);
        }
    }
}

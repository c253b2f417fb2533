package io.cxmetrics.web.visitor;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collector;

/**
 * Unique visitors that add up: the set of their keys, each once however often they came.
 *
 * <p>Counts of unique visitors do not add up, for one who comes on two days is one visitor of the week; the sets of
 * their keys do. The key decides which events are of one visitor: a cookie tells browsers apart, a login people. Any
 * other thing that is counted once is counted alike, such as the sessions or the source addresses of a user.
 *
 * <p><b>Edges.</b> Without visitors the count is 0, which is an answer and not an unknown.
 *
 * <p><b>Cost.</b> The keys and about 50 bytes for each. Keys that are small integers take one bit in
 * {@link VisitorCodes}; where an approximate count will do, a {@link VisitorSketch} takes 4 KiB however many there are.
 *
 * <p>Immutable and thread-safe. Serializable if the keys are.
 *
 * <pre>{@code
 * UniqueVisitors<String> monday = UniqueVisitors.of("ann", "bob", "ann");
 * UniqueVisitors<String> tuesday = UniqueVisitors.of("ann", "cid");
 * monday.count(); // 2
 * monday.plus(tuesday).count(); // 3
 * monday.common(tuesday); // 1
 * }</pre>
 *
 * @param <K> the type of the keys of visitors
 * @since 0.1
 */
public final class UniqueVisitors<K> implements Summary<UniqueVisitors<K>> {

    private static final long serialVersionUID = 1;

    private final Set<K> keys;

    /** The set is kept, and nobody else may change it. */
    private UniqueVisitors(Set<K> keys) {
        this.keys = keys;
    }

    /**
     * Returns nobody.
     *
     * @param <K> the type of the keys
     * @return the visitors
     */
    public static <K> UniqueVisitors<K> empty() {
        return new UniqueVisitors<>(new HashSet<>());
    }

    /**
     * Returns the visitors with these keys.
     *
     * @param keys the keys, each as often as it was seen
     * @param <K> the type of the keys
     * @return the visitors
     */
    @SafeVarargs
    public static <K> UniqueVisitors<K> of(K... keys) {
        Set<K> distinct = new HashSet<>();
        for (K key : keys) {
            distinct.add(requireNonNull(key, "key"));
        }
        return new UniqueVisitors<>(distinct);
    }

    /**
     * Returns the visitors with these keys.
     *
     * @param keys the keys, each as often as it was seen
     * @param <K> the type of the keys
     * @return the visitors
     */
    public static <K> UniqueVisitors<K> of(Collection<? extends K> keys) {
        Set<K> distinct = new HashSet<>();
        keys.forEach(key -> distinct.add(requireNonNull(key, "key")));
        return new UniqueVisitors<>(distinct);
    }

    /**
     * Folds keys into visitors.
     *
     * @param <K> the type of the keys
     * @return the aggregation
     */
    public static <K> Aggregation<K, ?, UniqueVisitors<K>> aggregation() {
        return new UniqueVisitorsAggregation<>();
    }

    /**
     * Returns a collector of keys.
     *
     * @param <K> the type of the keys
     * @return the collector
     */
    public static <K> Collector<K, ?, UniqueVisitors<K>> toUniqueVisitors() {
        return UniqueVisitors.<K>aggregation().toCollector();
    }

    /**
     * Returns a collector of the key of each element.
     *
     * @param key gives the key
     * @param <T> the type of the elements
     * @param <K> the type of the keys
     * @return the collector
     */
    public static <T, K> Collector<T, ?, UniqueVisitors<K>> toUniqueVisitors(Function<? super T, ? extends K> key) {
        requireNonNull(key, "key");
        return Collector.of(
                HashSet<K>::new,
                (keys, element) -> keys.add(requireNonNull(key.apply(element), "key")),
                UniqueVisitors::joined,
                UniqueVisitors::new);
    }

    static <K> UniqueVisitors<K> copyOf(Set<K> keys) {
        return new UniqueVisitors<>(new HashSet<>(keys));
    }

    private static <S extends Set<K>, K> S joined(S left, Set<K> right) {
        left.addAll(right);
        return left;
    }

    /**
     * Returns how many visitors there are.
     *
     * @return the count
     */
    public long count() {
        return keys.size();
    }

    /**
     * Tells whether a visitor was there.
     *
     * @param key the key
     * @return true if it was
     */
    public boolean contains(K key) {
        return keys.contains(requireNonNull(key, "key"));
    }

    /**
     * Returns the keys.
     *
     * @return an unmodifiable set in no particular order
     */
    public Set<K> keys() {
        return Collections.unmodifiableSet(keys);
    }

    /**
     * Returns how many visitors were there both times, such as this week and last week.
     *
     * @param other the other visitors
     * @return the count
     */
    public long common(UniqueVisitors<K> other) {
        boolean smaller = keys.size() <= other.keys.size();
        Set<K> rest = smaller ? other.keys : keys;
        return (smaller ? keys : other.keys).stream().filter(rest::contains).count();
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("UniqueVisitors", 1).withKeys("keys", keys);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @param <K> the type of the keys
     * @return the summary
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static <K> UniqueVisitors<K> ofStored(StoredForm form) {
        StoredFields fields = form.expect("UniqueVisitors", 1, "keys");
        return new UniqueVisitors<>(new LinkedHashSet<>(fields.<K>distinctKeys("keys")));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public UniqueVisitors<K> plus(UniqueVisitors<K> other) {
        return new UniqueVisitors<>(joined(new HashSet<>(keys), other.keys));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UniqueVisitors<?> that && keys.equals(that.keys);
    }

    @Override
    public int hashCode() {
        return keys.hashCode();
    }

    /**
     * Returns the count.
     *
     * @return such as {@code UniqueVisitors[3]}
     */
    @Override
    public String toString() {
        return "UniqueVisitors[" + count() + "]";
    }

    private record UniqueVisitorsAggregation<K>() implements Aggregation<K, Set<K>, UniqueVisitors<K>> {

        @Override
        public Set<K> zero() {
            return new HashSet<>();
        }

        @Override
        public Set<K> add(Set<K> state, K key) {
            state.add(requireNonNull(key, "key"));
            return state;
        }

        @Override
        public Set<K> merge(Set<K> left, Set<K> right) {
            return joined(left, right);
        }

        @Override
        public UniqueVisitors<K> finish(Set<K> state) {
            return copyOf(state);
        }
    }
}

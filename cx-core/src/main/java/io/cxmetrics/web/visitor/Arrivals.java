package io.cxmetrics.web.visitor;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collector;

/**
 * The times at which sessions of each visitor began: the evidence of new and returning visitors, which adds up under
 * any split.
 *
 * <p>What counts is when sessions began. A window is half-open, [start, end); under {@link NewRule#FIRST_EVER} what is
 * before it counts as history, so that the log has to reach back as far as "ever" is meant to, and what is after it
 * never counts. {@link Instant#MIN} and {@link Instant#MAX} stand for no limit.
 *
 * <p><b>By session and by visitor.</b> Each session in the window is new, returning, or neither if its visitor is
 * unknown. Each known visitor with a session in the window is new or returning; sessions of the unknown are no visitors
 * that could be counted.
 *
 * <p><b>Edges.</b> Of two sessions of a visitor that begin in the same millisecond one is the first. Times beyond what
 * a {@code long} of milliseconds holds are an {@link ArithmeticException}.
 *
 * <p><b>Cost.</b> 8 to 16 bytes a session and about 100 a visitor. Immutable and thread-safe; serializable if the keys
 * are.
 *
 * <pre>{@code
 * Arrivals<String> log = Stream.of(
 *         Arrival.of("ann", Instant.parse("2026-02-27T09:00:00Z")),
 *         Arrival.of("ann", Instant.parse("2026-03-02T09:00:00Z")),
 *         Arrival.of("bob", Instant.parse("2026-03-03T09:00:00Z")),
 *         Arrival.of("bob", Instant.parse("2026-03-04T09:00:00Z")),
 *         Arrival.<String>anonymous(Instant.parse("2026-03-05T09:00:00Z")))
 *     .collect(Arrivals.toArrivals());
 * Instant march = Instant.parse("2026-03-01T00:00:00Z");
 * log.sessions(march, Instant.MAX, NewRule.FIRST_EVER); // NewVersusReturning[newOnes=1, returning=2, neither=1]
 * log.sessions(march, Instant.MAX, NewRule.FIRST_IN_WINDOW); // NewVersusReturning[newOnes=2, returning=1, neither=1]
 * log.visitors(march, Instant.MAX, NewRule.FIRST_EVER); // NewVersusReturning[newOnes=1, returning=1, neither=0]
 * }</pre>
 *
 * @param <K> the type of the keys of visitors
 * @since 0.1
 */
public final class Arrivals<K> implements Summary<Arrivals<K>> {

    private static final long serialVersionUID = 1;

    /** The one key of those whose visitor is unknown. */
    private static final String UNKNOWN = "";

    private final KeyedTimes<K> known;
    private final KeyedTimes<String> unknown;

    private Arrivals(KeyedTimes<K> known, KeyedTimes<String> unknown) {
        this.known = known;
        this.unknown = unknown;
    }

    /**
     * Returns the log of nobody.
     *
     * @param <K> the type of the keys
     * @return the log
     */
    public static <K> Arrivals<K> empty() {
        return new Arrivals<>(KeyedTimes.empty(), KeyedTimes.empty());
    }

    /**
     * Folds sessions into a log.
     *
     * @param <K> the type of the keys
     * @return the aggregation
     */
    public static <K> Aggregation<Arrival<K>, ?, Arrivals<K>> aggregation() {
        return new ArrivalsAggregation<>();
    }

    /**
     * Returns a collector of sessions.
     *
     * @param <K> the type of the keys
     * @return the collector
     */
    public static <K> Collector<Arrival<K>, ?, Arrivals<K>> toArrivals() {
        return Arrivals.<K>aggregation().toCollector();
    }

    /**
     * Returns the log of sessions.
     *
     * @param arrivals the sessions
     * @param <K> the type of the keys
     * @return the log
     */
    public static <K> Arrivals<K> of(Collection<Arrival<K>> arrivals) {
        return arrivals.stream().collect(toArrivals());
    }

    /**
     * Returns how many sessions there are.
     *
     * @return the count, with those of unknown visitors
     */
    public long count() {
        return sessions();
    }

    /**
     * Returns how many sessions there are.
     *
     * @return the count, with those of unknown visitors
     */
    public long sessions() {
        return known.count() + unknown.count();
    }

    /**
     * Returns how many known visitors there are.
     *
     * @return the count
     */
    public long visitors() {
        return known.keys();
    }

    /**
     * Returns the sessions of a window by whether their visitors are new.
     *
     * @param startInclusive where the window begins
     * @param endExclusive where it ends
     * @param rule how far back an earlier session counts
     * @return the counts
     * @throws IllegalArgumentException if the window ends before it begins
     */
    public NewVersusReturning sessions(Instant startInclusive, Instant endExclusive, NewRule rule) {
        Window window = Window.of(startInclusive, endExclusive);
        requireNonNull(rule, "rule");
        long news = 0;
        long all = 0;
        for (long[] times : known.times().values()) {
            int first = window.first(times);
            int count = window.end(times) - first;
            all += count;
            news += count > 0 && (first == 0 || rule == NewRule.FIRST_IN_WINDOW) ? 1 : 0;
        }
        long neither = 0;
        for (long[] times : unknown.times().values()) {
            neither += window.end(times) - window.first(times);
        }
        return new NewVersusReturning(news, all - news, neither);
    }

    /**
     * Returns the known visitors of a window by whether they are new.
     *
     * @param startInclusive where the window begins
     * @param endExclusive where it ends
     * @param rule what makes a visitor returning: a session before the window, or a second one in it
     * @return the counts, of which neither is 0
     * @throws IllegalArgumentException if the window ends before it begins
     */
    public NewVersusReturning visitors(Instant startInclusive, Instant endExclusive, NewRule rule) {
        Window window = Window.of(startInclusive, endExclusive);
        requireNonNull(rule, "rule");
        long news = 0;
        long all = 0;
        for (long[] times : known.times().values()) {
            int first = window.first(times);
            int count = window.end(times) - first;
            boolean returning = rule == NewRule.FIRST_EVER ? first > 0 : count > 1;
            all += count > 0 ? 1 : 0;
            news += count > 0 && !returning ? 1 : 0;
        }
        return new NewVersusReturning(news, all - news, 0);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("Arrivals", 1).with("known", known.storedForm()).with("unknown", unknown.storedForm());
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @param <K> the type of the keys
     * @return the summary
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static <K> Arrivals<K> ofStored(StoredForm form) {
        StoredFields fields = form.expect("Arrivals", 1, "known", "unknown");
        KeyedTimes<String> unknown = KeyedTimes.ofStored(fields.part("unknown"));
        if (unknown.keys() > 1 || (unknown.keys() == 1 && !unknown.times().containsKey(UNKNOWN))) {
            throw new IllegalArgumentException("unknown of stored Arrivals must have no keys, got " + unknown.keys());
        }
        return new Arrivals<>(KeyedTimes.ofStored(fields.part("known")), unknown);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public Arrivals<K> plus(Arrivals<K> other) {
        return new Arrivals<>(known.plus(other.known), unknown.plus(other.unknown));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Arrivals<?> that && known.equals(that.known) && unknown.equals(that.unknown);
    }

    @Override
    public int hashCode() {
        return 31 * known.hashCode() + unknown.hashCode();
    }

    /**
     * Returns the counts.
     *
     * @return such as {@code Arrivals[4 sessions of 2 visitors, 1 of unknown ones]}
     */
    @Override
    public String toString() {
        return "Arrivals[" + known.count() + " sessions of " + visitors() + " visitors, " + unknown.count()
                + " of unknown ones]";
    }

    /** Limits in milliseconds; those too far for it are the farthest. */
    private record Window(long start, long end) {

        static Window of(Instant start, Instant end) {
            if (end.isBefore(start)) {
                throw new IllegalArgumentException(
                        "endExclusive must not be before startInclusive " + start + ", got " + end);
            }
            return new Window(millis(start), millis(end));
        }

        private static long millis(Instant at) {
            if (at.isBefore(Instant.ofEpochMilli(Long.MIN_VALUE))) {
                return Long.MIN_VALUE;
            }
            return at.isAfter(Instant.ofEpochMilli(Long.MAX_VALUE)) ? Long.MAX_VALUE : at.toEpochMilli();
        }

        int first(long[] sorted) {
            return KeyedTimes.firstFrom(sorted, start);
        }

        int end(long[] sorted) {
            return KeyedTimes.firstFrom(sorted, end);
        }
    }

    /** Both logs while they grow. */
    private static final class Buffer<K> implements Serializable {
        private static final long serialVersionUID = 1;

        private final KeyedTimes.Buffer<K> known = new KeyedTimes.Buffer<>();
        private final KeyedTimes.Buffer<String> unknown = new KeyedTimes.Buffer<>();
    }

    private record ArrivalsAggregation<K>() implements Aggregation<Arrival<K>, Buffer<K>, Arrivals<K>> {

        @Override
        public Buffer<K> zero() {
            return new Buffer<>();
        }

        @Override
        public Buffer<K> add(Buffer<K> state, Arrival<K> arrival) {
            long millis = arrival.at().toEpochMilli();
            arrival.visitor()
                    .ifPresentOrElse(
                            visitor -> state.known.add(visitor, millis), () -> state.unknown.add(UNKNOWN, millis));
            return state;
        }

        @Override
        public Buffer<K> merge(Buffer<K> left, Buffer<K> right) {
            left.known.addAll(right.known);
            left.unknown.addAll(right.unknown);
            return left;
        }

        @Override
        public Arrivals<K> finish(Buffer<K> state) {
            return new Arrivals<>(state.known.finish(), state.unknown.finish());
        }
    }
}

package io.cxmetrics.web.visitor;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.SerializableFunction;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.web.WebEvent;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collector;

/**
 * The unique visitors of each day, and of any run of days under either {@link Uniqueness}.
 *
 * <p>Adds up under any split of what was seen. Days are those of the zone.
 *
 * <p><b>Edges.</b> A day without visitors has 0. A run of days that ends before it starts is refused.
 *
 * <p><b>Cost.</b> The keys, and about 50 bytes for each visitor and day. Immutable and thread-safe; serializable if the
 * keys are.
 *
 * <pre>{@code
 * DailyVisitors<String> days = Stream.of(
 *         WebEvent.pageView("ann", Instant.parse("2026-03-02T09:00:00Z"), "/"),
 *         WebEvent.pageView("ann", Instant.parse("2026-03-03T09:00:00Z"), "/"),
 *         WebEvent.pageView("bob", Instant.parse("2026-03-03T10:00:00Z"), "/"))
 *     .collect(DailyVisitors.toDailyVisitors(ZoneOffset.UTC));
 * days.count(Uniqueness.PER_DAY); // 3
 * days.count(Uniqueness.PER_PERIOD); // 2
 * days.on(LocalDate.of(2026, 3, 2)).count(); // 1
 * }</pre>
 *
 * @param <K> the type of the keys of visitors
 * @since 0.1
 */
public final class DailyVisitors<K> implements Summary<DailyVisitors<K>> {

    private static final long serialVersionUID = 1;

    private final ZoneId zone;
    private final NavigableMap<LocalDate, UniqueVisitors<K>> days;

    private DailyVisitors(ZoneId zone, NavigableMap<LocalDate, UniqueVisitors<K>> days) {
        this.zone = requireNonNull(zone, "zone");
        this.days = days;
    }

    /**
     * Returns nobody on any day.
     *
     * @param zone whose calendar counts
     * @param <K> the type of the keys
     * @return the visitors
     */
    public static <K> DailyVisitors<K> empty(ZoneId zone) {
        return new DailyVisitors<>(zone, new TreeMap<>());
    }

    /**
     * Folds what was seen into the visitors of days.
     *
     * @param zone whose calendar counts
     * @param visitor gives who was seen
     * @param at gives when
     * @param <T> the type of the inputs, such as {@link WebEvent}
     * @param <K> the type of the keys
     * @return the aggregation
     */
    public static <T, K> Aggregation<T, ?, DailyVisitors<K>> aggregation(
            ZoneId zone,
            SerializableFunction<? super T, ? extends K> visitor,
            SerializableFunction<? super T, Instant> at) {
        return new DailyVisitorsAggregation<T, K>(
                requireNonNull(zone, "zone"), requireNonNull(visitor, "visitor"), requireNonNull(at, "at"));
    }

    /**
     * Folds events into the visitors of days.
     *
     * @param zone whose calendar counts
     * @param <V> the type of the keys of visitors
     * @return the aggregation
     */
    public static <V> Aggregation<WebEvent<V>, ?, DailyVisitors<V>> aggregation(ZoneId zone) {
        return DailyVisitors.<WebEvent<V>, V>aggregation(zone, WebEvent::visitor, WebEvent::at);
    }

    /**
     * Returns a collector of events.
     *
     * @param zone whose calendar counts
     * @param <V> the type of the keys of visitors
     * @return the collector
     */
    public static <V> Collector<WebEvent<V>, ?, DailyVisitors<V>> toDailyVisitors(ZoneId zone) {
        return DailyVisitors.<V>aggregation(zone).toCollector();
    }

    /**
     * Returns a collector of what was seen.
     *
     * @param zone whose calendar counts
     * @param visitor gives who was seen
     * @param at gives when
     * @param <T> the type of the elements
     * @param <K> the type of the keys
     * @return the collector
     */
    public static <T, K> Collector<T, ?, DailyVisitors<K>> toDailyVisitors(
            ZoneId zone,
            SerializableFunction<? super T, ? extends K> visitor,
            SerializableFunction<? super T, Instant> at) {
        return DailyVisitors.<T, K>aggregation(zone, visitor, at).toCollector();
    }

    /**
     * Returns the visitors of events.
     *
     * @param events the events
     * @param zone whose calendar counts
     * @param <V> the type of the keys of visitors
     * @return the visitors
     */
    public static <V> DailyVisitors<V> of(Collection<WebEvent<V>> events, ZoneId zone) {
        return events.stream().collect(toDailyVisitors(zone));
    }

    /**
     * Returns how many visitors there were, each once however many days they came.
     *
     * @return the count under {@link Uniqueness#PER_PERIOD}
     */
    public long count() {
        return count(Uniqueness.PER_PERIOD);
    }

    /**
     * Returns the visitors of one day.
     *
     * @param date the day
     * @return the visitors
     */
    public UniqueVisitors<K> on(LocalDate date) {
        return days.getOrDefault(requireNonNull(date, "date"), UniqueVisitors.empty());
    }

    /**
     * Returns the days with visitors, and who they were.
     *
     * @return an unmodifiable map, by date
     */
    public NavigableMap<LocalDate, UniqueVisitors<K>> days() {
        return Collections.unmodifiableNavigableMap(days);
    }

    /**
     * Returns how many visitors there were on all days together.
     *
     * @param uniqueness how often one on several days counts
     * @return the count
     */
    public long count(Uniqueness uniqueness) {
        return count(days, uniqueness);
    }

    /**
     * Returns how many visitors there were in a run of days.
     *
     * @param startInclusive the first day
     * @param endExclusive the day after the last
     * @param uniqueness how often one on several days counts
     * @return the count
     * @throws IllegalArgumentException if the run ends before it starts
     */
    public long count(LocalDate startInclusive, LocalDate endExclusive, Uniqueness uniqueness) {
        if (endExclusive.isBefore(startInclusive)) {
            throw new IllegalArgumentException(
                    "endExclusive must not be before startInclusive " + startInclusive + ", got " + endExclusive);
        }
        return count(days.subMap(startInclusive, true, endExclusive, false), uniqueness);
    }

    private static <K> long count(NavigableMap<LocalDate, UniqueVisitors<K>> days, Uniqueness uniqueness) {
        return switch (uniqueness) {
            case PER_DAY ->
                days.values().stream().mapToLong(UniqueVisitors::count).sum();
            case PER_PERIOD -> {
                Set<K> all = new HashSet<>();
                days.values().forEach(day -> all.addAll(day.keys()));
                yield all.size();
            }
        };
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("DailyVisitors", 1)
                .with("zone", zone.getId())
                .with(
                        "days",
                        days.keySet().stream().mapToLong(LocalDate::toEpochDay).toArray())
                .withParts("visitors", days.values());
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @param <K> the type of the keys
     * @return the summary
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static <K> DailyVisitors<K> ofStored(StoredForm form) {
        StoredFields fields = form.expect("DailyVisitors", 1, "zone", "days", "visitors");
        long[] dates = fields.sameLength("days", "visitors").wholes("days");
        List<StoredForm> visitors = fields.parts("visitors");
        TreeMap<LocalDate, UniqueVisitors<K>> days = new TreeMap<>();
        for (int i = 0; i < dates.length; i++) {
            UniqueVisitors<K> seen = UniqueVisitors.ofStored(visitors.get(i));
            if (seen.count() == 0 || days.put(date(dates[i]), seen) != null) {
                throw new IllegalArgumentException(
                        "days of stored DailyVisitors must be distinct and have visitors, got " + dates[i]);
            }
        }
        return new DailyVisitors<>(fields.parsed("zone", ZoneId::of), days);
    }

    private static LocalDate date(long epochDay) {
        try {
            return LocalDate.ofEpochDay(epochDay);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("days of stored DailyVisitors must be days, got " + epochDay, e);
        }
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    /**
     * Returns those of both together.
     *
     * @param other what else was seen
     * @return the sum
     * @throws IllegalArgumentException if the other has another zone
     */
    @Override
    public DailyVisitors<K> plus(DailyVisitors<K> other) {
        if (!zone.equals(other.zone)) {
            throw new IllegalArgumentException("other must have days of zone " + zone + ", got " + other.zone);
        }
        TreeMap<LocalDate, UniqueVisitors<K>> joined = new TreeMap<>(days);
        other.days.forEach((date, visitors) -> joined.merge(date, visitors, UniqueVisitors::plus));
        return new DailyVisitors<>(zone, joined);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DailyVisitors<?> that && zone.equals(that.zone) && days.equals(that.days);
    }

    @Override
    public int hashCode() {
        return 31 * zone.hashCode() + days.hashCode();
    }

    /**
     * Returns the counts under both rules.
     *
     * @return such as {@code DailyVisitors[2 days in Z: 3 per day, 2 per period]}
     */
    @Override
    public String toString() {
        return "DailyVisitors[" + days.size() + " days in " + zone + ": " + count(Uniqueness.PER_DAY) + " per day, "
                + count(Uniqueness.PER_PERIOD) + " per period]";
    }

    private record DailyVisitorsAggregation<T, K>(
            ZoneId zone,
            SerializableFunction<? super T, ? extends K> visitor,
            SerializableFunction<? super T, Instant> at)
            implements Aggregation<T, TreeMap<LocalDate, Set<K>>, DailyVisitors<K>> {

        @Override
        public TreeMap<LocalDate, Set<K>> zero() {
            return new TreeMap<>();
        }

        @Override
        public TreeMap<LocalDate, Set<K>> add(TreeMap<LocalDate, Set<K>> state, T input) {
            LocalDate date = at.apply(input).atZone(zone).toLocalDate();
            state.computeIfAbsent(date, day -> new HashSet<>()).add(requireNonNull(visitor.apply(input), "visitor"));
            return state;
        }

        @Override
        public TreeMap<LocalDate, Set<K>> merge(TreeMap<LocalDate, Set<K>> left, TreeMap<LocalDate, Set<K>> right) {
            right.forEach((date, keys) ->
                    left.computeIfAbsent(date, day -> new HashSet<>()).addAll(keys));
            return left;
        }

        @Override
        public DailyVisitors<K> finish(TreeMap<LocalDate, Set<K>> state) {
            TreeMap<LocalDate, UniqueVisitors<K>> days = new TreeMap<>();
            state.forEach((date, keys) -> days.put(date, UniqueVisitors.copyOf(keys)));
            return new DailyVisitors<>(zone, days);
        }
    }
}

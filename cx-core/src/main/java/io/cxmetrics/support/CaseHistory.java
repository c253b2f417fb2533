package io.cxmetrics.support;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.SerializableFunction;
import io.cxmetrics.StoredForm;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The events of one case in the order of time: rows of a log that each say to which case they belong and when they
 * happened.
 *
 * <p>It answers when the case began, when something was done first or last, and what a column said first or latest. The
 * order of the rows in the file does not matter; of rows at one instant the later in the file is the later, unless
 * {@link #newestFirst} says otherwise.
 *
 * <p><b>Blank values.</b> A row whose column is null sets nothing: the first and the latest value are of rows that have
 * one.
 *
 * <p>Immutable and thread-safe if the events are.
 *
 * <pre>{@code
 * record Row(String ticket, Instant at, String activity, String priority) {}
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * List<Row> rows = List.of(
 *         new Row("7", noon.plusSeconds(7200), "resolved", "urgent"),
 *         new Row("7", noon, "created", "normal"),
 *         new Row("7", noon.plusSeconds(3600), "resolved", "urgent"));
 * CaseHistory<Row> seven = CaseHistory.byCase(rows, Row::ticket, Row::at, Instant.MAX).get("7");
 * seven.start(); // 2026-03-02T12:00:00Z
 * seven.firstAt(row -> row.activity().equals("resolved")); // Optional[2026-03-02T13:00:00Z]
 * seven.lastAt(row -> row.activity().equals("resolved")); // Optional[2026-03-02T14:00:00Z]
 * seven.firstValue(Row::priority); // Optional[normal]
 * seven.latestValue(Row::priority); // Optional[urgent]
 * TimeToResolution firstResolved = Stream.of(seven)
 *         .collect(TimeToResolution.toTimeToResolution(
 *                 CaseHistory::start,
 *                 history -> history.firstAt(row -> row.activity().equals("resolved")).orElse(null),
 *                 Instant.parse("2026-04-01T00:00:00Z")));
 * firstResolved.mean(java.time.temporal.ChronoUnit.HOURS); // 1.0
 * }</pre>
 *
 * @param <E> the type of the events
 * @since 0.1
 */
public final class CaseHistory<E> implements Serializable {

    private static final long serialVersionUID = 1;

    private final List<E> events;
    private final SerializableFunction<? super E, Instant> at;

    private CaseHistory(List<E> events, SerializableFunction<? super E, Instant> at) {
        this.events = events;
        this.at = at;
    }

    /**
     * Returns the histories of all cases.
     *
     * @param events the events of all cases, in any order
     * @param caseOf gives the case of an event, not null
     * @param at gives when an event happened, not null
     * @param observedUntil until when events are known, excluded; later ones count nowhere
     * @param <E> the type of the events
     * @param <K> the type of the cases
     * @return the histories by case, in the order in which cases are first named; unmodifiable
     */
    public static <E, K> Map<K, CaseHistory<E>> byCase(
            Collection<E> events,
            Function<? super E, ? extends K> caseOf,
            SerializableFunction<? super E, Instant> at,
            Instant observedUntil) {
        requireNonNull(observedUntil, "observedUntil");
        Map<K, List<E>> byCase = new LinkedHashMap<>();
        for (E event : events) {
            if (at.apply(event).isBefore(observedUntil)) {
                byCase.computeIfAbsent(requireNonNull(caseOf.apply(event), "case"), named -> new ArrayList<>())
                        .add(event);
            }
        }
        Map<K, CaseHistory<E>> histories = new LinkedHashMap<>();
        byCase.forEach((named, rows) -> {
            rows.sort(Comparator.comparing(at)); // stable
            histories.put(named, new CaseHistory<>(List.copyOf(rows), at));
        });
        return Collections.unmodifiableMap(histories);
    }

    /**
     * Returns events in reversed order, for {@link #byCase}: a log that was written newest first has the later of two
     * events at one instant before the other.
     *
     * @param events the events, newest first
     * @param <E> the type of the events
     * @return the events, oldest first
     */
    public static <E> List<E> newestFirst(Collection<E> events) {
        List<E> reversed = new ArrayList<>(events);
        Collections.reverse(reversed);
        return Collections.unmodifiableList(reversed);
    }

    /**
     * Returns the events.
     *
     * @return the events in the order of time, at least one; unmodifiable
     */
    public List<E> events() {
        return events;
    }

    /**
     * Returns when the case began.
     *
     * @return when its first event happened
     */
    public Instant start() {
        return at.apply(events.get(0));
    }

    /**
     * Returns when something happened first.
     *
     * @param activity what
     * @return when; empty if it did not happen
     */
    public Optional<Instant> firstAt(Predicate<? super E> activity) {
        return events.stream().filter(activity).findFirst().map(at);
    }

    /**
     * Returns when something happened last.
     *
     * @param activity what
     * @return when; empty if it did not happen
     */
    public Optional<Instant> lastAt(Predicate<? super E> activity) {
        return events.stream().filter(activity).reduce((one, later) -> later).map(at);
    }

    /**
     * Returns the first value of a column.
     *
     * @param column gives the value of an event; null if it has none
     * @param <V> the type of the values
     * @return the value of the first event that has one; empty if none has
     */
    public <V> Optional<V> firstValue(Function<? super E, ? extends @Nullable V> column) {
        for (E event : events) {
            V value = column.apply(event);
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the latest value of a column.
     *
     * @param column gives the value of an event; null if it has none
     * @param <V> the type of the values
     * @return the value of the last event that has one; empty if none has
     */
    public <V> Optional<V> latestValue(Function<? super E, ? extends @Nullable V> column) {
        for (int i = events.size() - 1; i >= 0; i--) {
            V value = column.apply(events.get(i));
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the start and the number of events.
     *
     * @return such as {@code CaseHistory[since 2026-03-02T12:00:00Z, 3 events]}
     */
    @Override
    public String toString() {
        return "CaseHistory[since " + start() + ", " + events.size() + " events]";
    }

    @SuppressWarnings("unchecked") // it is asked for the events it was given with
    private Object writeReplace() {
        return new Written(List.<Object>copyOf(events), (SerializableFunction<Object, Instant>) at);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    /** What travels: it is read back through the checks. */
    private record Written(List<Object> events, SerializableFunction<Object, Instant> at) implements Serializable {

        private Object readResolve() {
            if (events.isEmpty()) {
                throw new IllegalArgumentException("events must not be empty");
            }
            List<Object> sorted = new ArrayList<>(events);
            sorted.sort(Comparator.comparing(at)); // stable
            return new CaseHistory<>(List.copyOf(sorted), at);
        }
    }
}

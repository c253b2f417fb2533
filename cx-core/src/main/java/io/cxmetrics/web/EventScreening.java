package io.cxmetrics.web;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.SerializableFunction;
import io.cxmetrics.SerializablePredicate;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows into events, and counts the rows that are none by reason.
 *
 * <p>Events and {@linkplain ScreenedEvents#leftOut() what is left out} add up to the rows. A row is left out under the
 * first reason that holds, in the order of {@link Reason}; the function that makes the event is asked only of rows that
 * name a visitor and a time.
 *
 * <p>Immutable and thread-safe; serializable if its functions are.
 *
 * <pre>{@code
 * record Row(String visitor, Instant at, String page) {}
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * EventScreening<Row, String> screening = EventScreening.of(
 *         Row::visitor, Row::at, row -> WebEvent.pageView(row.visitor(), row.at(), row.page()));
 * ScreenedEvents<String> screened = screening.withObservedUntil(noon.plusSeconds(60)).screen(List.of(
 *         new Row("ann", noon, "/"), new Row("", noon, "/"), new Row("bob", noon.plusSeconds(60), "/")));
 * screened.events().size(); // 1
 * screened.leftOut(); // {NO_VISITOR=1, NOT_OBSERVED=1}
 * screened.total(); // 3
 * }</pre>
 *
 * @param <T> the type of the rows
 * @param <V> the type of the keys of visitors
 * @since 0.1
 */
public final class EventScreening<T, V> implements Serializable {

    private static final long serialVersionUID = 1;

    /** Why a row is no event that counts. */
    public enum Reason {
        /** It names no visitor. */
        NO_VISITOR,

        /** It has no time, or one that cannot be read. */
        NO_TIME,

        /** It is at the end of observation or later. */
        NOT_OBSERVED,

        /** The caller calls it that of a bot. */
        BOT,

        /** A ping with a negative value, or a scroll outside of [0, 1000]. */
        INVALID_VALUE
    }

    private static final long DEEPEST = 1000;

    private final SerializableFunction<? super T, ? extends @Nullable V> visitor;
    private final SerializableFunction<? super T, @Nullable Instant> at;
    private final SerializableFunction<? super T, WebEvent<V>> event;
    private final SerializablePredicate<? super T> bots;
    private final @Nullable Instant observedUntil;

    private EventScreening(
            SerializableFunction<? super T, ? extends @Nullable V> visitor,
            SerializableFunction<? super T, @Nullable Instant> at,
            SerializableFunction<? super T, WebEvent<V>> event,
            SerializablePredicate<? super T> bots,
            @Nullable Instant observedUntil) {
        this.visitor = requireNonNull(visitor, "visitor");
        this.at = requireNonNull(at, "at");
        this.event = requireNonNull(event, "event");
        this.bots = requireNonNull(bots, "bots");
        this.observedUntil = observedUntil;
    }

    /**
     * Returns a screening that knows no bots and no end of observation.
     *
     * @param visitor gives the visitor of a row; null or an empty text if it names none
     * @param at gives the time of a row; null if there is none
     * @param event makes the event of a row that has both
     * @param <T> the type of the rows
     * @param <V> the type of the keys of visitors
     * @return the screening
     */
    public static <T, V> EventScreening<T, V> of(
            SerializableFunction<? super T, ? extends @Nullable V> visitor,
            SerializableFunction<? super T, @Nullable Instant> at,
            SerializableFunction<? super T, WebEvent<V>> event) {
        return new EventScreening<>(visitor, at, event, row -> false, null);
    }

    /**
     * Returns this screening with a test for bots.
     *
     * @param test tells whether a row is that of a bot
     * @return the screening
     */
    public EventScreening<T, V> withBots(SerializablePredicate<? super T> test) {
        return new EventScreening<>(visitor, at, event, test, observedUntil);
    }

    /**
     * Returns this screening with an end of observation.
     *
     * @param newObservedUntil the first instant at which nothing counts any more
     * @return the screening
     */
    public EventScreening<T, V> withObservedUntil(Instant newObservedUntil) {
        return new EventScreening<>(visitor, at, event, bots, requireNonNull(newObservedUntil, "newObservedUntil"));
    }

    /**
     * Screens rows.
     *
     * @param rows the rows
     * @return the events in the order of the rows, and how many rows were left out for which reason
     */
    public ScreenedEvents<V> screen(Collection<? extends T> rows) {
        List<WebEvent<V>> events = new ArrayList<>(rows.size());
        Map<Reason, Long> leftOut = new EnumMap<>(Reason.class);
        for (T row : rows) {
            Optional<Reason> reason = reason(row);
            if (reason.isEmpty()) {
                WebEvent<V> found = event.apply(row);
                reason = isValid(found) ? reason : Optional.of(Reason.INVALID_VALUE);
                reason.ifPresentOrElse(any -> {}, () -> events.add(found));
            }
            reason.ifPresent(why -> leftOut.merge(why, 1L, Long::sum));
        }
        return new ScreenedEvents<>(events, leftOut);
    }

    private Optional<Reason> reason(T row) {
        V key = visitor.apply(row);
        if (key == null || "".equals(key)) {
            return Optional.of(Reason.NO_VISITOR);
        }
        Instant time = at.apply(row);
        if (time == null) {
            return Optional.of(Reason.NO_TIME);
        }
        if (observedUntil != null && !time.isBefore(observedUntil)) {
            return Optional.of(Reason.NOT_OBSERVED);
        }
        return bots.test(row) ? Optional.of(Reason.BOT) : Optional.empty();
    }

    private static boolean isValid(WebEvent<?> found) {
        return switch (found.kind()) {
            case PING -> found.value() >= 0;
            case SCROLL -> found.value() >= 0 && found.value() <= DEEPEST;
            default -> true;
        };
    }
}

package io.cxmetrics.web.visitor;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.StoredForm;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session that began.
 *
 * <p>Immutable and thread-safe; serializable if the key is.
 *
 * @param <K> the type of the keys of visitors
 * @since 0.1
 */
public final class Arrival<K> implements Serializable {

    private static final long serialVersionUID = 1;

    private final @Nullable K visitor;
    private final Instant at;

    private Arrival(@Nullable K visitor, Instant at) {
        this.visitor = visitor;
        this.at = requireNonNull(at, "at");
    }

    /**
     * Returns the session of a known visitor.
     *
     * @param visitor whose session it is
     * @param at when it began; rounded down to the millisecond
     * @param <K> the type of the keys
     * @return the arrival
     */
    public static <K> Arrival<K> of(K visitor, Instant at) {
        return new Arrival<>(requireNonNull(visitor, "visitor"), at);
    }

    /**
     * Returns a session that nothing tells from those of others, such as one without consent to cookies.
     *
     * @param at when it began; rounded down to the millisecond
     * @param <K> the type of the keys
     * @return the arrival
     */
    public static <K> Arrival<K> anonymous(Instant at) {
        return new Arrival<>(null, at);
    }

    /**
     * Returns whose session it is.
     *
     * @return the visitor; empty if nobody knows
     */
    public Optional<K> visitor() {
        return Optional.ofNullable(visitor);
    }

    /**
     * Returns when it began.
     *
     * @return the instant
     */
    public Instant at() {
        return at;
    }

    private Object writeReplace() {
        return new Written(visitor, at);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    /** What travels: it is read back through the checks. */
    private record Written(@Nullable Object visitor, Instant at) implements Serializable {

        private Object readResolve() {
            return new Arrival<>(visitor, at);
        }
    }
}

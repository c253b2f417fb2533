package io.cxmetrics.input;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * Why a row was left out, or could not be taken for a row. Reasons with equal keys are one reason; they sort by their
 * key.
 *
 * @param key the name in reports, such as {@code invalid_created}
 * @param kind what sort of reason it is
 * @since 0.1
 */
public record Reason(String key, Kind kind) implements Comparable<Reason>, Serializable {

    /** The row does not pass the filter that was asked for. */
    public static final Reason FILTERED = new Reason("filtered", Kind.FILTERED);

    /** The sorts of reasons. */
    public enum Kind {
        /** The row does not pass a filter; nobody reads its fields. */
        FILTERED,
        /** The caller asked to leave it out: a code that stands for no answer. */
        CHOSEN,
        /** A field that the answer needs is blank. */
        BLANK,
        /** A field holds what cannot be read. */
        INVALID,
        /** The line is no row of the table. */
        MALFORMED
    }

    /** Checks the parts. */
    public Reason {
        requireNonNull(key, "key");
        requireNonNull(kind, "kind");
        if (key.isBlank()) {
            throw new IllegalArgumentException("key must not be blank");
        }
    }

    /**
     * Returns the reason for a blank field.
     *
     * @param role what the column means, such as {@code created}
     * @return {@code no_created}
     */
    public static Reason blank(String role) {
        return new Reason("no_" + role, Kind.BLANK);
    }

    /**
     * Returns the reason for a field that cannot be read.
     *
     * @param role what the column means, such as {@code created}
     * @return {@code invalid_created}
     */
    public static Reason invalid(String role) {
        return new Reason("invalid_" + role, Kind.INVALID);
    }

    @Override
    public int compareTo(Reason other) {
        int byKey = key.compareTo(other.key);
        return byKey != 0 ? byKey : kind.compareTo(other.kind);
    }

    @Override
    public String toString() {
        return key;
    }
}

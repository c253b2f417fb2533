package io.cxmetrics.retention.activity;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * One thing that somebody did: a purchase, a login, a visit.
 *
 * @param actor who did it
 * @param at when; finer than a millisecond is taken down
 * @param amount what it was worth in minor units, such as cents; negative for a refund, 0 where activity has no worth
 * @param <K> the type of the keys of actors
 */
public record Activity<K>(K actor, Instant at, long amount) implements Serializable {

    /** Checks that nothing is missing. */
    public Activity {
        requireNonNull(actor, "actor");
        requireNonNull(at, "at");
    }

    /**
     * Returns something that is worth nothing by itself, such as a visit.
     *
     * @param actor who did it
     * @param at when
     * @param <K> the type of the keys
     * @return the activity
     */
    public static <K> Activity<K> of(K actor, Instant at) {
        return new Activity<>(actor, at, 0);
    }

    /**
     * Returns something with an amount, such as a purchase.
     *
     * @param actor who did it
     * @param at when
     * @param amount what it was worth in minor units, negative for a refund
     * @param <K> the type of the keys
     * @return the activity
     */
    public static <K> Activity<K> of(K actor, Instant at, long amount) {
        return new Activity<>(actor, at, amount);
    }

    /**
     * Returns something of which only the date is known. It is set to the start of the day in UTC: ask for days in
     * {@link ZoneOffset#UTC} then.
     *
     * @param actor who did it
     * @param date when
     * @param amount what it was worth in minor units
     * @param <K> the type of the keys
     * @return the activity
     */
    public static <K> Activity<K> on(K actor, LocalDate date, long amount) {
        return new Activity<>(actor, date.atStartOfDay(ZoneOffset.UTC).toInstant(), amount);
    }
}

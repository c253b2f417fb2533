package io.cxmetrics.retention.activity;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.MoneyUnit;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an actor did: a purchase, a login, a visit. Its amount is in whole minor units, such as cents.
 *
 * @param actor who did it
 * @param at when; rounded down to the millisecond
 * @param amount what it was worth in minor units; negative for a refund, 0 where activity has no worth
 * @param unit the unit of the amount; null where there is none, which goes with any other unit
 * @param <K> the type of the keys of actors
 * @since 0.1
 */
public record Activity<K>(
        K actor, Instant at, long amount, @Nullable MoneyUnit unit) implements Serializable {

    /**
     * Checks that nothing is missing.
     *
     * @throws IllegalArgumentException if there is an amount without a unit
     */
    public Activity {
        requireNonNull(actor, "actor");
        requireNonNull(at, "at");
        if (unit == null && amount != 0) {
            throw new IllegalArgumentException("unit must be given with an amount, got none with " + amount);
        }
    }

    /**
     * Returns an activity that is worth nothing by itself, such as a visit.
     *
     * @param actor who did it
     * @param at when
     * @param <K> the type of the keys
     * @return the activity
     */
    public static <K> Activity<K> of(K actor, Instant at) {
        return new Activity<>(actor, at, 0, null);
    }

    /**
     * Returns an activity with an amount in {@link MoneyUnit#CENTS}, such as a purchase.
     *
     * @param actor who did it
     * @param at when
     * @param amount what it was worth in minor units, negative for a refund
     * @param <K> the type of the keys
     * @return the activity; one of amount 0 has no unit
     */
    public static <K> Activity<K> of(K actor, Instant at, long amount) {
        return new Activity<>(actor, at, amount, amount == 0 ? null : MoneyUnit.CENTS);
    }

    /**
     * Returns an activity with an amount, such as a purchase.
     *
     * @param actor who did it
     * @param at when
     * @param amount what it was worth in minor units, negative for a refund
     * @param unit the unit of the amount
     * @param <K> the type of the keys
     * @return the activity
     */
    public static <K> Activity<K> of(K actor, Instant at, long amount, MoneyUnit unit) {
        return new Activity<>(actor, at, amount, requireNonNull(unit, "unit"));
    }

    /**
     * Returns an activity of which only the date is known. It is set to the start of the day in UTC: ask for days in
     * {@link ZoneOffset#UTC} then.
     *
     * @param actor who did it
     * @param date when
     * @param amount what it was worth in minor units, in {@link MoneyUnit#CENTS}
     * @param <K> the type of the keys
     * @return the activity; one of amount 0 has no unit
     */
    public static <K> Activity<K> on(K actor, LocalDate date, long amount) {
        return of(actor, date.atStartOfDay(ZoneOffset.UTC).toInstant(), amount);
    }
}

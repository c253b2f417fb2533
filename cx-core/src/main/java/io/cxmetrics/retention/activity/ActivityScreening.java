package io.cxmetrics.retention.activity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.StoredForm;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lenient way from activities to a log: what cannot be used is left out and counted by reason.
 *
 * <p>An activity in another unit of money is left out whole. Where activity without regard to money is asked, collect
 * it without amounts instead: an actor who only ever paid in another currency has been active all the same.
 *
 * <p>Immutable and thread-safe. Serializable if the known actors are.
 *
 * <pre>{@code
 * Instant monday = Instant.parse("2026-03-02T09:00:00Z");
 * ActivityScreening screening = ActivityScreening.in(MoneyUnit.of("EUR")).withObservedUntil(monday.plusSeconds(60));
 * ScreenedActivities<String> screened = screening.screen(List.of(
 *         Activity.of("ann", monday, 100, MoneyUnit.of("EUR")),
 *         Activity.of("ann", monday, 5000, MoneyUnit.of("JPY")),
 *         Activity.of("bob", monday.plusSeconds(60))));
 * screened.log(); // ActivityLog[1 activities of 1 actors]
 * screened.leftOut(); // {NOT_OBSERVED=1, OTHER_CURRENCY=1}
 * }</pre>
 *
 * @since 0.1
 */
public final class ActivityScreening implements Serializable {

    private static final long serialVersionUID = 1;

    private final MoneyUnit unit;
    private final @Nullable Set<?> known;
    private final @Nullable Instant observedUntil;

    private ActivityScreening(MoneyUnit unit, @Nullable Set<?> known, @Nullable Instant observedUntil) {
        this.unit = requireNonNull(unit, "unit");
        this.known = known;
        this.observedUntil = observedUntil;
    }

    /**
     * Returns a screening that keeps the amounts of one unit, and activities without an amount.
     *
     * @param unit the unit of money
     * @return the screening
     */
    public static ActivityScreening in(MoneyUnit unit) {
        return new ActivityScreening(unit, null, null);
    }

    /**
     * Returns this screening for certain actors only, such as those of the customer table.
     *
     * @param actors the known actors; others are left out
     * @return the screening
     */
    public ActivityScreening withActors(Set<?> actors) {
        return new ActivityScreening(unit, ImmutableSet.copyOf(actors), observedUntil);
    }

    /**
     * Returns this screening with an end of observation.
     *
     * @param end the instant at which observation ends; what is not before it is left out
     * @return the screening
     */
    public ActivityScreening withObservedUntil(Instant end) {
        return new ActivityScreening(unit, known, requireNonNull(end, "end"));
    }

    /**
     * Screens activities.
     *
     * @param activities the activities, in any order
     * @param <K> the type of the keys of actors
     * @return the log of those that can be used, and how many were left out by reason
     */
    public <K> ScreenedActivities<K> screen(Collection<Activity<K>> activities) {
        Map<ActivityFlaw, Long> leftOut = new EnumMap<>(ActivityFlaw.class);
        ActivityBuffer<K> kept = new ActivityBuffer<>();
        for (Activity<K> activity : activities) {
            ActivityFlaw flaw = flaw(activity);
            if (flaw == null) {
                kept.add(activity);
            } else {
                leftOut.merge(flaw, 1L, Math::addExact);
            }
        }
        return new ScreenedActivities<>(kept.finish(), leftOut);
    }

    private @Nullable ActivityFlaw flaw(Activity<?> activity) {
        if (known != null && !known.contains(activity.actor())) {
            return ActivityFlaw.UNKNOWN_ACTOR;
        }
        if (observedUntil != null && !activity.at().isBefore(observedUntil)) {
            return ActivityFlaw.NOT_OBSERVED;
        }
        return activity.unit() == null || activity.unit().equals(unit) ? null : ActivityFlaw.OTHER_CURRENCY;
    }

    private Object writeReplace() {
        return new Written(unit, known == null ? null : List.copyOf(known), observedUntil);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    /** What travels: it is read back through the checks. */
    private record Written(
            MoneyUnit unit,
            @Nullable List<Object> known,
            @Nullable Instant observedUntil) implements Serializable {

        private Object readResolve() {
            return new ActivityScreening(unit, known == null ? null : ImmutableSet.copyOf(known), observedUntil);
        }
    }
}

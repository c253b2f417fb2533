package io.cxmetrics.retention.activity;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Days;
import io.cxmetrics.stat.Proportion;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collector;

/**
 * How many actors are in each state of their lifecycle on a day.
 *
 * <p><b>Definition.</b> With d days since an actor was last active and, if that is today, e days since the time before:
 *
 * <ul>
 *   <li>d = 0: new without a time before, current for e in [1, 6], reactivated for e in [7, 29], resurrected for e from
 *   30 on;
 *   <li>d in [1, 6]: at risk (weekly); d in [7, 29]: at risk (monthly); d from 30 on: dormant.
 * </ul>
 *
 * <p>{@link LifecycleDefinition} changes the 7 and the 30. The states add up to all actors seen by that day, and daily,
 * weekly and monthly active users are sums of them. Activity after the day does not count.
 *
 * <p><b>Adding up.</b> Lifecycles of different actors on the same day add up.
 *
 * <p>Source: E. Gustafson, "Meaningful metrics: how data sharpened the focus of product teams", Duolingo, 2023.
 *
 * <p>Immutable and thread-safe. The logarithm of the activities of each actor.
 *
 * <pre>{@code
 * ActivityLog<String> log = ActivityLog.of(List.of(
 *         Activity.on("ann", LocalDate.of(2026, 3, 1), 0),
 *         Activity.on("ann", LocalDate.of(2026, 3, 9), 0),
 *         Activity.on("bob", LocalDate.of(2026, 3, 7), 0)));
 * Lifecycle monday = Lifecycle.of(log, ZoneOffset.UTC, LocalDate.of(2026, 3, 9));
 * monday.count(LifecycleState.REACTIVATED); // 1
 * monday.weeklyActive(); // 2
 * monday.share(LifecycleState.AT_RISK_WEEKLY); // 1 of 2 (0.5)
 * }</pre>
 *
 * @since 0.1
 */
@SuppressWarnings("EnumOrdinal") // the counts stand in the order of the states, which the stored form names
public final class Lifecycle implements Summary<Lifecycle> {

    private static final long serialVersionUID = 1;

    /** Nobody. */
    public static final Lifecycle EMPTY = ofCounts(Map.of());

    /** By the number of the state. */
    private final long[] counts;

    private Lifecycle(long[] counts) {
        for (LifecycleState state : LifecycleState.values()) {
            Checks.notNegative(name(state), counts[state.ordinal()]);
        }
        this.counts = counts;
    }

    private static String name(LifecycleState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the lifecycle by counts.
     *
     * @param counts how many actors are in each state; a state that is not there has none
     * @return the lifecycle
     * @throws IllegalArgumentException if a count is negative
     */
    public static Lifecycle ofCounts(Map<LifecycleState, Long> counts) {
        long[] byState = new long[LifecycleState.values().length];
        counts.forEach((state, count) -> byState[state.ordinal()] = count);
        return new Lifecycle(byState);
    }

    /**
     * Returns the lifecycle on a day, with a week of 7 and a month of 30 days.
     *
     * @param log who did what
     * @param zone whose calendar counts
     * @param observedThrough the day, the last that is known
     * @return the counts
     */
    public static Lifecycle of(ActivityLog<?> log, ZoneId zone, LocalDate observedThrough) {
        return of(log, LifecycleDefinition.STANDARD, zone, observedThrough);
    }

    /**
     * Returns the lifecycle on a day.
     *
     * @param log who did what
     * @param definition how long a week and a month are
     * @param zone whose calendar counts
     * @param observedThrough the day, the last that is known
     * @return the counts
     */
    public static Lifecycle of(
            ActivityLog<?> log, LifecycleDefinition definition, ZoneId zone, LocalDate observedThrough) {
        return log.histories().values().stream().collect(toLifecycle(definition, zone, observedThrough));
    }

    /**
     * Folds whole histories, each of another actor, into a lifecycle, for engines that keep the histories themselves.
     *
     * @param definition how long a week and a month are
     * @param zone whose calendar counts
     * @param observedThrough the day, the last that is known
     * @return the aggregation
     */
    public static Aggregation<ActorHistory, long[], Lifecycle> aggregation(
            LifecycleDefinition definition, ZoneId zone, LocalDate observedThrough) {
        return new LifecycleAggregation(
                requireNonNull(observedThrough, "observedThrough"),
                requireNonNull(zone, "zone"),
                requireNonNull(definition, "definition"));
    }

    /**
     * Returns a collector of whole histories, each of another actor.
     *
     * @param definition how long a week and a month are
     * @param zone whose calendar counts
     * @param observedThrough the day, the last that is known
     * @return the collector
     */
    public static Collector<ActorHistory, ?, Lifecycle> toLifecycle(
            LifecycleDefinition definition, ZoneId zone, LocalDate observedThrough) {
        return aggregation(definition, zone, observedThrough).toCollector();
    }

    /**
     * Returns how many are in a state.
     *
     * @param state the state
     * @return the count
     */
    public long count(LifecycleState state) {
        return counts[state.ordinal()];
    }

    /**
     * Returns the share of a state.
     *
     * @param state the state
     * @return its count out of all; undefined if there is nobody
     */
    public Proportion share(LifecycleState state) {
        return Proportion.of(count(state), count());
    }

    /**
     * Returns how many are active today.
     *
     * @return new + current + reactivated + resurrected
     */
    public long dailyActive() {
        return sum(LifecycleState.RESURRECTED);
    }

    /**
     * Returns how many are active in the week that ends today.
     *
     * @return daily active + at risk (weekly)
     */
    public long weeklyActive() {
        return sum(LifecycleState.AT_RISK_WEEKLY);
    }

    /**
     * Returns how many are active in the month that ends today.
     *
     * @return weekly active + at risk (monthly)
     */
    public long monthlyActive() {
        return sum(LifecycleState.AT_RISK_MONTHLY);
    }

    /**
     * Returns how many actors were ever active up to today.
     *
     * @return monthly active + dormant
     */
    public long count() {
        return sum(LifecycleState.DORMANT);
    }

    /** States are in the order of how long ago the last activity was. */
    private long sum(LifecycleState last) {
        long sum = 0;
        for (int state = 0; state <= last.ordinal(); state++) {
            sum = Math.addExact(sum, counts[state]);
        }
        return sum;
    }

    @Override
    public Lifecycle plus(Lifecycle other) {
        return new Lifecycle(added(counts.clone(), other.counts));
    }

    private static long[] added(long[] left, long[] right) {
        Arrays.setAll(left, state -> Math.addExact(left[state], right[state]));
        return left;
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("Lifecycle", 1).with("counts", counts);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the lifecycle
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static Lifecycle ofStored(StoredForm form) {
        StoredFields fields = form.expect("Lifecycle", 1, "counts");
        long[] counts = fields.wholes("counts");
        if (counts.length != LifecycleState.values().length) {
            throw new IllegalArgumentException(
                    "counts must be of " + LifecycleState.values().length + " states, got " + counts.length);
        }
        return new Lifecycle(counts);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lifecycle that && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    /**
     * Returns the count of each state.
     *
     * @return such as
     *     {@code Lifecycle[new=1, current=0, reactivated=2, resurrected=0, at_risk_weekly=4, at_risk_monthly=0,
     *     dormant=9]}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Lifecycle[");
        for (LifecycleState state : LifecycleState.values()) {
            text.append(state.ordinal() == 0 ? "" : ", ")
                    .append(name(state))
                    .append('=')
                    .append(count(state));
        }
        return text.append(']').toString();
    }

    private record LifecycleAggregation(LocalDate day, ZoneId zone, LifecycleDefinition definition)
            implements Aggregation<ActorHistory, long[], Lifecycle> {

        @Override
        public long[] zero() {
            return new long[LifecycleState.values().length];
        }

        @Override
        public long[] add(long[] state, ActorHistory history) {
            int seen = history.countBefore(Days.end(day, zone));
            if (seen > 0) {
                int earlier = history.countBefore(Days.start(day, zone));
                LifecycleState is;
                if (earlier == seen) {
                    is = definition.state(daysAgo(history, seen - 1), 0);
                } else if (earlier == 0) {
                    is = LifecycleState.NEW;
                } else {
                    is = definition.state(0, daysAgo(history, earlier - 1));
                }
                state[is.ordinal()]++;
            }
            return state;
        }

        private long daysAgo(ActorHistory history, int index) {
            return day.toEpochDay() - history.day(index, zone);
        }

        @Override
        public long[] merge(long[] left, long[] right) {
            return added(left, right);
        }

        @Override
        public Lifecycle finish(long[] state) {
            return new Lifecycle(state.clone());
        }
    }
}

package io.cxmetrics.retention.activity;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Days;
import io.cxmetrics.stat.Proportion;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collector;

/**
 * In which state of their lifecycle the actors are on a day.
 *
 * <p><b>Definition.</b> With d days since an actor was last active and, if that is today, e days since the time before:
 *
 * <ul>
 *   <li>d = 0: new without a time before, current for e in [1, 6], reactivated for e in [7, 29], resurrected for e from 30 on;
 *   <li>d in [1, 6]: at risk (weekly); d in [7, 29]: at risk (monthly); d from 30 on: dormant.
 * </ul>
 *
 * <p>{@link LifecycleRule} changes the 7 and the 30. The states add up to all actors seen by that day, and daily, weekly and
 * monthly active users are sums of them. Activity after the day does not count.
 *
 * <p><b>Adding up.</b> Lifecycles of different actors on the same day add up.
 *
 * <p>Source: E. Gustafson, "Meaningful metrics: how data sharpened the focus of product teams", Duolingo, 2023.
 *
 * <p>Immutable and thread-safe. The logarithm of the activities of each actor.
 *
 * <pre>{@code
 * ActivityLog<String> log = Stream.of(
 *         Activity.on("ann", LocalDate.of(2026, 3, 1), 0),
 *         Activity.on("ann", LocalDate.of(2026, 3, 9), 0),
 *         Activity.on("bob", LocalDate.of(2026, 3, 7), 0))
 *     .collect(ActivityLog.toActivityLog());
 * Lifecycle monday = Lifecycle.of(log, LocalDate.of(2026, 3, 9), ZoneOffset.UTC);
 * monday.reactivated(); // 1
 * monday.weeklyActive(); // 2
 * monday.share(LifecycleState.AT_RISK_WEEKLY); // 1 of 2 (0.5)
 * }</pre>
 *
 * @param newActors how many are {@link LifecycleState#NEW}
 * @param current how many are {@link LifecycleState#CURRENT}
 * @param reactivated how many are {@link LifecycleState#REACTIVATED}
 * @param resurrected how many are {@link LifecycleState#RESURRECTED}
 * @param atRiskWeekly how many are {@link LifecycleState#AT_RISK_WEEKLY}
 * @param atRiskMonthly how many are {@link LifecycleState#AT_RISK_MONTHLY}
 * @param dormant how many are {@link LifecycleState#DORMANT}
 */
public record Lifecycle(
        long newActors,
        long current,
        long reactivated,
        long resurrected,
        long atRiskWeekly,
        long atRiskMonthly,
        long dormant)
        implements Summary<Lifecycle> {

    /** Nobody. */
    public static final Lifecycle EMPTY = new Lifecycle(0, 0, 0, 0, 0, 0, 0);

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative
     */
    public Lifecycle {
        Checks.notNegative("newActors", newActors);
        Checks.notNegative("current", current);
        Checks.notNegative("reactivated", reactivated);
        Checks.notNegative("resurrected", resurrected);
        Checks.notNegative("atRiskWeekly", atRiskWeekly);
        Checks.notNegative("atRiskMonthly", atRiskMonthly);
        Checks.notNegative("dormant", dormant);
    }

    /**
     * Returns the lifecycle on a day, with a week of 7 and a month of 30 days.
     *
     * @param log who did what
     * @param day the day
     * @param zone whose calendar counts
     * @return the counts
     */
    public static Lifecycle of(ActivityLog<?> log, LocalDate day, ZoneId zone) {
        return of(log, day, zone, LifecycleRule.STANDARD);
    }

    /**
     * Returns the lifecycle on a day.
     *
     * @param log who did what
     * @param day the day
     * @param zone whose calendar counts
     * @param rule how long a week and a month are
     * @return the counts
     */
    public static Lifecycle of(ActivityLog<?> log, LocalDate day, ZoneId zone, LifecycleRule rule) {
        return log.histories().values().stream().collect(toLifecycle(day, zone, rule));
    }

    /**
     * Returns how whole histories, each of another actor, add up, for engines that keep the histories themselves.
     *
     * @param day the day
     * @param zone whose calendar counts
     * @param rule how long a week and a month are
     * @return the aggregation
     */
    public static Aggregation<ActorHistory, ?, Lifecycle> aggregation(LocalDate day, ZoneId zone, LifecycleRule rule) {
        return new Gather(requireNonNull(day, "day"), requireNonNull(zone, "zone"), requireNonNull(rule, "rule"));
    }

    /**
     * Returns a collector of whole histories, each of another actor.
     *
     * @param day the day
     * @param zone whose calendar counts
     * @param rule how long a week and a month are
     * @return the collector
     */
    public static Collector<ActorHistory, ?, Lifecycle> toLifecycle(LocalDate day, ZoneId zone, LifecycleRule rule) {
        return aggregation(day, zone, rule).toCollector();
    }

    /**
     * Returns how many are in a state.
     *
     * @param state the state
     * @return the count
     */
    public long count(LifecycleState state) {
        return switch (state) {
            case NEW -> newActors;
            case CURRENT -> current;
            case REACTIVATED -> reactivated;
            case RESURRECTED -> resurrected;
            case AT_RISK_WEEKLY -> atRiskWeekly;
            case AT_RISK_MONTHLY -> atRiskMonthly;
            case DORMANT -> dormant;
        };
    }

    /**
     * Returns the share of a state.
     *
     * @param state the state
     * @return its count out of all; undefined if there is nobody
     */
    public Proportion share(LifecycleState state) {
        return Proportion.of(count(state), total());
    }

    /**
     * Returns how many are active today.
     *
     * @return new + current + reactivated + resurrected
     */
    public long dailyActive() {
        return Math.addExact(Math.addExact(newActors, current), Math.addExact(reactivated, resurrected));
    }

    /**
     * Returns how many are active in the week that ends today.
     *
     * @return daily active + at risk (weekly)
     */
    public long weeklyActive() {
        return Math.addExact(dailyActive(), atRiskWeekly);
    }

    /**
     * Returns how many are active in the month that ends today.
     *
     * @return weekly active + at risk (monthly)
     */
    public long monthlyActive() {
        return Math.addExact(weeklyActive(), atRiskMonthly);
    }

    /**
     * Returns how many were ever active up to today.
     *
     * @return monthly active + dormant
     */
    public long total() {
        return Math.addExact(monthlyActive(), dormant);
    }

    @Override
    public Lifecycle plus(Lifecycle other) {
        return new Lifecycle(
                Math.addExact(newActors, other.newActors),
                Math.addExact(current, other.current),
                Math.addExact(reactivated, other.reactivated),
                Math.addExact(resurrected, other.resurrected),
                Math.addExact(atRiskWeekly, other.atRiskWeekly),
                Math.addExact(atRiskMonthly, other.atRiskMonthly),
                Math.addExact(dormant, other.dormant));
    }

    private record Gather(LocalDate day, ZoneId zone, LifecycleRule rule)
            implements Aggregation<ActorHistory, Map<LifecycleState, Long>, Lifecycle> {

        @Override
        public Map<LifecycleState, Long> zero() {
            return new EnumMap<>(LifecycleState.class);
        }

        @Override
        public Map<LifecycleState, Long> add(Map<LifecycleState, Long> state, ActorHistory history) {
            int seen = history.countBefore(Days.end(day, zone));
            if (seen > 0) {
                int earlier = history.countBefore(Days.start(day, zone));
                LifecycleState is;
                if (earlier == seen) {
                    is = rule.state(daysSince(history, seen - 1), 0);
                } else if (earlier == 0) {
                    is = LifecycleState.NEW;
                } else {
                    is = rule.state(0, daysSince(history, earlier - 1));
                }
                state.merge(is, 1L, Math::addExact);
            }
            return state;
        }

        private long daysSince(ActorHistory history, int index) {
            return day.toEpochDay() - history.day(index, zone);
        }

        @Override
        public Map<LifecycleState, Long> merge(Map<LifecycleState, Long> left, Map<LifecycleState, Long> right) {
            right.forEach((is, count) -> left.merge(is, count, Math::addExact));
            return left;
        }

        @Override
        public Lifecycle finish(Map<LifecycleState, Long> state) {
            return new Lifecycle(
                    state.getOrDefault(LifecycleState.NEW, 0L),
                    state.getOrDefault(LifecycleState.CURRENT, 0L),
                    state.getOrDefault(LifecycleState.REACTIVATED, 0L),
                    state.getOrDefault(LifecycleState.RESURRECTED, 0L),
                    state.getOrDefault(LifecycleState.AT_RISK_WEEKLY, 0L),
                    state.getOrDefault(LifecycleState.AT_RISK_MONTHLY, 0L),
                    state.getOrDefault(LifecycleState.DORMANT, 0L));
        }
    }
}

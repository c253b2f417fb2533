package io.cxmetrics.retention.activity;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Days;
import io.cxmetrics.internal.StoredMoney;
import io.cxmetrics.stat.Proportion;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The activities of all actors, each with its time and what it was worth in minor units of money: the evidence of
 * cohorts, lifecycles, active users and purchase histories.
 *
 * <p>It adds up under <i>any</i> split of the activities, also one that tears the activities of an actor apart; a
 * cohort table or a purchase history is a question asked of the whole log. Activities come in any order; equal ones
 * count as often as they are given.
 *
 * <p><b>Money.</b> All amounts are in one {@link #unit()}; a second one is refused. {@link ActivityScreening} leaves
 * activities in other units out and counts them.
 *
 * <p><b>Cost.</b> 8 to 16 bytes an activity and about 100 an actor; while it is gathered 20 bytes an activity more.
 * Adding two logs sorts the histories of the actors they share.
 *
 * <p>Immutable and thread-safe. Serializable if the keys are.
 *
 * <pre>{@code
 * Instant monday = Instant.parse("2026-03-02T09:00:00Z");
 * ActivityLog<String> log = Stream.of(Activity.of("ann", monday), Activity.of("bob", monday), Activity.of("ann",
 *         monday.plusSeconds(60)))
 *     .collect(ActivityLog.toActivityLog());
 * log; // ActivityLog[3 activities of 2 actors]
 * log.histories().get("ann").count(); // 2
 * }</pre>
 *
 * @param <K> the type of the keys of actors
 * @since 0.1
 */
public final class ActivityLog<K> implements Summary<ActivityLog<K>> {

    private static final long serialVersionUID = 1;

    private final Map<K, ActorHistory> histories;
    private final @Nullable MoneyUnit unit;
    private final long activities;

    ActivityLog(Map<K, ActorHistory> histories, @Nullable MoneyUnit unit) {
        this.histories = histories;
        this.unit = unit;
        long count = 0;
        for (ActorHistory history : histories.values()) {
            count += history.count();
        }
        this.activities = count;
    }

    /**
     * Returns the log of nothing.
     *
     * @param <K> the type of the keys
     * @return the log
     */
    public static <K> ActivityLog<K> empty() {
        return new ActivityLog<>(new HashMap<>(), null);
    }

    /**
     * Returns the log of activities.
     *
     * @param activities the activities, in any order
     * @param <K> the type of the keys
     * @return the log
     * @throws IllegalArgumentException if their amounts are in several units of money
     */
    public static <K> ActivityLog<K> of(Collection<Activity<K>> activities) {
        return activities.stream().collect(toActivityLog());
    }

    /**
     * Folds activities into a log, for streams and engines.
     *
     * @param <K> the type of the keys
     * @return the aggregation, which refuses a second unit of money
     */
    public static <K> Aggregation<Activity<K>, ?, ActivityLog<K>> aggregation() {
        return new ActivityAggregation<>();
    }

    /**
     * Returns a collector of activities.
     *
     * @param <K> the type of the keys
     * @return the collector
     */
    public static <K> Collector<Activity<K>, ?, ActivityLog<K>> toActivityLog() {
        return ActivityLog.<K>aggregation().toCollector();
    }

    /**
     * Returns a collector of one activity of each element.
     *
     * @param actor gives who did it
     * @param at gives when
     * @param amount gives what it was worth in minor units, in {@link MoneyUnit#CENTS}
     * @param <T> the type of the elements
     * @param <K> the type of the keys
     * @return the collector
     */
    public static <T, K> Collector<T, ?, ActivityLog<K>> toActivityLog(
            Function<? super T, ? extends K> actor, Function<? super T, Instant> at, ToLongFunction<? super T> amount) {
        return toActivityLog(actor, at, amount, MoneyUnit.CENTS);
    }

    /**
     * Returns a collector of one activity of each element, all of them in one unit of money.
     *
     * @param actor gives who did it
     * @param at gives when
     * @param amount gives what it was worth in minor units
     * @param unit the unit of the amounts
     * @param <T> the type of the elements
     * @param <K> the type of the keys
     * @return the collector
     */
    public static <T, K> Collector<T, ?, ActivityLog<K>> toActivityLog(
            Function<? super T, ? extends K> actor,
            Function<? super T, Instant> at,
            ToLongFunction<? super T> amount,
            MoneyUnit unit) {
        requireNonNull(actor, "actor");
        requireNonNull(at, "at");
        requireNonNull(amount, "amount");
        requireNonNull(unit, "unit");
        return Collector.of(
                ActivityBuffer<K>::new,
                (buffer, element) -> {
                    long worth = amount.applyAsLong(element);
                    buffer.add(actor.apply(element), at.apply(element), worth, worth == 0 ? null : unit);
                },
                ActivityBuffer::plus,
                ActivityBuffer::finish);
    }

    /**
     * Returns a collector of one activity without an amount of each element.
     *
     * @param actor gives who did it
     * @param at gives when
     * @param <T> the type of the elements
     * @param <K> the type of the keys
     * @return the collector
     */
    public static <T, K> Collector<T, ?, ActivityLog<K>> toActivityLog(
            Function<? super T, ? extends K> actor, Function<? super T, Instant> at) {
        return toActivityLog(actor, at, element -> 0);
    }

    /**
     * Returns the unit of all amounts.
     *
     * @return the unit; null where no activity has an amount
     */
    public @Nullable MoneyUnit unit() {
        return unit;
    }

    /**
     * Returns how many activities there are.
     *
     * @return the count
     */
    public long count() {
        return activities;
    }

    /**
     * Returns how many actors there are.
     *
     * @return the count
     */
    public long actors() {
        return histories.size();
    }

    /**
     * Returns the share of actors that has been silent for more than some days: churn where no contract ends.
     *
     * <p><b>Definition.</b> churned / seen, in [0, 1]: of all actors seen through a day, those whose last activity is
     * more than so many days before it. Later activity does not count, so that the rate of a past day is what one would
     * have said then.
     *
     * <p><b>What it is not.</b> It is a rule about silence: some of the churned come back, and some who were seen
     * lately are gone already. It counts all actors that were ever seen, so it rises with the age of the business. For
     * a rate of a period see {@link GrowthAccounting}.
     *
     * <pre>{@code
     * ActivityLog<String> log = ActivityLog.of(List.of(
     *         Activity.on("ann", LocalDate.of(2026, 3, 1), 0), Activity.on("bob", LocalDate.of(2026, 3, 7), 0)));
     * log.inactivityChurn(30, ZoneOffset.UTC, LocalDate.of(2026, 4, 1)); // 1 of 2 (0.5)
     * }</pre>
     *
     * @param days the threshold; an actor whose last activity was exactly so many days before is not churned yet
     * @param zone whose calendar counts
     * @param observedThrough the last day that is known
     * @return the churned out of all seen through the day; undefined if there are none
     * @throws IllegalArgumentException if the threshold is negative
     */
    public Proportion inactivityChurn(int days, ZoneId zone, LocalDate observedThrough) {
        Checks.notNegative("days", (long) days);
        long end = Days.end(observedThrough, zone);
        long seen = 0;
        long churned = 0;
        for (ActorHistory history : histories.values()) {
            int count = history.countBefore(end);
            if (count > 0) {
                seen++;
                churned += observedThrough.toEpochDay() - history.day(count - 1, zone) > days ? 1 : 0;
            }
        }
        return Proportion.of(churned, seen);
    }

    /**
     * Returns what each actor did.
     *
     * @return an unmodifiable map in no particular order
     */
    public Map<K, ActorHistory> histories() {
        return Collections.unmodifiableMap(histories);
    }

    /**
     * Splits the log by actor: each actor, with all of its activities, goes to one group or to none.
     *
     * <pre>{@code
     * ActivityLog<String> log = ActivityLog.of(List.of(
     *         Activity.on("ann", LocalDate.of(2026, 3, 2), 700),
     *         Activity.on("bob", LocalDate.of(2026, 3, 2), 900),
     *         Activity.on("cid", LocalDate.of(2026, 3, 3), 100)));
     * Map<String, String> country = Map.of("ann", "at", "bob", "de");
     * log.groupedBy(country::get).keySet().stream().sorted().toList(); // [at, de]
     * }</pre>
     *
     * @param group gives the group of an actor, null to leave it out
     * @param <G> the type of the groups
     * @return a new map from the groups that occur to their logs, in no particular order; the logs share their
     *     histories with this one
     */
    public <G> Map<G, ActivityLog<K>> groupedBy(Function<? super K, ? extends @Nullable G> group) {
        Map<G, Map<K, ActorHistory>> groups = new HashMap<>();
        histories.forEach((actor, history) -> {
            G of = group.apply(actor);
            if (of != null) {
                groups.computeIfAbsent(of, key -> new HashMap<>()).put(actor, history);
            }
        });
        Map<G, ActivityLog<K>> logs = new HashMap<>();
        groups.forEach((of, own) -> logs.put(of, new ActivityLog<>(own, unit)));
        return logs;
    }

    /**
     * Returns the log of both together.
     *
     * @param other more activities, of the same actors or of others
     * @return the sum
     * @throws IllegalArgumentException if the amounts of both are in different units of money
     */
    @Override
    public ActivityLog<K> plus(ActivityLog<K> other) {
        Map<K, ActorHistory> joined = new HashMap<>(histories);
        other.histories.forEach((actor, history) -> joined.merge(actor, history, ActorHistory::plus));
        return new ActivityLog<>(joined, MoneyUnit.joined(unit, other.unit));
    }

    @Override
    public StoredForm storedForm() {
        List<K> actors = new ArrayList<>();
        LongStream.Builder counts = LongStream.builder();
        LongStream.Builder times = LongStream.builder();
        LongStream.Builder amounts = LongStream.builder();
        histories.forEach((actor, history) -> {
            actors.add(actor);
            counts.add(history.count());
            for (int i = 0; i < history.count(); i++) {
                times.add(history.millis(i));
                amounts.add(history.amount(i));
            }
        });
        return StoredMoney.with(
                StoredForm.of("ActivityLog", 1)
                        .withKeys("actors", actors)
                        .with("counts", counts.build().toArray())
                        .with("times", times.build().toArray())
                        .with("amounts", amounts.build().toArray()),
                unit);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @param <K> the type of the keys
     * @return the log
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static <K> ActivityLog<K> ofStored(StoredForm form) {
        StoredFields fields = form.expect("ActivityLog", 1, "actors", "counts", "times", "amounts", "unit")
                .sameLength("actors", "counts")
                .sameLength("times", "amounts");
        MoneyUnit unit = StoredMoney.of(fields);
        List<K> actors = fields.distinctKeys("actors");
        long[] counts = fields.wholes("counts");
        long[] times = fields.wholes("times");
        long[] amounts = fields.wholes("amounts");
        StoredMoney.require(unit, amounts);
        Map<K, ActorHistory> histories = new HashMap<>();
        int at = 0;
        for (int actor = 0; actor < counts.length; actor++) {
            if (counts[actor] < 1 || counts[actor] > times.length - at) {
                throw new IllegalArgumentException("counts must be positive and add up to the times (" + times.length
                        + "), got " + counts[actor] + " at index " + actor);
            }
            int end = at + (int) counts[actor];
            long[] worth = Arrays.copyOfRange(amounts, at, end);
            boolean none = Arrays.stream(worth).allMatch(amount -> amount == 0);
            histories.put(
                    actors.get(actor), ActorHistory.of(Arrays.copyOfRange(times, at, end), none ? new long[0] : worth));
            at = end;
        }
        if (at != times.length) {
            throw new IllegalArgumentException("counts must add up to the times (" + times.length + "), got " + at);
        }
        return new ActivityLog<>(histories, unit);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ActivityLog<?> that
                && histories.equals(that.histories)
                && Objects.equals(unit, that.unit);
    }

    @Override
    public int hashCode() {
        return 31 * histories.hashCode() + Objects.hashCode(unit);
    }

    /**
     * Returns the counts.
     *
     * @return such as {@code ActivityLog[3 activities of 2 actors]}
     */
    @Override
    public String toString() {
        return "ActivityLog[" + activities + " activities of " + actors() + " actors]";
    }
}

package io.cxmetrics.web.visitor;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.SerializableFunction;
import io.cxmetrics.SerializablePredicate;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.Sample;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collector;

/**
 * Logins: how many for each user and day, how many attempts succeed, and how long until the next.
 *
 * <p><b>Definition.</b> perUser = logins / users who logged in; perActiveDay = logins / days with a login;
 * perCalendarDay = logins / days from the first login to the last, both included; successes = logins out of attempts. A
 * login is an attempt that succeeded; of one that failed only the count is kept, for its user need not exist.
 *
 * <p>Adds up under any split of the attempts, also one that tears those of a user or a day apart.
 *
 * <p><b>Edges.</b> Without logins ratios are NaN; without attempts the success rate is undefined. Equal times of one
 * user are as many logins, 0 apart.
 *
 * <p><b>Cost.</b> 8 to 16 bytes a login and about 100 a user. Immutable and thread-safe; serializable if the keys are.
 *
 * <pre>{@code
 * record Line(String user, Instant at, boolean accepted) {}
 * Instant nine = Instant.parse("2026-03-02T09:00:00Z");
 * Logins<String> logins = Stream.of(
 *         new Line("ann", nine, true),
 *         new Line("ann", nine.plus(Duration.ofDays(2)), true),
 *         new Line("bob", nine, false),
 *         new Line("bob", nine.plusSeconds(20), true))
 *     .collect(Logins.toLogins(Line::user, Line::at, Line::accepted));
 * logins.successes(); // 3 of 4 (0.75)
 * logins.perUser(); // 1.5
 * logins.perActiveDay(ZoneOffset.UTC); // 1.5
 * logins.perCalendarDay(ZoneOffset.UTC); // 1.0
 * logins.timeBetween(Duration.ofHours(1)).median(); // 48.0
 * }</pre>
 *
 * @param <K> the type of the keys of users
 * @since 0.1
 */
public final class Logins<K> implements Summary<Logins<K>> {

    private static final long serialVersionUID = 1;

    private final KeyedTimes<K> times;
    private final long failures;

    Logins(KeyedTimes<K> times, long failures) {
        this.times = times;
        this.failures = failures;
    }

    /**
     * Returns no logins.
     *
     * @param <K> the type of the keys
     * @return the logins
     */
    public static <K> Logins<K> empty() {
        return new Logins<>(KeyedTimes.empty(), 0);
    }

    /**
     * Folds attempts into logins.
     *
     * @param user gives who logged in; not asked of an attempt that failed
     * @param at gives when; rounded down to the millisecond
     * @param succeeded tells whether the attempt succeeded
     * @param <T> the type of the inputs, such as lines of a log or {@linkplain EventKind#LOGIN login events}
     * @param <K> the type of the keys
     * @return the aggregation
     */
    public static <T, K> Aggregation<T, ?, Logins<K>> aggregation(
            SerializableFunction<? super T, ? extends K> user,
            SerializableFunction<? super T, Instant> at,
            SerializablePredicate<? super T> succeeded) {
        return new LoginsAggregation<T, K>(
                requireNonNull(user, "user"), requireNonNull(at, "at"), requireNonNull(succeeded, "succeeded"));
    }

    /**
     * Folds the {@linkplain EventKind#LOGIN login events} of users up to the end of observation into logins. Other
     * events change nothing; a login that names no user is that of its visitor.
     *
     * @param observedUntil the first instant that does not count any more
     * @param <V> the type of the keys of visitors
     * @return the aggregation
     */
    public static <V> Aggregation<WebEvent<V>, ?, Logins<Object>> aggregation(Instant observedUntil) {
        requireNonNull(observedUntil, "observedUntil");
        return Logins.<WebEvent<V>, Object>aggregation(
                        event -> event.user().isEmpty() ? event.visitor() : event.user(), WebEvent::at, event -> true)
                .filter(event -> event.kind() == EventKind.LOGIN && event.at().isBefore(observedUntil));
    }

    /**
     * Returns a collector of attempts.
     *
     * @param user gives who logged in; not asked of an attempt that failed
     * @param at gives when; rounded down to the millisecond
     * @param succeeded tells whether the attempt succeeded
     * @param <T> the type of the elements
     * @param <K> the type of the keys
     * @return the collector
     */
    public static <T, K> Collector<T, ?, Logins<K>> toLogins(
            SerializableFunction<? super T, ? extends K> user,
            SerializableFunction<? super T, Instant> at,
            SerializablePredicate<? super T> succeeded) {
        return Logins.<T, K>aggregation(user, at, succeeded).toCollector();
    }

    /**
     * Returns a collector of events; see {@link #aggregation(Instant)}.
     *
     * @param observedUntil the first instant that does not count any more
     * @param <V> the type of the keys of visitors
     * @return the collector
     */
    public static <V> Collector<WebEvent<V>, ?, Logins<Object>> toLogins(Instant observedUntil) {
        return Logins.<V>aggregation(observedUntil).toCollector();
    }

    /**
     * Returns the logins of events; see {@link #aggregation(Instant)}.
     *
     * @param events the events, in any order
     * @param observedUntil the first instant that does not count any more
     * @param <V> the type of the keys of visitors
     * @return the logins
     */
    public static <V> Logins<Object> of(Collection<WebEvent<V>> events, Instant observedUntil) {
        return events.stream().collect(toLogins(observedUntil));
    }

    /**
     * Returns how many attempts failed, which are in no count but that of the successes.
     *
     * @return the count
     */
    public long leftOut() {
        return failures;
    }

    /**
     * Returns how many logins there were.
     *
     * @return the count
     */
    public long count() {
        return times.count();
    }

    /**
     * Returns how many users logged in.
     *
     * @return the count, each user once
     */
    public long users() {
        return times.keys();
    }

    /**
     * Returns how many attempts succeeded.
     *
     * @return logins out of logins and failed attempts; undefined without attempts
     */
    public Proportion successes() {
        return Proportion.of(count(), Math.addExact(count(), failures));
    }

    /**
     * Returns the mean of the logins of a user.
     *
     * @return logins / users, 1 or more; NaN without logins
     */
    public double perUser() {
        return (double) count() / users();
    }

    /**
     * Returns how often each user logged in.
     *
     * @return a map in no particular order
     */
    public Map<K, Long> byUser() {
        Map<K, Long> counts = new HashMap<>();
        times.times().forEach((user, each) -> counts.put(user, (long) each.length));
        return counts;
    }

    /**
     * Returns how many logins there were on each day.
     *
     * @param zone whose calendar counts
     * @return the counts of the days with logins, by date
     */
    public NavigableMap<LocalDate, Long> byDay(ZoneId zone) {
        NavigableMap<LocalDate, Long> counts = new TreeMap<>();
        for (long[] each : times.times().values()) {
            for (long millis : each) {
                counts.merge(date(millis, zone), 1L, Long::sum);
            }
        }
        return counts;
    }

    /**
     * Returns who logged in on each day: the daily active users, where a login is what makes one active.
     *
     * @param zone whose calendar counts
     * @return the users of the days with logins, by date
     */
    public NavigableMap<LocalDate, UniqueVisitors<K>> usersByDay(ZoneId zone) {
        TreeMap<LocalDate, Set<K>> users = new TreeMap<>();
        times.times().forEach((user, each) -> {
            for (long millis : each) {
                users.computeIfAbsent(date(millis, zone), day -> new HashSet<>())
                        .add(user);
            }
        });
        NavigableMap<LocalDate, UniqueVisitors<K>> days = new TreeMap<>();
        users.forEach((date, keys) -> days.put(date, UniqueVisitors.copyOf(keys)));
        return days;
    }

    private static LocalDate date(long millis, ZoneId zone) {
        return Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
    }

    /**
     * Returns the mean of the logins on days with any.
     *
     * @param zone whose calendar counts
     * @return logins / days with a login, 1 or more; NaN without logins
     */
    public double perActiveDay(ZoneId zone) {
        return (double) count() / byDay(zone).size();
    }

    /**
     * Returns the mean of the logins on all days from the first login to the last: a window that the data set, so that
     * days without any before and after do not count. {@link #perCalendarDay(LocalDate, ZoneId, LocalDate)} takes the
     * window from the question.
     *
     * @param zone whose calendar counts
     * @return logins / days, the first and the last included; NaN without logins
     */
    public double perCalendarDay(ZoneId zone) {
        NavigableMap<LocalDate, Long> days = byDay(zone);
        return days.isEmpty()
                ? Double.NaN
                : (double) count()
                        / (days.lastKey().toEpochDay() - days.firstKey().toEpochDay() + 1);
    }

    /**
     * Returns the mean of the logins on all days of a window, whether anybody logged in or not.
     *
     * @param from the first day
     * @param zone whose calendar counts
     * @param observedThrough the last day, which counts too
     * @return logins in the window / days of the window
     * @throws IllegalArgumentException if the window ends before it begins
     */
    public double perCalendarDay(LocalDate from, ZoneId zone, LocalDate observedThrough) {
        if (observedThrough.isBefore(from)) {
            throw new IllegalArgumentException(
                    "observedThrough must not be before from (" + from + "), got " + observedThrough);
        }
        long inWindow = byDay(zone).subMap(from, true, observedThrough, true).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return (double) inWindow / (observedThrough.toEpochDay() - from.toEpochDay() + 1);
    }

    /**
     * Returns the times from each login of a user to its next.
     *
     * @param unit the unit of the answer, such as an hour
     * @return logins - users times in that unit
     * @throws IllegalArgumentException if the unit is shorter than a millisecond
     */
    public Sample timeBetween(Duration unit) {
        double length = unit.getSeconds() * 1e3 + unit.getNano() / 1e6;
        if (length < 1) {
            throw new IllegalArgumentException("unit must be at least a millisecond, got " + unit);
        }
        double[] gaps = new double[Math.toIntExact(count() - users())];
        int next = 0;
        for (long[] each : times.times().values()) {
            for (int i = 1; i < each.length; i++) {
                gaps[next] = Math.subtractExact(each[i], each[i - 1]) / length;
                next++;
            }
        }
        return Sample.of(gaps);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("Logins", 1).with("times", times.storedForm()).with("failures", failures);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @param <K> the type of the keys
     * @return the summary
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static <K> Logins<K> ofStored(StoredForm form) {
        StoredFields fields = form.expect("Logins", 1, "times", "failures");
        return new Logins<>(
                KeyedTimes.ofStored(fields.part("times")), Checks.notNegative("failures", fields.whole("failures")));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public Logins<K> plus(Logins<K> other) {
        return new Logins<>(times.plus(other.times), Math.addExact(failures, other.failures));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Logins<?> that && times.equals(that.times) && failures == that.failures;
    }

    @Override
    public int hashCode() {
        return 31 * times.hashCode() + Long.hashCode(failures);
    }

    /**
     * Returns the counts.
     *
     * @return such as {@code Logins[3 of 2 users, 1 failed]}
     */
    @Override
    public String toString() {
        return "Logins[" + count() + " of " + users() + " users, " + failures + " failed]";
    }
}

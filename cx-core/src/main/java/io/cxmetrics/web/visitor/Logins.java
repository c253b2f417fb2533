package io.cxmetrics.web.visitor;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.SerializableFunction;
import io.cxmetrics.SerializablePredicate;
import io.cxmetrics.Summary;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.Sample;
import io.cxmetrics.web.EventKind;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Logins: how many for each user and day, how many attempts succeed, and how long until the next.
 *
 * <p><b>Definition.</b> perUser = logins / users who logged in; perActiveDay = logins / days with a login; perCalendarDay = logins /
 * days from the first login to the last, both included; successes = logins out of attempts. A login is an attempt that
 * succeeded; of one that failed only the count is kept, for its user need not exist.
 *
 * <p>Adds up under any split of the attempts, also one that tears those of a user or a day apart.
 *
 * <p><b>Edges.</b> Without logins ratios are NaN; without attempts the success rate is undefined. Equal times of one user are
 * as many logins, 0 apart.
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
 *     .collect(Logins.<Line, String>aggregation(Line::user, Line::at, Line::accepted).toCollector());
 * logins.successes(); // 3 of 4 (0.75)
 * logins.perUser(); // 1.5
 * logins.perActiveDay(ZoneOffset.UTC); // 1.5
 * logins.perCalendarDay(ZoneOffset.UTC); // 1.0
 * logins.timeBetween(Duration.ofHours(1)).median(); // 48.0
 * }</pre>
 *
 * @param <K> the type of the keys of users
 */
public final class Logins<K> implements Summary<Logins<K>> {

    private static final long serialVersionUID = 1;

    private final KeyedTimes<K> times;
    private final long failures;

    private Logins(KeyedTimes<K> times, long failures) {
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
     * Returns how attempts become logins, for streams and engines.
     *
     * @param user gives who logged in; not asked of an attempt that failed
     * @param at gives when; finer than a millisecond is taken down
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
     * Returns the mean of the logins on all days from the first login to the last.
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

    /** The logins while they grow. */
    private static final class Buffer<K> implements Serializable {
        private static final long serialVersionUID = 1;

        private final KeyedTimes.Buffer<K> times = new KeyedTimes.Buffer<>();
        private long failures;
    }

    private record LoginsAggregation<T, K>(
            SerializableFunction<? super T, ? extends K> user,
            SerializableFunction<? super T, Instant> at,
            SerializablePredicate<? super T> succeeded)
            implements Aggregation<T, Buffer<K>, Logins<K>> {

        @Override
        public Buffer<K> zero() {
            return new Buffer<>();
        }

        @Override
        public Buffer<K> add(Buffer<K> state, T attempt) {
            if (succeeded.test(attempt)) {
                state.times.add(
                        requireNonNull(user.apply(attempt), "user"),
                        at.apply(attempt).toEpochMilli());
            } else {
                state.failures++;
            }
            return state;
        }

        @Override
        public Buffer<K> merge(Buffer<K> left, Buffer<K> right) {
            left.times.addAll(right.times);
            left.failures += right.failures;
            return left;
        }

        @Override
        public Logins<K> finish(Buffer<K> state) {
            return new Logins<>(state.times.finish(), state.failures);
        }
    }
}

package io.cxmetrics.web.usage;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.SerializableFunction;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collector;

/**
 * Feature usage: the users and sessions of each feature out of all, and how often they use it.
 *
 * <p><b>Definition.</b>
 *
 * <ul>
 *   <li>adoption of a feature = users who used it / active users, in [0, 1]
 *   <li>session share = sessions in which it was used / sessions, in [0, 1]
 *   <li>breadth = distinct features of a user, in the mean over active users; those who use none have 0
 *   <li>depth = uses / users of the feature
 *   <li>frequency = uses / days on which the users of the feature were active
 * </ul>
 *
 * <p>A use is an event of kind {@link EventKind#FEATURE}, whose name is the feature. Whoever has an event of any kind
 * is an active user, and active on its day; the caller leaves out beforehand what is not to make one active. Sessions
 * are those the events name, and belong to one user each; events that name none count everywhere else, and are
 * {@linkplain #eventsWithoutSession() counted}.
 *
 * <p><b>Adding up.</b> Those of different users add up. Where the events of one user are in two places, gather them
 * first, as {@link #aggregation(ZoneId, SerializableFunction)} does under any split.
 *
 * <p><b>Edges.</b> Without active users adoption is undefined, and a feature nobody used has 0 of them.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * FeatureUsage usage = Stream.of(
 *         WebEvent.of("ann", noon, EventKind.FEATURE, "search").withSession("s1"),
 *         WebEvent.of("ann", noon, EventKind.FEATURE, "search").withSession("s1"),
 *         WebEvent.of("ann", noon, EventKind.FEATURE, "export").withSession("s2"),
 *         WebEvent.pageView("bob", noon, "/").withSession("s3"))
 *     .collect(FeatureUsage.toFeatureUsage(ZoneOffset.UTC));
 * usage.adoption("search"); // 1 of 2 (0.5)
 * usage.sessionShare("search"); // 1 of 3 (0.3333333333333333)
 * usage.breadth(); // 1.0
 * usage.feature("search").depth(); // 2.0
 * }</pre>
 *
 * @since 0.1
 */
public final class FeatureUsage implements Summary<FeatureUsage> {

    private static final long serialVersionUID = 1;

    /** No users. */
    public static final FeatureUsage EMPTY = new FeatureUsage(0, 0, new TreeMap<>(), new TreeMap<>());

    private final long sessions;
    private final long eventsWithoutSession;
    private final NavigableMap<String, FeatureCounts> features;

    /** How many users have how many distinct features; all active users together. */
    private final NavigableMap<Integer, Long> usersByBreadth;

    FeatureUsage(
            long sessions,
            long eventsWithoutSession,
            NavigableMap<String, FeatureCounts> features,
            NavigableMap<Integer, Long> usersByBreadth) {
        this.sessions = sessions;
        this.eventsWithoutSession = eventsWithoutSession;
        this.features = features;
        this.usersByBreadth = usersByBreadth;
    }

    /**
     * Returns the usage of one user.
     *
     * @param zone whose calendar counts
     * @param events all events of the user, in any order
     * @return the usage; {@link #EMPTY} without events
     */
    public static FeatureUsage ofUser(ZoneId zone, Collection<? extends WebEvent<?>> events) {
        FeatureUser user = new FeatureUser();
        events.forEach(event -> user.add(event, zone));
        return FeatureUser.sum(Collections.singleton(user));
    }

    /**
     * Folds the events of many users into usage, in any order and under any split.
     *
     * @param zone whose calendar counts
     * @param user gives whose event it is, such as {@link WebEvent#visitor()}; where it is {@link WebEvent#user()},
     *     leave out events of nobody beforehand, which would all be those of one user with an empty name
     * @param <V> the type of the keys of visitors
     * @return the aggregation, which holds the sessions and days of every user until it is finished
     */
    public static <V> Aggregation<WebEvent<V>, ?, FeatureUsage> aggregation(
            ZoneId zone, SerializableFunction<? super WebEvent<V>, ?> user) {
        return new FeatureUser.FeatureUsageAggregation<V>(requireNonNull(zone, "zone"), requireNonNull(user, "user"));
    }

    /**
     * Returns a collector of events, where each visitor is a user.
     *
     * @param zone whose calendar counts
     * @param <V> the type of the keys of visitors
     * @return the collector
     */
    public static <V> Collector<WebEvent<V>, ?, FeatureUsage> toFeatureUsage(ZoneId zone) {
        return FeatureUsage.<V>aggregation(zone, WebEvent::visitor).toCollector();
    }

    /**
     * Returns a collector of events; see {@link #aggregation(ZoneId, SerializableFunction)}.
     *
     * @param zone whose calendar counts
     * @param user gives whose event it is
     * @param <V> the type of the keys of visitors
     * @return the collector
     */
    public static <V> Collector<WebEvent<V>, ?, FeatureUsage> toFeatureUsage(
            ZoneId zone, SerializableFunction<? super WebEvent<V>, ?> user) {
        return FeatureUsage.<V>aggregation(zone, user).toCollector();
    }

    /**
     * Returns the usage of events, where each visitor is a user.
     *
     * @param events the events, in any order
     * @param zone whose calendar counts
     * @param <V> the type of the keys of visitors
     * @return the usage
     */
    public static <V> FeatureUsage of(Collection<WebEvent<V>> events, ZoneId zone) {
        return events.stream().collect(toFeatureUsage(zone));
    }

    /**
     * Returns how many users were active.
     *
     * @return the active users
     */
    public long count() {
        return activeUsers();
    }

    /**
     * Returns how many events name no session, and are in no answer about sessions.
     *
     * @return the count
     */
    public long leftOut() {
        return eventsWithoutSession;
    }

    /**
     * Returns how many users were active.
     *
     * @return the count
     */
    public long activeUsers() {
        return usersByBreadth.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Returns how many users used a feature at all.
     *
     * @return the active users without those of no feature
     */
    public long users() {
        return activeUsers() - usersByBreadth.getOrDefault(0, 0L);
    }

    /**
     * Returns how often features were used.
     *
     * @return the count over all features
     */
    public long uses() {
        return features.values().stream().mapToLong(FeatureCounts::uses).reduce(0, Math::addExact);
    }

    /**
     * Returns how many sessions there were.
     *
     * @return the count of those that events name
     */
    public long sessions() {
        return sessions;
    }

    /**
     * Returns how many events name no session, and so are missing in what is said of sessions.
     *
     * @return the count
     */
    public long eventsWithoutSession() {
        return eventsWithoutSession;
    }

    /**
     * Returns the features that were used.
     *
     * @return an unmodifiable map, by name
     */
    public NavigableMap<String, FeatureCounts> features() {
        return Collections.unmodifiableNavigableMap(features);
    }

    /**
     * Returns how a feature was used.
     *
     * @param name the feature
     * @return the counts, {@link FeatureCounts#EMPTY} if nobody used it
     */
    public FeatureCounts feature(String name) {
        return features.getOrDefault(requireNonNull(name, "name"), FeatureCounts.EMPTY);
    }

    /**
     * Returns the adoption of a feature.
     *
     * @param name the feature
     * @return users who used it out of the active users; undefined without active users
     */
    public Proportion adoption(String name) {
        return Proportion.of(feature(name).users(), activeUsers());
    }

    /**
     * Returns the share of sessions with a feature.
     *
     * @param name the feature
     * @return sessions in which it was used out of all; undefined without sessions
     */
    public Proportion sessionShare(String name) {
        return Proportion.of(feature(name).sessions(), sessions);
    }

    /**
     * Returns the breadth of use.
     *
     * @return the mean of the distinct features of an active user, 0 or more; NaN without active users
     */
    public double breadth() {
        long pairs = features.values().stream().mapToLong(FeatureCounts::users).sum();
        return (double) pairs / activeUsers();
    }

    /**
     * Returns how many users have how many distinct features.
     *
     * @return an unmodifiable map from features, 0 included, to active users
     */
    public NavigableMap<Integer, Long> usersByBreadth() {
        return Collections.unmodifiableNavigableMap(usersByBreadth);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("FeatureUsage", 1)
                .with("sessions", sessions)
                .with("eventsWithoutSession", eventsWithoutSession)
                .withTexts("features", features.keySet())
                .withParts("counts", features.values())
                .with(
                        "breadths",
                        usersByBreadth.keySet().stream()
                                .mapToInt(Integer::intValue)
                                .toArray())
                .with(
                        "users",
                        usersByBreadth.values().stream()
                                .mapToLong(Long::longValue)
                                .toArray());
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the summary
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static FeatureUsage ofStored(StoredForm form) {
        StoredFields fields = form.expect(
                "FeatureUsage", 1, "sessions", "eventsWithoutSession", "features", "counts", "breadths", "users");
        fields.sameLength("features", "counts").sameLength("breadths", "users");
        List<String> names = fields.distinctTexts("features");
        List<StoredForm> counts = fields.parts("counts");
        TreeMap<String, FeatureCounts> features = new TreeMap<>();
        long pairs = 0;
        for (int i = 0; i < names.size(); i++) {
            FeatureCounts feature = FeatureCounts.ofStored(counts.get(i));
            features.put(names.get(i), feature);
            pairs = Math.addExact(pairs, feature.users());
        }
        int[] breadths = fields.integers("breadths");
        long[] users = fields.wholes("users");
        TreeMap<Integer, Long> usersByBreadth = new TreeMap<>();
        for (int i = 0; i < users.length; i++) {
            if (users[i] < 1 || breadths[i] < 0 || usersByBreadth.put(breadths[i], users[i]) != null) {
                throw new IllegalArgumentException(
                        "users of stored FeatureUsage must be positive, of distinct breadths," + " got " + users[i]
                                + " of " + breadths[i] + " features");
            }
            pairs = Math.subtractExact(pairs, Math.multiplyExact(users[i], (long) breadths[i]));
        }
        if (pairs != 0) {
            throw new IllegalArgumentException(
                    "users of stored FeatureUsage must be those of its features, got " + pairs + " too few");
        }
        return new FeatureUsage(
                Checks.notNegative("sessions", fields.whole("sessions")),
                Checks.notNegative("eventsWithoutSession", fields.whole("eventsWithoutSession")),
                features,
                usersByBreadth);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    /**
     * Returns the usage of both together.
     *
     * @param other the usage of other users
     * @return the sum
     * @throws ArithmeticException if a count overflows
     */
    @Override
    public FeatureUsage plus(FeatureUsage other) {
        TreeMap<String, FeatureCounts> allFeatures = new TreeMap<>(features);
        other.features.forEach((name, counts) -> allFeatures.merge(name, counts, FeatureCounts::plus));
        TreeMap<Integer, Long> allUsers = new TreeMap<>(usersByBreadth);
        other.usersByBreadth.forEach((breadth, users) -> allUsers.merge(breadth, users, Math::addExact));
        return new FeatureUsage(
                Math.addExact(sessions, other.sessions),
                Math.addExact(eventsWithoutSession, other.eventsWithoutSession),
                allFeatures,
                allUsers);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureUsage that
                && sessions == that.sessions
                && eventsWithoutSession == that.eventsWithoutSession
                && features.equals(that.features)
                && usersByBreadth.equals(that.usersByBreadth);
    }

    @Override
    public int hashCode() {
        return Objects.hash(sessions, eventsWithoutSession, features, usersByBreadth);
    }

    /**
     * Returns the counts.
     *
     * @return such as {@code FeatureUsage[2 features, 2 active users, 3 sessions]}
     */
    @Override
    public String toString() {
        return "FeatureUsage[" + features.size() + " features, " + activeUsers() + " active users, " + sessions
                + " sessions]";
    }
}

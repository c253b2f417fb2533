package io.cxmetrics.web.usage;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.SerializableFunction;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is known of one user's use of features while events come. */
final class FeatureUser implements Serializable {

    private static final long serialVersionUID = 1;

    private final Set<String> sessions = new HashSet<>();
    private final Set<Long> days = new HashSet<>();
    private final Map<String, Feature> features = new HashMap<>();
    private long withoutSession;

    /** One feature of the user. */
    private static final class Feature implements Serializable {
        private static final long serialVersionUID = 1;

        private final Set<String> sessions = new HashSet<>();
        private long uses;
    }

    void add(WebEvent<?> event, ZoneId zone) {
        String session = event.session();
        days.add(event.at().atZone(zone).toLocalDate().toEpochDay());
        if (session.isEmpty()) {
            withoutSession++;
        } else {
            sessions.add(session);
        }
        if (event.kind() == EventKind.FEATURE) {
            Feature feature = features.computeIfAbsent(event.name(), name -> new Feature());
            feature.uses++;
            if (!session.isEmpty()) {
                feature.sessions.add(session);
            }
        }
    }

    private void addAll(FeatureUser other) {
        sessions.addAll(other.sessions);
        days.addAll(other.days);
        withoutSession += other.withoutSession;
        other.features.forEach((name, added) -> {
            Feature feature = features.computeIfAbsent(name, any -> new Feature());
            feature.uses += added.uses;
            feature.sessions.addAll(added.sessions);
        });
    }

    /** The usage of users, each another; one without events is none. */
    static FeatureUsage sum(Collection<FeatureUser> users) {
        long sessions = 0;
        long withoutSession = 0;
        TreeMap<String, FeatureCounts> features = new TreeMap<>();
        TreeMap<Integer, Long> usersByBreadth = new TreeMap<>();
        for (FeatureUser user : users) {
            if (user.days.isEmpty()) {
                continue;
            }
            sessions += user.sessions.size();
            withoutSession += user.withoutSession;
            usersByBreadth.merge(user.features.size(), 1L, Long::sum);
            user.features.forEach((name, feature) -> features.merge(
                    name,
                    new FeatureCounts(feature.uses, 1, feature.sessions.size(), user.days.size()),
                    FeatureCounts::plus));
        }
        return new FeatureUsage(sessions, withoutSession, features, usersByBreadth);
    }

    record FeatureUsageAggregation<V>(ZoneId zone, SerializableFunction<? super WebEvent<V>, ?> user)
            implements Aggregation<WebEvent<V>, Map<Object, FeatureUser>, FeatureUsage> {

        @Override
        public Map<Object, FeatureUser> zero() {
            return new HashMap<>();
        }

        @Override
        public Map<Object, FeatureUser> add(Map<Object, FeatureUser> state, WebEvent<V> event) {
            state.computeIfAbsent(requireNonNull(user.apply(event), "user"), key -> new FeatureUser())
                    .add(event, zone);
            return state;
        }

        @Override
        public Map<Object, FeatureUser> merge(Map<Object, FeatureUser> left, Map<Object, FeatureUser> right) {
            right.forEach((key, added) ->
                    left.computeIfAbsent(key, any -> new FeatureUser()).addAll(added));
            return left;
        }

        @Override
        public FeatureUsage finish(Map<Object, FeatureUser> state) {
            return sum(state.values());
        }
    }
}

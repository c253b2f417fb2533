package io.cxmetrics.cli.web;

import io.cxmetrics.report.Column;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Values;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.usage.FeatureCounts;
import io.cxmetrics.web.usage.FeatureUsage;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Which features are used, by how many of the active visitors.
 *
 * @param zone whose calendar counts
 * @param confidence the level of intervals
 */
record Features(ZoneId zone, double confidence) implements ListView {

    @Override
    public String definition() {
        return "visitors who used a feature out of all active ones; sessions with it; uses by those who use it";
    }

    @Override
    public String thing() {
        return "feature";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.count("uses", "uses"),
                Column.count("users", "users"),
                Column.headline("adoption", "adoption %", 0, 100),
                Column.interval("low", "high", Names.percent(confidence) + " interval"),
                Column.number("session_share", "of sessions %", 1),
                Column.number("depth", "uses/user", 2),
                Column.number("breadth", "features/visitor", 2));
    }

    private FeatureUsage usage(Visits visits) {
        return visits.events().stream()
                .collect(FeatureUsage.<String>aggregation(zone, WebEvent::visitor)
                        .toCollector());
    }

    @Override
    public Values of(Visits visits) {
        FeatureUsage usage = usage(visits);
        return new Values()
                .put("active_users", usage.activeUsers())
                .put("sessions", usage.sessions())
                .put("users", usage.activeUsers() - usage.usersByBreadth().getOrDefault(0, 0L))
                .put("features", (long) usage.features().size())
                .put(
                        "uses",
                        usage.features().values().stream()
                                .mapToLong(FeatureCounts::uses)
                                .sum())
                .put("breadth", usage.breadth());
    }

    @Override
    public List<Thing> things(Visits visits) {
        FeatureUsage usage = usage(visits);
        List<Thing> features = new ArrayList<>();
        usage.features().forEach((name, counts) -> {
            Interval adoption = usage.adoption(name).interval(confidence);
            features.add(new Thing(
                    name,
                    counts.uses(),
                    new Values()
                            .put("uses", counts.uses())
                            .put("users", counts.users())
                            .put("adoption", usage.adoption(name).percent())
                            .put("low", 100 * adoption.low())
                            .put("high", 100 * adoption.high())
                            .put("feature_sessions", counts.sessions())
                            .put("session_share", usage.sessionShare(name).percent())
                            .put("depth", counts.depth())
                            .put("frequency", counts.frequency())));
        });
        return features;
    }
}

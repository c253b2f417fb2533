package io.cxmetrics.cli.web;

import io.cxmetrics.report.Column;
import io.cxmetrics.report.Values;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.usage.SocialEngagement;
import io.cxmetrics.web.visitor.UniqueVisitors;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was shared, liked and mentioned, by how often and to how many it was shown. */
record Social() implements ListView {

    private static final Set<EventKind> KINDS =
            EnumSet.of(EventKind.IMPRESSION, EventKind.SHARE, EventKind.LIKE, EventKind.MENTION);

    @Override
    public String definition() {
        return "shares, likes and mentions by impressions, and by the visitors something was shown to";
    }

    @Override
    public String thing() {
        return "item";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.count("impressions", "impressions"),
                Column.count("reach", "reach"),
                Column.count("shares", "shares"),
                Column.count("likes", "likes"),
                Column.count("mentions", "mentions"),
                Column.number("per_impression", "per impression %", 2),
                Column.number("per_reach", "per reach %", 2));
    }

    @Override
    public Values of(Visits visits) {
        long reach = visits.events().stream()
                .filter(event -> event.kind() == EventKind.IMPRESSION)
                .map(WebEvent::visitor)
                .distinct()
                .count();
        return values(ByName.all(visits.events(), SocialEngagement.aggregation()), reach);
    }

    @Override
    public List<Thing> things(Visits visits) {
        Map<String, UniqueVisitors<String>> reached = ByName.of(
                visits,
                EnumSet.of(EventKind.IMPRESSION),
                UniqueVisitors.<String>aggregation().mapInput(WebEvent::visitor));
        List<Thing> items = new ArrayList<>();
        ByName.of(visits, KINDS, SocialEngagement.<String>aggregation()).forEach((item, social) -> {
            long reach = reached.getOrDefault(item, UniqueVisitors.empty()).count();
            items.add(new Thing(item, social.impressions() + social.engagements(), values(social, reach)));
        });
        return items;
    }

    private static Values values(SocialEngagement social, long reach) {
        return new Values()
                .put("impressions", social.impressions())
                .put("reach", reach)
                .put("shares", social.shares())
                .put("likes", social.likes())
                .put("mentions", social.mentions())
                .put("engagements", social.engagements())
                .put("per_impression", 100 * social.perImpression())
                .put("per_reach", 100 * social.perReach(reach));
    }
}

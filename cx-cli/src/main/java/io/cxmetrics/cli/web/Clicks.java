package io.cxmetrics.cli.web;

import io.cxmetrics.report.Column;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Values;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.usage.ClickThrough;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * What was shown and clicked.
 *
 * @param confidence the level of intervals
 */
record Clicks(double confidence) implements ListView {

    @Override
    public String definition() {
        return "click-through: pairs of visitor and item clicked out of those shown; all clicks by all impressions";
    }

    @Override
    public String thing() {
        return "item";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.count("impressions", "impressions"),
                Column.count("clicks", "clicks"),
                Column.headline("unique_rate", "unique CTR %", 0, 100),
                Column.interval("low", "high", Names.percent(confidence) + " interval"),
                Column.number("total_rate", "total CTR %", 1),
                Column.count("unseen_clicks", "unseen clicks"));
    }

    @Override
    public Values of(Visits visits) {
        return values(ByName.all(visits.events(), ClickThrough.aggregation()));
    }

    @Override
    public List<Thing> things(Visits visits) {
        List<Thing> items = new ArrayList<>();
        ByName.of(visits, EnumSet.of(EventKind.IMPRESSION, EventKind.CLICK), ClickThrough.aggregation())
                .forEach((item, clicks) ->
                        items.add(new Thing(item, clicks.impressions() + clicks.clicks(), values(clicks))));
        return items;
    }

    private Values values(ClickThrough clicks) {
        Interval unique = clicks.unique().interval(confidence);
        return new Values()
                .put("impressions", clicks.impressions())
                .put("clicks", clicks.clicks())
                .put("pairs_shown", clicks.pairsShown())
                .put("pairs_clicked", clicks.pairsClicked())
                .put("unique_rate", clicks.unique().percent())
                .put("low", 100 * unique.low())
                .put("high", 100 * unique.high())
                .put("total_rate", 100 * clicks.total())
                .put("unseen_clicks", clicks.unseenClicks());
    }
}

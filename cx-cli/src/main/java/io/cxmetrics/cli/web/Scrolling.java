package io.cxmetrics.cli.web;

import io.cxmetrics.report.Column;
import io.cxmetrics.report.Values;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.usage.ScrollDepth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How far pages were scrolled. */
record Scrolling() implements ListView {

    private static final Set<EventKind> KINDS = EnumSet.of(EventKind.PAGE_VIEW, EventKind.SCROLL);

    /** What one view of a page is: the deepest that a visitor came on it counts. */
    private record Seen(String visitor, String page) {

        static Seen of(WebEvent<String> event) {
            return new Seen(event.visitor(), event.name());
        }
    }

    @Override
    public String definition() {
        return "the deepest that a visitor came on a page; those of which nothing was measured are apart";
    }

    @Override
    public String thing() {
        return "page";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.count("measured", "measured"),
                Column.count("unmeasured", "not measured"),
                Column.headline("mean_depth", "mean depth %", 0, 100),
                Column.number("median_depth", "median %", 1),
                Column.number("reached_50", "to 50 %", 1),
                Column.number("reached_75", "to 75 %", 1),
                Column.number("reached_100", "to the end %", 1));
    }

    @Override
    public Values of(Visits visits) {
        return values(ByName.all(visits.events(), ScrollDepth.aggregation(Seen::of)));
    }

    @Override
    public List<Thing> things(Visits visits) {
        List<Thing> pages = new ArrayList<>();
        ByName.of(visits, KINDS, ScrollDepth.<String>aggregation(Seen::of))
                .forEach((page, depth) -> pages.add(new Thing(page, depth.views(), values(depth))));
        return pages;
    }

    private static Values values(ScrollDepth depth) {
        return new Values()
                .put("measured", depth.views() - depth.unmeasured())
                .put("unmeasured", depth.unmeasured())
                .put("mean_depth", 100 * depth.mean())
                .put("median_depth", 100 * depth.median())
                .put("reached_25", depth.reach(0.25).percent())
                .put("reached_50", depth.reach(0.5).percent())
                .put("reached_75", depth.reach(0.75).percent())
                .put("reached_100", depth.reach(1).percent());
    }
}

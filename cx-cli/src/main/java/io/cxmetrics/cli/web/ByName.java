package io.cxmetrics.cli.web;

import io.cxmetrics.Aggregation;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Events of some kinds, by the things they are about. */
final class ByName {

    private ByName() {}

    /** Returns the summary of the events of each name, of those names that have an event of these kinds. */
    static <R> Map<String, R> of(Visits visits, Set<EventKind> kinds, Aggregation<WebEvent<String>, ?, R> aggregation) {
        return visits.events().stream()
                .filter(event -> kinds.contains(event.kind()))
                .collect(Collectors.groupingBy(WebEvent::name, TreeMap::new, aggregation.toCollector()));
    }

    /** Returns the summary of all. */
    static <R> R all(List<WebEvent<String>> events, Aggregation<WebEvent<String>, ?, R> aggregation) {
        return events.stream().collect(aggregation.toCollector());
    }
}

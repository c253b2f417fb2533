package io.cxmetrics.web.session;

import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.RowOrder;
import io.cxmetrics.web.WebEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The events of each visitor, or of each given session, in order of time and each once; and what was left out. */
record EventGroups<V>(Collection<List<WebEvent<V>>> groups, SessionIntake intake) {

    /** What makes two events the same one; an order and its refund may share an id. */
    private record Identity(EventKind kind, String id) {}

    static <V> EventGroups<V> of(
            Collection<WebEvent<V>> events, boolean givenIds, Predicate<? super WebEvent<V>> bots, RowOrder rows) {
        Map<Object, List<WebEvent<V>>> groups = new LinkedHashMap<>();
        long skipped = 0;
        long withoutSession = 0;
        Collection<WebEvent<V>> ordered =
                rows == RowOrder.OLDEST_FIRST ? events : rows.arrange(new ArrayList<>(events));
        for (WebEvent<V> event : ordered) {
            if (bots.test(event)) {
                skipped++;
            } else if (givenIds && event.session().isEmpty()) {
                withoutSession++;
            } else {
                groups.computeIfAbsent(givenIds ? event.session() : event.visitor(), key -> new ArrayList<>())
                        .add(event);
            }
        }
        long duplicates = 0;
        long outOfOrder = 0;
        for (List<WebEvent<V>> group : groups.values()) {
            int before = group.size();
            outOfOrder += sort(group);
            Set<Identity> seen = new HashSet<>();
            group.removeIf(event -> !event.id().isEmpty() && !seen.add(new Identity(event.kind(), event.id())));
            duplicates += before - group.size();
        }
        return new EventGroups<>(
                groups.values(),
                new SessionIntake(events.size(), skipped, withoutSession, duplicates, 0, 0, outOfOrder));
    }

    /** Sorts by time, and returns how many came after a later one. */
    private static <V> long sort(List<WebEvent<V>> group) {
        long latest = Long.MIN_VALUE;
        long outOfOrder = 0;
        for (WebEvent<V> event : group) {
            long at = event.at().toEpochMilli();
            outOfOrder += at < latest ? 1 : 0;
            latest = Math.max(latest, at);
        }
        if (outOfOrder > 0) {
            group.sort(Comparator.comparingLong(event -> event.at().toEpochMilli()));
        }
        return outOfOrder;
    }
}

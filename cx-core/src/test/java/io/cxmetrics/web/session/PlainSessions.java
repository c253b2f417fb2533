package io.cxmetrics.web.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sessions of page views by definition: lists of rows of {visitor, millis, page}, without any care for speed. */
final class PlainSessions {

    private PlainSessions() {}

    static List<List<long[]>> of(List<long[]> rows, long timeout) {
        Map<Long, List<long[]>> visitors = new TreeMap<>();
        for (long[] row : rows) {
            visitors.computeIfAbsent(row[0], visitor -> new ArrayList<>()).add(row);
        }
        List<List<long[]>> sessions = new ArrayList<>();
        for (List<long[]> visits : visitors.values()) {
            visits.sort(Comparator.comparingLong(row -> row[1]));
            long last = 0;
            for (int i = 0; i < visits.size(); i++) {
                long[] row = visits.get(i);
                if (i == 0 || row[1] - last > timeout) {
                    sessions.add(new ArrayList<>());
                }
                sessions.get(sessions.size() - 1).add(row);
                last = row[1];
            }
        }
        return sessions;
    }

    /** The counts of each page. */
    static Map<Long, PageCounts> pages(List<List<long[]>> sessions) {
        Map<Long, Long> views = new TreeMap<>();
        sessions.forEach(session -> session.forEach(row -> views.merge(row[2], 1L, Long::sum)));
        Map<Long, PageCounts> counted = new TreeMap<>();
        for (Map.Entry<Long, Long> each : views.entrySet()) {
            long page = each.getKey();
            long visits = sessions.stream()
                    .filter(session -> session.stream().anyMatch(row -> row[2] == page))
                    .count();
            long entrances = sessions.stream()
                    .filter(session -> session.get(0)[2] == page)
                    .count();
            long exits = sessions.stream()
                    .filter(session -> session.get(session.size() - 1)[2] == page)
                    .count();
            long bounces = sessions.stream()
                    .filter(session -> session.get(0)[2] == page && session.size() == 1)
                    .count();
            counted.put(page, new PageCounts(each.getValue(), visits, entrances, exits, bounces));
        }
        return counted;
    }
}

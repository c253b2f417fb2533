package io.cxmetrics.cli.web;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.cli.group.Groups;
import io.cxmetrics.cli.report.CalendarLabels;
import io.cxmetrics.time.CalendarPeriod;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.session.SessionRules;
import io.cxmetrics.web.session.Sessionizer;
import io.cxmetrics.web.session.Sessions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * The events of files, with the values that groups are made by, and the rows that are none.
 *
 * <p>A session, a visitor or whatever else is counted belongs into one group, and to one period: those of its first
 * event. All its events go with it; a row that is left out stays where it says it is.
 */
public final class EventTable {

    /** Rows that are left out alike. */
    private record LeftOut(List<String> labels, @Nullable String period, String reason) {}

    private final ZoneId zone;
    private final @Nullable CalendarPeriod per;
    private final List<WebEvent<String>> events = new ArrayList<>();
    private final IdentityHashMap<WebEvent<String>, List<String>> labels = new IdentityHashMap<>();
    private final Map<LeftOut, Long> leftOut = new HashMap<>();

    /** Texts and lists of them that come again and again are kept once. */
    private final Map<Object, Object> known = new HashMap<>();

    private @Nullable Instant latest;

    /**
     * Starts without any.
     *
     * @param zone whose calendar counts
     * @param per how long periods are, null if results are not split by them
     */
    public EventTable(ZoneId zone, @Nullable CalendarPeriod per) {
        this.zone = zone;
        this.per = per;
    }

    /** Returns a text that is equal, the same one each time. */
    String once(String text) {
        return (String) known.computeIfAbsent(text, same -> same);
    }

    void add(WebEvent<String> event, List<String> by) {
        events.add(event);
        latest = latest == null || event.at().isAfter(latest) ? event.at() : latest;
        if (!by.isEmpty()) {
            @SuppressWarnings("unchecked") // lists are put in as what they are
            List<String> same = (List<String>) known.computeIfAbsent(by, list -> list);
            labels.put(event, same);
        }
    }

    /**
     * Leaves a row out.
     *
     * @param by the values its group is made by
     * @param at when it was, null if nobody knows
     * @param without the label of its period if nobody knows
     */
    void leaveOut(List<String> by, @Nullable Instant at, String without, String reason) {
        String period = per == null ? null : at == null ? without : period(per, at);
        leftOut.merge(new LeftOut(by, period, reason), 1L, Math::addExact);
    }

    private String period(CalendarPeriod length, Instant at) {
        return length.label(LocalDate.ofInstant(at, zone));
    }

    private List<String> labels(WebEvent<String> event) {
        return labels.getOrDefault(event, List.of());
    }

    /** Returns the events that count. */
    public List<WebEvent<String>> events() {
        return Collections.unmodifiableList(events);
    }

    /** Returns how many rows there are, with those left out. */
    public long rows() {
        return events.size()
                + leftOut.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns the time of the last event, null if there is none. */
    public @Nullable Instant latest() {
        return latest;
    }

    /** Returns the session of the first event of each visitor. */
    Map<String, String> firstSessions() {
        Map<String, WebEvent<String>> firsts = firsts(WebEvent::visitor);
        Map<String, String> sessions = new HashMap<>();
        firsts.forEach((visitor, first) -> sessions.put(visitor, first.session()));
        return sessions;
    }

    /** The earliest event of each unit; of those at the same time the one that came first. */
    private Map<String, WebEvent<String>> firsts(Function<WebEvent<String>, String> unit) {
        Map<String, WebEvent<String>> firsts = new HashMap<>();
        for (WebEvent<String> event : events) {
            firsts.merge(unit.apply(event), event, EventTable::earlier);
        }
        return firsts;
    }

    /**
     * Returns these events with the session of each, and without what is no part of any.
     *
     * @param rules where sessions end
     */
    public EventTable inSessions(SessionRules rules) {
        // With the longest length apart, each pass has one reason to leave an event out.
        EventTable cut = cut(rules.givenIds() ? rules.withMaxLength(null) : rules, "duplicate");
        return rules.givenIds() && rules.maxLength() != null ? cut.cut(rules, "beyond_longest_session") : cut;
    }

    private EventTable cut(SessionRules rules, String reason) {
        Sessions<String> sessions = Sessionizer.<String>of(rules).sessions(events);
        EventTable cut = new EventTable(zone, per);
        cut.leftOut.putAll(leftOut);
        boolean whole = sessions.intake().count() == events.size();
        Set<WebEvent<String>> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        long[] number = new long[1];
        sessions.forEach((session, part) -> {
            String id = String.valueOf(number[0]++);
            for (WebEvent<String> event : part) {
                cut.add(event.withSession(id), labels(event));
                if (!whole) {
                    kept.add(event);
                }
            }
        });
        for (WebEvent<String> event : whole ? List.<WebEvent<String>>of() : events) {
            if (!kept.contains(event)) {
                cut.leaveOut(labels(event), event.at(), CalendarLabels.NONE, reason);
            }
        }
        return cut;
    }

    /**
     * Puts each event into the group of the first event of its unit, and to its period.
     *
     * @param unit gives what is counted: a session, a visitor
     * @param collector makes the summary of a group
     */
    public <R> Groups<WebEvent<String>, R> groups(
            Function<WebEvent<String>, String> unit, Collector<WebEvent<String>, ?, R> collector) {
        Groups<WebEvent<String>, R> groups = new Groups<>(collector);
        boolean split = per != null || !labels.isEmpty();
        Map<String, WebEvent<String>> firsts = split ? firsts(unit) : Map.of();
        for (WebEvent<String> event : events) {
            WebEvent<String> first = split ? requireNonNull(firsts.get(unit.apply(event))) : event;
            groups.add(labels(first), per == null ? null : period(per, first.at()), event);
        }
        leftOut.forEach((rows, count) -> groups.leaveOut(rows.labels(), rows.period(), rows.reason(), count));
        return groups;
    }

    private static WebEvent<String> earlier(WebEvent<String> known, WebEvent<String> other) {
        return other.at().isBefore(known.at()) ? other : known;
    }
}

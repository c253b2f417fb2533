package io.cxmetrics.input.web;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.input.LeftOut;
import io.cxmetrics.input.Reason;
import io.cxmetrics.input.reading.Accounting;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Labels;
import io.cxmetrics.input.reading.LatestTime;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.NamedEvents;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.session.SessionDefinition;
import io.cxmetrics.web.session.SessionRules;
import io.cxmetrics.web.session.Sessionizer;
import io.cxmetrics.web.session.Sessions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The events of files, held in columns of 16 bytes an event and a few more for what else rows have, and the rows that
 * are none.
 *
 * <p><b>Order.</b> Time decides, not the order in a file. Events of one second are in the order of their rows, and in
 * the reverse of it where a file lies {@linkplain io.cxmetrics.web.RowOrder newest first}.
 *
 * <p><b>Visitors.</b> Where events name users, a visitor is the {@linkplain io.cxmetrics.web.Person person} behind
 * devices: two devices on which one user logged in are one.
 *
 * <p><b>Ids.</b> Of several events of one kind with one id, of one visitor or of several, the earliest counts; the
 * others are left out as {@code duplicate}.
 *
 * <p><b>Groups.</b> A session, or a visitor, belongs to the group and the period of its first event, and all its events
 * go with it. A row that is left out stays where it says it is. So rows and sessions of groups add up to all; a visitor
 * may have sessions in several groups.
 *
 * <p><b>Cost.</b> Events are handed to summaries visitor by visitor, some hundred thousand at a time; sessions are cut
 * once for all definitions with the same {@linkplain SessionRules rules}.
 *
 * <p>Made by {@link EventReading} and {@link RequestReading}. Not thread-safe.
 *
 * @since 0.1
 */
public final class WebEvents {

    static final Reason DUPLICATE = new Reason("duplicate", Reason.Kind.CHOSEN);
    static final Reason AFTER = new Reason("after_as_of", Reason.Kind.CHOSEN);
    private static final Reason NO_SESSION = Reason.blank("session");
    private static final Reason BEYOND = new Reason("beyond_longest_session", Reason.Kind.CHOSEN);

    private static final int BATCH = 1 << 17;

    private final EventColumns columns;
    private final People people;
    private final List<Labels> labels;
    private final Periods periods;
    private final Map<EventGroup, Map<Reason, Long>> leftOut;
    private final LatestTime latest;
    private final long earliest;
    private final Instant observedUntil;

    WebEvents(
            EventColumns columns,
            BitSet dropped,
            List<Labels> labels,
            Periods periods,
            Map<EventGroup, Map<Reason, Long>> leftOut,
            LatestTime latest,
            Instant observedUntil) {
        this.columns = columns;
        this.people = People.of(columns, dropped);
        this.labels = labels;
        this.periods = periods;
        this.leftOut = leftOut;
        this.latest = latest;
        this.observedUntil = observedUntil;
        long first = Long.MAX_VALUE;
        for (int row = 0; row < columns.count(); row++) {
            first = dropped.get(row) ? first : Math.min(first, columns.millis(row));
        }
        this.earliest = first == Long.MAX_VALUE ? 0 : first;
    }

    /**
     * Returns groups with the account of their rows: what is in no session is left out there too.
     *
     * @param outcome what was read
     * @param groups groups of its events
     * @param <R> the type of the summaries
     * @return the groups and the account
     */
    public static <R> Outcome<Groups<R>> account(Outcome<WebEvents> outcome, Groups<R> groups) {
        Accounting read = outcome.accounting();
        Groups.Part<R> all = groups.all().total();
        LeftOut.Buffer more = new LeftOut.Buffer();
        all.leftOut()
                .counts()
                .forEach((reason, count) ->
                        more.add(reason, Math.max(0, count - read.leftOut().count(reason))));
        LeftOut out = more.leftOut();
        Accounting whole = new Accounting(
                read.rows(), read.used() - out.count(), read.leftOut().plus(out), read.malformed());
        return new Outcome<>(groups, whole, outcome.unread(), outcome.warnings());
    }

    /**
     * Returns how many events there are.
     *
     * @return the rows that count
     */
    public long count() {
        return columns.things.count((EventKind) null);
    }

    /**
     * Returns how many events of a kind there are.
     *
     * @param kind the kind
     * @return the count
     */
    public long count(EventKind kind) {
        return columns.things.count(requireNonNull(kind, "kind"));
    }

    /**
     * Returns how many visitors there are.
     *
     * @return the people, where events name users
     */
    public long visitors() {
        long some = 0;
        for (int person = 0; person < people.count(); person++) {
            some += people.to(person) > people.from(person) ? 1 : 0;
        }
        return some;
    }

    /**
     * Returns how many events there are of each kind, and of custom events of each name.
     *
     * @return the counts, most first; what comes after thirty is one entry
     */
    public Map<String, Long> kinds() {
        return columns.things.byKind();
    }

    /**
     * Tells whether any event is meant by a name.
     *
     * @param named what is looked for, such as the step of a funnel
     * @return true if there is one
     */
    public boolean meets(NamedEvents named) {
        return columns.things.meets(named);
    }

    /**
     * Returns the latest time of the files.
     *
     * @return the time, and those that lie too far after it to be meant
     */
    public LatestTime latest() {
        return latest;
    }

    /**
     * Returns the end of observation: what was asked for, or one millisecond after the latest time.
     *
     * @return the instant, excluded
     */
    public Instant observedUntil() {
        return observedUntil;
    }

    /** Some visitors with all their events, in order of time. */
    private final class Batch {
        private final List<WebEvent<String>> events = new ArrayList<>();
        private final List<Integer> rows = new ArrayList<>();
        private final Map<String, Integer> firsts = new HashMap<>();
        private @Nullable IdentityHashMap<WebEvent<String>, Integer> rowOf;

        void add(int person) {
            String name = people.name(person);
            firsts.put(name, people.row(people.from(person)));
            for (int i = people.from(person); i < people.to(person); i++) {
                rows.add(people.row(i));
                events.add(columns.event(people.row(i), name));
            }
        }

        int row(WebEvent<String> event) {
            if (rowOf == null) {
                rowOf = new IdentityHashMap<>(events.size());
                for (int i = 0; i < events.size(); i++) {
                    rowOf.put(events.get(i), rows.get(i));
                }
            }
            return requireNonNull(rowOf.get(event));
        }

        EventGroup group(WebEvent<String> event) {
            return WebEvents.this.group(row(event));
        }
    }

    private EventGroup group(int row) {
        return new EventGroup(labels.get(columns.label(row)), periods.label(columns.millis(row)));
    }

    private boolean isGrouped() {
        return !labels.get(0).equals(Labels.ALL);
    }

    private boolean isSplit() {
        return isGrouped() || periods.isSplit();
    }

    private void batches(Consumer<Batch> taker) {
        Batch batch = new Batch();
        for (int person = 0; person < people.count(); person++) {
            if (people.to(person) > people.from(person)) {
                batch.add(person);
                if (batch.events.size() >= BATCH) {
                    taker.accept(batch);
                    batch = new Batch();
                }
            }
        }
        if (!batch.events.isEmpty()) {
            taker.accept(batch);
        }
    }

    private <T, S, R> Groups.Buffer<T, S, R> buffer(
            Aggregation<? super T, S, R> aggregation, boolean byLabels, boolean byPeriod) {
        Groups.Buffer<T, S, R> buffer = Groups.buffer(aggregation);
        leftOut.forEach((group, reasons) -> {
            EventGroup part = group.part(byLabels, byPeriod);
            reasons.forEach((reason, count) -> buffer.leaveOut(part.labels(), part.period(), reason, count));
        });
        return buffer;
    }

    /**
     * Cuts the events into sessions and sums them up under each definition.
     *
     * @param definitions what a session is; those with the same rules share one cut
     * @param keyEvents which events make a session engaged
     * @param aggregation gives how visits become the summary of a definition
     * @param <R> the type of the summaries
     * @return the groups by the name of the definition, in the order of the definitions
     */
    public <R> Map<String, Groups<R>> sessions(
            Collection<SessionDefinition> definitions,
            NamedEvents keyEvents,
            Function<SessionDefinition, ? extends Aggregation<Visits, ?, R>> aggregation) {
        Map<String, SessionSums<?, R>> sums = new LinkedHashMap<>();
        definitions.forEach(
                definition -> sums.put(definition.name(), sums(definition.rules(), aggregation.apply(definition))));
        batches(batch -> {
            Map<SessionRules, Sessions<String>> cuts = new HashMap<>();
            sums.values().forEach(sum -> {
                Sessions<String> cut = cuts.computeIfAbsent(
                        sum.rules,
                        rules -> Sessionizer.<String>of(rules)
                                .withKeyEvents(keyEvents)
                                .sessions(batch.events));
                sum.levels.forEach(level -> add(level, batch, cut));
            });
        });
        Map<String, Groups<R>> groups = new LinkedHashMap<>();
        sums.forEach((name, sum) -> groups.put(name, sum.groups()));
        return groups;
    }

    /**
     * Cuts the events into sessions and sums them up.
     *
     * @param definition what a session is
     * @param keyEvents which events make a session engaged
     * @param aggregation how visits become the summary
     * @param <R> the type of the summaries
     * @return the groups
     */
    public <R> Groups<R> sessions(
            SessionDefinition definition, NamedEvents keyEvents, Aggregation<Visits, ?, R> aggregation) {
        return requireNonNull(
                sessions(List.of(definition), keyEvents, one -> aggregation).get(definition.name()));
    }

    private <S, R> SessionSums<S, R> sums(SessionRules rules, Aggregation<Visits, S, R> aggregation) {
        List<Level<S, R>> levels = new ArrayList<>();
        for (boolean byLabels : isGrouped() ? new boolean[] {false, true} : new boolean[] {false}) {
            for (boolean byPeriod : periods.isSplit() ? new boolean[] {false, true} : new boolean[] {false}) {
                levels.add(new Level<>(byLabels, byPeriod, buffer(aggregation, byLabels, byPeriod)));
            }
        }
        return new SessionSums<>(rules, levels);
    }

    /** Sums by labels or not, and by period or not. */
    private record Level<S, R>(boolean byLabels, boolean byPeriod, Groups.Buffer<Visits, S, R> buffer) {}

    /**
     * The summary under one definition while it grows. A visitor may have sessions in several groups and periods, so
     * that everything, the groups and the periods are summed up each for itself.
     */
    private record SessionSums<S, R>(SessionRules rules, List<Level<S, R>> levels) {

        private Groups<R> level(boolean byLabels, boolean byPeriod) {
            return levels.stream()
                    .filter(level -> level.byLabels == byLabels && level.byPeriod == byPeriod)
                    .findFirst()
                    .map(level -> level.buffer.groups())
                    .orElseGet(() -> Groups.of(levels.get(0).buffer.groups().all(), new TreeMap<>()));
        }

        Groups<R> groups() {
            Groups<R> periods = level(false, true);
            Groups<R> byLabels = level(true, false);
            Groups<R> cells = level(true, true);
            TreeMap<Labels, Groups.Group<R>> groups = new TreeMap<>();
            byLabels.byLabels().forEach((labels, group) -> {
                Groups.Group<R> parts = cells.byLabels().get(labels);
                groups.put(
                        labels, new Groups.Group<>(group.total(), parts == null ? new TreeMap<>() : parts.periods()));
            });
            return Groups.of(
                    new Groups.Group<>(
                            level(false, false).all().total(), periods.all().periods()),
                    groups);
        }
    }

    private void add(Level<?, ?> level, Batch batch, Sessions<String> cut) {
        Visits.Firsts firsts = new Visits.Firsts(cut);
        if (level.byLabels || level.byPeriod) {
            cut.groupedBy(event -> batch.group(event).part(level.byLabels, level.byPeriod))
                    .forEach((group, part) -> {
                        long start = part.list().get(0).start().toEpochMilli();
                        Visits visits = visits(part, firsts, level.byPeriod ? periods.last(start, last()) : last());
                        level.buffer.add(
                                group.labels(),
                                group.period(),
                                visits,
                                part.intake().count());
                    });
        } else {
            level.buffer.add(
                    Labels.ALL, "", visits(cut, firsts, last()), cut.intake().count());
        }
        notKept(batch, cut, event -> batch.group(event).part(level.byLabels, level.byPeriod), level.buffer);
    }

    private Visits visits(Sessions<String> sessions, Visits.Firsts firsts, LocalDate observedThrough) {
        return new Visits(sessions, firsts, periods.day(earliest), observedThrough);
    }

    /** The last day of the files. */
    private LocalDate last() {
        return periods.day(latest.instant().map(Instant::toEpochMilli).orElse(0L));
    }

    /** Leaves out what is in no session: rows without a given one, or beyond the longest. */
    private void notKept(
            Batch batch,
            Sessions<String> cut,
            Function<WebEvent<String>, EventGroup> groupOf,
            Groups.Buffer<?, ?, ?> buffer) {
        if (cut.intake().count() == batch.events.size()) {
            return;
        }
        Set<WebEvent<String>> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        cut.forEach((session, own) -> kept.addAll(own));
        for (WebEvent<String> event : batch.events) {
            if (!kept.contains(event)) {
                EventGroup group = groupOf.apply(event);
                Reason reason = event.session().isEmpty() ? NO_SESSION : BEYOND;
                buffer.leaveOut(group.labels(), group.period(), reason);
            }
        }
    }

    /**
     * Sums up the events visitor by visitor. A visitor belongs to the group of its first event.
     *
     * @param aggregation how the events of some visitors, all of each and in order of time, become a summary
     * @param <S> the type of the states
     * @param <R> the type of the summaries
     * @return the groups
     */
    public <S, R> Groups<R> visitors(Aggregation<List<WebEvent<String>>, S, R> aggregation) {
        Groups.Buffer<List<WebEvent<String>>, S, R> buffer = buffer(aggregation, true, true);
        batches(batch -> addVisitors(batch, batch.events, buffer));
        return buffer.groups();
    }

    /**
     * Sums up the events visitor by visitor, each event naming the session that it is in.
     *
     * @param definition what a session is
     * @param aggregation how the events of some visitors, all of each, become a summary
     * @param <S> the type of the states
     * @param <R> the type of the summaries
     * @return the groups
     */
    public <S, R> Groups<R> visitors(
            SessionDefinition definition, Aggregation<List<WebEvent<String>>, S, R> aggregation) {
        Groups.Buffer<List<WebEvent<String>>, S, R> buffer = buffer(aggregation, true, true);
        batches(batch -> {
            Sessions<String> cut = Sessionizer.<String>of(definition).sessions(batch.events);
            addVisitors(batch, cut.events(), buffer);
            notKept(batch, cut, batch::group, buffer);
        });
        return buffer.groups();
    }

    private void addVisitors(
            Batch batch, List<WebEvent<String>> events, Groups.Buffer<List<WebEvent<String>>, ?, ?> buffer) {
        if (!isSplit()) {
            buffer.add(Labels.ALL, "", events, events.size());
            return;
        }
        Map<EventGroup, List<WebEvent<String>>> parts = new HashMap<>();
        for (WebEvent<String> event : events) {
            EventGroup group = group(requireNonNull(batch.firsts.get(event.visitor())));
            parts.computeIfAbsent(group, fresh -> new ArrayList<>()).add(event);
        }
        parts.forEach((group, own) -> buffer.add(group.labels(), group.period(), own, own.size()));
    }
}

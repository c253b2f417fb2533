package io.cxmetrics.support.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.support.Author;
import io.cxmetrics.support.SlaMetric;
import io.cxmetrics.support.SlaPolicy;
import io.cxmetrics.support.SlaTarget;
import io.cxmetrics.support.Status;
import io.cxmetrics.support.StatusCategory;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketEvent;
import io.cxmetrics.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every ticket: random histories of ten days from Monday 09:00, to the minute. */
class SlaPropertyTest {

    private static final Instant MONDAY = SlaCase.at("09:00");
    private static final int DAYS = 10;
    private static final int MINUTES = DAYS * 24 * 60;
    private static final List<String> PRIORITIES = List.of("normal", "urgent");

    private static Instant minute(int minute) {
        return MONDAY.plusSeconds(60L * minute);
    }

    /** A policy with every promise; longer ones where the factor is more than 1. */
    private static SlaPolicy policy(long seed, int factor) {
        Random random = new Random(seed);
        List<SlaTarget> targets = new ArrayList<>();
        for (SlaMetric metric : SlaMetric.values()) {
            for (String priority : PRIORITIES) {
                Duration target = Duration.ofMinutes((long) factor * (1 + random.nextInt(2000)));
                targets.add(new SlaTarget(metric, priority, target, random.nextBoolean()));
            }
        }
        return new SlaPolicy("policy " + seed, targets);
    }

    /**
     * What happens in a minute; the minutes of a ticket differ, so that the order in which events are given is no news.
     */
    private record Happening(int offset, int kind, int which) {

        TicketEvent event(int factor) {
            Instant at = minute(offset);
            return switch (kind) {
                case 0, 1 ->
                    new TicketEvent.StatusChange(
                            at,
                            List.of(Status.OPEN, Status.PENDING, Status.HOLD, Status.SOLVED)
                                    .get(which % 4));
                case 2 -> new TicketEvent.Comment(at, Author.REQUESTER, "", which % 5 > 0);
                case 3 -> new TicketEvent.Comment(at, Author.AGENT, "", which % 5 > 0);
                case 4 -> new TicketEvent.PriorityChange(at, PRIORITIES.get(which % 2));
                case 5 -> new TicketEvent.PolicyChange(at, policy(which % 3, factor));
                default ->
                    new TicketEvent.ScheduleChange(
                            at,
                            List.of(SlaCase.OFFICE, SlaCase.ALWAYS, SlaCase.NEW_YORK)
                                    .get(which % 3));
            };
        }
    }

    private static Arbitrary<List<Happening>> histories(int first, int kinds) {
        Arbitrary<Happening> happening = Combinators.combine(
                        Arbitraries.integers().between(first, MINUTES),
                        Arbitraries.integers().between(0, kinds - 1),
                        Arbitraries.integers().between(0, 59))
                .as(Happening::new);
        return happening.list().ofMaxSize(25).uniqueElements(Happening::offset);
    }

    @Provide
    Arbitrary<List<Happening>> histories() {
        return histories(-60, 7);
    }

    @Provide
    Arbitrary<List<Happening>> historiesUnderOnePolicy() {
        return histories(0, 4);
    }

    @Provide
    Arbitrary<SlaDefinition> rules() {
        return Arbitraries.of(SlaStartRule.class)
                .map(start -> SlaDefinition.in(SlaCase.OFFICE).withStart(start));
    }

    private static List<TicketEvent> events(List<Happening> history, int factor) {
        List<TicketEvent> events = new ArrayList<>();
        history.forEach(happening -> events.add(happening.event(factor)));
        return events;
    }

    private static Ticket ticket(List<TicketEvent> events) {
        return Ticket.of("4711", MONDAY, Author.REQUESTER, events);
    }

    @Property
    void asTimeGoesByElapsedNeverDecreasesAndABreachIsNeverForgiven(
            @ForAll("histories") List<Happening> history,
            @ForAll("rules") SlaDefinition rules,
            @ForAll @IntRange(max = MINUTES) int now,
            @ForAll @IntRange(max = MINUTES) int later) {
        Ticket ticket = ticket(events(history, 1));
        SlaReplay before = SlaReplay.of(ticket, rules, minute(Math.min(now, later)));
        SlaReplay after = SlaReplay.of(ticket, rules, minute(Math.max(now, later)));
        for (SlaMetric metric : SlaMetric.values()) {
            List<SlaInstance> old = before.instances(metric);
            List<SlaInstance> young = after.instances(metric);
            assertThat(young).hasSizeGreaterThanOrEqualTo(old.size());
            for (int i = 0; i < old.size(); i++) {
                assertThat(young.get(i).elapsed())
                        .isGreaterThanOrEqualTo(old.get(i).elapsed());
                if (old.get(i).state() == SlaState.BREACHED) {
                    assertThat(young.get(i).state()).isEqualTo(SlaState.BREACHED);
                    assertThat(young.get(i).breachedAt()).isEqualTo(old.get(i).breachedAt());
                }
            }
        }
    }

    @Property
    void itIsBreachedIfAndOnlyIfMoreThanTheTargetIsUsed(
            @ForAll("histories") List<Happening> history,
            @ForAll("rules") SlaDefinition rules,
            @ForAll @IntRange(max = MINUTES) int now) {
        for (SlaInstance instance :
                SlaReplay.of(ticket(events(history, 1)), rules, minute(now)).instances()) {
            assertThat(instance.state() == SlaState.BREACHED)
                    .isEqualTo(instance.elapsed().compareTo(instance.target().target()) > 0)
                    .isEqualTo(instance.breachedAt().isPresent())
                    .isEqualTo(instance.remaining().isNegative());
            assertThat(instance.state() == SlaState.MET)
                    .isEqualTo(instance.fulfilledAt().isPresent()
                            && instance.breachedAt().isEmpty());
            assertThat(instance.appliedAt()).isAfterOrEqualTo(instance.startedAt());
            instance.dueAt()
                    .ifPresent(due -> assertThat(instance.state().live()).isTrue());
        }
    }

    /** Replayed up to the deadline it is not breached, and a week of office hours later it is. */
    @Property
    void aDeadlineIsKeptIfNothingChanges(
            @ForAll("histories") List<Happening> history, @ForAll("rules") SlaDefinition rules) {
        Ticket ticket = ticket(events(history, 1));
        Instant end = minute(MINUTES + 1);
        List<SlaInstance> now = SlaReplay.of(ticket, rules, end).instances();
        for (int i = 0; i < now.size(); i++) {
            Instant due = now.get(i).dueAt().orElse(MONDAY);
            if (due.isAfter(end)) {
                SlaInstance then = SlaReplay.of(ticket, rules, due).instances().get(i);
                assertThat(then.remaining()).isZero();
                assertThat(then.state()).isEqualTo(SlaState.AT_RISK);
                SlaInstance week = SlaReplay.of(ticket, rules, due.plus(Duration.ofDays(7)))
                        .instances()
                        .get(i);
                assertThat(week.breachedAt()).contains(due);
            }
        }
    }

    /**
     * The first breach of each promise, for up to it all is alike. A breached promise is not changed by another
     * priority, and goes on with its own hours; what a later policy takes over from it may be less than from one that
     * was changed.
     */
    @Property
    void aLongerTargetNeverBreachesEarlier(
            @ForAll("histories") List<Happening> history, @ForAll("rules") SlaDefinition rules) {
        SlaReplay tight = SlaReplay.of(ticket(events(history, 1)), rules, minute(MINUTES));
        SlaReplay loose = SlaReplay.of(ticket(events(history, 2)), rules, minute(MINUTES));
        assertThat(loose.instances()).hasSameSizeAs(tight.instances());
        for (SlaMetric metric : SlaMetric.values()) {
            assertThat(firstBreach(loose.instances(metric))).isAfterOrEqualTo(firstBreach(tight.instances(metric)));
        }
    }

    private static Instant firstBreach(List<SlaInstance> instances) {
        return instances.stream()
                .flatMap(instance -> instance.breachedAt().stream())
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    @Property
    void theOrderOfTheInputDoesNotMatter(
            @ForAll("histories") List<Happening> history, @ForAll("rules") SlaDefinition rules, @ForAll Random random) {
        List<TicketEvent> events = events(history, 1);
        SlaReplay replay = SlaReplay.of(ticket(events), rules, minute(MINUTES));
        Collections.shuffle(events, random);
        SlaReplay shuffled = SlaReplay.of(ticket(events), rules, minute(MINUTES));
        assertThat(shuffled.instances()).isEqualTo(replay.instances());
        assertThat(shuffled.events()).isEqualTo(replay.events());
    }

    @Property
    void theEventsTellTheSameStory(@ForAll("histories") List<Happening> history, @ForAll("rules") SlaDefinition rules) {
        SlaReplay replay = SlaReplay.of(ticket(events(history, 1)), rules, minute(MINUTES));
        assertThat(replay.events()).extracting(SlaEvent::at).isSorted();
        for (SlaInstance instance : replay.instances()) {
            List<SlaEvent> own = replay.events().stream()
                    .filter(event -> event.metric() == instance.metric() && event.number() == instance.number())
                    .toList();
            assertThat(own).first().extracting(SlaEvent::kind).isEqualTo(SlaEvent.Kind.APPLY);
            assertThat(own).extracting(SlaEvent::elapsed).isSorted();
            assertThat(own.stream()
                            .filter(event -> event.kind() == SlaEvent.Kind.BREACH)
                            .map(SlaEvent::at))
                    .isEqualTo(instance.breachedAt().stream().toList());
            assertThat(own.get(own.size() - 1).target()).isEqualTo(instance.target());
        }
    }

    /** Another route to the same times: a walk through the minutes that asks of each what the ticket waits for. */
    @Property(tries = 150)
    void elapsedTimesAreThoseOfAWalkThroughTheMinutes(
            @ForAll("historiesUnderOnePolicy") List<Happening> history, @ForAll @IntRange(max = 2) int which) {
        SlaPolicy policy = policy(which, 1);
        List<TicketEvent> events = events(history, 1);
        events.add(new TicketEvent.PolicyChange(MONDAY, policy));
        SlaReplay replay = SlaReplay.of(ticket(events), SlaDefinition.in(SlaCase.OFFICE), minute(MINUTES));
        for (SlaMetric metric : SlaMetric.values()) {
            boolean business = policy.target(metric, "normal").orElseThrow().businessHours();
            WorkingCalendar hours = business ? SlaCase.OFFICE : SlaCase.ALWAYS;
            long walked = new MinuteWalk(events).minutes(metric, hours);
            Duration elapsed =
                    replay.instances(metric).stream().map(SlaInstance::elapsed).reduce(Duration.ZERO, Duration::plus);
            assertThat(elapsed).as(metric.name()).isEqualTo(Duration.ofMinutes(walked));
        }
    }

    private record MinuteWalk(List<TicketEvent> events) {

        long minutes(SlaMetric metric, WorkingCalendar hours) {
            long waited = 0;
            StatusCategory status = StatusCategory.NEW;
            boolean replied = false;
            boolean unanswered = false;
            boolean updating = false;
            List<TicketEvent> sorted = ticket(events).events();
            int next = 0;
            for (int minute = 0; minute < MINUTES; minute++) {
                for (; next < sorted.size() && !sorted.get(next).at().isAfter(minute(minute)); next++) {
                    if (sorted.get(next) instanceof TicketEvent.StatusChange change) {
                        status = change.status().category();
                    } else if (sorted.get(next) instanceof TicketEvent.Comment comment && comment.visible()) {
                        boolean reply = comment.author() == Author.AGENT;
                        unanswered = !reply && replied;
                        replied |= reply;
                        updating = reply ? !status.resolved() : updating;
                    }
                }
                boolean waits = switch (metric) {
                    case FIRST_REPLY -> !replied && !status.resolved();
                    case NEXT_REPLY -> unanswered && !status.resolved();
                    case PERIODIC_UPDATE -> updating && !status.resolved();
                    case REQUESTER_WAIT -> !status.resolved() && status != StatusCategory.PENDING;
                    case AGENT_WORK -> status == StatusCategory.NEW || status == StatusCategory.OPEN;
                    case RESOLUTION -> !status.resolved();
                };
                waited += waits && hours.openAt(minute(minute)) ? 1 : 0;
            }
            return waited;
        }
    }
}

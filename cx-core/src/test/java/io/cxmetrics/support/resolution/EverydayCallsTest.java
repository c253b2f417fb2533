package io.cxmetrics.support.resolution;

import static io.cxmetrics.support.resolution.Backlog.toBacklog;
import static io.cxmetrics.support.resolution.ReplyTimes.toReplyTimes;
import static io.cxmetrics.support.resolution.TimeToResolution.toTimeToResolution;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MINUTES;
import static java.time.temporal.ChronoUnit.SECONDS;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.Aggregation;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.support.QueueWait;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.contact.Reopens;
import io.cxmetrics.time.TimeMeasure;
import io.cxmetrics.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What callers write from records of their own. */
class EverydayCallsTest {

    private record T(
            String priority,
            Instant created,
            @Nullable Instant replied,
            @Nullable Instant solved) {}

    private static Instant at(String time) {
        return Instant.parse("2026-03-" + time + ":00Z");
    }

    private static final Instant UNTIL = at("06T00:00");
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    /** Monday 2 March to Thursday. By hand: high took 2 and 6 office hours, low is open and one comes later. */
    private static final List<T> TICKETS = List.of(
            new T("high", at("02T09:00"), at("02T09:30"), at("02T11:00")),
            new T("high", at("02T16:00"), at("03T09:30"), at("03T14:00")),
            new T("low", at("03T16:00"), null, null),
            new T("low", at("05T10:00"), at("06T09:00"), at("06T10:00")),
            new T("low", at("06T10:00"), null, null));

    @Test
    void timeToResolutionByPriorityInOfficeHours() {
        WorkingCalendar calendar = WorkingCalendar.parse("Mon-Fri 09:00-17:00 UTC");
        Map<String, TimeToResolution> times = TICKETS.stream()
                .collect(groupingBy(T::priority, toTimeToResolution(T::created, T::solved, calendar, UNTIL)));
        assertThat(requireNonNull(times.get("high")).mean(HOURS)).isEqualTo(4);
        assertThat(times.get("low")).hasToString("TimeToResolution[resolved=0, open=2, left out=1]");
    }

    @Test
    void timeToResolutionInCalendarDays() {
        TimeToResolution days = TICKETS.stream()
                .collect(toTimeToResolution(T::created, T::solved, TimeMeasure.calendarDays(ZoneOffset.UTC), UNTIL));
        assertThat(days.sample(DAYS).values()).containsExactly(0, 1);
    }

    @Test
    void backlogAndReplies() {
        Backlog backlog = TICKETS.stream().collect(toBacklog(T::created, T::solved, UNTIL));
        assertThat(backlog.at(at("02T16:30"))).isEqualTo(1);
        assertThat(backlog.at(at("05T12:00"))).isEqualTo(2);
        ReplyTimes replies = TICKETS.stream().collect(toReplyTimes(T::created, T::replied, TimeMeasure.ELAPSED, UNTIL));
        assertThat(replies.firstReply().mean(MINUTES)).isEqualTo((30 + 17.5 * 60) / 2);
        assertThat(replies.unanswered()).isEqualTo(Proportion.of(2, 4));
        assertThat(replies.repliesPerTicket())
                .as("nothing is said of further replies")
                .isNaN();
        assertThat(replies.leftOut()).isEqualTo(1);
    }

    private record Call(
            Instant arrived,
            @Nullable Instant answered,
            @Nullable Instant hungUp) {}

    @Test
    void waitsInAQueue() {
        Instant noon = at("02T12:00");
        List<Call> calls = List.of(
                new Call(noon, noon.plusSeconds(10), noon.plusSeconds(300)),
                new Call(noon, noon.plusSeconds(30), null),
                new Call(noon, null, noon.plusSeconds(60)),
                new Call(noon, null, null));
        QueueWait waits = calls.stream()
                .collect(QueueWait.toQueueWait(Call::arrived, Call::answered, Call::hungUp, noon.plusSeconds(200)));
        assertThat(waits.answered().mean(SECONDS)).isEqualTo(20);
        assertThat(waits.abandonment()).isEqualTo(Proportion.of(1, 3));
        assertThat(waits.serviceLevel(Duration.ofSeconds(20))).isEqualTo(Proportion.of(1, 3));
        assertThat(waits.leftOut()).as("still waiting").isEqualTo(1);
    }

    /** Adding each to a sum of all before would copy two hundred thousand million times. */
    @Test
    void addingOneAtATimeIsLinear() {
        int many = 400_000;
        Aggregation<Integer, TimeToResolutionBuffer, TimeToResolution> aggregation =
                TimeToResolution.aggregation(i -> Instant.ofEpochMilli(i), i -> Instant.ofEpochMilli(3L * i), FAR);
        TimeToResolutionBuffer state = aggregation.zero();
        for (int i = 0; i < many; i++) {
            state = aggregation.add(state, i);
        }
        TimeToResolution times = aggregation.finish(state);
        assertThat(times.resolved()).isEqualTo(many);
        assertThat(times.sum()).isEqualTo(Duration.ofMillis((long) many * (many - 1)));
        assertThat(IntStream.range(0, many)
                        .boxed()
                        .collect(toBacklog(i -> Instant.ofEpochMilli(i), i -> Instant.ofEpochMilli(3L * i), FAR))
                        .opened())
                .isEqualTo(many);
    }

    /** No helper has to capture the type of the state. */
    @Test
    void theStateOfAnAggregationHasAName() {
        Aggregation<Ticket, Reopens, Reopens> reopens = Reopens.aggregation(UNTIL);
        Reopens state = reopens.zero();
        state = reopens.merge(state, reopens.zero());
        assertThat(reopens.finish(state)).isEqualTo(Reopens.EMPTY);
    }
}

package io.cxmetrics.support.resolution;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.support.Author;
import io.cxmetrics.support.ScheduleRule;
import io.cxmetrics.support.Status;
import io.cxmetrics.support.StatusCategory;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketClock;
import io.cxmetrics.support.TicketEvent;
import io.cxmetrics.support.TicketEvent.ScheduleChange;
import io.cxmetrics.support.TicketEvent.StatusChange;
import io.cxmetrics.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusTimesTest {

    private static final TicketClock ELAPSED = TicketClock.ELAPSED;
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static Instant at(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    private static StatusChange to(int minutes, Status status) {
        return new StatusChange(at(minutes), status);
    }

    private static Ticket ticket(TicketEvent... events) {
        return Ticket.of("4711", NOON, Author.REQUESTER, events);
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    /** New 5, open 10, pending 20, open 7, hold 40, solved 18 minutes: 100 together. */
    @Test
    void dividesTheLifeAmongTheStatuses() {
        StatusTimes times = StatusTimes.of(
                ticket(
                        to(5, Status.OPEN),
                        to(15, Status.PENDING),
                        to(35, Status.OPEN),
                        to(42, Status.HOLD),
                        to(82, Status.SOLVED)),
                at(100));
        assertThat(times.byStatus(ELAPSED))
                .containsExactly(
                        Map.entry("new", minutes(5)),
                        Map.entry("open", minutes(17)),
                        Map.entry("pending", minutes(20)),
                        Map.entry("hold", minutes(40)),
                        Map.entry("solved", minutes(18)));
        assertThat(times.byCategory(ELAPSED))
                .hasSize(6)
                .containsEntry(StatusCategory.OPEN, minutes(17))
                .containsEntry(StatusCategory.CLOSED, Duration.ZERO);
        assertThat(times.requesterWait(ELAPSED)).isEqualTo(minutes(62));
        assertThat(times.agentWork(ELAPSED)).isEqualTo(minutes(22));
        assertThat(times.agentWait(ELAPSED)).isEqualTo(minutes(20));
        assertThat(times.onHold(ELAPSED)).isEqualTo(minutes(40));
        assertThat(times.unresolved(ELAPSED)).isEqualTo(minutes(82));
        assertThat(times.lifetime(ELAPSED)).isEqualTo(minutes(100));
        assertThat(times.start()).isEqualTo(NOON);
        assertThat(times.end()).isEqualTo(at(100));
        assertThat(times.in(ELAPSED, StatusCategory.OPEN, StatusCategory.OPEN)).isEqualTo(minutes(17));
        assertThat(times)
                .hasToString("StatusTimes[4711, new=PT5M, open=PT17M, pending=PT20M, hold=PT40M, solved=PT18M]");
    }

    @Test
    void whatCountsIsTheCategoryWhateverTheName() {
        Status vendor = new Status("Awaiting Vendor", StatusCategory.HOLD);
        Status onHold = new Status("on-hold", StatusCategory.HOLD);
        StatusTimes times = StatusTimes.of(ticket(to(0, vendor), to(30, onHold)), at(50));
        assertThat(times.onHold(ELAPSED)).isEqualTo(minutes(50));
        assertThat(times.byStatus(ELAPSED))
                .containsExactly(Map.entry("Awaiting Vendor", minutes(30)), Map.entry("on-hold", minutes(20)));
    }

    @Test
    void aTicketWithoutChangesIsNew() {
        StatusTimes times = StatusTimes.of(ticket(), at(10));
        assertThat(times.stays()).containsExactly(new StatusTimes.Stay(Status.NEW, NOON, at(10)));
        assertThat(StatusTimes.of(ticket(), NOON).lifetime(ELAPSED)).isZero();
    }

    @Test
    void theLastStayHasTheStatusJustBeforeTheEnd() {
        Ticket ticket = ticket(to(5, Status.OPEN), to(10, Status.SOLVED), to(20, Status.OPEN));
        assertThat(StatusTimes.of(ticket, at(10)).stays())
                .containsExactly(
                        new StatusTimes.Stay(Status.NEW, NOON, at(5)),
                        new StatusTimes.Stay(Status.OPEN, at(5), at(10)));
        assertThat(StatusTimes.of(ticket, at(10).plusNanos(1)).stays()).hasSize(3);
    }

    @Test
    void statusesOfTheSameInstantAreStaysOfNoLength() {
        StatusTimes times = StatusTimes.of(ticket(to(5, Status.OPEN), to(5, Status.HOLD)), at(9));
        assertThat(times.stays().stream().map(StatusTimes.Stay::duration))
                .isEqualTo(List.of(minutes(5), Duration.ZERO, minutes(4)));
    }

    @Test
    void aHistoryThatBeginsBeforeTheCreationCountsFromThere() {
        StatusTimes times = StatusTimes.of(ticket(to(-30, Status.OPEN), to(15, Status.SOLVED)), at(20));
        assertThat(times.start()).isEqualTo(at(-30));
        assertThat(times.skew()).isEqualTo(minutes(30));
        assertThat(times.byStatus(ELAPSED))
                .containsExactly(Map.entry("open", minutes(45)), Map.entry("solved", minutes(5)));
        assertThat(StatusTimes.of(ticket(to(1, Status.OPEN)), at(20)).skew()).isZero();
    }

    /**
     * Open from Monday 12:00 on, the shop's schedule from 16:00, pending from 18:00, until Tuesday 10:00. Per segment
     * open is 4 office hours and 2 shop hours, pending 4 shop hours in the evening and 4 in the morning. At the change
     * of status the office hours count for open until 17:00, at its end the shop's.
     */
    @Test
    void businessTimeIsMeasuredForEachStay() {
        WorkingCalendar office = WorkingCalendar.in(ZoneOffset.UTC).open(MONDAY, FRIDAY, "09:00", "17:00");
        WorkingCalendar shop = WorkingCalendar.in(ZoneOffset.UTC).open(MONDAY, FRIDAY, "06:00", "22:00");
        StatusTimes times = StatusTimes.of(
                ticket(to(0, Status.OPEN), new ScheduleChange(at(240), shop), to(360, Status.PENDING)),
                Instant.parse("2026-03-03T10:00:00Z"));
        TicketClock segments = TicketClock.of(ScheduleRule.PER_SEGMENT, office);
        assertThat(times.agentWork(segments)).isEqualTo(Duration.ofHours(6));
        assertThat(times.agentWait(segments)).isEqualTo(Duration.ofHours(8));
        assertThat(times.lifetime(segments)).isEqualTo(Duration.ofHours(14));
        TicketClock atStart = TicketClock.of(ScheduleRule.AT_START, office);
        assertThat(times.agentWork(atStart)).isEqualTo(Duration.ofHours(5));
        assertThat(times.lifetime(atStart)).isEqualTo(Duration.ofHours(13));
        assertThat(times.agentWork(TicketClock.of(ScheduleRule.AT_END, office))).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void refusesAnEndBeforeTheBeginning() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatusTimes.of(ticket(), at(-1)))
                .withMessage("observedUntil must not be before the life of ticket 4711 begins at 2026-03-02T12:00:00Z,"
                        + " got 2026-03-02T11:59:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StatusTimes.Stay(Status.OPEN, at(1), at(0)))
                .withMessage("endExclusive must not be before startInclusive 2026-03-02T12:01:00Z,"
                        + " got 2026-03-02T12:00:00Z");
    }
}

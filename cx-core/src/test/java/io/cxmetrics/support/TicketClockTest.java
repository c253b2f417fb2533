package io.cxmetrics.support;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.support.TicketEvent.ScheduleChange;
import io.cxmetrics.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TicketClockTest {

    private static final WorkingCalendar OFFICE =
            WorkingCalendar.in(ZoneOffset.UTC).open(MONDAY, FRIDAY, "09:00", "17:00");
    private static final WorkingCalendar SHOP =
            WorkingCalendar.in(ZoneOffset.UTC).open(MONDAY, FRIDAY, "06:00", "22:00");
    private static final WorkingCalendar CLOSED = WorkingCalendar.in(ZoneOffset.UTC);
    private static final Instant MONDAY_9 = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TUESDAY_12 = Instant.parse("2026-03-03T12:00:00Z");
    private static final Instant WEDNESDAY_10 = Instant.parse("2026-03-04T10:00:00Z");
    private static final Ticket TICKET =
            Ticket.of("1", MONDAY_9, Author.REQUESTER, new ScheduleChange(TUESDAY_12, SHOP));

    /**
     * By hand, Monday 09:00 to Wednesday 10:00, office hours 9 to 17 until Tuesday noon and shop hours 6 to 22 from
     * then on. At start 8 + 8 + 1, at end 13 + 16 + 4, per segment 8 + 3 and 10 + 4 hours.
     */
    @ParameterizedTest
    @CsvSource({"ELAPSED, PT49H", "AT_START, PT17H", "AT_END, PT33H", "PER_SEGMENT, PT25H"})
    void policiesDisagreeOnATicketWithTwoSchedules(ScheduleRule policy, Duration expected) {
        TicketClock clock = TicketClock.of(policy, OFFICE);
        assertThat(clock.between(TICKET, MONDAY_9, WEDNESDAY_10)).isEqualTo(expected);
        assertThat(clock.between(TICKET, WEDNESDAY_10, MONDAY_9)).isEqualTo(expected.negated());
        assertThat(clock.between(TICKET, MONDAY_9, MONDAY_9)).isZero();
    }

    /** New York, Friday 16:00 to Monday 10:00 over the change of clocks: 65 hours elapsed, not 66. */
    @ParameterizedTest
    @CsvSource({"ELAPSED, PT65H", "AT_START, PT2H", "AT_END, PT2H", "PER_SEGMENT, PT2H"})
    void policiesAgreeOnATicketWithOneSchedule(ScheduleRule policy, Duration expected) {
        Instant friday = Instant.parse("2024-03-08T21:00:00Z");
        Instant monday = Instant.parse("2024-03-11T14:00:00Z");
        WorkingCalendar newYork =
                WorkingCalendar.in(ZoneId.of("America/New_York")).open(MONDAY, FRIDAY, "09:00", "17:00");
        Ticket unscheduled = Ticket.of("1", friday, Author.REQUESTER);
        Ticket scheduled = Ticket.of("1", friday, Author.REQUESTER, new ScheduleChange(friday, newYork));
        assertThat(TicketClock.of(policy, newYork).between(unscheduled, friday, monday))
                .isEqualTo(expected);
        assertThat(TicketClock.of(policy, CLOSED).between(scheduled, friday, monday))
                .isEqualTo(expected);
    }

    @Test
    void aScheduleIsInForceFromItsInstantOn() {
        TicketClock clock = TicketClock.of(ScheduleRule.AT_END, OFFICE);
        assertThat(clock.scheduleAt(TICKET, TUESDAY_12.minusNanos(1))).isEqualTo(OFFICE);
        assertThat(clock.scheduleAt(TICKET, TUESDAY_12)).isEqualTo(SHOP);
        assertThat(clock.between(TICKET, MONDAY_9, TUESDAY_12)).isEqualTo(Duration.ofHours(13 + 6));
        assertThat(TicketClock.of(ScheduleRule.PER_SEGMENT, OFFICE).between(TICKET, MONDAY_9, TUESDAY_12))
                .isEqualTo(Duration.ofHours(8 + 3));
        assertThat(TicketClock.of(ScheduleRule.AT_START, OFFICE).between(TICKET, TUESDAY_12, WEDNESDAY_10))
                .isEqualTo(Duration.ofHours(10 + 4));
    }

    @Test
    void aCalendarThatNeverOpensHasNoOpenTime() {
        assertThat(TicketClock.of(ScheduleRule.AT_START, CLOSED).between(TICKET, MONDAY_9, WEDNESDAY_10))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = ScheduleRule.class,
            names = {"AT_START", "AT_END", "PER_SEGMENT"})
    void refusesWhatNoCalendarReaches(ScheduleRule policy) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        TicketClock.of(policy, OFFICE).between(TICKET, MONDAY_9, Instant.parse("9999-12-31T00:00:00Z")))
                .withMessage("to must be in [1800-01-01T00:00:00Z, 2400-01-01T00:00:00Z), got 9999-12-31T00:00:00Z");
    }

    @Test
    void elapsedTimeAsksNoCalendar() {
        assertThat(TicketClock.of(ScheduleRule.ELAPSED, OFFICE)).isEqualTo(TicketClock.ELAPSED);
        assertThat(TicketClock.ELAPSED.between(TICKET, MONDAY_9, Instant.parse("9999-12-31T00:00:00Z")))
                .isGreaterThan(Duration.ofDays(2_900_000));
    }
}

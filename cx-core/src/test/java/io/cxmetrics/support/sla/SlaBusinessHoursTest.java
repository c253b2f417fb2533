package io.cxmetrics.support.sla;

import static io.cxmetrics.support.SlaMetric.FIRST_REPLY;
import static io.cxmetrics.support.SlaMetric.RESOLUTION;
import static io.cxmetrics.support.sla.SlaCase.at;
import static io.cxmetrics.support.sla.SlaCase.business;
import static io.cxmetrics.support.sla.SlaCase.policy;
import static io.cxmetrics.support.sla.SlaCase.target;
import static io.cxmetrics.support.sla.SlaCase.ticket;
import static io.cxmetrics.support.sla.SlaReplayTest.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.support.Author;
import io.cxmetrics.time.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Targets in business hours, each worked out by hand. */
class SlaBusinessHoursTest {

    private static final SlaDefinition OFFICE = SlaDefinition.in(SlaCase.OFFICE);
    private static final SlaDefinition NEW_YORK = SlaDefinition.in(SlaCase.NEW_YORK);

    /**
     * New York, Friday 8 March 2024 16:00 (21:00Z) to Monday 10:00 (14:00Z, since clocks went forward on Sunday): an
     * hour on Friday and one on Monday, 120 business minutes; 3,900 elapsed minutes and not 3,960.
     */
    @Test
    void aWeekendAndAClockChangeInBetween() {
        SlaCase asked = ticket("2024-03-08T21:00:00Z", Author.REQUESTER)
                .policy("2024-03-08T21:00:00Z", policy("Gold", business(FIRST_REPLY, "normal", "PT2H")));
        SlaInstance sunday = only(asked.until("2024-03-10T12:00:00Z", NEW_YORK), FIRST_REPLY);
        assertThat(sunday.elapsed()).hasToString("PT1H");
        assertThat(sunday.dueAt()).contains(at("2024-03-11T14:00:00Z"));
        SlaInstance late = only(asked.until("2024-03-11T14:00:00.000000001Z", NEW_YORK), FIRST_REPLY);
        assertThat(late.state()).isEqualTo(SlaState.BREACHED);
        assertThat(late.breachedAt()).contains(at("2024-03-11T14:00:00Z"));
        SlaInstance met =
                only(asked.replies("2024-03-11T14:00:00Z").until("2024-03-12T00:00:00Z", NEW_YORK), FIRST_REPLY);
        assertThat(met.state()).isEqualTo(SlaState.MET);
        assertThat(met.elapsed()).hasToString("PT2H");

        SlaInstance elapsed = only(
                ticket("2024-03-08T21:00:00Z", Author.REQUESTER)
                        .policy("2024-03-08T21:00:00Z", policy(FIRST_REPLY, "P3D"))
                        .replies("2024-03-11T14:00:00Z")
                        .until("2024-03-12T00:00:00Z", NEW_YORK),
                FIRST_REPLY);
        assertThat(elapsed.elapsed()).hasToString("PT65H");
    }

    /**
     * The shift of Saturday 22:00 (03:00Z) to 06:00 (10:00Z) lasts 7 h; half an hour is left for Sunday 22:00 (02:00Z).
     */
    @Test
    void aNightShiftThatLosesAnHour() {
        WorkingCalendar nights = WorkingCalendar.in(ZoneId.of("America/New_York"))
                .open(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, "22:00", "06:00");
        SlaInstance wait = only(
                ticket("2024-03-10T03:00:00Z", Author.REQUESTER)
                        .policy("2024-03-10T03:00:00Z", policy("Gold", business(RESOLUTION, "normal", "PT7H30M")))
                        .until("2024-03-10T20:00:00Z", SlaDefinition.in(nights)),
                RESOLUTION);
        assertThat(wait.elapsed()).hasToString("PT7H");
        assertThat(wait.dueAt()).contains(at("2024-03-11T02:30:00Z"));
    }

    /**
     * Friday 6 March 16:00 to closing is the hour; Monday at opening is still exactly an hour, a second later is not.
     */
    @Test
    void aDeadlineAtClosingTimeIsMetUntilTheNextOpening() {
        SlaCase asked = ticket("2026-03-06T16:00:00Z", Author.REQUESTER)
                .policy("2026-03-06T16:00:00Z", policy("Gold", business(FIRST_REPLY, "normal", "PT1H")));
        SlaInstance weekend = only(asked.until("2026-03-07T12:00:00Z", OFFICE), FIRST_REPLY);
        assertThat(weekend.state()).isEqualTo(SlaState.AT_RISK);
        assertThat(weekend.dueAt()).contains(at("2026-03-06T17:00:00Z"));
        assertThat(only(asked.until("2026-03-09T09:00:00Z", OFFICE), FIRST_REPLY)
                        .state())
                .isEqualTo(SlaState.AT_RISK);
        SlaInstance late = only(asked.until("2026-03-09T09:00:01Z", OFFICE), FIRST_REPLY);
        assertThat(late.state()).isEqualTo(SlaState.BREACHED);
        assertThat(late.breachedAt()).contains(at("2026-03-06T17:00:00Z"));
        assertThat(late.overTarget()).hasToString("PT1S");
    }

    /** Office hours until Monday 20:00 (8 h of them), day and night from then: 8 h + 4 h at midnight. */
    @Test
    void eachStretchCountsByTheScheduleInForce() {
        SlaCase moved = ticket().policy("09:00", policy("Gold", business(RESOLUTION, "normal", "PT11H")))
                .schedule("20:00", SlaCase.ALWAYS);
        SlaInstance resolution = only(moved.until("2026-03-03T00:00:00Z", OFFICE), RESOLUTION);
        assertThat(resolution.elapsed()).hasToString("PT12H");
        assertThat(resolution.breachedAt()).contains(at("23:00"));
    }

    /** 2 h on Monday, Tuesday a holiday, and 1 h on Wednesday. */
    @Test
    void holidaysDoNotCount() {
        SlaDefinition holiday = SlaDefinition.in(SlaCase.OFFICE.holiday(LocalDate.of(2026, 3, 3)));
        SlaInstance resolution = only(
                ticket("15:00", Author.REQUESTER)
                        .policy("15:00", policy("Gold", business(RESOLUTION, "normal", "PT4H")))
                        .until("2026-03-04T10:00:00Z", holiday),
                RESOLUTION);
        assertThat(resolution.elapsed()).hasToString("PT3H");
        assertThat(resolution.dueAt()).contains(at("2026-03-04T11:00:00Z"));
    }

    @Test
    void aCalendarThatNeverOpensBreachesNothing() {
        SlaCase asked = ticket().policy("09:00", policy("Gold", business(RESOLUTION, "normal", "PT1H")));
        SlaInstance resolution = only(asked.until("2036-03-02T09:00:00Z", SlaDefinition.in(SlaCase.NEVER)), RESOLUTION);
        assertThat(resolution.state()).isEqualTo(SlaState.ACTIVE);
        assertThat(resolution.elapsed()).isZero();
        assertThat(resolution.dueAt()).isEmpty();
        assertThat(resolution.breachedAt()).isEmpty();
    }

    @Test
    void aTargetBeyondTheCalendarOrTheEndOfTimeIsNeverDue() {
        SlaCase calendar = ticket().policy("09:00", policy("Gold", business(RESOLUTION, "normal", "P3650000D")));
        assertThat(only(calendar.until("12:00", OFFICE), RESOLUTION).dueAt()).isEmpty();
        String endless = "PT" + Long.MAX_VALUE + "S";
        SlaCase elapsed = ticket().policy("09:00", policy("Gold", target(RESOLUTION, "normal", endless)));
        SlaInstance resolution = only(elapsed.until("12:00", OFFICE), RESOLUTION);
        assertThat(resolution.dueAt()).isEmpty();
        assertThat(resolution.elapsed()).hasToString("PT3H");
    }

    @Test
    void timesOutOfTheRangeOfCalendarsAreRefused() {
        SlaCase asked = ticket().policy("09:00", policy("Gold", business(RESOLUTION, "normal", "PT1H")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asked.until("9999-12-31T00:00:00Z", OFFICE))
                .withMessage("to must be in [1800-01-01T00:00:00Z, 2400-01-01T00:00:00Z), got 9999-12-31T00:00:00Z");
    }
}

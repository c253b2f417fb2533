package io.cxmetrics.time;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/**
 * Calendars where clocks change, in zones with odd ways to do so. The expected instants are those of the tz database.
 */
class ClockChangeTest {

    private static final WorkingCalendar NEW_YORK = WorkingCalendar.in(ZoneId.of("America/New_York"));

    private static long minutes(WorkingCalendar calendar, String from, String to) {
        ZoneId zone = calendar.zone();
        return calendar.openTime(
                        LocalDateTime.parse(from).atZone(zone).toInstant(),
                        LocalDateTime.parse(to).atZone(zone).toInstant())
                .toMinutes();
    }

    private static Opening opening(String from, String to) {
        return new Opening(Instant.parse(from), Instant.parse(to));
    }

    @Test
    void officeHoursOverTheWeekendOfTheChange() {
        WorkingCalendar office = NEW_YORK.open(MONDAY, FRIDAY, "09:00", "17:00");
        assertThat(minutes(office, "2024-03-08T16:00", "2024-03-11T10:00")).isEqualTo(120);
        assertThat(minutes(WorkingCalendar.always(office.zone()), "2024-03-08T16:00", "2024-03-11T10:00"))
                .isEqualTo(3900);
        assertThat(office.deadline(Instant.parse("2024-03-08T21:00:00Z"), Duration.ofHours(2)))
                .isEqualTo("2024-03-11T14:00:00Z");
    }

    @Test
    void aDayAndANightHaveTheirRealLength() {
        WorkingCalendar always = WorkingCalendar.always(ZoneId.of("America/New_York"));
        assertThat(minutes(always, "2024-03-10T00:00", "2024-03-11T00:00")).isEqualTo(1380);
        assertThat(minutes(always, "2024-11-03T00:00", "2024-11-04T00:00")).isEqualTo(1500);
        WorkingCalendar night = NEW_YORK.open(SATURDAY, "22:00", "06:00");
        assertThat(minutes(night, "2024-03-09T12:00", "2024-03-10T12:00")).isEqualTo(420);
        assertThat(minutes(night, "2024-11-02T12:00", "2024-11-03T12:00")).isEqualTo(540);
        assertThat(minutes(night, "2024-06-01T12:00", "2024-06-02T12:00")).isEqualTo(480);
    }

    @Test
    void timesThatClocksJumpOverAreAsMuchLater() {
        Instant from = Instant.parse("2024-03-10T00:00:00Z");
        Instant to = Instant.parse("2024-03-11T00:00:00Z");
        assertThat(NEW_YORK.open(SUNDAY, "02:15", "02:45").openings(from, to))
                .containsExactly(opening("2024-03-10T07:15:00Z", "2024-03-10T07:45:00Z"));
        assertThat(NEW_YORK.open(SUNDAY, "01:00", "02:30").openings(from, to))
                .containsExactly(opening("2024-03-10T06:00:00Z", "2024-03-10T07:30:00Z"));
        assertThat(NEW_YORK.open(SUNDAY, "02:30", "03:45").openings(from, to))
                .containsExactly(opening("2024-03-10T07:30:00Z", "2024-03-10T07:45:00Z"));
    }

    @Test
    void hoursOfWhichTheJumpLeavesNothingAreEmptyNotNegative() {
        WorkingCalendar gone = NEW_YORK.open(SUNDAY, "02:30", "03:15");
        assertThat(minutes(gone, "2024-03-10T00:00", "2024-03-11T00:00")).isZero();
        assertThat(minutes(gone, "2024-03-03T00:00", "2024-03-18T00:00")).isEqualTo(90);
        WorkingCalendar closed = WorkingCalendar.always(ZoneId.of("America/New_York"))
                .closed(LocalDateTime.parse("2024-03-10T02:30"), LocalDateTime.parse("2024-03-10T03:15"));
        assertThat(minutes(closed, "2024-03-10T00:00", "2024-03-11T00:00")).isEqualTo(1380);
    }

    @Test
    void hoursThatTheJumpPushesIntoEachOtherCountOnce() {
        WorkingCalendar pushed = NEW_YORK.open(SUNDAY, "02:15", "02:45").open(SUNDAY, "03:00", "04:00");
        assertThat(pushed.openings(Instant.parse("2024-03-10T00:00:00Z"), Instant.parse("2024-03-11T00:00:00Z")))
                .containsExactly(opening("2024-03-10T07:00:00Z", "2024-03-10T08:00:00Z"));
    }

    @Test
    void timesThatOccurTwiceAreTheFirst() {
        Instant from = Instant.parse("2024-11-03T00:00:00Z");
        Instant to = Instant.parse("2024-11-04T00:00:00Z");
        assertThat(NEW_YORK.open(SUNDAY, "00:00", "01:30").openings(from, to))
                .containsExactly(opening("2024-11-03T04:00:00Z", "2024-11-03T05:30:00Z"));
        assertThat(NEW_YORK.open(SUNDAY, "01:30", "02:00").openings(from, to))
                .containsExactly(opening("2024-11-03T05:30:00Z", "2024-11-03T07:00:00Z"));
        assertThat(NEW_YORK.extra(LocalDateTime.parse("2024-11-03T01:15"), LocalDateTime.parse("2024-11-03T01:45"))
                        .openings(from, to))
                .containsExactly(opening("2024-11-03T05:15:00Z", "2024-11-03T05:45:00Z"));
    }

    @Test
    void aClosureInTheHourThatOccursTwiceTakesTheFirst() {
        WorkingCalendar closed = WorkingCalendar.always(ZoneId.of("America/New_York"))
                .closed(LocalDateTime.parse("2024-11-03T01:00"), LocalDateTime.parse("2024-11-03T01:30"));
        assertThat(minutes(closed, "2024-11-03T00:00", "2024-11-04T00:00")).isEqualTo(1470);
        assertThat(closed.openAt(Instant.parse("2024-11-03T05:15:00Z"))).isFalse();
        assertThat(closed.openAt(Instant.parse("2024-11-03T06:15:00Z"))).isTrue();
    }

    @Test
    void holidaysHaveTheLengthOfTheirDay() {
        WorkingCalendar always = WorkingCalendar.always(ZoneId.of("America/New_York"));
        assertThat(minutes(always.holiday(LocalDate.of(2024, 3, 10)), "2024-03-09T00:00", "2024-03-12T00:00"))
                .isEqualTo(2 * 1440);
        assertThat(minutes(always.holiday(LocalDate.of(2024, 11, 3)), "2024-11-02T00:00", "2024-11-05T00:00"))
                .isEqualTo(2 * 1440);
    }

    @Test
    void lordHoweChangesByHalfAnHour() {
        WorkingCalendar always = WorkingCalendar.always(ZoneId.of("Australia/Lord_Howe"));
        assertThat(minutes(always, "2024-04-07T00:00", "2024-04-08T00:00")).isEqualTo(1470);
        assertThat(minutes(always, "2024-10-06T00:00", "2024-10-07T00:00")).isEqualTo(1410);
    }

    @Test
    void saoPauloJumpedOverMidnight() {
        WorkingCalendar sunday =
                WorkingCalendar.in(ZoneId.of("America/Sao_Paulo")).open(SUNDAY, "00:00", "08:00");
        assertThat(sunday.openings(Instant.parse("2016-10-15T12:00:00Z"), Instant.parse("2016-10-17T00:00:00Z")))
                .containsExactly(opening("2016-10-16T03:00:00Z", "2016-10-16T10:00:00Z"));
        WorkingCalendar always = WorkingCalendar.always(ZoneId.of("America/Sao_Paulo"));
        assertThat(always.holiday(LocalDate.of(2016, 10, 16))
                        .openTime(Instant.parse("2016-10-15T03:00:00Z"), Instant.parse("2016-10-18T02:00:00Z")))
                .isEqualTo(Duration.ofDays(2));
    }

    @Test
    void saintJohnsFellBackOverMidnight() {
        // At 00:01 on Sunday clocks went back to 23:01 on Saturday: the Sunday starts at the first of two midnights.
        WorkingCalendar sunday =
                WorkingCalendar.in(ZoneId.of("America/St_Johns")).open(SUNDAY, "00:00", "24:00");
        assertThat(sunday.openings(Instant.parse("2010-11-06T00:00:00Z"), Instant.parse("2010-11-09T00:00:00Z")))
                .containsExactly(opening("2010-11-07T02:30:00Z", "2010-11-08T03:30:00Z"));
    }

    @Test
    void hongKongGaveUpDaylightSaving() {
        WorkingCalendar night = WorkingCalendar.in(ZoneId.of("Asia/Hong_Kong")).open(SATURDAY, "22:00", "06:00");
        assertThat(minutes(night, "1979-05-12T12:00", "1979-05-13T12:00")).isEqualTo(420);
        assertThat(minutes(night, "1979-10-20T12:00", "1979-10-21T12:00")).isEqualTo(540);
        assertThat(minutes(night, "1980-05-10T12:00", "1980-05-11T12:00")).isEqualTo(480);
    }

    @Test
    void apiaLeftAFridayOut() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        WorkingCalendar office = WorkingCalendar.in(apia).open(MONDAY, FRIDAY, "09:00", "17:00");
        assertThat(minutes(office, "2011-12-26T00:00", "2012-01-02T00:00")).isEqualTo(4 * 480);
        assertThat(office.openAt(Instant.parse("2011-12-30T23:00:00Z")))
                .as("Saturday 13:00")
                .isFalse();
        WorkingCalendar always = WorkingCalendar.always(apia);
        assertThat(minutes(always, "2011-12-29T00:00", "2011-12-31T00:00")).isEqualTo(1440);
        assertThat(minutes(always.holiday(LocalDate.of(2011, 12, 30)), "2011-12-29T00:00", "2012-01-01T00:00"))
                .isEqualTo(2 * 1440);
        assertThat(minutes(
                        always.closed(LocalDateTime.parse("2011-12-30T10:00"), LocalDateTime.parse("2011-12-30T12:00")),
                        "2011-12-29T00:00",
                        "2012-01-01T00:00"))
                .isEqualTo(2 * 1440);
        // The shift into the Friday ends with the Thursday, and the shift out of it begins with the Saturday.
        WorkingCalendar nights = WorkingCalendar.in(apia).open(THURSDAY, FRIDAY, "22:00", "06:00");
        assertThat(nights.openings(Instant.parse("2011-12-30T00:00:00Z"), Instant.parse("2012-01-01T00:00:00Z")))
                .containsExactly(opening("2011-12-30T08:00:00Z", "2011-12-30T16:00:00Z"));
    }

    @Test
    void noonInNewYorkOf1883WasSetToStandardTime() {
        // Local mean time was 4 h 56 min 2 s behind UTC until then.
        WorkingCalendar always =
                WorkingCalendar.in(ZoneId.of("America/New_York")).open(MONDAY, "09:00", "17:00");
        assertThat(always.openings(Instant.parse("1883-11-12T00:00:00Z"), Instant.parse("1883-11-20T00:00:00Z")))
                .containsExactly(
                        opening("1883-11-12T13:56:02Z", "1883-11-12T21:56:02Z"),
                        opening("1883-11-19T14:00:00Z", "1883-11-19T22:00:00Z"));
    }

    @Test
    void aFixedOffsetHasNoChanges() {
        WorkingCalendar always = WorkingCalendar.always(ZoneId.of("+05:30"));
        assertThat(minutes(always, "2024-01-01T00:00", "2025-01-01T00:00")).isEqualTo(366 * 1440);
    }
}

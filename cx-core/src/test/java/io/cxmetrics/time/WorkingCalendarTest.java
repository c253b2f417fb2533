package io.cxmetrics.time;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a calendar means: hours, closures, extra openings. UTC, so that no clock interferes. March 2024 starts on a
 * Friday.
 */
class WorkingCalendarTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final WorkingCalendar NONE = WorkingCalendar.in(UTC);
    private static final WorkingCalendar OFFICE = NONE.open(MONDAY, FRIDAY, "09:00", "17:00");
    private static final Instant MONDAY_4 = Instant.parse("2024-03-04T00:00:00Z");
    private static final Instant MONDAY_11 = Instant.parse("2024-03-11T00:00:00Z");

    private static double hours(WorkingCalendar calendar) {
        return calendar.openTime(MONDAY_4, MONDAY_11).toMinutes() / 60.0;
    }

    @Test
    void countsTheHoursOfTheWeek() {
        assertThat(hours(OFFICE)).isEqualTo(40);
        assertThat(hours(OFFICE.open(SATURDAY, "10:00", "12:30"))).isEqualTo(42.5);
        assertThat(hours(WorkingCalendar.always(UTC))).isEqualTo(168);
        assertThat(hours(NONE)).isZero();
    }

    @Test
    void takesSeveralWindowsADay() {
        WorkingCalendar siesta = NONE.open(MONDAY, "09:00", "13:00").open(MONDAY, "16:00", "20:00");
        assertThat(hours(siesta)).isEqualTo(8);
        assertThat(siesta.openings(MONDAY_4, MONDAY_11))
                .containsExactly(
                        new Opening(Instant.parse("2024-03-04T09:00:00Z"), Instant.parse("2024-03-04T13:00:00Z")),
                        new Opening(Instant.parse("2024-03-04T16:00:00Z"), Instant.parse("2024-03-04T20:00:00Z")));
    }

    @Test
    void joinsWindowsThatTouch() {
        WorkingCalendar touching = NONE.open(MONDAY, "09:00", "13:00").open(MONDAY, "13:00", "17:00");
        assertThat(touching.openings(MONDAY_4, MONDAY_11))
                .containsExactly(
                        new Opening(Instant.parse("2024-03-04T09:00:00Z"), Instant.parse("2024-03-04T17:00:00Z")));
    }

    @Test
    void runsOvernightIntoTheNextDay() {
        WorkingCalendar night = NONE.open(SUNDAY, "22:00", "06:00");
        assertThat(night.openings(MONDAY_4, MONDAY_11))
                .containsExactly(
                        new Opening(MONDAY_4, Instant.parse("2024-03-04T06:00:00Z")),
                        new Opening(Instant.parse("2024-03-10T22:00:00Z"), MONDAY_11));
    }

    @Test
    void takesMidnightAsTheEndOfTheDay() {
        assertThat(hours(NONE.open(MONDAY, "00:00", "24:00"))).isEqualTo(24);
        assertThat(hours(NONE.open(MONDAY, "00:00", "00:00"))).isEqualTo(24);
        assertThat(hours(NONE.open(MONDAY, "18:00", "24:00"))).isEqualTo(6);
        assertThat(hours(NONE.open(MONDAY, MONDAY, LocalTime.of(18, 0), LocalTime.MIDNIGHT)))
                .isEqualTo(6);
    }

    @Test
    void takesDaysAcrossTheEndOfTheWeek() {
        assertThat(hours(NONE.open(SATURDAY, MONDAY, "10:00", "11:00"))).isEqualTo(3);
        assertThat(hours(NONE.open(TUESDAY, MONDAY, "10:00", "11:00"))).isEqualTo(7);
    }

    @Test
    void takesHoursToTheMillisecond() {
        WorkingCalendar brief = NONE.open(MONDAY, "09:00:00.001", "09:00:00.003");
        assertThat(brief.openTime(MONDAY_4, MONDAY_11)).isEqualTo(Duration.ofMillis(2));
    }

    @Test
    void closesOnHolidays() {
        assertThat(hours(OFFICE.holiday(LocalDate.of(2024, 3, 5)))).isEqualTo(32);
        assertThat(hours(OFFICE.holiday(LocalDate.of(2024, 3, 5), LocalDate.of(2024, 3, 7))))
                .isEqualTo(16);
        assertThat(hours(OFFICE.holidays(List.of(LocalDate.of(2024, 3, 5), LocalDate.of(2024, 3, 8)))))
                .isEqualTo(24);
        assertThat(hours(OFFICE.holiday(LocalDate.of(2024, 3, 9)))).isEqualTo(40);
    }

    @Test
    void countsAHolidayOnceHoweverOftenItIsGiven() {
        WorkingCalendar twice = OFFICE.holiday(LocalDate.of(2024, 3, 5))
                .holiday(LocalDate.of(2024, 3, 5))
                .holiday(LocalDate.of(2024, 3, 4), LocalDate.of(2024, 3, 5));
        assertThat(hours(twice)).isEqualTo(24);
    }

    @Test
    void closesPartOfADay() {
        assertThat(hours(OFFICE.closed(
                        LocalDateTime.parse("2024-03-05T12:00"), LocalDateTime.parse("2024-03-05T13:30"))))
                .isEqualTo(38.5);
        assertThat(hours(OFFICE.closed(
                        LocalDateTime.parse("2024-03-05T16:00"), LocalDateTime.parse("2024-03-07T10:00"))))
                .isEqualTo(30);
    }

    @Test
    void aHolidayCutsTheShiftThatRunsIntoItAndLeavesTheOneThatBeginsOnItItsMorning() {
        WorkingCalendar night = NONE.open(MONDAY, FRIDAY, "22:00", "06:00").holiday(LocalDate.of(2024, 3, 6));
        assertThat(night.openings(Instant.parse("2024-03-05T12:00:00Z"), Instant.parse("2024-03-07T12:00:00Z")))
                .containsExactly(
                        new Opening(Instant.parse("2024-03-05T22:00:00Z"), Instant.parse("2024-03-06T00:00:00Z")),
                        new Opening(Instant.parse("2024-03-07T00:00:00Z"), Instant.parse("2024-03-07T06:00:00Z")));
    }

    @Test
    void extraOpeningsWinOverClosuresInWhateverOrder() {
        LocalDate holiday = LocalDate.of(2024, 3, 5);
        LocalDateTime from = LocalDateTime.parse("2024-03-05T10:00");
        LocalDateTime until = LocalDateTime.parse("2024-03-05T12:00");
        assertThat(hours(OFFICE.holiday(holiday).extra(from, until))).isEqualTo(34);
        assertThat(OFFICE.extra(from, until).holiday(holiday))
                .isEqualTo(OFFICE.holiday(holiday).extra(from, until));
    }

    @Test
    void extraOpeningsAddOnlyWhatIsNotOpenAlready() {
        assertThat(hours(
                        OFFICE.extra(LocalDateTime.parse("2024-03-05T16:00"), LocalDateTime.parse("2024-03-05T19:00"))))
                .isEqualTo(42);
        assertThat(hours(NONE.extra(LocalDateTime.parse("2024-03-05T16:00"), LocalDateTime.parse("2024-03-05T19:00"))))
                .isEqualTo(3);
    }

    @Test
    void isOpenFromOpeningTimeUntilClosingTime() {
        assertThat(OFFICE.openAt(Instant.parse("2024-03-04T08:59:59.999999999Z")))
                .isFalse();
        assertThat(OFFICE.openAt(Instant.parse("2024-03-04T09:00:00Z"))).isTrue();
        assertThat(OFFICE.openAt(Instant.parse("2024-03-04T16:59:59.999999999Z")))
                .isTrue();
        assertThat(OFFICE.openAt(Instant.parse("2024-03-04T17:00:00Z"))).isFalse();
        assertThat(NONE.openAt(MONDAY_4)).isFalse();
    }

    @Test
    void findsTheNextOpening() {
        Instant open = Instant.parse("2024-03-04T09:00:00.000000001Z");
        assertThat(OFFICE.nextOpening(open)).isEqualTo(open);
        assertThat(OFFICE.nextOpening(Instant.parse("2024-03-08T17:00:00Z"))).isEqualTo("2024-03-11T09:00:00Z");
        assertThat(NONE.extra(LocalDateTime.parse("2250-01-01T00:00"), LocalDateTime.parse("2250-01-01T01:00"))
                        .nextOpening(MONDAY_4))
                .isEqualTo("2250-01-01T00:00:00Z");
    }

    @Test
    void keepsNanoseconds() {
        Instant opening = Instant.parse("2024-03-04T09:00:00Z");
        assertThat(OFFICE.openTime(opening.minusNanos(1), opening.plusNanos(1))).isEqualTo(Duration.ofNanos(1));
        assertThat(OFFICE.openTime(opening.plusNanos(999_999), opening.plusNanos(1_000_001)))
                .isEqualTo(Duration.ofNanos(2));
        Instant closing = Instant.parse("2024-03-04T17:00:00Z");
        assertThat(OFFICE.openTime(closing.minusNanos(1), closing.plusNanos(1))).isEqualTo(Duration.ofNanos(1));
        assertThat(OFFICE.deadline(closing.minusNanos(3), Duration.ofNanos(2))).isEqualTo(closing.minusNanos(1));
        assertThat(OFFICE.deadline(closing.minusNanos(3), Duration.ofNanos(3))).isEqualTo(closing);
        assertThat(OFFICE.deadline(closing.minusNanos(3), Duration.ofNanos(4)))
                .isEqualTo("2024-03-05T09:00:00.000000001Z");
        assertThat(OFFICE.deadline(closing, Duration.ofNanos(1))).isEqualTo("2024-03-05T09:00:00.000000001Z");
    }

    @Test
    void aDeadlineAtClosingTimeIsNotTheNextOpening() {
        Instant friday = Instant.parse("2024-03-08T16:00:00Z");
        assertThat(OFFICE.deadline(friday, Duration.ofHours(1))).isEqualTo("2024-03-08T17:00:00Z");
        assertThat(OFFICE.deadline(friday, Duration.ofMinutes(61))).isEqualTo("2024-03-11T09:01:00Z");
        assertThat(OFFICE.deadline(Instant.parse("2024-03-09T12:00:00Z"), Duration.ofHours(8)))
                .isEqualTo("2024-03-11T17:00:00Z");
    }

    @Test
    void aDeadlineWithoutOpenTimeIsTheStart() {
        Instant saturday = Instant.parse("2024-03-09T12:00:00.000000001Z");
        assertThat(OFFICE.deadline(saturday, Duration.ZERO)).isEqualTo(saturday);
        assertThat(NONE.deadline(saturday, Duration.ZERO)).isEqualTo(saturday);
    }

    @Test
    void findsDeadlinesYearsAhead() {
        // 400 years of 365.2425 days are 20,871 weeks, of 40 hours each: three quarters of them from 2024 are 2324.
        assertThat(OFFICE.deadline(Instant.parse("2000-01-01T00:00:00Z"), Duration.ofHours(40 * 15_653L)))
                .isEqualTo(Instant.parse("2000-01-01T00:00:00Z")
                        .plus(Duration.ofDays(7 * 15_653L))
                        .minus(Duration.ofHours(7)));
    }

    @Test
    void remainingTimeRunsIntoTheNegative() {
        Instant due = Instant.parse("2024-03-11T10:00:00Z");
        assertThat(OFFICE.remaining(Instant.parse("2024-03-08T16:00:00Z"), due)).isEqualTo(Duration.ofHours(2));
        assertThat(OFFICE.remaining(due, due)).isZero();
        assertThat(OFFICE.remaining(Instant.parse("2024-03-12T09:30:00Z"), due)).isEqualTo(Duration.ofMinutes(-450));
    }

    @Test
    void measuresManySpansAtOnce() {
        long[] from = {MONDAY_4.toEpochMilli(), MONDAY_11.toEpochMilli()};
        long[] to = {MONDAY_11.toEpochMilli(), MONDAY_11.toEpochMilli()};
        assertThat(OFFICE.openMillis(from, to)).containsExactly(40 * 3_600_000L, 0);
        assertThat(OFFICE.openMillis(new long[0], new long[0])).isEmpty();
    }

    @Test
    void equalsWhatHasTheSameHoursInAnyOrder() {
        WorkingCalendar one = NONE.open(MONDAY, "09:00", "12:00").open(MONDAY, "13:00", "17:00");
        WorkingCalendar other = NONE.open(MONDAY, "13:00", "17:00").open(MONDAY, "09:00", "12:00");
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one.holiday(LocalDate.of(2024, 3, 5)))
                .isNotEqualTo(other)
                .isEqualTo(other.holidays(List.of(LocalDate.of(2024, 3, 5), LocalDate.of(2024, 3, 5))));
        assertThat(one).isNotEqualTo("hours").isNotEqualTo(NONE);
        assertThat(NONE).isNotEqualTo(WorkingCalendar.in(ZoneId.of("Europe/Paris")));
        assertThat(OFFICE.zone()).isEqualTo(UTC);
    }

    @Test
    void leavesTheCalendarItCameFromAsItWas() {
        assertThat(OFFICE.holiday(LocalDate.of(2024, 3, 5)).open(SATURDAY, "09:00", "17:00"))
                .isNotEqualTo(OFFICE);
        assertThat(hours(OFFICE)).isEqualTo(40);
    }

    @Test
    void saysWhatItIs() {
        assertThat(NONE.open(MONDAY, "09:00", "17:00")
                        .open(FRIDAY, "22:00", "06:00")
                        .open(SATURDAY, "18:00", "24:00"))
                .hasToString("WorkingCalendar[UTC, MONDAY 09:00-17:00, FRIDAY 22:00-06:00, SATURDAY 18:00-24:00,"
                        + " closures=0, extra openings=0]");
        assertThat(NONE.holiday(LocalDate.of(2024, 3, 5)))
                .hasToString("WorkingCalendar[UTC, closures=1, extra openings=0]");
    }

    @Test
    void refusesWeeklyHoursThatOverlap() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.open(MONDAY, "16:59", "20:00"))
                .withMessage("weekly hours must not overlap, got MONDAY 09:00-17:00 and MONDAY 16:59-20:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.open(THURSDAY, "22:00", "10:00"))
                .withMessage("weekly hours must not overlap, got THURSDAY 22:00-10:00 and FRIDAY 09:00-17:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.open(SUNDAY, "23:00", "09:01"))
                .withMessage("weekly hours must not overlap, got SUNDAY 23:00-09:01 and MONDAY 09:00-17:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingCalendar.always(UTC).open(SUNDAY, "23:00", "24:00"))
                .withMessage("weekly hours must not overlap, got SUNDAY 00:00-24:00 and SUNDAY 23:00-24:00");
    }

    @Test
    void refusesHoursThatAreNoTimes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NONE.open(MONDAY, "9am", "17:00"))
                .withMessage("opens must be a time such as 09:00, got 9am");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NONE.open(MONDAY, "09:00", "25:00"))
                .withMessage("closes must be a time such as 09:00, got 25:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NONE.open(MONDAY, "24:00", "06:00"))
                .withMessage("opens must be a time such as 09:00, got 24:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NONE.open(MONDAY, "09:00", "09:00"))
                .withMessage("closes must differ from opens, got 09:00 and 09:00; a whole day is 00:00 to 24:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NONE.open(MONDAY, "09:00:00.0001", "10:00"))
                .withMessage("opens must be in whole milliseconds, got 09:00:00.000100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NONE.open(MONDAY, "09:00", "10:00:00.000000001"))
                .withMessage("closes must be in whole milliseconds, got 10:00:00.000000001");
    }

    @Test
    void refusesDatesThatAreNoStretchOfTime() {
        LocalDateTime noon = LocalDateTime.parse("2024-03-05T12:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.holiday(LocalDate.of(2024, 3, 5), LocalDate.of(2024, 3, 4)))
                .withMessage("last must not be before first 2024-03-05, got 2024-03-04");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.closed(noon, noon))
                .withMessage("until must be after from 2024-03-05T12:00, got 2024-03-05T12:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.extra(noon, noon.minusHours(1)))
                .withMessage("until must be after from 2024-03-05T12:00, got 2024-03-05T11:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.extra(noon.plusNanos(1), noon.plusHours(1)))
                .withMessage("from must be in whole milliseconds, got 2024-03-05T12:00:00.000000001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.closed(noon, noon.plusNanos(1)))
                .withMessage("until must be in whole milliseconds, got 2024-03-05T12:00:00.000000001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.holiday(LocalDate.of(1799, 12, 31), LocalDate.of(2024, 3, 4)))
                .withMessage("first must be in the years 1800 to 2399, got 1799-12-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.holiday(LocalDate.of(2024, 3, 4), LocalDate.MAX))
                .withMessage("last must be in the years 1800 to 2399, got +999999999-12-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.holiday(LocalDate.of(1799, 12, 31)))
                .withMessage("date must be in the years 1800 to 2399, got 1799-12-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.extra(LocalDateTime.parse("1799-12-31T23:59"), noon))
                .withMessage("from must be in the years 1800 to 2399, got 1799-12-31T23:59");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.closed(noon, LocalDateTime.parse("2400-01-01T00:01")))
                .withMessage("until must be in the years 1800 to 2399, got 2400-01-01T00:01");
    }

    @Test
    void refusesAMissingZone() {
        assertThatNullPointerException()
                .isThrownBy(() -> WorkingCalendar.in(missing()))
                .withMessage("zone must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> WorkingCalendar.always(missing()))
                .withMessage("zone must not be null");
    }

    @SuppressWarnings("NullAway")
    private static ZoneId missing() {
        return null;
    }

    @Test
    void refusesAnEndBeforeItsStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.openTime(MONDAY_11, MONDAY_4))
                .withMessage("to must not be before from 2024-03-11T00:00:00Z, got 2024-03-04T00:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.openings(MONDAY_11, MONDAY_4))
                .withMessage("to must not be before from 2024-03-11T00:00:00Z, got 2024-03-04T00:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.openMillis(new long[] {5, 9}, new long[] {5, 7}))
                .withMessage("to must not be before from 9, got 7 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.openMillis(new long[3], new long[2]))
                .withMessage("from and to must have the same length, got 3 and 2");
    }

    @Test
    void refusesNegativeOpenTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.deadline(MONDAY_4, Duration.ofHours(-1)))
                .withMessage("open must not be negative, got PT-1H");
    }

    @Test
    void refusesADeadlineOfACalendarThatNeverOpens() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NONE.deadline(MONDAY_4, Duration.ofNanos(1)))
                .withMessage("calendar must open at some time, got neither weekly hours nor extra openings");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NONE.holiday(LocalDate.of(2024, 3, 5)).nextOpening(MONDAY_4))
                .withMessage("calendar must open at some time, got neither weekly hours nor extra openings");
    }
}

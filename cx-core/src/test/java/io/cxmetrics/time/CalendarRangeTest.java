package io.cxmetrics.time;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How far calendars reach, and what they say at the border. */
class CalendarRangeTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final WorkingCalendar OFFICE = WorkingCalendar.in(UTC).open(MONDAY, FRIDAY, "09:00", "17:00");
    private static final Instant FIRST = Instant.parse("1800-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2399-12-31T23:59:59.999999999Z");
    private static final Instant YEAR_9999 = Instant.parse("9999-12-31T00:00:00Z");

    @Test
    void answersSixCenturies() {
        // 219,146 days from Wednesday, 1 January 1800 to Friday, 31 December 2399: 31,306 whole weeks, and 4 days more.
        assertThat(OFFICE.openTime(FIRST, LAST)).isEqualTo(Duration.ofHours(8 * (31_306 * 5L + 3)));
    }

    @Test
    void refusesInstantsBehindTheHorizon() {
        String rule = " must be in [1800-01-01T00:00:00Z, 2400-01-01T00:00:00Z), got ";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.openTime(FIRST, YEAR_9999))
                .withMessage("to" + rule + "9999-12-31T00:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.openTime(FIRST.minusNanos(1), LAST))
                .withMessage("from" + rule + "1799-12-31T23:59:59.999999999Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.deadline(Instant.MIN, Duration.ofHours(1)))
                .withMessage("start" + rule + Instant.MIN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.remaining(Instant.MAX, LAST))
                .withMessage("now" + rule + Instant.MAX);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.remaining(LAST, YEAR_9999))
                .withMessage("deadline" + rule + "9999-12-31T00:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.openAt(LAST.plusNanos(1)))
                .withMessage("instant" + rule + "2400-01-01T00:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.nextOpening(YEAR_9999))
                .withMessage("instant" + rule + "9999-12-31T00:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.prepared(FIRST, LAST.plusNanos(2)))
                .withMessage("to" + rule + "2400-01-01T00:00:00.000000001Z");
    }

    @Test
    void refusesMillisecondsBehindTheHorizonWithTheirIndex() {
        String rule = " must be in [1800-01-01T00:00:00Z, 2400-01-01T00:00:00Z) as epoch milliseconds, got ";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.openMillis(new long[] {0, 1}, new long[] {1, 253_402_214_400_000L}))
                .withMessage("to" + rule + "253402214400000 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.openMillis(new long[] {Long.MIN_VALUE}, new long[] {1}))
                .withMessage("from" + rule + Long.MIN_VALUE + " at index 0");
    }

    @Test
    void refusesADeadlineBehindTheHorizon() {
        Instant start = Instant.parse("2399-12-31T16:00:00Z");
        assertThat(OFFICE.deadline(start, Duration.ofHours(1))).isEqualTo("2399-12-31T17:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.deadline(start, Duration.ofMinutes(61)))
                .withMessage("open must be at most PT1H, all that is open from 2399-12-31T16:00:00Z to the end of the"
                        + " calendar at 2400-01-01T00:00:00Z, got PT1H1M");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.deadline(start, Duration.ofSeconds(Long.MAX_VALUE, 999_999_999)))
                .withMessageStartingWith("open must be at most PT1H, ");
    }

    @Test
    void refusesTheNextOpeningWhereThereIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.nextOpening(Instant.parse("2399-12-31T17:00:00Z")))
                .withMessage("instant must have an opening after it, got 2399-12-31T17:00:00Z with none until"
                        + " 2400-01-01T00:00:00Z");
        WorkingCalendar once = WorkingCalendar.in(UTC)
                .extra(LocalDateTime.parse("2024-03-05T16:00"), LocalDateTime.parse("2024-03-05T19:00"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> once.nextOpening(Instant.parse("2024-03-05T19:00:00Z")))
                .withMessageStartingWith("instant must have an opening after it, got 2024-03-05T19:00:00Z");
    }

    @Test
    void aCalendarClosedForGoodHasNoDeadline() {
        WorkingCalendar closed = OFFICE.holiday(LocalDate.of(2024, 3, 1), LocalDate.of(2399, 12, 31));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> closed.deadline(Instant.parse("2024-03-01T00:00:00Z"), Duration.ofHours(1)))
                .withMessageStartingWith("open must be at most PT0S, all that is open from 2024-03-01T00:00:00Z");
    }

    @Test
    void answersTheSameInWhateverOrderItIsAsked() {
        List<Integer> years =
                new ArrayList<>(IntStream.rangeClosed(1800, 2399).boxed().toList());
        Collections.shuffle(years, new Random(20_240_308));
        for (int year : years) {
            Instant start = LocalDate.of(year, 1, 1).atStartOfDay(UTC).toInstant();
            long weekdays = LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year, 1, 31))
                    .filter(date -> date.getDayOfWeek().compareTo(FRIDAY) <= 0)
                    .count();
            assertThat(OFFICE.openTime(start, start.plus(Duration.ofDays(30))))
                    .isEqualTo(Duration.ofHours(8 * weekdays));
        }
    }

    @Test
    void keepsTablesOfVeryBusyCalendarsWithinBounds() {
        WorkingCalendar busy = WorkingCalendar.in(UTC);
        for (LocalTime time = LocalTime.MIDNIGHT; time.isBefore(LocalTime.of(23, 50)); time = time.plusMinutes(10)) {
            busy = busy.open(MONDAY, SUNDAY, time, time.plusMinutes(5));
        }
        WorkingCalendar fullOfBreaks = busy;
        Instant from = Instant.parse("2020-01-01T00:00:00Z");
        // 143 openings of 5 minutes a day: 715 minutes, 21,450 hours in 1,800 days.
        assertThat(busy.openTime(from, from.plus(Duration.ofDays(1800)))).isEqualTo(Duration.ofHours(21_450));
        assertThat(busy.openTime(from.minus(Duration.ofDays(1800)), from)).isEqualTo(Duration.ofHours(21_450));
        assertThat(busy.deadline(from, Duration.ofMinutes(715L * 3600)))
                .isEqualTo(from.plus(Duration.ofDays(3600)).minus(Duration.ofMinutes(15)));
        Instant later = from.plus(Duration.ofDays(30_000)).plusNanos(1);
        assertThat(busy.openTime(later, later.plusNanos(1))).isEqualTo(Duration.ofNanos(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fullOfBreaks.openTime(from, from.plus(Duration.ofDays(5000))))
                .withMessage("from and to must be at most 3640 days apart with 1001 openings a week, got"
                        + " 2020-01-01T00:00:00Z and 2033-09-09T00:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fullOfBreaks.deadline(from, Duration.ofMinutes(715L * 4001)))
                .withMessageStartingWith(
                        "open must be at most PT43376H40M, all that is open from 2020-01-01T00:00:00Z to the"
                                + " end of the calendar at 2029-12-19T00:00:00Z, got ");
    }
}

package io.cxmetrics.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTextTest {

    private static final WorkingCalendar OFFICE =
            WorkingCalendar.in(ZoneId.of("Europe/Berlin")).open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00", "17:00");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon-Fri 09:00-17:00 Europe/Berlin",
                "Europe/Berlin, Mon-Fri 9:00-17:00",
                "monday-friday 09:00-17:00; Europe/Berlin",
                "Mon Tue Wed Thurs Fri 09:00-17:00\nEurope/Berlin",
                "  Mon-Thu 09:00-17:00 Europe/Berlin FRI 09:00-17:00 "
            })
    void oneCalendarHasManySpellings(String text) {
        assertThat(WorkingCalendar.parse(text)).isEqualTo(OFFICE);
    }

    @Test
    void severalHoursGoWithTheDaysBeforeThem() {
        assertThat(WorkingCalendar.parse("Mon-Tue 09:00-12:00 13:00-17:00 Sat-Sun 22:00-06:00 +02:00"))
                .isEqualTo(WorkingCalendar.in(ZoneOffset.ofHours(2))
                        .open(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, "09:00", "12:00")
                        .open(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, "13:00", "17:00")
                        .open(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, "22:00", "06:00"));
    }

    @Test
    void closuresAreDaysRangesOfDaysOrPartsOfDays() {
        assertThat(OFFICE.with("2026-12-25")).isEqualTo(OFFICE.holiday(LocalDate.of(2026, 12, 25)));
        assertThat(OFFICE.with("2026-12-24/2026-12-26"))
                .isEqualTo(OFFICE.holiday(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 26)));
        assertThat(OFFICE.with("2026-12-24T12:00/15:30"))
                .isEqualTo(OFFICE.closed(
                        LocalDateTime.parse("2026-12-24T12:00"), LocalDateTime.parse("2026-12-24T15:30")));
        assertThat(OFFICE.with("2026-12-24T12:00/24:00"))
                .isEqualTo(OFFICE.closed(
                        LocalDateTime.parse("2026-12-24T12:00"), LocalDateTime.parse("2026-12-25T00:00")));
        assertThat(OFFICE.with("2026-12-24T12:00/2026-12-28T10:00"))
                .isEqualTo(OFFICE.closed(
                        LocalDateTime.parse("2026-12-24T12:00"), LocalDateTime.parse("2026-12-28T10:00")));
    }

    @Test
    void extraOpeningsStandBehindAPlus() {
        assertThat(OFFICE.with("+2026-12-19T10:00/16:00"))
                .isEqualTo(
                        OFFICE.extra(LocalDateTime.parse("2026-12-19T10:00"), LocalDateTime.parse("2026-12-19T16:00")));
        assertThat(OFFICE.with("+2026-12-19"))
                .isEqualTo(
                        OFFICE.extra(LocalDateTime.parse("2026-12-19T00:00"), LocalDateTime.parse("2026-12-20T00:00")));
    }

    /** Christmas Eve 2026 is a Thursday: open 9 to 12 of the 9 to 17 that are usual. */
    @Test
    void aMorningIsLeftOfAPartDayClosure() {
        WorkingCalendar eve = WorkingCalendar.parse("Mon-Fri 09:00-17:00 UTC 2026-12-24T12:00/24:00");
        assertThat(eve.openTime(Instant.parse("2026-12-24T00:00:00Z"), Instant.parse("2026-12-25T00:00:00Z")))
                .isEqualTo(Duration.ofHours(3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T 09:00-17:00 UTC | weekday must be like Mon, got T",
                "Mo 09:00-17:00 UTC | weekday must be like Mon, got Mo",
                "Mon- 09:00-17:00 UTC | weekday must be like Mon, got ",
                "Mon-Wed-Fri 09:00-17:00 UTC | days must be like Mon or Mon-Fri, got Mon-Wed-Fri",
                "09:00-17:00 UTC | hours must come after days such as Mon-Fri, got 09:00-17:00 UTC",
                "Mon 09:00-12:00 UTC 13:00-17:00"
                        + " | calendar must name a zone such as Europe/Berlin, got Mon 09:00-12:00 UTC 13:00-17:00",
                "Mon 09:00-12:00 2026-12-25 13:00-17:00 UTC"
                        + " | hours must come after days such as Mon-Fri, got Mon 09:00-12:00 2026-12-25 13:00-17:00 "
                        + "UTC",
                "Mon 09:00-12:00 UTC Tue | days must come before hours such as 09:00-18:00, got Mon 09:00-12:00 UTC "
                        + "Tue",
                "Mon 09-17 UTC | days must come before hours such as 09:00-18:00, got Mon 09-17 UTC",
                "Mon 09:00-25:00 UTC | closes must be a time such as 09:00, got 25:00",
                "Mon 09:00-17:00 | calendar must name a zone such as Europe/Berlin, got Mon 09:00-17:00",
                "Mon 09:00-17:00 UTC GMT | calendar must name one zone, got UTC and GMT in Mon 09:00-17:00 UTC GMT",
                "Mon 09:00-17:00 Mars | zone must be like Europe/Berlin, got Mars",
                "UTC | calendar must have hours such as Mon-Fri 09:00-18:00, got UTC",
                "Mon 09:00-17:00 16:00-18:00 UTC | weekly hours must not overlap, got MONDAY 09:00-17:00 and MONDAY "
                        + "16:00-18:00",
                "Mon 09:00-17:00 UTC 1799-12-31 | first must be in the years 1800 to 2399, got 1799-12-31",
                "Mon 09:00-17:00 UTC 2026-12-26/2026-12-24 | last must not be before first 2026-12-26, got 2026-12-24"
            })
    void mistakesAreNamed(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingCalendar.parse(text))
                .withMessage(message == null ? "" : message.endsWith("got") ? message + " " : message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "25.12.2026",
                "2026-12-24T12:00",
                "2026-12-24/18:00",
                "2026-12-24T12:00/2026-12-25",
                "+2026"
            })
    void aClosureHasAFormOfItsOwn(String word) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.with(word))
                .withMessage("holiday must be like 2026-12-25, 2026-12-24/2026-12-26 or 2026-12-24T12:00/18:00, got "
                        + word);
    }

    @Test
    void aDayWithoutANameIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.with(" 18:00-19:00"))
                .withMessage("hours must come after days such as Mon-Fri, got  18:00-19:00");
        assertThat(OFFICE.with("")).isEqualTo(OFFICE);
    }

    @Test
    void theTextOfACalendarIsReadByPeople() {
        assertThat(OFFICE.with("2026-12-24T12:00/24:00 2026-12-25/2026-12-26 +2026-12-19T10:00/16:00")
                        .text())
                .isEqualTo(
                        "Europe/Berlin Mon 09:00-17:00 Tue 09:00-17:00 Wed 09:00-17:00 Thu 09:00-17:00 Fri 09:00-17:00"
                                + " 2026-12-24T12:00/2026-12-25T00:00 2026-12-25/2026-12-26 "
                                + "+2026-12-19T10:00/2026-12-19T16:00");
        assertThat(WorkingCalendar.always(ZoneOffset.UTC).text())
                .isEqualTo("Z Mon 00:00-24:00 Tue 00:00-24:00 Wed 00:00-24:00 Thu 00:00-24:00 Fri 00:00-24:00"
                        + " Sat 00:00-24:00 Sun 00:00-24:00");
    }

    @Property(tries = 200)
    void parsingTheTextGivesTheCalendarBack(@ForAll("calendars") WorkingCalendar calendar) {
        assertThat(WorkingCalendar.parse(calendar.text())).isEqualTo(calendar);
    }

    @Provide
    Arbitrary<WorkingCalendar> calendars() {
        Arbitrary<LocalDateTime> times = Arbitraries.longs()
                .between(0, 3 * 365 * 24 * 60L)
                .map(minute ->
                        LocalDateTime.of(2025, 1, 1, 0, 0).plusMinutes(minute).plusNanos(1_000_000 * (minute % 3)));
        return Combinators.combine(
                        Arbitraries.of("Europe/Berlin", "UTC", "America/New_York", "+05:30")
                                .map(ZoneId::of),
                        Arbitraries.of("Mon-Sun 00:00-24:00", "Tue 22:00-06:00 Fri 9:00-12:00 13:30-17:00:30.250"),
                        times,
                        Arbitraries.integers().between(1, 5000),
                        times)
                .as((zone, hours, closed, minutes, extra) -> WorkingCalendar.in(zone)
                        .with(hours)
                        .closed(closed, closed.plusMinutes(minutes))
                        .holiday(
                                closed.toLocalDate(),
                                extra.isAfter(closed) ? extra.toLocalDate() : closed.toLocalDate())
                        .extra(extra, extra.plusMinutes(minutes)));
    }

    @Test
    void theBoundsAreSaidOnce() {
        assertThat(WorkingCalendar.EARLIEST).isEqualTo(Instant.parse("1800-01-01T00:00:00Z"));
        assertThat(WorkingCalendar.END).isEqualTo(Instant.parse("2400-01-01T00:00:00Z"));
    }
}

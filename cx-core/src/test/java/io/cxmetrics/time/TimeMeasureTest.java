package io.cxmetrics.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TimeMeasureTest {

    private static final Instant LATE = Instant.parse("2026-03-02T23:30:00Z");

    @Test
    void aCalendarDayIsAMidnightInBetween() {
        TimeMeasure utc = TimeMeasure.calendarDays(ZoneOffset.UTC);
        assertThat(utc.between(LATE, LATE.plusSeconds(1799))).isZero();
        assertThat(utc.between(LATE, LATE.plusSeconds(1800))).isEqualTo(Duration.ofDays(1));
        assertThat(TimeMeasure.calendarDays(ZoneId.of("Europe/Berlin")).between(LATE, LATE.plusSeconds(1800)))
                .as("both are on 3 March in Berlin")
                .isZero();
    }

    /** 28 to 30 March 2026 in Berlin are 47 hours, since clocks jump on the 29th. */
    @Test
    void daysDoNotDependOnClockChanges() {
        Instant start = Instant.parse("2026-03-27T23:00:00Z");
        assertThat(TimeMeasure.calendarDays(ZoneId.of("Europe/Berlin"))
                        .between(start, start.plus(Duration.ofHours(47))))
                .isEqualTo(Duration.ofDays(2));
        assertThat(TimeMeasure.ELAPSED.between(start, start.plus(Duration.ofHours(47))))
                .isEqualTo(Duration.ofHours(47));
    }

    @Test
    void aWorkingCalendarIsAMeasure() {
        TimeMeasure office = WorkingCalendar.parse("Mon-Fri 09:00-17:00 UTC");
        assertThat(office.between(Instant.parse("2026-03-06T16:00:00Z"), Instant.parse("2026-03-09T10:00:00Z")))
                .isEqualTo(Duration.ofHours(2));
    }
}

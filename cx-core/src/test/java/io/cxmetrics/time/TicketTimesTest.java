package io.cxmetrics.time;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Open times of real tickets, worked out in Python by stepping through days. */
class TicketTimesTest {

    private static final DateTimeFormatter TIMES = DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.ROOT);

    /** New York City on weekdays from 9 to 5, with the federal holidays of 2020. */
    private static final WorkingCalendar CITY = WorkingCalendar.in(ZoneId.of("America/New_York"))
            .open(MONDAY, FRIDAY, "09:00", "17:00")
            .holidays(Stream.of(
                            "2020-01-01",
                            "2020-01-20",
                            "2020-02-17",
                            "2020-05-25",
                            "2020-07-03",
                            "2020-09-07",
                            "2020-10-12",
                            "2020-11-11",
                            "2020-11-26",
                            "2020-12-25")
                    .map(LocalDate::parse)
                    .toList());

    private static Instant inNewYork(String time) {
        return LocalDateTime.parse(time, TIMES).atZone(CITY.zone()).toInstant();
    }

    /** Requests to the city of New York ("311"): created, closed, elapsed seconds, open seconds. */
    @ParameterizedTest
    @CsvSource({
        "07/20/2020 10:51:12 AM, 09/05/2020 12:32:48 PM, 4066896, 1001328",
        "07/21/2020 02:13:58 PM, 09/05/2020 01:37:31 PM, 3972213, 960362",
        "06/23/2020 11:55:33 AM, 08/04/2020 04:45:20 PM, 3646187, 852587",
        "06/22/2020 06:17:00 PM, 06/23/2020 08:59:00 AM, 52920, 0",
        "01/13/2020 06:47:00 AM, 07/02/2020 01:45:00 PM, 14795880, 3473100",
        "01/07/2020 08:37:19 AM, 08/10/2020 11:20:15 PM, 18711776, 4348800",
        "01/07/2020 10:32:15 AM, 03/23/2020 12:00:00 AM, 6524865, 1492065",
        "01/01/2020 12:16:31 AM, 03/13/2020 03:23:31 PM, 6271620, 1434211",
        "01/01/2020 12:45:00 AM, 04/22/2020 09:04:00 AM, 9703140, 2217840"
    })
    void requestsToACity(String created, String closed, long elapsed, long open) {
        Instant from = inNewYork(created);
        Instant to = inNewYork(closed);
        assertThat(Duration.between(from, to)).isEqualTo(Duration.ofSeconds(elapsed));
        assertThat(WorkingCalendar.always(CITY.zone()).openTime(from, to)).isEqualTo(Duration.ofSeconds(elapsed));
        assertThat(CITY.openTime(from, to)).isEqualTo(Duration.ofSeconds(open));
    }

    /** The states of one support ticket in California, weekdays from 8 to 8; daylight saving ends on 1 November. */
    @ParameterizedTest
    @CsvSource({
        "2020-08-28T11:01:27Z, 2020-08-29T11:01:27Z, 720",
        "2020-08-29T11:01:27Z, 2020-09-02T11:01:27Z, 1440",
        "2020-09-02T11:01:27Z, 2020-09-05T11:01:27Z, 2160",
        "2020-09-05T11:01:27Z, 2020-09-15T11:01:27Z, 4320",
        "2020-09-15T11:01:27Z, 2020-09-30T11:01:27Z, 7920",
        "2020-10-01T11:01:27Z, 2020-10-15T11:01:27Z, 7200",
        "2020-10-17T11:01:27Z, 2020-10-20T11:01:27Z, 720",
        "2020-10-20T11:01:27Z, 2020-11-02T11:01:27Z, 6480",
        "2020-11-02T11:01:27Z, 2020-11-14T11:01:27Z, 7200",
        "2020-11-14T11:01:27Z, 2020-11-15T11:01:27Z, 0"
    })
    void statesOfATicket(Instant from, Instant to, long minutes) {
        assertThat(support().openTime(from, to)).isEqualTo(Duration.ofMinutes(minutes));
    }

    private static WorkingCalendar support() {
        return WorkingCalendar.in(ZoneId.of("America/Los_Angeles")).open(MONDAY, FRIDAY, "08:00", "20:00");
    }

    @Test
    void hoursInCaliforniaAroundTheEndOfDaylightSaving() {
        assertThat(support().openings(Instant.parse("2020-10-30T12:00:00Z"), Instant.parse("2020-11-03T12:00:00Z")))
                .containsExactly(
                        new Opening(Instant.parse("2020-10-30T15:00:00Z"), Instant.parse("2020-10-31T03:00:00Z")),
                        new Opening(Instant.parse("2020-11-02T16:00:00Z"), Instant.parse("2020-11-03T04:00:00Z")));
    }
}

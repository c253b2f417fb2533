package io.cxmetrics.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.time.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Open time in SQL is that of cx-core's calendars. */
class BusinessMillisTest {

    private static final String CALENDAR =
            "Mon-Fri 09:00-12:30 13:00-18:00, Sat 22:00-06:00, Europe/Berlin, 2026-12-25, 2026-12-28";

    private static final WorkingCalendar EXPECTED = WorkingCalendar.in(ZoneId.of("Europe/Berlin"))
            .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00", "12:30")
            .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "13:00", "18:00")
            .open(DayOfWeek.SATURDAY, "22:00", "06:00")
            .holiday(LocalDate.of(2026, 12, 25))
            .holiday(LocalDate.of(2026, 12, 28));

    /**
     * In half the pairs clocks change in the Saturday night between; some are long before what is prepared, or after.
     */
    private static List<Row> random() {
        Random random = new Random(2);
        List<Row> rows = new ArrayList<>();
        long change = Instant.parse("2026-10-25T01:00:00Z").toEpochMilli();
        long christmas = Instant.parse("2026-12-26T00:00:00Z").toEpochMilli();
        long[] middles = {
            change, christmas, Instant.parse("1920-05-05T00:00:00Z").toEpochMilli(), 3_000_000_000_000L
        };
        for (int i = 0; i < 2_000; i++) {
            long middle = middles[i % 2 == 0 ? 0 : 1 + random.nextInt(3)];
            rows.add(RowFactory.create(middle - random.nextInt(400_000_000), middle + random.nextInt(400_000_000)));
        }
        return rows;
    }

    @Test
    void openTimeIsThatOfTheCore() {
        List<Row> rows = Rows.timed("millis BIGINT, until BIGINT", random())
                .select(
                        functions.col("millis"),
                        functions.col("until"),
                        functions.expr("business_millis(at, timestamp_millis(until), '" + CALENDAR + "')"))
                .collectAsList();
        assertThat(rows)
                .hasSize(2_000)
                .allSatisfy(row -> assertThat(row.getLong(2))
                        .as(row.toString())
                        .isEqualTo(EXPECTED.openTime(
                                        Instant.ofEpochMilli(row.getLong(0)), Instant.ofEpochMilli(row.getLong(1)))
                                .toMillis()));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "timestamp'2026-03-27 16:00:00Z', timestamp'2026-03-30 08:00:00Z', 7200000",
                "timestamp'2026-03-27 16:00:00Z', timestamp'2026-03-27 16:00:00Z', 0",
                "timestamp'2026-03-27 16:00:01Z', timestamp'2026-03-27 16:00:00Z', null",
                "NULL, timestamp'2026-03-27 16:00:00Z', null",
                "timestamp'2026-03-27 16:00:00Z', NULL, null",
                "timestamp'2026-03-27 16:00:00Z', timestamp'9999-12-31 00:00:00Z', null"
            })
    void whatIsNoSpanIsNull(String from, String to, String millis) {
        Object value =
                Session.value("SELECT business_millis(" + from + ", " + to + ", 'Mon-Fri 09:00-18:00 Europe/Berlin')");
        assertThat(value == null ? null : value.toString()).isEqualTo(millis);
    }

    @Test
    void itGoesIntoOtherFunctions() {
        assertThat(Session.value("SELECT sla_attainment(business_millis(opened, closed, 'Mon-Fri 09:00-17:00 UTC')"
                        + " <= 4 * 3600000) FROM VALUES (timestamp'2026-03-27 15:00:00', timestamp'2026-03-30 "
                        + "10:00:00'),"
                        + " (timestamp'2026-03-27 10:00:00', timestamp'2026-03-27 15:00:00') AS t(opened, closed)"))
                .isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "now(), now() | business_millis must be called as business_millis(from, to, calendar), got 2 "
                        + "argument(s)",
                "now(), now(), 7 | business_millis: calendar must be a text such as 'Mon-Fri 09:00-18:00 "
                        + "Europe/Berlin', got 7",
                "now(), now(), 'Mon-Fri 09:00-18:00' | calendar must name a zone such as Europe/Berlin, got Mon-Fri "
                        + "09:00-18:00",
                "now(), now(), 'Mon 09:00-18:00 UTC GMT' | calendar must name one zone, got UTC and GMT in Mon "
                        + "09:00-18:00 UTC GMT",
                "now(), now(), 'Mon 09:00-18:00 Mars' | zone must be like Europe/Berlin, got Mars",
                "now(), now(), 'UTC' | calendar must have hours such as Mon-Fri 09:00-18:00, got UTC",
                "now(), now(), 'Mo 09:00-18:00 UTC' | weekday must be like Mon, got Mo",
                "now(), now(), 'Mon 25:00-18:00 UTC' | opens must be a time such as 09:00, got 25:00",
                "now(), now(), '09:00-18:00 UTC' | hours must come after days such as Mon-Fri, got 09:00-18:00 UTC",
                "now(), now(), 'Mon 09:00-18:00 UTC 2026-02-30' | holiday must be like 2026-12-25, "
                        + "2026-12-24/2026-12-26 or 2026-12-24T12:00/18:00, got 2026-02-30",
                "'2026-01-01', now(), 'Mon 09:00-18:00 UTC' | requires the \"TIMESTAMP\" type",
                "current_date(), now(), 'Mon 09:00-18:00 UTC' | requires the \"TIMESTAMP\" type"
            })
    void mistakesAreNamed(String arguments, String message) {
        assertThatThrownBy(() -> Session.rows("SELECT business_millis(" + arguments + ")"))
                .hasMessageContaining(message);
    }
}

package io.cxmetrics.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.retention.cohort.Cohort;
import io.cxmetrics.retention.cohort.CohortDefinition;
import io.cxmetrics.retention.cohort.CohortTable;
import io.cxmetrics.spark.transform.Cohorts;
import io.cxmetrics.time.CalendarPeriod;
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
import org.junit.jupiter.params.provider.EnumSource;

/** Retention is that of cx-core's cohort tables, in the calendar of the zone that is asked for. */
class CohortsTest {

    private static final String COLUMNS = "actor INT, millis BIGINT";
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Whole hours, before 1970 and after, so that many lie at the midnights of Berlin, of summer and of winter. */
    private static List<Row> random() {
        Random random = new Random(5);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            rows.add(RowFactory.create(random.nextInt(200), (random.nextInt(9_000) - 3_000) * 3_600_000L));
        }
        return rows;
    }

    @ParameterizedTest
    @EnumSource(
            value = CalendarPeriod.class,
            names = {"DAY", "WEEK", "MONTH", "QUARTER"})
    void retentionIsThatOfTheCore(CalendarPeriod period) {
        List<Row> rows = random();
        LocalDate until = LocalDate.of(1970, 8, 20);
        CohortTable table = rows.stream()
                .map(row -> Activity.of(row.getInt(0), Instant.ofEpochMilli(row.getLong(1))))
                .collect(java.util.stream.Collectors.collectingAndThen(
                        ActivityLog.<Integer>toActivityLog(),
                        log -> CohortTable.of(log, CohortDefinition.of(period, BERLIN), until.minusDays(1))));
        List<String> expected = new ArrayList<>();
        for (LocalDate start : table.cohorts().keySet()) {
            Cohort cohort = table.cohort(start);
            for (int k = 0; k < cohort.cells().size(); k++) {
                expected.add(start + " " + k + " " + cohort.size() + " "
                        + cohort.cell(k).active() + " " + cohort.retention(k).rate());
            }
        }
        // The zone of the session has other days, and none of its say.
        List<String> lines = Session.with(
                "spark.sql.session.timeZone",
                "Pacific/Kiritimati",
                () -> Cohorts.retention(Rows.timed(COLUMNS, rows), "actor", "at", period, BERLIN, until)
                        .select(
                                functions.concat_ws(
                                        " ",
                                        functions.col("cohort"),
                                        functions.col("k"),
                                        functions.col("starters"),
                                        functions.col("active")),
                                functions.col("retention"))
                        .collectAsList()
                        .stream()
                        .map(row -> row.getString(0) + " " + row.getDouble(1))
                        .toList());
        // Sorted, for the days make 60,000 lines, which would be long to look for one by one.
        assertThat(lines.stream().sorted().toList())
                .hasSizeGreaterThan(8)
                .isEqualTo(expected.stream().sorted().toList());
    }

    @Test
    void whatIsNotObservedHasNoRow() {
        List<Row> rows = List.of(
                RowFactory.create(1, 0L),
                RowFactory.create(1, 40L * 86_400_000),
                RowFactory.create(2, 40L * 86_400_000));
        assertThat(Cohorts.retention(
                                Rows.timed(COLUMNS, rows),
                                "actor",
                                "at",
                                CalendarPeriod.MONTH,
                                ZoneId.of("UTC"),
                                LocalDate.of(1970, 2, 28))
                        .selectExpr("string(cohort)", "k", "starters", "active", "retention")
                        .collectAsList())
                .containsExactly(RowFactory.create("1970-01-01", 0, 1L, 1L, 1.0));
    }
}

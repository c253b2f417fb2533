package io.cxmetrics.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong arguments are refused before anything runs, by what is wrong with them. */
class RefusalTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nps(9.7) | nps(score): score must be an integral number (tinyint, smallint, int or bigint), got "
                        + "decimal(2,1)",
                "nps('abc') | nps(score): score must be an integral number (tinyint, smallint, int or bigint), got "
                        + "string",
                "nps(CAST(9 AS DOUBLE)) | got double",
                "nps(id > 3) | got a column of boolean",
                "nps_merge(named_struct('promoters', 1L)) | tally must be struct<promoters: bigint, passives: bigint",
                "csat(text) | csat(rating): rating must be an integral number",
                "cx_rate(id) | cx_rate(flag): flag must be a boolean, got a column of bigint",
                "cx_rate(id, 2.0) | cx_rate(events, trials): trials must be an integral number",
                "grr(9.99, 9.99) | before must be an integral number",
                "nps_weighted(id, 'x') | weight must be a number, got string",
                "moments_tally('x') | value must be a number, got string",
                "nps_low(id, 95) | confidence must be a constant fraction such as 0.95, got int",
                "nps_low(id, 95.0) | confidence must be in (0, 1), got 95.0",
                "nps_low(id, 0.0) | confidence must be in (0, 1), got 0.0",
                "nps_low(id, id / 10) | confidence must be a constant fraction such as 0.95, got a column of double",
                "nps_low(id, CAST(NULL AS DOUBLE)) | confidence must be in (0, 1), got NaN",
                "top_box(id, 5, 1, 5) | k must be in [1, max - min], got k = 5, min = 1, max = 5",
                "top_box(id, 0, 1, 5) | k must be in [1, max - min], got k = 0, min = 1, max = 5",
                "top_box(id, 1, 5, 1) | k must be in [1, max - min], got k = 1, min = 5, max = 1",
                "top_box(id, id, 1, 5) | k must be a constant integral number, got a column of bigint"
            })
    void types(String call, String message) {
        for (String ansi : List.of("true", "false")) {
            assertThatThrownBy(() -> Session.with(
                            "spark.sql.ansi.enabled",
                            ansi,
                            () -> Session.sql("SELECT " + call + " FROM (SELECT id, 'x' AS text FROM range(3))")))
                    .hasMessageContaining(message);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nps() | nps must be called as nps(score) or nps(tally), got 0 argument(s)",
                "nps(1, 2) | nps must be called as nps(score) or nps(tally), got 2 argument(s)",
                "nps_merge(1, 2) | nps_merge must be called as nps_merge(tally), got 2 argument(s)",
                "nps_low(1, 2, 3) | nps_low must be called as nps_low(score[, confidence]) or nps_low(tally[, "
                        + "confidence]), got 3",
                "top_box(1) | top_box must be called as top_box(rating, k, min, max), got 1 argument(s)",
                "ttr_p90(1) | ttr_p90 must be called as ttr_p90(opened, closed), got 1 argument(s)"
            })
    void numbersOfArguments(String call, String message) {
        assertThatThrownBy(() -> Session.sql("SELECT " + call)).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nps_strict | nps_strict: rating must be in [0, 10], got 2 outside",
                "csat_strict | csat_strict: rating must be in [1, 5], got 3 outside",
                "ces_strict | ces_strict: rating must be in [1, 7], got 3 outside"
            })
    void ratingsOutsideTheScale(String function, String message) {
        assertThatThrownBy(() ->
                        Session.rows("SELECT " + function + "(x) FROM VALUES (10), (11), (-1), (NULL), (5) AS t(x)"))
                .hasStackTraceContaining(message);
        assertThat(Session.value("SELECT " + function + "(x) FROM VALUES (5), (4), (NULL) AS t(x)"))
                .isNotNull();
    }

    @Test
    void moreEventsThanTrials() {
        String rows = " FROM VALUES (3, 2), (1, 2), (-1, 2), (NULL, 9) AS t(e, n)";
        assertThat(Session.value("SELECT cx_rate(e, n)" + rows)).isEqualTo(0.5);
        assertThat(Session.value("SELECT cx_rate_summary(e, n).invalid" + rows)).isEqualTo(2L);
        assertThatThrownBy(() -> Session.rows("SELECT cx_rate_strict(e, n)" + rows))
                .hasStackTraceContaining("cx_rate_strict: events must be in [0, trials], got 2 outside");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tinyint", "smallint", "int", "bigint", "void"})
    void everyIntegralTypeIsTaken(String type) {
        Object expected = type.equals("void") ? null : 100.0;
        String value = type.equals("void") ? "NULL" : "CAST(10 AS " + type + ")";
        assertThat(Session.value("SELECT nps(" + value + ")")).isEqualTo(expected);
        assertThat(Session.value("SELECT nps_strict(" + value + ")")).isEqualTo(expected);
    }

    @Test
    void dirtyTextGoesThroughTryCast() {
        assertThat(Session.value("SELECT nps(try_cast(v AS INT)) FROM VALUES ('10'), ('n/a'), ('3'), (NULL) AS t(v)"))
                .isEqualTo(0.0);
    }
}

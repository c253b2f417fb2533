package io.cxmetrics.spark.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.stat.Difference;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The file of macros is what the catalogue says, and DuckDB understands it. */
class MacroFileTest {

    private static Connection database;

    @BeforeAll
    static void open() throws SQLException {
        database = MacroFile.database();
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @Test
    void theFileIsUpToDate() {
        assertThat(MacroFile.checkedIn()).as("run MacroFile to write it anew").isEqualTo(DuckDbMacros.text());
    }

    @Test
    void zIsTheNormalQuantile() throws SQLException {
        double[] levels = {1e-9, 0.01, 0.5, 0.8, 0.8499, 0.8501, 0.9, 0.95, 0.99, 0.9999, 1 - 1e-9, 1 - 1e-13};
        for (double level : levels) {
            double expected = new Difference(0, 1).interval(level).high();
            assertThat((double) value("SELECT cx_z(CAST(" + level + " AS DOUBLE))"))
                    .as("%s", level)
                    .isCloseTo(expected, within(2e-15 + expected * 1e-14));
        }
    }

    @Test
    void theScaleOfTheSurveyIsKept() throws SQLException {
        String scores = " FROM (VALUES (10), (9), (7), (3), (11), (-1), (NULL)) t(score)";
        assertThat(value("SELECT nps(score)" + scores)).isEqualTo(25.0);
        assertThat(value("SELECT nps_summary(score).invalid" + scores)).isEqualTo(2L);
        assertThatThrownBy(() -> value("SELECT nps_strict(score)" + scores))
                .hasMessageContaining("nps_strict: rating must be in [0, 10], got 2 outside");
        assertThat(value("SELECT nps_strict(score) FROM (VALUES (10)) t(score)"))
                .isEqualTo(100.0);
    }

    @Test
    void noAnswersMakeNull() throws SQLException {
        String none = " FROM (VALUES (CAST(NULL AS INT))) t(score)";
        for (String query : new String[] {
            "nps(score)",
            "nps_low(score)",
            "nps_margin(score, 0.9)",
            "csat(score)",
            "csat_high(score)",
            "ces(score)",
            "top_box(score, 2, 1, 5)",
            "cx_rate(score > 1)",
            "grr(score, score)",
            "nps_weighted(score, score)",
            "nps_weighted_low(score, score)",
            "nps_strict(score)"
        }) {
            assertThat(value("SELECT " + query + none)).as(query).isNull();
        }
        assertThat(value("SELECT nps_tally(score).promoters" + none)).isEqualTo(0L);
    }

    @Test
    void otherTypesAreRefused() {
        assertThatThrownBy(() -> value("SELECT nps(9.7)"))
                .hasMessageContaining("argument must be an integral number, got DECIMAL(2,1)");
        assertThatThrownBy(() -> value("SELECT nps('abc')")).hasMessageContaining("got VARCHAR");
        assertThatThrownBy(() -> value("SELECT nps_low(9, 95)"))
                .hasMessageContaining("confidence must be in (0, 1), got 95");
    }

    @Test
    void talliesAddUp() throws SQLException {
        String stored =
                " FROM (SELECT d, nps_tally(score) AS tally FROM (VALUES (1, 10), (1, 9), (2, 7), (2, 3)) t(d, score)"
                        + " GROUP BY d)";
        assertThat(value("SELECT nps_score(nps_merge(tally))" + stored)).isEqualTo(25.0);
        assertThat(value("SELECT nps_merge(tally).promoters" + stored)).isEqualTo(2L);
    }

    @Test
    void timesAreInHours() throws SQLException {
        String times = " FROM (VALUES (TIMESTAMP '2026-01-01 00:00:00', TIMESTAMP '2026-01-01 03:00:00'),"
                + " (TIMESTAMP '2026-01-01 00:00:00', TIMESTAMP '2026-01-01 01:00:00'),"
                + " (TIMESTAMP '2026-01-01 00:00:00', TIMESTAMP '2025-01-01 00:00:00'),"
                + " (TIMESTAMP '2026-01-01 00:00:00', NULL)) t(opened, closed)";
        assertThat(value("SELECT ttr_p90(opened, closed)" + times)).isEqualTo(3.0);
        assertThat(value("SELECT ttr_mean(opened, closed)" + times)).isEqualTo(2.0);
        assertThat(value("SELECT unique_visitors(opened)" + times)).isEqualTo(1L);
    }

    private static Object value(String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getObject(1);
        }
    }
}

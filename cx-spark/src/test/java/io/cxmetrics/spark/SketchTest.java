package io.cxmetrics.spark;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cxmetrics.stat.QuantileMethod;
import io.cxmetrics.support.resolution.TimeToResolution;
import java.time.temporal.ChronoUnit;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Quantiles of times and numbers of visitors, within what their sketches promise. */
class SketchTest {

    /** Squares make the density fall; every tenth is not closed, and every eleventh closed before it was opened. */
    private static final int TICKETS = 30_000;

    private static final long[] MILLIS = new long[TICKETS - TICKETS / 10 - TICKETS / 11 + TICKETS / 110];

    @BeforeAll
    static void tickets() {
        Session.sql("SELECT id, id % 30 AS day, timestamp'2026-01-01' AS opened,"
                        + " CASE WHEN id % 10 = 0 THEN NULL WHEN id % 11 = 0 THEN timestamp'2025-01-01'"
                        + " ELSE timestamp'2026-01-01' + make_dt_interval(0, 0, 0, (id * id) % 900000007 / 1000) END "
                        + "AS closed"
                        + " FROM range(1, " + (TICKETS + 1) + ")")
                .createOrReplaceTempView("tickets");
        int n = 0;
        for (long id = 1; id <= TICKETS; id++) {
            if (id % 10 != 0 && id % 11 != 0) {
                MILLIS[n++] = (id * id) % 900000007;
            }
        }
        assertThat(n).isEqualTo(MILLIS.length);
    }

    private static boolean sketches() {
        return CxFunctions.names().contains("ttr_sketch");
    }

    @Test
    void quantilesAreWithinHalfAPercentOfTheirRank() {
        TimeToResolution exact = TimeToResolution.ofMillis(MILLIS);
        Row row = Session.sql(
                        "SELECT ttr_p50(opened, closed), ttr_p90(opened, closed), ttr_quantile(opened, closed, 0.99),"
                                + " ttr_mean(opened, closed) FROM tickets")
                .head();
        double[] levels = {0.5, 0.9, 0.99};
        for (int i = 0; i < levels.length; i++) {
            assertThat(row.getDouble(i))
                    .isBetween(quantile(exact, levels[i] - 0.005), quantile(exact, Math.min(levels[i] + 0.005, 1)));
        }
        assertThat(row.getDouble(3)).isCloseTo(exact.mean(ChronoUnit.HOURS), within(1e-9));
    }

    private static double quantile(TimeToResolution times, double q) {
        return times.quantile(q, QuantileMethod.NEAREST_RANK, ChronoUnit.HOURS);
    }

    @Test
    void nothingClosedMakesNull() {
        assertThat(Session.sql("SELECT ttr_p90(opened, closed), ttr_quantile(opened, closed, 0.5), ttr_mean(opened, "
                                + "closed)"
                                + " FROM tickets WHERE closed IS NULL GROUP BY day")
                        .head()
                        .toString())
                .isEqualTo("[null,null,null]");
    }

    @Test
    void storedSketchesMerge() {
        assumeTrue(sketches(), "skipped: Spark has no KLL sketches before 4.1");
        Session.sql("SELECT day, ttr_sketch(opened, closed) AS sketch FROM tickets GROUP BY day")
                .createOrReplaceTempView("sketches");
        TimeToResolution exact = TimeToResolution.ofMillis(MILLIS);
        double merged = (double) Session.value("SELECT ttr_sketch_quantile(ttr_merge(sketch), 0.9) FROM sketches");
        assertThat(merged).isBetween(quantile(exact, 0.89), quantile(exact, 0.91));
        assertThat(Session.value("SELECT ttr_sketch_quantile(ttr_sketch(opened, closed), 0.9) FROM tickets WHERE "
                        + "closed IS NULL"))
                .isNull();
    }

    @Test
    void columnsSayTheSame() {
        assumeTrue(sketches(), "skipped: Spark has no KLL sketches before 4.1");
        Row row = Session.SPARK
                .table("tickets")
                .agg(
                        CxColumns.ttrQuantile(col("opened"), col("closed"), 0.9),
                        CxColumns.ttrMean(col("opened"), col("closed")),
                        CxColumns.uniqueVisitors(col("day")))
                .head();
        TimeToResolution exact = TimeToResolution.ofMillis(MILLIS);
        assertThat(row.getDouble(0)).isBetween(quantile(exact, 0.895), quantile(exact, 0.905));
        assertThat(row.getDouble(1)).isCloseTo(exact.mean(ChronoUnit.HOURS), within(1e-9));
        assertThat(row.getLong(2)).isEqualTo(30);
    }

    @Test
    void visitorsAreCountedOnceWhereverTheyCome() {
        double all = ((Number) Session.value("SELECT unique_visitors(id % 20000) FROM tickets")).doubleValue();
        assertThat(all).isCloseTo(20_000, within(20_000 * 0.05));
        Object merged = Session.value("SELECT unique_visitors_of(unique_visitors_merge(s))"
                + " FROM (SELECT unique_visitors_sketch(id % 20000) AS s FROM tickets GROUP BY day)");
        assertThat(((Number) merged).doubleValue()).isCloseTo(20_000, within(20_000 * 0.05));
        assertThat(Session.value("SELECT unique_visitors(id) FROM tickets WHERE id < 0"))
                .isEqualTo(0L);
    }
}

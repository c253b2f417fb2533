package io.cxmetrics.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.spark.transform.Survival;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.stat.survival.SurvivalStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Curves are those of cx-core. */
class SurvivalTest {

    private static final StructType COLUMNS = StructType.fromDDL("plan STRING, days INT, churned BOOLEAN");

    private static List<Row> random() {
        Random random = new Random(8);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            boolean basic = random.nextBoolean();
            rows.add(RowFactory.create(
                    basic ? "basic" : "gold", random.nextInt(basic ? 40 : 90), random.nextInt(3) == 0));
        }
        return rows;
    }

    private static Dataset<Row> frame(List<Row> rows) {
        return Session.SPARK.createDataFrame(rows, COLUMNS);
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    @Test
    void curvesAreThoseOfTheCore() {
        List<Row> rows = random();
        List<Row> expected = new ArrayList<>();
        for (String plan : List.of("basic", "gold")) {
            List<Row> some =
                    rows.stream().filter(row -> row.getString(0).equals(plan)).toList();
            boolean[] churned = new boolean[some.size()];
            for (int i = 0; i < churned.length; i++) {
                churned[i] = some.get(i).getBoolean(2);
            }
            long[] days = some.stream().mapToLong(row -> row.getInt(1)).toArray();
            for (SurvivalStep step : EventTimes.of(days, churned).curve().steps()) {
                expected.add(RowFactory.create(
                        plan,
                        step.time(),
                        (long) step.atRisk(),
                        (long) step.events(),
                        (long) step.censored(),
                        step.survival(),
                        known(step.standardError()),
                        known(step.interval(0.9).low()),
                        known(step.interval(0.9).high())));
            }
        }
        assertThat(Survival.curve(frame(rows).repartition(3), "days", "churned", 0.9, "plan")
                        .orderBy("plan", "time")
                        .collectAsList())
                .hasSizeGreaterThan(100)
                .isEqualTo(expected);
    }

    /** 1/2, and then 0, where neither error nor limits are left. */
    @Test
    void aCurveByHand() {
        List<Row> rows = List.of(
                RowFactory.create("a", 3, true),
                RowFactory.create("a", 3, false),
                RowFactory.create("a", null, true),
                RowFactory.create("a", 1, null),
                RowFactory.create("a", 3, false),
                RowFactory.create("a", 5, true),
                RowFactory.create("a", 3, true));
        List<Row> steps = Survival.curve(frame(rows), "days", "churned", 0.95)
                .orderBy("time")
                .collectAsList();
        assertThat(steps).hasSize(2);
        assertThat(steps.get(0).<Double>getAs("survival")).isEqualTo(0.6);
        assertThat(steps.get(1).toString()).isEqualTo("[5,1,1,0,0.0,null,null,null]");
    }

    @Test
    void mistakesAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Survival.curve(frame(random()), "plan", "churned", 0.95))
                .withMessage("time must be an integral number, got plan of STRING");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Survival.curve(frame(random()), "days", "churned", 1))
                .withMessage("confidence must be in (0, 1), got 1.0");
        List<Row> negative = List.of(RowFactory.create("a", -3, true));
        assertThatThrownBy(() ->
                        Survival.curve(frame(negative), "days", "churned", 0.95).collectAsList())
                .hasStackTraceContaining("must not be negative, got -3");
    }
}

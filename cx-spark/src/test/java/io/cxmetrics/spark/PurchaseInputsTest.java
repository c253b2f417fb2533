package io.cxmetrics.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.retention.activity.PurchaseRule;
import io.cxmetrics.spark.transform.PurchaseInputs;
import io.cxmetrics.time.CalendarPeriod;
import io.cxmetrics.value.PurchaseDefinition;
import io.cxmetrics.value.PurchaseHistory;
import io.cxmetrics.value.PurchaseSplit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The input of models is that of cx-core. */
class PurchaseInputsTest {

    private static final String COLUMNS = "customer INT, millis BIGINT, cents INT";
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDate SPLIT = LocalDate.of(2026, 3, 18);
    private static final LocalDate END = LocalDate.of(2026, 5, 6);

    private static List<Row> random() {
        Random random = new Random(4);
        long start = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            long hours = random.nextInt(random.nextInt(4) == 0 ? 4_000 : 1_500);
            rows.add(RowFactory.create(
                    random.nextInt(500), (start + hours * 3_600) * 1_000, (random.nextInt(7) - 2) * 50));
        }
        return rows;
    }

    private static ActivityLog<Integer> log(List<Row> rows) {
        return rows.stream()
                .map(row -> Activity.of(row.getInt(0), Instant.ofEpochMilli(row.getLong(1)), row.getInt(2)))
                .collect(ActivityLog.<Integer>toActivityLog());
    }

    private static Object[] values(int customer, PurchaseHistory history) {
        return new Object[] {
            customer,
            history.frequency(),
            history.recency(),
            history.age(),
            history.firstSpendMinor(),
            history.repeatSpendMinor(),
            history.refundsMinor()
        };
    }

    @ParameterizedTest
    @CsvSource({"DAY, WITHOUT_REFUNDS", "WEEK, PAID", "MONTH, EVERY_ACTIVITY"})
    void splitsAreThoseOfTheCore(CalendarPeriod period, PurchaseRule rule) {
        List<Row> rows = random();
        PurchaseDefinition reading =
                PurchaseDefinition.in(ZONE).withPeriod(period).withRule(rule);
        List<Row> expected = new ArrayList<>();
        PurchaseSplit.from(log(rows), reading, SPLIT, END).forEach((customer, split) -> {
            List<Object> values = new ArrayList<>(List.of(values(customer, split.calibration())));
            values.addAll(List.of(
                    split.holdoutLength(),
                    split.holdoutFrequency(),
                    split.holdoutSpendMinor(),
                    split.holdoutRefundsMinor()));
            expected.add(RowFactory.create(values.toArray()));
        });
        assertThat(PurchaseInputs.splits(Rows.timed(COLUMNS, rows), "customer", "at", "cents", reading, SPLIT, END)
                        .collectAsList())
                .hasSizeGreaterThan(400)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void historiesAreThoseOfTheCore() {
        List<Row> rows = random();
        PurchaseDefinition reading = PurchaseDefinition.in(ZONE);
        List<Row> expected = new ArrayList<>();
        PurchaseHistory.from(log(rows), reading, END)
                .forEach((customer, history) -> expected.add(RowFactory.create(values(customer, history))));
        assertThat(PurchaseInputs.histories(Rows.timed(COLUMNS, rows), "customer", "at", "cents", reading, END)
                        .collectAsList())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void mistakesAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PurchaseInputs.splits(
                        Rows.timed(COLUMNS, List.of()),
                        "customer",
                        "at",
                        "cents",
                        PurchaseDefinition.in(ZONE),
                        END,
                        SPLIT))
                .withMessage("observedThrough must not be before calibrationThrough 2026-05-06, got 2026-03-18");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PurchaseInputs.histories(
                        Rows.timed(COLUMNS, List.of())
                                .withColumn("euros", org.apache.spark.sql.functions.expr("cents / 100")),
                        "customer",
                        "at",
                        "euros",
                        PurchaseDefinition.in(ZONE),
                        END))
                .withMessage("amount must be an integral number, got euros of DOUBLE");
    }
}

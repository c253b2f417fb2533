package io.cxmetrics.golden;

import io.cxmetrics.retention.cohort.RetentionCurve;
import io.cxmetrics.testkit.GoldenTest;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The two cohorts of Fader and Hardie (2007), table 1, over twelve years. */
@GoldenTest
class CohortSurvivalGoldenTest {

    private final Golden golden = Golden.of("sbg_survival");

    @TestFactory
    Stream<DynamicTest> goldens() {
        return golden.check("regular_rates", rates("regular_pct_alive"))
                .check("high_end_rates", rates("high_end_pct_alive"))
                // A model of how the rates go on; these are the rates that were seen.
                .checkedElsewhere("regular_sbg_fit", "high_end_sbg_fit")
                .tests();
    }

    private Consumer<Expected> rates(String column) {
        return expected -> {
            RetentionCurve curve = RetentionCurve.ofPercent(golden.rows("sbg_survival.csv").stream()
                    .mapToDouble(row -> Double.parseDouble(row.getField(column)))
                    .toArray());
            for (int year = 1; year <= curve.periods(); year++) {
                String at = String.valueOf(year - 1);
                expected.in("retention_pct").number(at, 100 * curve.retention(year));
                expected.in("churn_pct").number(at, 100 * curve.churn(year));
            }
            expected.number("years_0_11", curve.meanPeriods(12));
        };
    }
}

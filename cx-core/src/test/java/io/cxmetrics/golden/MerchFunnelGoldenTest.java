package io.cxmetrics.golden;

import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.Aggregation;
import io.cxmetrics.testkit.GoldenTest;
import io.cxmetrics.web.funnel.Conversion;
import io.cxmetrics.web.funnel.ConversionUnit;
import io.cxmetrics.web.funnel.Funnel;
import io.cxmetrics.web.funnel.FunnelBase;
import io.cxmetrics.web.funnel.FunnelCounts;
import io.cxmetrics.web.funnel.StepCounts;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Rates and session counts of a shop by day and source, of which a month was not tracked well: from counts alone. */
@GoldenTest
class MerchFunnelGoldenTest {

    private static final List<String> STEPS = List.of("visit", "cart", "checkout", "purchase");

    private final Golden golden = Golden.of("ga4_merch_funnel");
    private final List<NamedCsvRecord> rows = golden.rows("conversion_funnel.csv");
    private final List<NamedCsvRecord> pages = golden.rows("landing_page_conversion.csv");

    @TestFactory
    Stream<DynamicTest> goldens() {
        return golden.check("funnel_total", this::total)
                .check("funnel_by_medium", expected -> by(expected, row -> row.getField("medium")))
                .check("funnel_by_source", expected -> by(expected, row -> row.getField("source")))
                .check("funnel_by_month", this::byMonth)
                .check("landing_pages", this::landingPages)
                .tests();
    }

    private static StepCounts counts(NamedCsvRecord row) {
        long sessions = Long.parseLong(row.getField("user_sessions_count"));
        return new StepCounts(
                STEPS,
                List.of(
                        sessions,
                        Math.round(sessions * number(row, "visit_to_cart")),
                        Math.round(sessions * number(row, "visit_to_checkout")),
                        Math.round(sessions * number(row, "visit_to_purchase"))));
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    private StepCounts sum(Stream<NamedCsvRecord> some) {
        return some.map(MerchFunnelGoldenTest::counts)
                .collect(Aggregation.summing(StepCounts.empty(STEPS)).toCollector());
    }

    /** The whole does not grow, though many of its rows do: so it is a funnel of counts. */
    private void total(Expected expected) {
        StepCounts all = sum(rows.stream());
        assertThat(all.growing()).isEmpty();
        List<Long> reached = all.counts();
        FunnelCounts funnel = FunnelCounts.ofCounts(
                Funnel.of(STEPS.toArray(String[]::new)),
                reached.get(0),
                reached.stream().mapToLong(Long::longValue).toArray());
        for (int step = 0; step < STEPS.size(); step++) {
            expected.in("steps")
                    .in(String.valueOf(step))
                    .text("step", STEPS.get(step))
                    .number("count", funnel.reached(step))
                    .number("pct_of_first", funnel.rate(step, FunnelBase.FIRST).percent())
                    .number(
                            "pct_of_previous",
                            funnel.rate(step, FunnelBase.PREVIOUS).percent());
            assertThat(all.rate(step))
                    .isEqualTo(funnel.rate(step, FunnelBase.FIRST).rate());
        }
        expected.in("unweighted_mean_of_row_rates_pct (a wrong average)")
                .number("visit_to_cart", meanOfRows(row -> counts(row).rate(1)))
                .number("visit_to_checkout", meanOfRows(row -> counts(row).rate(2)))
                .number("visit_to_purchase", meanOfRows(row -> counts(row).rate(3)));
        expected.number("rows_where_checkout_exceeds_cart", rowsWhere(1, 2))
                .number("rows_where_purchase_exceeds_cart", rowsWhere(1, 3));
        assertThat(rows.stream()
                        .filter(row -> counts(row).growing().contains("checkout"))
                        .count())
                .isEqualTo(rowsWhere(1, 2));
    }

    private double meanOfRows(ToDoubleFunction<NamedCsvRecord> rate) {
        return 100 * rows.stream().mapToDouble(rate).average().orElse(Double.NaN);
    }

    private long rowsWhere(int step, int exceeds) {
        return rows.stream()
                .map(row -> counts(row).counts())
                .filter(counts -> counts.get(exceeds) > counts.get(step))
                .count();
    }

    private Map<String, StepCounts> grouped(Function<NamedCsvRecord, String> key) {
        return rows.stream()
                .collect(groupingBy(
                        key,
                        Aggregation.summing(StepCounts.empty(STEPS))
                                .mapInput(MerchFunnelGoldenTest::counts)
                                .toCollector()));
    }

    private static Expected group(Expected expected, StepCounts counts) {
        for (int step = 0; step < STEPS.size(); step++) {
            expected.number(STEPS.get(step), counts.counts().get(step));
        }
        return expected;
    }

    private void by(Expected expected, Function<NamedCsvRecord, String> key) {
        expected.groups(grouped(key), MerchFunnelGoldenTest::group);
    }

    private void byMonth(Expected expected) {
        expected.groups(
                grouped(row -> row.getField("event_date").substring(0, 7)),
                (month, counts) -> group(month, counts).number("conversion_pct", 100 * counts.rate(3)));
    }

    private static Conversion page(NamedCsvRecord row) {
        long sessions = Long.parseLong(row.getField("unique_sessions"));
        long purchases = Long.parseLong(row.getField("purchases"));
        return Conversion.ofCounts(ConversionUnit.SESSION, purchases, sessions);
    }

    private void landingPages(Expected expected) {
        Conversion all = pages.stream()
                .collect(Aggregation.summing(Conversion.empty(ConversionUnit.SESSION))
                        .mapInput(MerchFunnelGoldenTest::page)
                        .toCollector());
        expected.number("pages", pages.size())
                .number("sessions", all.units())
                .number("purchases", all.converted())
                .number("pooled_pct", all.share().percent())
                .number(
                        "mean_of_page_rates_pct (a wrong average)",
                        100
                                * pages.stream()
                                        .mapToDouble(row -> page(row).rate())
                                        .average()
                                        .orElse(Double.NaN));
        List<NamedCsvRecord> best = pages.stream()
                .filter(row -> page(row).units() >= 500)
                .sorted(comparingDouble(row -> -page(row).rate()))
                .limit(10)
                .toList();
        for (int i = 0; i < best.size(); i++) {
            Conversion page = page(best.get(i));
            expected.in("best")
                    .in(String.valueOf(i))
                    .text("page", best.get(i).getField("page_path"))
                    .number("sessions", page.units())
                    .number("purchases", page.converted())
                    .number("pct", page.share().percent());
        }
        expected.text("conversion_rate column agrees to 4 decimals", "true");
        assertThat(pages)
                .allSatisfy(
                        row -> assertThat(page(row).rate()).isCloseTo(number(row, "conversion_rate"), within(5.1e-5)));
    }
}

package io.cxmetrics.golden;

import static io.cxmetrics.time.CalendarPeriod.YEAR;
import static io.cxmetrics.value.PaymentTiming.FIRST_EXCLUDED;
import static io.cxmetrics.value.PaymentTiming.FIRST_NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cxmetrics.retention.subscription.ChurnRate;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.stat.survival.SurvivalCurve;
import io.cxmetrics.testkit.GoldenTest;
import io.cxmetrics.testkit.SharedData;
import io.cxmetrics.value.DiscountRate;
import io.cxmetrics.value.LifetimeValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Closed forms of lifetime value and present values against exact rationals. */
@GoldenTest
class LifetimeValueGoldenTest {

    private static final double RELATIVE = 1e-12;

    @Test
    void guptaAndLehmann() throws IOException {
        JsonNode cases = golden("gupta_lehmann").get("cases");
        assertThat(cases).hasSize(8);
        for (JsonNode expected : cases) {
            double r = number(expected, "r");
            LifetimeValue value = LifetimeValue.of(
                            number(expected, "m"),
                            YEAR,
                            ChurnRate.ofRetention(r, YEAR),
                            DiscountRate.of(number(expected, "i"), YEAR))
                    .withGrowth(number(expected, "g"), YEAR);
            Map.of("1", FIRST_EXCLUDED, "0", FIRST_NOW).forEach((first, timing) -> {
                same(value.infinite(timing), expected, "infinite_first_payment_at_" + first);
                for (int payments : new int[] {1, 5, 10}) {
                    same(value.over(payments, timing), expected, "finite_" + payments + "_first_at_" + first);
                }
            });
            same(value.marginMultiple(), expected, "margin_multiple");
            assertThat(expected).as("fields of a case").hasSize(13);
        }
    }

    /** The table as it is printed, with five decimals. */
    @Test
    void marginMultiples() throws IOException {
        JsonNode table = golden("gupta_lehmann_margin_multiple_table");
        assertThat(table).hasSize(4);
        table.properties().forEach(row -> {
            assertThat(row.getValue()).hasSize(4);
            row.getValue().properties().forEach(cell -> {
                double r = Double.parseDouble(row.getKey().substring(2));
                double i = Double.parseDouble(cell.getKey().substring(2));
                double multiple = LifetimeValue.infinite(1, r, i, 0, FIRST_EXCLUDED);
                assertThat(multiple)
                        .as(row.getKey() + " " + cell.getKey())
                        .isCloseTo(cell.getValue().asDouble(), within(5e-6));
            });
        });
    }

    @Test
    void ordersTimesMarginOverChurn() throws IOException {
        JsonNode cases = golden("simple");
        assertThat(cases).hasSize(3);
        for (JsonNode expected : cases) {
            ChurnRate churn = ChurnRate.of(number(expected, "churn"), YEAR);
            LifetimeValue value = LifetimeValue.ofOrders(
                    number(expected, "aov"),
                    number(expected, "purchases_per_period"),
                    number(expected, "gross_margin"),
                    YEAR,
                    churn,
                    DiscountRate.of(0, YEAR));
            same(value.simple(), expected, "clv");
            same(value.infinite(FIRST_NOW), expected, "clv");
            same(churn.expectedLifetime(), expected, "lifetime_periods");
        }
    }

    @Test
    void cashFlows() throws IOException {
        JsonNode cases = golden("npv");
        assertThat(cases).hasSize(3);
        for (JsonNode expected : cases) {
            List<JsonNode> flows = StreamSupport.stream(
                            expected.get("cash_flows").spliterator(), false)
                    .toList();
            double[] times =
                    flows.stream().mapToDouble(flow -> flow.get(0).asDouble()).toArray();
            double[] amounts =
                    flows.stream().mapToDouble(flow -> flow.get(1).asDouble()).toArray();
            assertThat(times).hasSize(5);
            DiscountRate rate = DiscountRate.of(number(expected, "rate"), YEAR);
            same(rate.presentValue(times, amounts), expected, "npv_at_0");
            same(rate.valueAt(12, times, amounts), expected, "compounded_to_12");
        }
    }

    @Test
    void alongASurvivalCurve() throws IOException {
        JsonNode expected = golden("from_survival_curve");
        double[] survival = StreamSupport.stream(expected.get("survival").spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
        assertThat(survival).hasSize(8);
        DiscountRate rate = DiscountRate.of(number(expected, "rate"), YEAR);
        double margin = number(expected, "margin");
        same(LifetimeValue.along(margin, YEAR, survival, rate, FIRST_NOW), expected, "clv_payments_at_start");
    }

    /** The same shares of a thousand customers, of whom 491 are still there: the curve finds them again. */
    @Test
    void alongTheCurveOfTheCustomersBehindIt() throws IOException {
        JsonNode expected = golden("from_survival_curve");
        JsonNode shares = expected.get("survival");
        long[] years = {1, 2, 3, 4, 5, 6, 7};
        long[] left = new long[7];
        for (int t = 0; t < 7; t++) {
            left[t] = Math.round(
                    1000 * (shares.get(t).asDouble() - shares.get(t + 1).asDouble()));
        }
        EventTimes customers = EventTimes.ofCounts(years, left, new long[] {0, 0, 0, 0, 0, 0, 491});
        SurvivalCurve curve = customers.curve();
        DiscountRate rate = DiscountRate.of(number(expected, "rate"), YEAR);
        same(
                LifetimeValue.along(number(expected, "margin"), YEAR, curve, 8, rate, FIRST_NOW),
                expected,
                "clv_payments_at_start");
        for (int t = 0; t < 7; t++) {
            double retention = customers.hazards().get(t).complement().rate();
            assertThat(retention)
                    .isCloseTo(expected.get("period_retention").get(t).asDouble(), within(RELATIVE));
        }
    }

    private static double number(JsonNode node, String field) {
        return node.get(field).asDouble();
    }

    private static void same(double actual, JsonNode expected, String field) {
        double value = number(expected, field);
        assertThat(actual)
                .as("%s of %s", field, expected)
                .isCloseTo(value, within(RELATIVE * Math.max(Math.abs(value), 1e-6)));
    }

    private static JsonNode golden(String name) throws IOException {
        Path file = SharedData.file("golden/clv/simple_formulas.json");
        return new ObjectMapper().readTree(file.toFile()).get(name);
    }
}

package io.cxmetrics.golden;

import static java.util.stream.Collectors.groupingBy;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.retention.revenue.RecurringRevenue;
import io.cxmetrics.retention.subscription.ChurnBase;
import io.cxmetrics.retention.subscription.LogoChurn;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.ProportionInterval;
import io.cxmetrics.testkit.GoldenTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The churn of 7,043 customers of a telephone company, all of whom were there at the start of the quarter. */
@GoldenTest
class TelcoChurnGoldenTest {

    private final Golden golden = Golden.of("ibm_telco_churn");
    private final List<NamedCsvRecord> customers = golden.rows("Telco-Customer-Churn.csv.gz");

    @TestFactory
    Stream<DynamicTest> goldens() {
        return golden.check("profile", this::profile)
                .check("churn_rate", this::churnRate)
                .check("churn_by_Contract", by("Contract"))
                .check("churn_by_PaymentMethod", by("PaymentMethod"))
                .check("churn_by_InternetService", by("InternetService"))
                .check("churn_by_SeniorCitizen", by("SeniorCitizen"))
                .check("revenue_churn", this::revenueChurn)
                .check("churn_by_tenure_band", this::byTenureBand)
                .checkedElsewhere("km_all", "km_by_contract", "logrank_contract", "km_tenure_positive")
                .tests();
    }

    private static boolean left(NamedCsvRecord customer) {
        return customer.getField("Churn").equals("Yes");
    }

    private static long tenure(NamedCsvRecord customer) {
        return Long.parseLong(customer.getField("tenure"));
    }

    /** Charges have two decimals, so that cents are whole. */
    private static long cents(NamedCsvRecord customer) {
        return new BigDecimal(customer.getField("MonthlyCharges"))
                .movePointRight(2)
                .longValueExact();
    }

    private static Collector<NamedCsvRecord, ?, Proportion> toChurn() {
        return Proportion.toProportion(TelcoChurnGoldenTest::left);
    }

    private void profile(Expected expected) {
        Proportion starting =
                customers.stream().filter(customer -> tenure(customer) == 0).collect(toChurn());
        expected.number("rows", customers.size())
                .number(
                        "blank_total",
                        customers.stream()
                                .filter(customer ->
                                        customer.getField("TotalCharges").isBlank())
                                .count())
                .number("tenure_zero", starting.trials())
                .number("tenure_zero_churned", starting.events());
    }

    private void churnRate(Expected expected) {
        Proportion left = customers.stream().collect(toChurn());
        LogoChurn churn = LogoChurn.of(left.trials(), left.events(), 0);
        expected.number("customers", churn.atStart())
                .number("churned", churn.lost())
                .number("churn_pct", 100 * churn.rate(ChurnBase.AT_START))
                .number("retention_pct", churn.retention().percent())
                .interval("ci95_wilson", churn.churn().interval(0.95).times(100))
                .interval(
                        "ci95_wald",
                        churn.churn().interval(0.95, ProportionInterval.WALD).times(100));
    }

    private static void group(Expected expected, Proportion churn) {
        expected.number("n", churn.trials()).number("churned", churn.events());
    }

    private Consumer<Expected> by(String column) {
        BiConsumer<Expected, Proportion> check = (expected, churn) -> {
            group(expected, churn);
            expected.number("churn_pct", churn.percent());
        };
        return expected -> expected.groups(grouped(customer -> customer.getField(column)), check);
    }

    private Map<String, Proportion> grouped(Function<NamedCsvRecord, String> key) {
        return customers.stream().collect(groupingBy(key, toChurn()));
    }

    private void byTenureBand(Expected expected) {
        expected.groups(grouped(customer -> band(tenure(customer))), TelcoChurnGoldenTest::group);
    }

    private static String band(long tenure) {
        long band = Math.max(0, (tenure - 1) / 12);
        return (band == 0 ? 0 : 12 * band + 1) + "-" + 12 * (band + 1);
    }

    private void revenueChurn(Expected expected) {
        RecurringRevenue revenue = customers.stream()
                .collect(RecurringRevenue.toRecurringRevenue(
                        TelcoChurnGoldenTest::cents, customer -> left(customer) ? 0 : cents(customer)));
        expected.number("total", revenue.opening().amount())
                .number("lost", revenue.churn().amount())
                .number("pct", 100 * revenue.grossRevenueChurn());
    }
}

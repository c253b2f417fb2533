package io.cxmetrics.golden;

import static io.cxmetrics.value.PaymentTiming.FIRST_EXCLUDED;
import static io.cxmetrics.value.PaymentTiming.FIRST_NOW;
import static io.cxmetrics.value.PaymentTiming.PERIOD_END;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.retention.subscription.SubscriberBase;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.testkit.GoldenTest;
import io.cxmetrics.time.CalendarPeriod;
import io.cxmetrics.value.DiscountRate;
import io.cxmetrics.value.SubscriberValue;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The 7,043 subscribers of a telephone company, beside what
 * {@code cx clv --mrr MonthlyCharges --tenure tenure --left Churn --margin 0.6 --discount 0.1 --by Contract} printed
 * with formulas of its own.
 */
@GoldenTest
class SubscriberValueGoldenTest {

    private static final DiscountRate TENTH = DiscountRate.of(0.1, CalendarPeriod.YEAR);

    private static Map<String, SubscriberBase> bases() {
        return SharedCsv.named("data/ibm_telco_churn/Telco-Customer-Churn.csv.gz").stream()
                .collect(groupingBy(
                        row -> row.getField("Contract"),
                        SubscriberBase.toSubscriberBase(
                                row -> MoneyUnit.CENTS.minor(row.getField("MonthlyCharges")),
                                row -> number(row, "tenure"),
                                row -> row.getField("Churn").equals("Yes"))));
    }

    private static long number(NamedCsvRecord row, String column) {
        return Long.parseLong(row.getField(column));
    }

    @Test
    void allSubscribers() {
        SubscriberBase all = SubscriberBase.EMPTY;
        for (SubscriberBase base : bases().values()) {
            all = all.plus(base);
        }
        assertThat(all.count()).isEqualTo(7043);
        assertThat(all.churn().events()).isEqualTo(1869);
        assertThat(all.churn().exposure()).isEqualTo(227_990);
        near(all.revenuePerSubscriber(), 64.76169246059918);
        near(100 * all.churn().rate(), 0.8197727970525024);
        near(all.expectedMonths(), 121.98501872659176);
        near(SubscriberValue.of(all, 0.6, TENTH).infinite(FIRST_EXCLUDED), 2383.056507873834);
        near(SubscriberValue.of(all, 0.6, TENTH).infinite(PERIOD_END), 2402.7536285004726);
        near(
                SubscriberValue.of(all, 0.6, DiscountRate.of(0, CalendarPeriod.YEAR))
                        .infinite(FIRST_NOW),
                4739.97376054318);
        values(all, 2421.913523350194, 2366.27163394802, 2478.22741725361);
    }

    @Test
    void subscribersByContract() {
        Map<String, SubscriberBase> bases = bases();
        assertThat(bases).containsOnlyKeys("Month-to-month", "One year", "Two year");
        values(requireNonNull(bases.get("Month-to-month")), 1268.6349622208602, 1223.4526749106751, 1315.480587036334);
        values(requireNonNull(bases.get("One year")), 3692.3732449347867, 3545.876007086338, 3833.5022043491717);
        values(requireNonNull(bases.get("Two year")), 4337.519168292036, 4255.827721760392, 4405.691413206178);
    }

    private static void values(SubscriberBase base, double value, double low, double high) {
        near(SubscriberValue.of(base, 0.6, TENTH).infinite(FIRST_NOW), value);
        Interval interval = SubscriberValue.of(base, 0.6, TENTH).interval(FIRST_NOW, 0.95);
        near(interval.low(), low);
        near(interval.high(), high);
    }

    private static void near(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-10 * expected));
    }
}

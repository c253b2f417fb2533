package io.cxmetrics.value;

import static io.cxmetrics.value.Bought.log;
import static io.cxmetrics.value.Bought.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.stat.Proportion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CostToServeTest {

    /**
     * Ann brings more than she costs, Bob just as much, Cid only costs, Dee costs nothing, Eve gave back all and more.
     */
    private static final CostToServe SERVED = CostToServe.of(
            Map.of("ann", 4000L, "bob", 1000L, "dee", 500L, "eve", -100L),
            Map.of("ann", 600L, "bob", 1000L, "cid", 250L),
            MoneyUnit.CENTS);

    private static String text(long customers, long unprofitable, long value, long cost) {
        return "CostToServe[unit=no currency, 2 decimals, customers=" + customers + ", unprofitableCustomers="
                + unprofitable + ", value=" + value + ", cost=" + cost + "]";
    }

    @Test
    void countsAndSums() {
        assertThat(SERVED).hasToString(text(5, 2, 5400, 1850));
        assertThat(SERVED.count()).isEqualTo(5);
        assertThat(SERVED.contribution()).isEqualTo(35.5);
        assertThat(SERVED.contributionPerCustomer()).isEqualTo(7.1);
        assertThat(SERVED.perCustomer()).isEqualTo(3.7);
        assertThat(SERVED.valueMinor()).isEqualTo(5400);
        assertThat(SERVED.costMinor()).isEqualTo(1850);
        assertThat(SERVED.unprofitable()).isEqualTo(Proportion.of(2, 5));
        assertThat(of(400, 100).perValue()).isEqualTo(0.25);
    }

    private static CostToServe of(long value, long cost) {
        return CostToServe.of(List.of(new CostToServe.Customer(value, cost, MoneyUnit.CENTS)));
    }

    @Test
    void logsGiveTheSumsOfTheirAmounts() {
        assertThat(CostToServe.from(
                        log(on("ann", "03-02", 3000), on("ann", "03-09", 1500), on("ann", "03-10", -500)),
                        log(on("ann", "03-02", 400), on("bob", "03-02", 90), on("bob", "03-03", -30))))
                .hasToString(text(2, 1, 4000, 460));
    }

    @Test
    void twoCurrenciesDoNotAddUp() {
        MoneyUnit euro = MoneyUnit.of("EUR");
        MoneyUnit yen = MoneyUnit.of("JPY");
        ActivityLog<String> revenue = log(on("ann", "03-02", 3000, euro));
        ActivityLog<String> costs = log(on("ann", "03-02", 400, yen));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostToServe.from(revenue, costs))
                .withMessage("unit of money must be EUR, got JPY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostToServe.of(
                        List.of(new CostToServe.Customer(1, 1, euro), new CostToServe.Customer(1, 1, yen))))
                .withMessage("unit of money must be EUR, got JPY");
        assertThat(CostToServe.from(revenue, log()).unit()).isEqualTo(euro);
        assertThat(CostToServe.from(log(), costs).perCustomer()).isEqualTo(400);
    }

    @Test
    void withoutEvidenceNothingIsKnown() {
        assertThat(CostToServe.of(Map.of(), Map.of(), MoneyUnit.CENTS)).isEqualTo(CostToServe.EMPTY);
        assertThat(CostToServe.from(log(), log())).isEqualTo(CostToServe.EMPTY);
        assertThat(CostToServe.EMPTY.contribution()).isZero();
        assertThat(CostToServe.EMPTY.contributionPerCustomer()).isNaN();
        assertThat(CostToServe.EMPTY.perCustomer()).isNaN();
        assertThat(CostToServe.EMPTY.unprofitable().rate()).isNaN();
        assertThat(CostToServe.EMPTY.perValue()).isNaN();
        assertThat(of(-5, 3).perValue()).isNaN();
    }

    @Test
    void negativeCostsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostToServe.of(Map.of(), Map.of("bob", -5L), MoneyUnit.CENTS))
                .withMessage("cost must not be negative, got -5 for bob");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(1, -1))
                .withMessage("cost must not be negative, got -1");
    }

    @Test
    void sumsThatOverflowAreRefused() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> CostToServe.of(Map.of("ann", Long.MAX_VALUE, "bob", 1L), Map.of(), MoneyUnit.CENTS))
                .withMessage("long overflow");
        assertThat(of(Long.MIN_VALUE, 1).contribution()).isEqualTo(-0x1p63 / 100);
    }
}

package io.cxmetrics.value;

import static io.cxmetrics.value.Bought.log;
import static io.cxmetrics.value.Bought.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.stat.Proportion;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CostToServeTest {

    /** Ann brings more than she costs, Bob just as much, Cid only costs, Dee costs nothing, Eve gave back all and more. */
    private static final CostToServe SERVED = CostToServe.of(
            Map.of("ann", 4000L, "bob", 1000L, "dee", 500L, "eve", -100L),
            Map.of("ann", 600L, "bob", 1000L, "cid", 250L));

    @Test
    void countsAndSums() {
        assertThat(SERVED).isEqualTo(new CostToServe(5, 2, 5400, 1850));
        assertThat(SERVED.contribution()).isEqualTo(3550);
        assertThat(SERVED.contributionPerCustomer()).isEqualTo(710);
        assertThat(SERVED.perCustomer()).isEqualTo(370);
        assertThat(SERVED.unprofitable()).isEqualTo(Proportion.of(2, 5));
        assertThat(new CostToServe(2, 0, 400, 100).perValue()).isEqualTo(0.25);
    }

    @Test
    void logsGiveTheSumsOfTheirAmounts() {
        assertThat(CostToServe.from(
                        log(on("ann", "03-02", 3000), on("ann", "03-09", 1500), on("ann", "03-10", -500)),
                        log(on("ann", "03-02", 400), on("bob", "03-02", 90), on("bob", "03-03", -30))))
                .isEqualTo(new CostToServe(2, 1, 4000, 460));
    }

    @Test
    void withoutEvidenceNothingIsKnown() {
        assertThat(CostToServe.of(Map.of(), Map.of())).isEqualTo(CostToServe.EMPTY);
        assertThat(CostToServe.EMPTY.contribution()).isZero();
        assertThat(CostToServe.EMPTY.contributionPerCustomer()).isNaN();
        assertThat(CostToServe.EMPTY.perCustomer()).isNaN();
        assertThat(CostToServe.EMPTY.unprofitable().rate()).isNaN();
        assertThat(CostToServe.EMPTY.perValue()).isNaN();
        assertThat(new CostToServe(1, 1, -5, 3).perValue()).isNaN();
    }

    @Test
    void badCountsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostToServe.of(Map.of(), Map.of("bob", -5L)))
                .withMessage("cost must not be negative, got -5 for bob");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CostToServe(-1, 0, 0, 0))
                .withMessage("customers must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CostToServe(1, -1, 0, 0))
                .withMessage("unprofitableCustomers must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CostToServe(1, 2, 0, 0))
                .withMessage("unprofitableCustomers must not exceed customers (1), got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CostToServe(1, 0, 0, -1))
                .withMessage("cost must not be negative, got -1");
    }

    @Test
    void sumsThatOverflowAreRefused() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> CostToServe.of(Map.of("ann", Long.MAX_VALUE, "bob", 1L), Map.of()))
                .withMessage("long overflow");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new CostToServe(1, 0, Long.MIN_VALUE, 1).contribution())
                .withMessage("long overflow");
    }
}

package io.cxmetrics.value;

import static io.cxmetrics.value.Bought.DAYS;
import static io.cxmetrics.value.Bought.log;
import static io.cxmetrics.value.Bought.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.stat.Proportion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoricValueTest {

    /** Ann bought on two days, Bob twice on one, Cid once and free; Dee only gave back. */
    private static final HistoricValue SHOP = HistoricValue.from(
            log(
                    on("ann", "03-02", 3000),
                    on("ann", "03-09", 1000),
                    on("bob", "03-02", 500),
                    on("bob", "03-02", 700),
                    on("bob", "03-04", -500),
                    on("cid", "03-05", 0),
                    on("dee", "03-06", -800)),
            DAYS);

    @Test
    void countsAndSums() {
        assertThat(SHOP).isEqualTo(new HistoricValue(3, 1, 2, 4, 5, 5200, 2, 1300));
        assertThat(SHOP.net()).isEqualTo(3900);
    }

    @Test
    void answersOfTheShop() {
        assertThat(SHOP.averageOrderValue()).isEqualTo(1040);
        assertThat(SHOP.netOrderValue()).isEqualTo(780);
        assertThat(SHOP.purchaseFrequency()).isCloseTo(1.6666666666666667, within(1e-15));
        assertThat(SHOP.meanPurchasePeriods()).isCloseTo(1.3333333333333333, within(1e-15));
        assertThat(SHOP.repeatRate()).isEqualTo(Proportion.of(1, 3));
        assertThat(SHOP.reorderRate()).isEqualTo(Proportion.of(2, 3));
        assertThat(SHOP.returnRate()).isEqualTo(0.4);
        assertThat(SHOP.refundRate()).isEqualTo(0.25);
        assertThat(SHOP.perCustomer()).isEqualTo(1300);
        assertThat(SHOP.perCustomer(0.25)).isEqualTo(325);
    }

    @Test
    void withoutCustomersNothingIsKnown() {
        assertThat(HistoricValue.from(log(), DAYS)).isEqualTo(HistoricValue.EMPTY);
        assertThat(HistoricValue.EMPTY.net()).isZero();
        assertThat(HistoricValue.EMPTY.averageOrderValue()).isNaN();
        assertThat(HistoricValue.EMPTY.netOrderValue()).isNaN();
        assertThat(HistoricValue.EMPTY.purchaseFrequency()).isNaN();
        assertThat(HistoricValue.EMPTY.meanPurchasePeriods()).isNaN();
        assertThat(HistoricValue.EMPTY.repeatRate().rate()).isNaN();
        assertThat(HistoricValue.EMPTY.reorderRate().rate()).isNaN();
        assertThat(HistoricValue.EMPTY.returnRate()).isNaN();
        assertThat(HistoricValue.EMPTY.refundRate()).isNaN();
        assertThat(HistoricValue.EMPTY.perCustomer()).isNaN();
        assertThat(HistoricValue.EMPTY.perCustomer(0.3)).isNaN();
    }

    @Test
    void moreMayComeBackThanWasSold() {
        HistoricValue value = HistoricValue.from(log(on("ann", "03-02", 100), on("bob", "03-02", -300)), DAYS);
        assertThat(value.net()).isEqualTo(-200);
        assertThat(value.refundRate()).isEqualTo(3);
        assertThat(value.returnRate()).isEqualTo(1);
    }

    @Test
    void sumsThatOverflowAreRefused() {
        HistoricValue huge = new HistoricValue(1, 0, 0, 1, 1, Long.MAX_VALUE, 0, 0);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> huge.plus(SHOP))
                .withMessage("long overflow");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0| -1| 0| 0| 0| 0| 0| 0| repeatCustomers must not be negative, got -1",
                "0| 0| 0| 0| 0| -1| 0| 0| gross must not be negative, got -1",
                "0| 0| 0| 0| 0| 0| -1| 0| returns must not be negative, got -1",
                "0| 0| 0| 0| 0| 0| 0| -1| refunds must not be negative, got -1",
                "3| 2| 1| 4| 4| 0| 0| 0| repeatCustomers must not exceed reorderingCustomers (1), got 2",
                "3| 0| 4| 4| 4| 0| 0| 0| reorderingCustomers must not exceed customers (3), got 4",
                "3| 0| 0| 2| 4| 0| 0| 0| customers must not exceed purchasePeriods (2), got 3",
                "3| 0| 0| 4| 3| 0| 0| 0| purchasePeriods must not exceed orders (3), got 4"
            })
    void countsThatContradictEachOtherAreRefused(
            long customers,
            long repeat,
            long reordering,
            long periods,
            long orders,
            long gross,
            long returns,
            long refunds,
            String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new HistoricValue(customers, repeat, reordering, periods, orders, gross, returns, refunds))
                .withMessage(message);
    }

    @Test
    void marginMustBeFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SHOP.perCustomer(Double.POSITIVE_INFINITY))
                .withMessage("margin must be finite, got Infinity");
    }
}

package io.cxmetrics.value;

import static io.cxmetrics.value.Bought.DAYS;
import static io.cxmetrics.value.Bought.log;
import static io.cxmetrics.value.Bought.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.retention.activity.PurchaseRule;
import io.cxmetrics.stat.Proportion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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
        assertThat(SHOP)
                .hasToString("HistoricValue[unit=no currency, 2 decimals, customers=3, repeatCustomers=1,"
                        + " reorderingCustomers=2, refundOnlyCustomers=1, freeOnlyCustomers=0, purchasePeriods=4,"
                        + " orders=5, gross=5200, returns=2, refunds=1300]");
        assertThat(SHOP.count()).isEqualTo(3);
        assertThat(SHOP.netMinor()).isEqualTo(3900);
        assertThat(SHOP.gross()).isEqualTo(52);
        assertThat(SHOP.refunds()).isEqualTo(13);
        assertThat(SHOP.net()).isEqualTo(39);
    }

    @Test
    void answersOfTheShop() {
        assertThat(SHOP.averageOrderValue()).isEqualTo(10.4);
        assertThat(SHOP.netOrderValue()).isEqualTo(7.8);
        assertThat(SHOP.purchaseFrequency()).isCloseTo(1.6666666666666667, within(1e-15));
        assertThat(SHOP.meanPurchasePeriods()).isCloseTo(1.3333333333333333, within(1e-15));
        assertThat(SHOP.repeatRate()).isEqualTo(Proportion.of(1, 3));
        assertThat(SHOP.reorderRate()).isEqualTo(Proportion.of(2, 3));
        assertThat(SHOP.returnRate()).isEqualTo(0.4);
        assertThat(SHOP.refundRate()).isEqualTo(0.25);
        assertThat(SHOP.perCustomer()).isEqualTo(13);
        assertThat(SHOP.perCustomer(0.25)).isEqualTo(3.25);
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
        assertThat(value.net()).isEqualTo(-2);
        assertThat(value.refundRate()).isEqualTo(3);
        assertThat(value.returnRate()).isEqualTo(1);
    }

    @Test
    void sumsThatOverflowAreRefused() {
        HistoricValue huge = HistoricValue.from(log(on("eve", "03-02", Long.MAX_VALUE)), DAYS);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> huge.plus(SHOP))
                .withMessage("long overflow");
    }

    /** Dee only gave back, and is no customer; Eve only ordered for free, which {@code PAID} does not count. */
    @Test
    void thoseWithoutAPurchaseAreCountedApart() {
        assertThat(SHOP.refundOnlyCustomers()).isEqualTo(1);
        assertThat(SHOP.leftOut()).isEqualTo(1);
        ActivityLog<String> log = log(on("ann", "03-02", 100), on("dee", "03-06", -800), on("eve", "03-06", 0));
        HistoricValue paid = HistoricValue.from(log, DAYS.withRule(PurchaseRule.PAID));
        assertThat(paid.customers()).isEqualTo(1);
        assertThat(paid.refundOnlyCustomers()).isEqualTo(1);
        assertThat(paid.leftOut()).isEqualTo(2);
        HistoricValue every = HistoricValue.from(log, DAYS.withRule(PurchaseRule.EVERY_ACTIVITY));
        assertThat(every.customers()).isEqualTo(3);
        assertThat(every.leftOut()).isZero();
    }

    @Test
    void whatCameAfterTheLastDayIsLeftOut() {
        ActivityLog<String> log = log(on("ann", "03-02", 100), on("ann", "03-09", 200), on("bob", "03-10", -50));
        HistoricValue known = HistoricValue.from(log, DAYS, LocalDate.of(2026, 3, 8));
        assertThat(known).isEqualTo(HistoricValue.from(log(on("ann", "03-02", 100)), DAYS));
        assertThat(HistoricValue.from(log, DAYS, LocalDate.of(2026, 3, 10))).isEqualTo(HistoricValue.from(log, DAYS));
        assertThat(HistoricValue.from(log, DAYS, LocalDate.of(2026, 3, 9)).net())
                .isEqualTo(3);
    }

    /** 5,200 yen are not 52. */
    @Test
    void answersAreInMajorUnits() {
        HistoricValue yen = Stream.of(5200L, -1300L)
                .collect(HistoricValue.toHistoricValue(
                        amount -> "ann", amount -> Instant.EPOCH, amount -> amount, MoneyUnit.of("JPY"), DAYS));
        assertThat(yen.net()).isEqualTo(3900);
        assertThat(yen.perCustomer()).isEqualTo(3900);
        assertThat(yen.unit()).isEqualTo(MoneyUnit.of("JPY"));
    }

    @Test
    void twoCurrenciesDoNotAddUp() {
        HistoricValue euros = HistoricValue.of(List.of(on("ann", "03-02", 100, MoneyUnit.of("EUR"))), DAYS);
        HistoricValue yen = HistoricValue.of(List.of(on("bob", "03-02", 5000, MoneyUnit.of("JPY"))), DAYS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> euros.plus(yen))
                .withMessage("unit of money must be EUR, got JPY");
        assertThat(HistoricValue.EMPTY.plus(yen)).isEqualTo(yen);
    }

    @Test
    void percentagesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SHOP.perCustomer(60))
                .withMessage("grossMargin must be a finite fraction of at most 1, such as 0.6 for 60 %, got 60.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SHOP.perCustomer(Double.NEGATIVE_INFINITY))
                .withMessage("grossMargin must be a finite fraction of at most 1, such as 0.6 for 60 %, got -Infinity");
    }
}

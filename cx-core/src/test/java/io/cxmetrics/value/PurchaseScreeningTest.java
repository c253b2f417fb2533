package io.cxmetrics.value;

import static io.cxmetrics.value.Bought.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.retention.activity.ActivityLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PurchaseScreeningTest {

    private static final MoneyUnit EURO = MoneyUnit.of("EUR");
    private static final Instant MARCH = Instant.parse("2026-03-01T15:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T15:00:00Z");

    record Row(
            @Nullable String order,
            @Nullable String customer,
            @Nullable Instant at,
            @Nullable Long total,
            @Nullable Long refunded,
            @Nullable String currency) {}

    private static PurchaseScreening<Row, String> plain() {
        return PurchaseScreening.of(Row::customer, Row::at, Row::total, EURO);
    }

    private static Row row(
            @Nullable String order, @Nullable String customer, @Nullable Instant at, @Nullable Long total) {
        return new Row(order, customer, at, total, null, "EUR");
    }

    private static HistoricValue value(ScreenedPurchases<String> log) {
        return HistoricValue.from(log.log(), DAYS);
    }

    /** Shopify says refunds in a column of the order: 230.00 of orders less 120.00 are 110.00. */
    @Test
    void refundsMayStandInAColumnOfTheOrder() {
        List<Row> rows = List.of(
                new Row("#1", "a@example.org", MARCH, 10_000L, 10_000L, "EUR"),
                new Row("#2", "b@example.org", MARCH, 5_000L, 0L, "EUR"),
                new Row("#3", "c@example.org", MARCH, 8_000L, 2_000L, "EUR"));
        HistoricValue value = value(plain().withRefunded(Row::refunded).screen(rows));
        assertThat(value.gross()).isEqualTo(230);
        assertThat(value.net()).isEqualTo(110);
        assertThat(value.orders()).isEqualTo(3);
        assertThat(value.returns()).isEqualTo(2);
        assertThat(value.customers()).isEqualTo(3);
    }

    /** A line for each item with the total of the order on each: 2 orders, 100.00 net, 50.00 a customer. */
    @Test
    void linesOfAnOrderCountOnce() {
        List<Row> rows = List.of(
                row("1001", "a@example.org", MARCH, 6_000L),
                row("1001", "a@example.org", MARCH, 6_000L),
                row("1001", "a@example.org", MARCH, 6_000L),
                row("1002", "b@example.org", APRIL, 4_000L));
        ScreenedPurchases<String> log = plain().withOrder(Row::order).screen(rows);
        assertThat(value(log).orders()).isEqualTo(2);
        assertThat(value(log).net()).isEqualTo(100);
        assertThat(value(log).perCustomer()).isEqualTo(50);
        assertThat(log.leftOut()).isEqualTo(Map.of(PurchaseFlaw.REPEATED_ORDER, 2L));
        assertThat(value(plain().screen(rows)).net()).isEqualTo(220);
    }

    /** Only a line that counts claims its order; refunds of it and rows without an order never repeat one. */
    @Test
    void theFirstCompleteLineIsTheOrder() {
        List<Row> rows = List.of(
                row("1", "ann", MARCH, null),
                row("1", "ann", MARCH, 500L),
                row("1", "ann", null, null),
                row("1", "ann", APRIL, -200L),
                row("1", "ann", APRIL, -100L),
                row(null, "ann", APRIL, 70L),
                row(null, "ann", APRIL, 70L));
        ScreenedPurchases<String> log = plain().withOrder(Row::order).screen(rows);
        assertThat(value(log).netMinor()).isEqualTo(500 - 300 + 140);
        assertThat(log.leftOut()).isEqualTo(Map.of(PurchaseFlaw.NO_AMOUNT, 1L, PurchaseFlaw.REPEATED_ORDER, 1L));
    }

    /** 100 euros and 5,000 yen: one counts and one is left out, in either order. */
    @Test
    void rowsOfAnotherCurrencyAreLeftOut() {
        List<Row> rows = new ArrayList<>(List.of(
                new Row("1", "a", MARCH, 10_000L, null, "EUR"),
                new Row("2", "b", MARCH, 5_000L, null, "JPY"),
                new Row("3", "c", MARCH, 5_000L, null, null)));
        ScreenedPurchases<String> log = plain().withCurrency(Row::currency).screen(rows);
        assertThat(value(log).net()).isEqualTo(100);
        assertThat(log.leftOut()).isEqualTo(Map.of(PurchaseFlaw.OTHER_CURRENCY, 2L));
        assertThat(log.leftOut(PurchaseFlaw.OTHER_CURRENCY)).isEqualTo(2);
        assertThat(log.leftOut(PurchaseFlaw.NO_TIME)).isZero();
        Collections.reverse(rows);
        assertThat(plain().withCurrency(Row::currency).screen(rows)).isEqualTo(log);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PurchaseScreening.of(Row::customer, Row::at, Row::total, MoneyUnit.CENTS)
                        .withCurrency(Row::currency))
                .withMessage("unit must name a currency, got no currency, 2 decimals");
    }

    @Test
    void whatIsMissingIsCountedByReason() {
        List<Row> rows = List.of(
                row("1", null, MARCH, 100L),
                row("2", "ann", null, 100L),
                row("3", "ann", MARCH, null),
                new Row("4", "ann", MARCH, 100L, -5L, "EUR"),
                row("5", "ann", MARCH, 100L));
        ScreenedPurchases<String> log = plain().withRefunded(Row::refunded).screen(rows);
        assertThat(log.log().count()).isEqualTo(1);
        assertThat(log.leftOut())
                .isEqualTo(Map.of(
                        PurchaseFlaw.NO_CUSTOMER, 1L,
                        PurchaseFlaw.NO_TIME, 1L,
                        PurchaseFlaw.NO_AMOUNT, 1L,
                        PurchaseFlaw.NEGATIVE_REFUND, 1L));
        assertThat(plain().screen(List.of()).log()).isEqualTo(ActivityLog.empty());
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        return Combinators.combine(
                        Arbitraries.of("1", "2", "3").injectNull(0.2),
                        Arbitraries.of("ann", "bob").injectNull(0.2),
                        Arbitraries.of(MARCH, APRIL).injectNull(0.2),
                        Arbitraries.of(-100L, 0L, 100L).injectNull(0.2),
                        Arbitraries.of(-1L, 0L, 0L).injectNull(0.2),
                        Arbitraries.of("EUR", "EUR", "JPY").injectNull(0.2))
                .as(Row::new)
                .list()
                .ofMaxSize(20);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void purchasesAndRowsLeftOutAddUpToTheRows(@ForAll("rows") List<Row> rows) {
        ScreenedPurchases<String> log = plain().withRefunded(Row::refunded)
                .withOrder(Row::order)
                .withCurrency(Row::currency)
                .screen(rows);
        long leftOut =
                log.leftOut().values().stream().mapToLong(Long::longValue).sum();
        assertThat(log.log().count() + leftOut).isEqualTo(rows.size());
    }
}

package io.cxmetrics.input.purchase;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.input.InputException;
import io.cxmetrics.input.Tables;
import io.cxmetrics.input.field.Dates;
import io.cxmetrics.input.field.Numbers;
import io.cxmetrics.input.reading.Grouping;
import io.cxmetrics.input.reading.Labels;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.input.reading.Roles;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.retention.cohort.CohortDefinition;
import io.cxmetrics.retention.cohort.CohortTable;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.time.CalendarPeriod;
import io.cxmetrics.value.HistoricValue;
import io.cxmetrics.value.PurchaseDefinition;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class PurchaseReadingTest {

    private static final PurchaseAmounts CENTS = PurchaseAmounts.of(Numbers.PLAIN, MoneyUnit.CENTS);

    private static final PurchaseReading DAYS = PurchaseReading.of(Dates.ISO, ZoneOffset.UTC);

    private static final PurchaseReading ORDERS = DAYS.withAmounts(CENTS);

    private static HistoricValue value(Outcome<CustomerLogs> outcome) {
        return HistoricValue.from(log(outcome), PurchaseDefinition.in(ZoneOffset.UTC));
    }

    private static ActivityLog<String> log(Outcome<CustomerLogs> outcome) {
        return outcome.result().groups().all().total().summary().log();
    }

    private static long customersLeftOut(Outcome<CustomerLogs> outcome) {
        return outcome.result().groups().all().total().summary().customersLeftOut();
    }

    /** An export with a line for each item and the total of the order on each: 60 + 40 from two customers. */
    @Test
    void linesOfAnOrderAreOnePurchase() {
        String lines = """
                no,customer,date,amount,item
                7,a,2026-03-01,60.00,shirt
                7,a,2026-03-01,60.00,hat
                7,a,2026-03-01,,socks
                8,b,2026-04-01,40.00,shirt
                ,b,2026-04-02,1.00,a thing without an order
                ,b,2026-04-03,-1.00,a refund
                8,b,2026-04-04,-10.00,a refund that names its order
                """;
        Outcome<CustomerLogs> outcome = ORDERS.withOrders(OrderRule.TOTAL)
                .read(Tables.of(lines), rows -> rows.with(Roles.NONE.with("order", "no")));
        HistoricValue value = value(outcome);
        assertThat(value.orders()).isEqualTo(3);
        assertThat(value.gross()).isEqualTo(101);
        assertThat(value.net()).isEqualTo(90);
        assertThat(value.returns()).isEqualTo(2);
        assertThat(outcome.accounting()).hasToString("7 rows: 7 used, left out nothing, malformed nothing");
        assertThat(value(ORDERS.withOrders(OrderRule.PARTS)
                                .read(Tables.of(lines), rows -> rows.with(Roles.NONE.with("order", "no"))))
                        .gross())
                .as("60 + 60 of a, 40 and 1 of b")
                .isEqualTo(161);
    }

    @Test
    void anOrderIsOfTheTimeOfItsFirstLine() {
        String lines = "order,customer,date\n1,a,2026-03-02\n1,a,2026-03-01\n1,b,2026-03-05\n";
        ActivityLog<String> log = log(DAYS.withOrders(OrderRule.TOTAL).read(Tables.of(lines)));
        assertThat(requireNonNull(log.histories().get("a")).last()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(log.actors())
                .as("a number that two customers have is two orders")
                .isEqualTo(2);
    }

    @Test
    void anOrderWithTwoTotalsLeavesItsCustomerOut() {
        Outcome<CustomerLogs> outcome = ORDERS.withOrders(OrderRule.TOTAL)
                .read(Tables.of("order,customer,date,amount\n1,a,2026-03-01,5\n1,a,2026-03-01,6\n2,b,2026-03-01,7\n"
                        + "3,c,2026-03-01,\n3,c,2026-03-01,\n"));
        assertThat(value(outcome).net()).isEqualTo(7);
        assertThat(customersLeftOut(outcome)).isEqualTo(2);
        assertThat(outcome.warnings())
                .containsExactly("customers are left out with orders whose lines say different totals, which are 1; "
                        + "lines may hold parts of the order instead");
        assertThat(outcome.accounting().leftOut()).hasToString("customer_left_out 4");
    }

    /** The export says refunds in a column of the order: 100 - 100, 50, 80 - 20. */
    @Test
    void refundsMayStandInAColumn() {
        String orders = """
                customer,date,amount,refunded
                a,2026-03-01 10:00:00 -0500,100.00,100.00
                b,2026-03-02 10:00:00 -0500,50.00,0.00
                c,2026-03-03 10:00:00 -0500,80.00,20.00
                d,2026-03-03 10:00:00 -0500,9.00,-1
                """;
        Outcome<CustomerLogs> outcome = DAYS.withAmounts(CENTS.withRefunded()).read(Tables.of(orders));
        assertThat(value(outcome).net()).isEqualTo(110);
        assertThat(value(outcome).orders()).isEqualTo(3);
        assertThat(outcome.accounting().leftOut()).hasToString("invalid_refunded 1");
        assertThat(value(DAYS.withAmounts(CENTS.withRefunded())
                                .withOrders(OrderRule.TOTAL)
                                .read(Tables.of("order,customer,date,amount,refunded\n1,a,2026-03-01,100,30\n"
                                        + "1,a,2026-03-01,,\n1,a,2026-03-01,100,30\n")))
                        .net())
                .isEqualTo(70);
    }

    @Test
    void amountsAreInOneCurrency() {
        String orders = "customer,date,amount,currency\na,2026-01-05,100,eur\nb,2026-01-06,5000,JPY\n"
                + "a,2026-01-07,x,JPY\nc,2026-01-07,1,\n";
        assertThatThrownBy(() -> DAYS.withAmounts(CENTS.withCurrency()).read(Tables.of(orders)))
                .isInstanceOf(InputException.class)
                .hasMessage("amounts must be in one currency, got EUR and JPY (f, line 3); "
                        + "choose the one that counts, as with --in EUR");
        Currency eur = Currency.getInstance("EUR");
        Outcome<CustomerLogs> outcome =
                DAYS.withAmounts(CENTS.withCurrency(eur)).read(Tables.of(orders));
        assertThat(value(outcome).net())
                .as("the unread yen say nothing of the euros")
                .isEqualTo(100);
        assertThat(outcome.result().currency()).isEqualTo(eur);
        assertThat(outcome.accounting().leftOut()).hasToString("invalid_amount 1, no_currency 1, other_currency 1");
        assertThat(DAYS.withAmounts(CENTS.withCurrency())
                        .read(Tables.of("customer,date,amount,currency\na,2026-01-05,100,eur\n"))
                        .result()
                        .currency())
                .isEqualTo(eur);
    }

    @Test
    void nobodyIsNotOnePerson() {
        Outcome<CustomerLogs> outcome = DAYS.withNobody("walk-in")
                .read(Tables.of("customer,date\n,2026-01-01\nGuest,2026-01-01\nnull,2026-01-02\nWALK-IN,2026-01-02\n"
                        + "(not set),2026-01-02\na,2026-01-03\n"));
        assertThat(log(outcome).actors()).isOne();
        assertThat(outcome.accounting().leftOut()).hasToString("no_customer 5");
        assertThat(customersLeftOut(outcome)).isZero();
    }

    /** Ann's second row cannot be read: she might have bought then, so nobody says that she did not come back. */
    @Test
    void whatIsLeftOutTurnsNoAnswer() {
        String orders = "customer,date,amount\nann,2026-01-05,10\nann,2026-02-30,10\nbob,2026-01-06,10\n"
                + "bob,2026-02-06,10\ncid,2026-01-06,10\ncid,2026-02-06,ten\n";
        Outcome<CustomerLogs> outcome =
                ORDERS.observedThrough(LocalDate.of(2026, 2, 28)).read(Tables.of(orders));
        CohortTable table = CohortTable.of(
                log(outcome), CohortDefinition.of(CalendarPeriod.MONTH, ZoneOffset.UTC), LocalDate.of(2026, 2, 28));
        assertThat(table.all().retention(1)).isEqualTo(Proportion.of(1, 1));
        assertThat(customersLeftOut(outcome)).isEqualTo(2);
        assertThat(outcome.accounting())
                .hasToString("6 rows: 2 used, left out customer_left_out 2, invalid_amount 1, invalid_date 1, "
                        + "malformed nothing");
    }

    @Test
    void theLastDayCounts() {
        String rows = "customer,date\na,2026-01-31 23:59\nb,2026-02-01 00:00\nc,2026-02-01 12:00\n";
        Outcome<CustomerLogs> through =
                DAYS.observedThrough(LocalDate.of(2026, 1, 31)).read(Tables.of(rows));
        assertThat(log(through).histories()).containsOnlyKeys("a");
        assertThat(through.accounting().leftOut()).hasToString("after_as_of 2");
        assertThat(customersLeftOut(through)).isZero();
        Outcome<CustomerLogs> until =
                DAYS.observedUntil(Instant.parse("2026-02-01T12:00:00Z")).read(Tables.of(rows));
        assertThat(log(until).histories()).containsOnlyKeys("a", "b");
        assertThat(until.result().observedThrough()).isEqualTo("2026-02-01");
        assertThat(until.result().observedWhole()).isEqualTo("2026-01-31");
        assertThat(DAYS.observedUntil(Instant.parse("2026-02-01T00:00:00Z"))
                        .read(Tables.of(rows))
                        .result())
                .satisfies(ends -> {
                    assertThat(ends.observedThrough()).isEqualTo("2026-01-31");
                    assertThat(ends.observedWhole()).isEqualTo("2026-01-31");
                });
    }

    @Test
    void aMistypedYearIsNotTheEnd() {
        Outcome<CustomerLogs> outcome = DAYS.withClock(
                        Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC))
                .read(Tables.of("customer,date\na,2026-01-31\nb,2026-02-01\nb,2062-02-01\n"));
        assertThat(outcome.result().observedThrough()).isEqualTo("2026-02-01");
        assertThat(log(outcome).histories()).containsOnlyKeys("a");
        assertThat(customersLeftOut(outcome)).isOne();
        assertThat(outcome.warnings()).singleElement().asString().startsWith("f, line 4: 2062-02-01T00:00:00Z lies");
        assertThat(DAYS.read(Tables.of("customer,date\n")).result().observedThrough())
                .isNull();
    }

    @Test
    void daysAreThoseOfTheZoneOrAsWritten() {
        String rows = "customer,date\na,2026-01-31T23:30:00-05:00\n";
        assertThat(DAYS.read(Tables.of(rows)).result().observedThrough()).isEqualTo("2026-02-01");
        assertThat(PurchaseReading.of(Dates.ISO, null)
                        .read(Tables.of(rows))
                        .result()
                        .observedThrough())
                .isEqualTo("2026-01-31");
        assertThat(PurchaseReading.of(Dates.ISO, ZoneId.of("Asia/Tokyo"))
                        .observedThrough(LocalDate.of(2026, 2, 1))
                        .read(Tables.of(rows))
                        .accounting()
                        .used())
                .isOne();
    }

    /** Ann starts with gold, whatever she has later and wherever her rows stand. */
    @Test
    void aCustomerIsInTheGroupOfItsFirstRow() {
        Outcome<CustomerLogs> outcome = ORDERS.groupedBy(Grouping.by("plan"))
                .read(Tables.of("customer,date,amount,plan\nann,2026-02-01,10,free\nann,2026-01-01,5,gold\n"
                        + "bob,2026-01-01,7,free\ncid,2026-01-01,x,free\n,2026-01-01,1,free\n"));
        assertThat(outcome.result().groups().byLabels().keySet()).containsExactly(Labels.of("free"), Labels.of("gold"));
        var free = outcome.result().groups().group(Labels.of("free")).total();
        assertThat(free.summary().log().histories()).containsOnlyKeys("bob");
        assertThat(free.summary().customersLeftOut()).isOne();
        assertThat(free.leftOut()).hasToString("invalid_amount 1, no_customer 1");
        assertThat(outcome.result().groups().group(Labels.of("gold")).total().used())
                .isEqualTo(2);
    }
}

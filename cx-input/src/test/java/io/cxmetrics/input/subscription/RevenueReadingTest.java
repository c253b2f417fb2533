package io.cxmetrics.input.subscription;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.input.InputException;
import io.cxmetrics.input.Tables;
import io.cxmetrics.input.field.Dates;
import io.cxmetrics.input.field.Names;
import io.cxmetrics.input.reading.Grouping;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Labels;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.retention.revenue.FreePlan;
import io.cxmetrics.retention.revenue.RecurringRevenue;
import io.cxmetrics.retention.revenue.RevenueBridge;
import io.cxmetrics.retention.revenue.RevenueLedger;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.survival.EventTimes;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class RevenueReadingTest {

    private static final MoneyDefinition MONEY = MoneyDefinition.ofDecimals(2);
    private static final RevenueReading READING = RevenueReading.of(Dates.ISO.months(), MONEY);
    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);

    private static Outcome<GroupedRevenue> read(String text, String... by) {
        return READING.read(Tables.of(text), Grouping.by(by));
    }

    private static RevenueBridge bridge(GroupedRevenue revenue, Groups.Group<RevenueLedger<String>> group) {
        return group.total()
                .summary()
                .bridge(requireNonNull(revenue.first()), requireNonNull(revenue.last()), FreePlan.CHURN);
    }

    private static RecurringRevenue month(RevenueBridge bridge, YearMonth month) {
        return requireNonNull(bridge.monthly().get(month));
    }

    @Test
    void creditsAddUp() {
        String text = """
                customer,month,amount
                a,2026-01,50
                a,2026-02,-25
                a,2026-02,75
                a,2026-03,100
                b,2026-01,49
                b,2026-02,49
                b,2026-02,-10
                b,2026-03,49
                b,2026-03,-10
                """;
        GroupedRevenue revenue = read(text).result();
        RevenueBridge bridge = bridge(revenue, revenue.ledgers().all());
        assertThat(bridge.opening().amount()).isEqualTo(99);
        assertThat(month(bridge, FEBRUARY).closing().amount()).isEqualTo(89);
        assertThat(bridge.closing().amount()).isEqualTo(139);
    }

    @Test
    void aMonthOfCreditsIsNoDeparture() {
        GroupedRevenue revenue = read("""
                        customer,month,amount
                        a,2026-01,49
                        a,2026-02,-1
                        a,2026-03,49
                        b,2026-01,20
                        b,2026-02,20
                        b,2026-03,20
                        """).result();
        RevenueBridge bridge = bridge(revenue, revenue.ledgers().all());
        assertThat(month(bridge, FEBRUARY).logoChurn()).isEqualTo(Proportion.of(0, 2));
        assertThat(bridge.reactivation().customers()).isZero();
    }

    /** The two customers of Basic have no row after February, and the file goes on to April. */
    @Test
    void aGroupThatIsGoneHasAllMonths() {
        GroupedRevenue revenue = read("""
                        customer,month,amount,plan
                        a,2026-01,50,Basic
                        b,2026-01,50,Basic
                        a,2026-02,50,Basic
                        b,2026-02,50,Basic
                        c,2026-01,80,Pro
                        c,2026-02,80,Pro
                        c,2026-03,80,Pro
                        c,2026-04,80,Pro
                        """, "plan").result();
        RevenueBridge basic = bridge(revenue, revenue.ledgers().group(Labels.of("Basic")));
        assertThat(basic.opening().amount()).isEqualTo(100);
        assertThat(basic.churn().amount()).isEqualTo(100);
        assertThat(basic.closing().amount()).isZero();
        assertThat(basic.between().grossRevenueRetention()).isZero();
        assertThat(bridge(revenue, revenue.ledgers().all()).closing().amount()).isEqualTo(80);
    }

    /** A blank amount is no departure, and no less of what the customer pays elsewhere. */
    @Test
    void aRowThatCannotBeReadMovesNothing() {
        Outcome<GroupedRevenue> outcome = read("""
                customer,month,amount
                a,202601,50
                a,02/2026,
                b,2026-01,20
                b,2026-02-28,20
                c,2026-02,ten
                """);
        RevenueBridge bridge =
                bridge(outcome.result(), outcome.result().ledgers().all());
        assertThat(bridge.opening().amount()).isEqualTo(70);
        assertThat(bridge.churn().amount()).isZero();
        assertThat(bridge.leftOutChange()).isEqualTo(-50);
        assertThat(bridge.leftOut()).isEqualTo(2);
        assertThat(outcome.accounting())
                .hasToString("5 rows: 3 used, left out invalid_amount 1, no_amount 1, malformed nothing");
    }

    @Test
    void theLastMonthMayBeNamed() {
        String text = "customer,month,amount\na,2026-01,5\na,2026-02,5\na,2026-03,5\n";
        Outcome<GroupedRevenue> outcome = READING.withObservedThrough(FEBRUARY).read(Tables.of(text), Grouping.by());
        assertThat(outcome.result().last()).isEqualTo(FEBRUARY);
        assertThat(outcome.accounting().leftOut()).hasToString("later_month 1");
        assertThat(read("customer,month,amount\na,2026-01,5\na,2926-02,5\n")
                        .result()
                        .last())
                .as("a mistyped year")
                .isEqualTo(YearMonth.of(2026, 1));
        assertThatThrownBy(() -> read("customer,month,amount\nann,2026-01,5\nann,0026-01,5\n"))
                .isInstanceOf(InputException.class)
                .hasMessage("months must not be more than 10000, got 0026-01 to 2026-01");
        assertThat(read("customer,month,amount\n").result().first()).isNull();
    }

    /** A yearly invoice of January is no departure in February, and what is paid ahead is not there yet. */
    @Test
    void invoicesAreSpreadOverTheirService() {
        String text = """
                customer,amount,start,end,currency
                ann,1200,2026-01-15,2027-01-14,EUR
                ann,-600,2026-07-15,2027-01-14,EUR
                bob,30,2026-02-01,2026-02-28,eur
                bob,30,2026-03-01,2026-02-01,EUR
                cid,30,2026-02-01,,EUR
                dee,3000,2026-02-01,2026-03-01,JPY
                """;
        Outcome<GroupedRevenue> outcome = InvoiceReading.of(
                        Dates.ISO, null, MONEY.countingIn(Currency.getInstance("EUR")))
                .withInclusiveEnd()
                .withObservedThrough(LocalDate.of(2026, 7, 31))
                .read(Tables.of(text), Grouping.by());
        RevenueLedger<String> ledger = outcome.result().ledgers().all().total().summary();
        assertThat(ledger.revenue(FEBRUARY).amount()).isEqualTo(130);
        assertThat(ledger.revenue(YearMonth.of(2026, 7)).amount()).isZero();
        assertThat(outcome.result().last()).isEqualTo(YearMonth.of(2026, 7));
        assertThat(ledger.months().last()).isEqualTo(YearMonth.of(2026, 7));
        assertThat(ledger.leftOut()).isEqualTo(3);
        assertThat(outcome.accounting().leftOut()).hasToString("invalid_service_period 1, no_end 1, other_currency 1");
    }

    @Test
    void departuresAreCountedWithTheirMoney() {
        String text = "left,mrr\nyes,10.50\nno,20\nno,5.25\nmaybe,1\nno,-1\n";
        Outcome<Departures> outcome = DepartureReading.of(Names.flag())
                .withMrr(MONEY)
                .reading()
                .fold(Tables.of(text), Departures.aggregation(MoneyUnit.CENTS));
        assertThat(outcome.result().churn().churn()).isEqualTo(Proportion.of(1, 3));
        assertThat(outcome.result().revenue().opening().amount()).isEqualTo(35.75);
        assertThat(outcome.result().revenue().churn().amount()).isEqualTo(10.5);
        assertThat(outcome.accounting().leftOut()).hasToString("invalid_left 1, negative_mrr 1");
        assertThat(DepartureReading.of(Names.flag())
                        .reading()
                        .fold(Tables.of("left\nyes\n"), Departures.aggregation(MoneyUnit.CENTS))
                        .result()
                        .churn()
                        .lost())
                .isOne();
    }

    @Test
    void tenuresMayHaveDecimalsAndAnEntry() {
        EventTimes tenures = TenureReading.of(Names.flag())
                .withDecimals(1)
                .withEntry()
                .reading()
                .fold(
                        Tables.of("tenure,left,entry\n5.5,1,0\n9,no,7\n4,0,4\n-1,1,0\n2.25,1,0\n"),
                        EventTimes.aggregation())
                .result();
        assertThat(tenures.times()).containsExactly(55, 90);
        assertThat(tenures.events()).isOne();
        assertThatThrownBy(() -> TenureReading.of(Names.flag()).withDecimals(7))
                .hasMessage("decimals must be in [0, 6], got 7");
    }
}

package io.cxmetrics.retention.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.stat.Proportion;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lines of revenue as billing systems write them: credits, yearly prices, currencies, and groups that are gone. */
class RevenueLinesTest {

    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final MoneyUnit EURO = MoneyUnit.of("EUR");

    private static MonthlyRevenue<String> line(String customer, YearMonth month, long amount) {
        return MonthlyRevenue.of(customer, month, amount);
    }

    /** Lines of a customer and month add up, also those below 0: ann 50, 50, 100; bob 49, 39, 39. */
    @Test
    void creditsAddUp() {
        RevenueLedger<String> ledger = RevenueLedger.of(List.of(
                line("ann", JANUARY, 5000),
                line("ann", FEBRUARY, -2500),
                line("ann", FEBRUARY, 7500),
                line("ann", MARCH, 10_000),
                line("bob", JANUARY, 4900),
                line("bob", FEBRUARY, 4900),
                line("bob", FEBRUARY, -1000),
                line("bob", MARCH, 4900),
                line("bob", MARCH, -1000)));
        assertThat(ledger.revenue(JANUARY)).isEqualTo(RevenueFlow.of(9900, 2));
        assertThat(ledger.revenue(FEBRUARY)).isEqualTo(RevenueFlow.of(8900, 2));
        assertThat(ledger.revenue(MARCH)).isEqualTo(RevenueFlow.of(13_900, 2));
    }

    /** Ann's February is 1.00 below nothing. She has not left and come back. */
    @Test
    void aMonthThatCreditsTakeBelowZeroIsNoDeparture() {
        RevenueLedger<String> ledger = RevenueLedger.of(List.of(
                line("ann", JANUARY, 4900),
                line("ann", FEBRUARY, -100),
                line("ann", MARCH, 4900),
                line("bob", JANUARY, 2000),
                line("bob", FEBRUARY, 2000),
                line("bob", MARCH, 2000)));
        for (FreePlan rule : FreePlan.values()) {
            RecurringRevenue february = ledger.movements(JANUARY, FEBRUARY, rule);
            assertThat(february.logoChurn()).isEqualTo(Proportion.of(0, 2));
            assertThat(february.contraction()).isEqualTo(RevenueFlow.of(4900, 1));
            RecurringRevenue march = ledger.movements(FEBRUARY, MARCH, rule);
            assertThat(march.reactivation()).isEqualTo(RevenueFlow.EMPTY);
            assertThat(march.expansion()).isEqualTo(RevenueFlow.of(4900, 1));
        }
        assertThat(ledger.excessCredits(FEBRUARY)).isEqualTo(RevenueFlow.of(100, 1));
        assertThat(ledger.excessCredits(MARCH)).isEqualTo(RevenueFlow.EMPTY);
    }

    /** 10,000 plans of 5.00 a year are 4,166.67 a month; rounded plan by plan they would be 4,200.00. */
    @Test
    void yearlyPricesAreDividedAfterTheSum() {
        List<MonthlyRevenue<Integer>> lines = new ArrayList<>();
        for (int customer = 0; customer < 10_000; customer++) {
            lines.add(MonthlyRevenue.ofBill(customer, JANUARY, 500, 12, EURO));
        }
        RevenueLedger<Integer> ledger = RevenueLedger.of(lines);
        assertThat(ledger.revenue(JANUARY).amount()).isCloseTo(4166.67, within(0.005));
        assertThat(ledger.revenue(JANUARY).amount()).isEqualTo(50_000 / 12.0);
        assertThat(ledger.revenue(JANUARY).customers()).isEqualTo(10_000);
    }

    @Test
    void billsOfAllIntervalsAddUpExactly() {
        RevenueLedger<String> ledger = RevenueLedger.of(List.of(
                MonthlyRevenue.ofBill("ann", JANUARY, 100, 3, EURO),
                MonthlyRevenue.ofBill("bob", JANUARY, 100, 6, EURO),
                MonthlyRevenue.ofBill("cid", JANUARY, 600, 12, EURO)));
        assertThat(ledger.revenue(JANUARY)).isEqualTo(RevenueFlow.of(100, 3, EURO));
        assertThat(ledger.movements(JANUARY, FEBRUARY).churn()).isEqualTo(RevenueFlow.of(100, 3, EURO));
    }

    @Test
    void severalCurrenciesAreRefused() {
        MonthlyRevenue<String> euro = MonthlyRevenue.of("ann", JANUARY, 10_000, EURO);
        MonthlyRevenue<String> yen = MonthlyRevenue.of("bob", JANUARY, 5000, MoneyUnit.of("JPY"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RevenueLedger.of(List.of(euro, yen)))
                .withMessage("unit of money must be EUR, got JPY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RevenueLedger.of(List.of(yen)).plus(RevenueLedger.of(List.of(euro))))
                .withMessage("unit of money must be JPY, got EUR");
        assertThat(RevenueLedger.of(List.of(yen)).revenue(JANUARY)).hasToString("5000.0 JPY of 1");
    }

    @Test
    void screeningCountsByReasonAndStaysNeutral() {
        ScreenedRevenue<String> screened = RevenueScreening.in(EURO)
                .withCustomers(Set.of("ann", "bob"))
                .withObservedThrough(FEBRUARY)
                .screen(List.of(
                        MonthlyRevenue.of("ann", JANUARY, 100, EURO),
                        MonthlyRevenue.of("ann", FEBRUARY, 100, EURO),
                        MonthlyRevenue.of("ann", MARCH, 100, EURO),
                        MonthlyRevenue.of("bob", JANUARY, 100, EURO),
                        MonthlyRevenue.of("bob", FEBRUARY, 9000, MoneyUnit.of("JPY")),
                        MonthlyRevenue.of("bob", FEBRUARY, 0),
                        MonthlyRevenue.of("test", JANUARY, 100, EURO)));
        assertThat(screened.leftOut()).hasToString("{UNKNOWN_CUSTOMER=1, NOT_OBSERVED=1, OTHER_CURRENCY=1}");
        assertThat(screened.leftOut(RevenueFlaw.OTHER_CURRENCY)).isOne();
        assertThat(screened.kept()).isEqualTo(4);
        assertThat(screened.total()).isEqualTo(7);
        RecurringRevenue february = screened.ledger().movements(JANUARY, FEBRUARY);
        assertThat(february.logoChurn()).isEqualTo(Proportion.of(0, 1));
        assertThat(february.leftOut()).isOne();
        assertThat(february.opening()).isEqualTo(RevenueFlow.of(200, 2, EURO));
        assertThat(february.closing()).isEqualTo(RevenueFlow.of(100, 1, EURO));
        assertThat(february.netRevenueRetention()).isEqualTo(1);
        assertThat(screened.ledger().revenue(JANUARY)).isEqualTo(RevenueFlow.of(200, 2, EURO));
        assertThat(screened.ledger().plus(RevenueLedger.empty())).isEqualTo(screened.ledger());
    }

    /** The two customers of Basic have no line after February, and the question goes on to April. */
    @Test
    void aGroupThatIsGoneHasChurned() {
        YearMonth april = YearMonth.of(2026, 4);
        RevenueLedger<String> basic = RevenueLedger.of(List.of(
                line("a", JANUARY, 5000),
                line("b", JANUARY, 5000),
                line("a", FEBRUARY, 5000),
                line("b", FEBRUARY, 5000)));
        List<MonthlyRevenue<String>> four = new ArrayList<>();
        for (int month = 0; month < 4; month++) {
            four.add(line("c", JANUARY.plusMonths(month), 8000));
        }
        RevenueLedger<String> pro = RevenueLedger.of(four);
        RevenueBridge gone = basic.bridge(JANUARY, april, FreePlan.CHURN);
        assertThat(gone.opening()).isEqualTo(RevenueFlow.of(10_000, 2));
        assertThat(gone.churn()).isEqualTo(RevenueFlow.of(10_000, 2));
        assertThat(gone.closing()).isEqualTo(RevenueFlow.EMPTY);
        assertThat(gone.between().grossRevenueRetention()).isZero();
        RevenueBridge all = basic.plus(pro).bridge(JANUARY, april, FreePlan.CHURN);
        assertThat(gone.plus(pro.bridge(JANUARY, april, FreePlan.CHURN))).isEqualTo(all);
        assertThat(all.closing()).isEqualTo(RevenueFlow.of(8000, 1));
    }

    @Test
    void aBridgeOfOneMonthOpensAndCloses() {
        RevenueBridge bridge =
                RevenueLedger.of(List.of(line("a", JANUARY, 500))).bridge(JANUARY, JANUARY, FreePlan.CHURN);
        assertThat(bridge.opening()).isEqualTo(RevenueFlow.of(500, 1));
        assertThat(bridge.closing()).isEqualTo(RevenueFlow.of(500, 1));
        assertThat(bridge.monthly()).isEmpty();
        assertThat(bridge.count()).isOne();
        assertThat(bridge.leftOut()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RevenueBridge(JANUARY, MARCH, bridge.monthly(), bridge.between()))
                .withMessage("monthly must go on to last (2026-03), got 2026-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bridge.plus(RevenueBridge.empty(JANUARY, MARCH)))
                .withMessage("last must be 2026-01, got 2026-03");
    }
}

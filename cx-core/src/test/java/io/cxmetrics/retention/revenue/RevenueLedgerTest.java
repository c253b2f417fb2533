package io.cxmetrics.retention.revenue;

import static io.cxmetrics.retention.revenue.FreePlan.CHURN;
import static io.cxmetrics.retention.revenue.FreePlan.CONTRACTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.stat.Proportion;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevenueLedgerTest {

    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final RevenueFlow NONE = RevenueFlow.EMPTY;

    /** One customer, month by month from May; -1 for not there. */
    private static List<MonthlyRevenue<String>> rows(String customer, long... amounts) {
        List<MonthlyRevenue<String>> rows = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            if (amounts[i] >= 0) {
                rows.add(MonthlyRevenue.of(customer, MAY.plusMonths(i), amounts[i]));
            }
        }
        return rows;
    }

    private static RevenueLedger<String> ledger(long... amounts) {
        return RevenueLedger.of(rows("ann", amounts));
    }

    private static RecurringRevenue month(RevenueLedger<String> ledger, int offset, FreePlan rule) {
        return ledger.movements(MAY.plusMonths(offset - 1L), MAY.plusMonths(offset), rule);
    }

    @Test
    void everyMovementHasItsFlow() {
        List<MonthlyRevenue<String>> all = new ArrayList<>();
        all.addAll(rows("back", 40, -1, 50));
        all.addAll(rows("new", -1, -1, 30));
        all.addAll(rows("more", 10, 10, 15));
        all.addAll(rows("less", 10, 20, 12));
        all.addAll(rows("gone", 10, 70, -1));
        all.addAll(rows("same", 10, 5, 5));
        RevenueLedger<String> ledger = RevenueLedger.of(all);
        RecurringRevenue july = month(ledger, 2, CHURN);
        assertThat(july)
                .isEqualTo(Movements.of(
                        RevenueFlow.of(105, 4),
                        RevenueFlow.of(30, 1),
                        RevenueFlow.of(50, 1),
                        RevenueFlow.of(5, 1),
                        RevenueFlow.of(8, 1),
                        RevenueFlow.of(70, 1)));
        assertThat(july.closing()).isEqualTo(RevenueFlow.of(112, 5)).isEqualTo(ledger.revenue(MAY.plusMonths(2)));
        // May against July directly: who left in between and came back has stayed.
        RecurringRevenue both = ledger.movements(MAY, MAY.plusMonths(2));
        assertThat(both)
                .isEqualTo(Movements.of(
                        RevenueFlow.of(80, 5),
                        RevenueFlow.of(30, 1),
                        NONE,
                        RevenueFlow.of(17, 3),
                        RevenueFlow.of(5, 1),
                        RevenueFlow.of(10, 1)));
        assertThat(ledger.monthly(MAY, MAY.plusMonths(2), CHURN))
                .containsOnlyKeys(MAY.plusMonths(1), MAY.plusMonths(2))
                .containsEntry(MAY.plusMonths(2), july);
    }

    @Test
    void goingOnForFreeIsChurnOrContraction() {
        RevenueLedger<String> free = ledger(20, 0, 30);
        assertThat(month(free, 1, CHURN).churn()).isEqualTo(RevenueFlow.of(20, 1));
        assertThat(month(free, 2, CHURN).reactivation()).isEqualTo(RevenueFlow.of(30, 1));
        assertThat(month(free, 1, CONTRACTION).contraction()).isEqualTo(RevenueFlow.of(20, 1));
        assertThat(month(free, 1, CONTRACTION).closing()).isEqualTo(RevenueFlow.of(0, 1));
        assertThat(month(free, 1, CONTRACTION).logoChurn()).isEqualTo(Proportion.of(0, 1));
        RecurringRevenue up = month(free, 2, CONTRACTION);
        assertThat(up.opening()).isEqualTo(RevenueFlow.of(0, 1));
        assertThat(up.expansion()).isEqualTo(RevenueFlow.of(30, 1));
        assertThat(up.netRevenueRetention()).isNaN();
        // Leaving the free plan, too.
        assertThat(month(ledger(20, 0, -1), 2, CONTRACTION).churn()).isEqualTo(RevenueFlow.of(0, 1));
        assertThat(month(ledger(20, 0, -1), 2, CHURN)).isEqualTo(RecurringRevenue.EMPTY);
    }

    @Test
    void whoNeverPaidIsNoCustomerYet() {
        for (FreePlan rule : FreePlan.values()) {
            assertThat(month(ledger(0, 0, 30), 1, rule)).isEqualTo(RecurringRevenue.EMPTY);
            assertThat(month(ledger(0, 0, 30), 2, rule).newBusiness()).isEqualTo(RevenueFlow.of(30, 1));
        }
        // Paid, left, and came back for free: at most there, under the rule that counts them.
        assertThat(month(ledger(20, -1, 0), 2, CHURN)).isEqualTo(RecurringRevenue.EMPTY);
        assertThat(month(ledger(20, -1, 0), 2, CONTRACTION).reactivation()).isEqualTo(RevenueFlow.of(0, 1));
    }

    /** They came after the first of the two months, left and came back before the second: not seen before the first. */
    @Test
    void reactivatedIsWhoPaidBeforeTheOpening() {
        RevenueLedger<String> ledger = RevenueLedger.of(rows("ann", -1, 5, -1, 5));
        assertThat(ledger.movements(MAY, MAY.plusMonths(3)).newBusiness()).isEqualTo(RevenueFlow.of(5, 1));
        assertThat(ledger.movements(MAY.plusMonths(2), MAY.plusMonths(3)).reactivation())
                .isEqualTo(RevenueFlow.of(5, 1));
    }

    @Test
    void rowsOfACustomerAddUp() {
        RevenueLedger<String> first = ledger(20, 20);
        RevenueLedger<String> second = ledger(-1, 10, 10);
        assertThat(first.plus(second)).isEqualTo(ledger(20, 30, 10));
        assertThat(first.plus(second).movements(MAY, MAY.plusMonths(1)).expansion())
                .isEqualTo(RevenueFlow.of(10, 1));
    }

    @Test
    void monthsThatRowsAreOf() {
        RevenueLedger<String> ledger = ledger(5, -1, 5, 0);
        assertThat(ledger.months()).containsExactly(MAY, MAY.plusMonths(2), MAY.plusMonths(3));
        assertThat(ledger.customers()).isOne();
        assertThat(ledger.monthly(MAY, MAY.plusMonths(3), CHURN)).hasSize(3);
        assertThat(ledger.revenue(MAY.plusMonths(1))).isEqualTo(NONE);
        assertThat(ledger.revenue(MAY.plusMonths(3))).isEqualTo(NONE);
        assertThat(ledger).hasToString("RevenueLedger[1 customers from 2026-05 to 2026-08]");
        assertThat(RevenueLedger.empty()).hasToString("RevenueLedger[no customers]");
        assertThat(RevenueLedger.empty().monthly(MAY, MAY, CHURN)).isEmpty();
        assertThat(RevenueLedger.empty().movements(MAY, MAY.plusMonths(1))).isEqualTo(RecurringRevenue.EMPTY);
        assertThat(RevenueLedger.of(rows("ann", 1)).months()).containsExactly(MAY);
        assertThat(RevenueLedger.of(List.of(MonthlyRevenue.of("ann", YearMonth.of(-1, 12), 1)))
                        .months())
                .containsExactly(YearMonth.of(-1, 12));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MonthlyRevenue.ofBill("ann", MAY, 5, 0, MoneyUnit.CENTS))
                .withMessage("months must be positive, got 0 for customer ann in 2026-05");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger(1).monthly(MAY, MAY.minusMonths(1), CHURN))
                .withMessage("last must not be before first (2026-05), got 2026-04");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger(1).monthly(MAY, MAY.plusMonths(10_000), CHURN))
                .withMessage("last must be within 10000 months of first (2026-05), got 2859-09");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger(1).movements(MAY, MAY))
                .withMessage("to must be after from (2026-05), got 2026-05");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> ledger(Long.MAX_VALUE).plus(ledger(1)));
    }
}

package io.cxmetrics.retention.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RevenueLedgerPropertyTest {

    private static final YearMonth START = YearMonth.of(2025, 10);
    private static final List<String> CUSTOMERS = List.of("ann", "bob", "cid", "dee");

    @Provide
    Arbitrary<List<MonthlyRevenue<String>>> rows() {
        return Combinators.combine(
                        Arbitraries.of(CUSTOMERS),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.of(0L, 1L, 2L, 5L, 9L))
                .as((customer, month, amount) -> MonthlyRevenue.of(customer, START.plusMonths(month), amount))
                .list()
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<FreePlan> rules() {
        return Arbitraries.of(FreePlan.class);
    }

    private static RecurringRevenue movements(List<MonthlyRevenue<String>> rows, int from, int length, FreePlan rule) {
        return RevenueLedger.of(rows).movements(START.plusMonths(from), START.plusMonths(from + length), rule);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void movementsReconcileToTheUnit(
            @ForAll("rows") List<MonthlyRevenue<String>> rows, @ForAll("rules") FreePlan rule) {
        RevenueLedger<String> ledger = RevenueLedger.of(rows);
        RevenueFlow before = null;
        for (Map.Entry<YearMonth, RecurringRevenue> month :
                ledger.monthly(START, START.plusMonths(6), rule).entrySet()) {
            RecurringRevenue movements = month.getValue();
            RevenueFlow closing = ledger.revenue(month.getKey());
            assertThat(movements.closing().amount()).isEqualTo(closing.amount());
            if (rule == FreePlan.CHURN) {
                assertThat(movements.closing()).isEqualTo(closing);
            }
            if (before != null) {
                assertThat(movements.opening()).isEqualTo(before);
            }
            before = movements.closing();
        }
    }

    /** Whoever is left out of movements: months open and close with all that is known to be paid, and add up. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void leavingOutChangesNoLevel(@ForAll("rows") List<MonthlyRevenue<String>> rows, @ForAll boolean second) {
        RevenueLedger<String> all = RevenueLedger.of(rows);
        Set<String> unclear = rows.stream()
                .limit(second ? 2 : 1)
                .map(MonthlyRevenue::customer)
                .collect(Collectors.toSet());
        RevenueLedger<String> some = all.withoutMovementsOf(unclear);
        YearMonth last = START.plusMonths(6);
        RevenueBridge bridge = some.bridge(START, last, FreePlan.CHURN);
        assertThat(bridge.leftOut()).isEqualTo(unclear.size());
        assertThat(bridge.opening()).isEqualTo(all.revenue(START));
        assertThat(bridge.closing()).isEqualTo(all.revenue(last));
        double sum = bridge.opening().amount()
                + bridge.newBusiness().amount()
                + bridge.reactivation().amount()
                + bridge.expansion().amount()
                - bridge.contraction().amount()
                - bridge.churn().amount()
                + bridge.leftOutChange();
        assertThat(bridge.closing().amount()).isCloseTo(sum, within(1e-9));
        for (RecurringRevenue month : bridge.monthly().values()) {
            assertThat(month.count() + month.leftOutOpening().customers())
                    .isEqualTo(month.opening().customers());
        }
    }

    /** Plain sums over the customers who paid at the start, each capped for the gross. */
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void retentionIsWhatThoseAtTheStartPay(@ForAll("rows") List<MonthlyRevenue<String>> rows) {
        Map<String, long[]> both = new TreeMap<>();
        for (MonthlyRevenue<String> row : rows) {
            long[] pays = both.computeIfAbsent(row.customer(), customer -> new long[2]);
            pays[0] += row.month().equals(START.plusMonths(1)) ? Math.round(100 * row.amount()) : 0;
            pays[1] += row.month().equals(START.plusMonths(4)) ? Math.round(100 * row.amount()) : 0;
        }
        double opening = 0;
        double net = 0;
        double gross = 0;
        for (long[] pays : both.values()) {
            opening += pays[0];
            net += pays[0] > 0 ? pays[1] : 0;
            gross += Math.min(pays[0], pays[1]);
        }
        RecurringRevenue movements = movements(rows, 1, 3, FreePlan.CHURN);
        if (opening == 0) {
            assertThat(movements.netRevenueRetention()).isNaN();
        } else {
            assertThat(movements.netRevenueRetention()).isCloseTo(net / opening, within(1e-12));
            assertThat(movements.grossRevenueRetention())
                    .isCloseTo(gross / opening, within(1e-12))
                    .isBetween(0.0, 1.0)
                    .isLessThanOrEqualTo(movements.netRevenueRetention());
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void oneWhoGoesOnPayingNeverRaisesChurn(
            @ForAll("rows") List<MonthlyRevenue<String>> rows, @ForAll("rules") FreePlan rule) {
        RecurringRevenue without = movements(rows, 2, 1, rule);
        RecurringRevenue with = without.plus(RecurringRevenue.ofCustomer(7, 7));
        assertThat(with.grossRevenueChurn() > without.grossRevenueChurn()).isFalse();
        assertThat(with.logoChurn().rate() > without.logoChurn().rate()).isFalse();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void segmentsAddUp(@ForAll("rows") List<MonthlyRevenue<String>> rows, @ForAll("rules") FreePlan rule) {
        RecurringRevenue sum = RecurringRevenue.EMPTY;
        for (String customer : CUSTOMERS) {
            List<MonthlyRevenue<String>> own =
                    rows.stream().filter(row -> row.customer().equals(customer)).toList();
            sum = sum.plus(movements(own, 2, 3, rule));
        }
        assertThat(sum).isEqualTo(movements(rows, 2, 3, rule));
    }
}

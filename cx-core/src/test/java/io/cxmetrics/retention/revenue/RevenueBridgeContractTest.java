package io.cxmetrics.retention.revenue;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.time.YearMonth;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Inputs are customers, each with amounts of some months. */
class RevenueBridgeContractTest extends SummaryContract<RevenueBridge, RevenueBridge> {

    private static final YearMonth FIRST = YearMonth.of(2025, 11);
    private static final YearMonth LAST = FIRST.plusMonths(3);

    @Override
    protected Arbitrary<RevenueBridge> inputs() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.longs().between(-3, 9))
                .as((month, amount) -> MonthlyRevenue.of("ann", FIRST.plusMonths(month), amount))
                .list()
                .ofMaxSize(5)
                .map(lines -> RevenueLedger.of(lines).bridge(FIRST, LAST, FreePlan.CHURN));
    }

    @Override
    protected RevenueBridge empty() {
        return RevenueBridge.empty(FIRST, LAST);
    }

    @Override
    protected RevenueBridge bulk(List<RevenueBridge> inputs) {
        return inputs.stream().reduce(empty(), RevenueBridge::plus);
    }

    @Override
    protected Aggregation<RevenueBridge, ?, RevenueBridge> aggregation() {
        return Aggregation.summing(empty());
    }
}

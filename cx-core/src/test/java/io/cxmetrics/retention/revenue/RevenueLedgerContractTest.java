package io.cxmetrics.retention.revenue;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class RevenueLedgerContractTest extends SummaryContract<MonthlyRevenue<String>, RevenueLedger<String>> {

    @Override
    protected Arbitrary<MonthlyRevenue<String>> inputs() {
        return Combinators.combine(
                        Arbitraries.of("ann", "bob", "cid", "dee"),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.longs().between(0, 9))
                .as((customer, month, amount) ->
                        MonthlyRevenue.of(customer, YearMonth.of(2025, 11).plusMonths(month), amount));
    }

    @Override
    protected RevenueLedger<String> empty() {
        return RevenueLedger.empty();
    }

    @Override
    protected RevenueLedger<String> bulk(List<MonthlyRevenue<String>> inputs) {
        return inputs.stream().map(row -> RevenueLedger.of(List.of(row))).reduce(empty(), RevenueLedger::plus);
    }

    @Override
    protected Aggregation<MonthlyRevenue<String>, ?, RevenueLedger<String>> aggregation() {
        return RevenueLedger.aggregation();
    }

    @Override
    protected Set<String> freeFields() {
        return Set.of("months", "amounts");
    }
}

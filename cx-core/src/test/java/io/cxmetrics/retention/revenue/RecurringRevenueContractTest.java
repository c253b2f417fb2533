package io.cxmetrics.retention.revenue;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class RecurringRevenueContractTest extends SummaryContract<RecurringRevenue, RecurringRevenue> {

    @Override
    protected Arbitrary<RecurringRevenue> inputs() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 50), Arbitraries.longs().between(0, 50))
                .as((before, after) -> before % 5 == 4
                        ? RecurringRevenue.EMPTY.withLeftOut(1, RevenueFlow.of(before, 1), RevenueFlow.of(after, 1))
                        : RecurringRevenue.ofCustomer(before, after));
    }

    @Override
    protected RecurringRevenue empty() {
        return RecurringRevenue.EMPTY;
    }

    @Override
    protected RecurringRevenue bulk(List<RecurringRevenue> inputs) {
        return inputs.stream().reduce(empty(), RecurringRevenue::plus);
    }

    @Override
    protected Aggregation<RecurringRevenue, ?, RecurringRevenue> aggregation() {
        return Aggregation.summing(RecurringRevenue.EMPTY);
    }
}

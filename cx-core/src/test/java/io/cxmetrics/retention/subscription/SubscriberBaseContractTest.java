package io.cxmetrics.retention.subscription;

import io.cxmetrics.Aggregation;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class SubscriberBaseContractTest extends SummaryContract<Long, SubscriberBase> {

    @Override
    protected Arbitrary<Long> inputs() {
        return Arbitraries.longs().between(0, 50);
    }

    @Override
    protected SubscriberBase empty() {
        return SubscriberBase.EMPTY;
    }

    @Override
    protected SubscriberBase bulk(List<Long> inputs) {
        return inputs.stream()
                .collect(SubscriberBase.toSubscriberBase(fee -> fee, fee -> fee % 7, fee -> fee % 3 == 0));
    }

    @Override
    protected Aggregation<Long, ?, SubscriberBase> aggregation() {
        return SubscriberBase.aggregation(fee -> fee, fee -> fee % 7, fee -> fee % 3 == 0, MoneyUnit.CENTS);
    }
}

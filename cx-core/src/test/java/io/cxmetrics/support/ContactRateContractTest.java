package io.cxmetrics.support;

import io.cxmetrics.Aggregation;
import io.cxmetrics.SummaryContract;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class ContactRateContractTest extends SummaryContract<ContactRate, ContactRate> {

    @Override
    protected Arbitrary<ContactRate> inputs() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 50), Arbitraries.longs().between(0, 50))
                .as(ContactRate::new);
    }

    @Override
    protected ContactRate empty() {
        return ContactRate.EMPTY;
    }

    @Override
    protected ContactRate bulk(List<ContactRate> inputs) {
        return ContactRate.of(
                inputs.stream().mapToLong(ContactRate::contacts).sum(),
                inputs.stream().mapToLong(ContactRate::base).sum());
    }

    @Override
    protected Aggregation<ContactRate, ?, ContactRate> aggregation() {
        return Aggregation.summing(ContactRate.EMPTY);
    }
}

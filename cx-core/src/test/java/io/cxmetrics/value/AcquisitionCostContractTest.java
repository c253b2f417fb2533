package io.cxmetrics.value;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class AcquisitionCostContractTest extends SummaryContract<AcquisitionCost, AcquisitionCost> {

    @Override
    protected Arbitrary<AcquisitionCost> inputs() {
        Arbitrary<Long> some = Arbitraries.longs().between(0, 1_000_000);
        return Combinators.combine(some, some, some, some, some).as(AcquisitionCost::new);
    }

    @Override
    protected AcquisitionCost empty() {
        return AcquisitionCost.EMPTY;
    }

    @Override
    protected AcquisitionCost bulk(List<AcquisitionCost> inputs) {
        return AcquisitionCost.of(
                        inputs.stream().mapToLong(AcquisitionCost::media).sum(),
                        inputs.stream()
                                .mapToLong(AcquisitionCost::paidCustomers)
                                .sum())
                .withOverhead(
                        inputs.stream().mapToLong(AcquisitionCost::overhead).sum())
                .withOrganic(inputs.stream()
                        .mapToLong(AcquisitionCost::organicCustomers)
                        .sum())
                .withReturning(inputs.stream()
                        .mapToLong(AcquisitionCost::returningCustomers)
                        .sum());
    }

    @Override
    protected Aggregation<AcquisitionCost, ?, AcquisitionCost> aggregation() {
        return Aggregation.summing(AcquisitionCost.EMPTY);
    }
}

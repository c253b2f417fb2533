package io.cxmetrics.value;

import io.cxmetrics.Aggregation;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class AcquisitionCostContractTest extends SummaryContract<AcquisitionCost, AcquisitionCost> {

    @Override
    protected Arbitrary<AcquisitionCost> inputs() {
        Arbitrary<Long> some = Arbitraries.longs().between(0, 1_000_000);
        return Combinators.combine(some, some, some, some, some)
                .as((media, overhead, paid, organic, returning) -> AcquisitionCost.ofMedia(media, MoneyUnit.of("EUR"))
                        .withOverhead(overhead)
                        .withPaid(paid)
                        .withOrganic(organic)
                        .withReturning(returning));
    }

    @Override
    protected AcquisitionCost empty() {
        return AcquisitionCost.EMPTY;
    }

    @Override
    protected AcquisitionCost bulk(List<AcquisitionCost> inputs) {
        if (inputs.isEmpty()) {
            return AcquisitionCost.of(inputs);
        }
        return AcquisitionCost.ofMedia(sum(inputs, AcquisitionCost::mediaMinor), MoneyUnit.of("EUR"))
                .withPaid(sum(inputs, AcquisitionCost::paidCustomers))
                .withOverhead(sum(inputs, AcquisitionCost::overheadMinor))
                .withOrganic(sum(inputs, AcquisitionCost::organicCustomers))
                .withReturning(sum(inputs, AcquisitionCost::returningCustomers));
    }

    private static long sum(List<AcquisitionCost> inputs, ToLongFunction<AcquisitionCost> part) {
        return inputs.stream().mapToLong(part).sum();
    }

    @Override
    protected Aggregation<AcquisitionCost, ?, AcquisitionCost> aggregation() {
        return AcquisitionCost.aggregation();
    }

    @Override
    protected Collector<AcquisitionCost, ?, AcquisitionCost> collector() {
        return AcquisitionCost.toAcquisitionCost();
    }
}

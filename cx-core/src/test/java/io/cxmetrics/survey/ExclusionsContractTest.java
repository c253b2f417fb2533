package io.cxmetrics.survey;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class ExclusionsContractTest extends SummaryContract<Exclusion, Exclusions> {

    @Override
    protected Arbitrary<Exclusion> inputs() {
        return Arbitraries.of(Exclusion.class);
    }

    @Override
    protected Exclusions empty() {
        return Exclusions.EMPTY;
    }

    @Override
    protected Exclusions bulk(List<Exclusion> inputs) {
        return Exclusions.of(inputs);
    }

    @Override
    protected Aggregation<Exclusion, ?, Exclusions> aggregation() {
        return Exclusions.aggregation();
    }
}

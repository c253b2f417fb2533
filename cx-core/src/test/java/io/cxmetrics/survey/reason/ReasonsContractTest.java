package io.cxmetrics.survey.reason;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class ReasonsContractTest extends SummaryContract<Collection<String>, Reasons> {

    static final ReasonDefinition DEFINITION =
            ReasonDefinition.of("a", "b", "c").withNone("none");

    static Arbitrary<Collection<String>> choices() {
        return Arbitraries.of("a", "b", "c", "none").list().ofMaxSize(3).map(List::copyOf);
    }

    @Override
    protected Arbitrary<Collection<String>> inputs() {
        return choices();
    }

    @Override
    protected Reasons empty() {
        return Reasons.empty(DEFINITION);
    }

    @Override
    protected Reasons bulk(List<Collection<String>> inputs) {
        return Reasons.of(DEFINITION, inputs);
    }

    @Override
    protected Aggregation<Collection<String>, ?, Reasons> aggregation() {
        return Reasons.aggregation(DEFINITION);
    }

    @Override
    protected Collector<Collection<String>, ?, Reasons> collector() {
        return Reasons.toReasons(DEFINITION, chosen -> chosen);
    }
}

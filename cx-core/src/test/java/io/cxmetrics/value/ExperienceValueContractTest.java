package io.cxmetrics.value;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.stat.Proportion;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class ExperienceValueContractTest extends SummaryContract<ExperienceValue.Customer, ExperienceValue> {

    @Override
    protected Arbitrary<ExperienceValue.Customer> inputs() {
        return Combinators.combine(
                        Arbitraries.of(true, false), Arbitraries.integers().between(0, 99), Arbitraries.of(true, false))
                .as(ExperienceValue.Customer::new);
    }

    @Override
    protected ExperienceValue empty() {
        return ExperienceValue.EMPTY;
    }

    @Override
    protected ExperienceValue bulk(List<ExperienceValue.Customer> inputs) {
        return ExperienceValue.of(
                group(inputs, ExperienceValue.Customer::satisfied), group(inputs, c -> !c.satisfied()));
    }

    private static ExperienceGroup group(
            List<ExperienceValue.Customer> inputs, Predicate<ExperienceValue.Customer> of) {
        List<ExperienceValue.Customer> customers = inputs.stream().filter(of).toList();
        return ExperienceGroup.of(
                Moments.of(customers.stream()
                        .mapToDouble(ExperienceValue.Customer::spend)
                        .toArray()),
                customers.stream().collect(Proportion.toProportion(ExperienceValue.Customer::stayed)));
    }

    @Override
    protected Aggregation<ExperienceValue.Customer, ?, ExperienceValue> aggregation() {
        return ExperienceValue.aggregation();
    }

    @Override
    protected Collector<ExperienceValue.Customer, ?, ExperienceValue> collector() {
        return ExperienceValue.toExperienceValue(
                ExperienceValue.Customer::satisfied, ExperienceValue.Customer::spend, ExperienceValue.Customer::stayed);
    }

    @Override
    protected void assertSame(ExperienceValue actual, ExperienceValue expected) {
        ExperienceGroupContractTest.assertClose(actual.satisfied(), expected.satisfied());
        ExperienceGroupContractTest.assertClose(actual.dissatisfied(), expected.dissatisfied());
    }
}

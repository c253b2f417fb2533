package io.cxmetrics.value;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.stat.Proportion;
import java.io.Serializable;
import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class ExperienceValueContractTest extends SummaryContract<ExperienceValueContractTest.Customer, ExperienceValue> {

    record Customer(boolean satisfied, int spend, boolean stayed) implements Serializable {

        ExperienceValue value() {
            ExperienceGroup group = ExperienceGroup.of(Moments.of(spend), Proportion.of(stayed ? 1 : 0, 1));
            return satisfied
                    ? ExperienceValue.of(group, ExperienceGroup.EMPTY)
                    : ExperienceValue.of(ExperienceGroup.EMPTY, group);
        }
    }

    @Override
    protected Arbitrary<Customer> inputs() {
        return Combinators.combine(
                        Arbitraries.of(true, false), Arbitraries.integers().between(0, 99), Arbitraries.of(true, false))
                .as(Customer::new);
    }

    @Override
    protected ExperienceValue empty() {
        return ExperienceValue.EMPTY;
    }

    @Override
    protected ExperienceValue bulk(List<Customer> inputs) {
        return ExperienceValue.of(group(inputs, Customer::satisfied), group(inputs, c -> !c.satisfied()));
    }

    private static ExperienceGroup group(List<Customer> inputs, Predicate<Customer> of) {
        List<Customer> customers = inputs.stream().filter(of).toList();
        return ExperienceGroup.of(
                Moments.of(customers.stream().mapToDouble(Customer::spend).toArray()),
                customers.stream().collect(Proportion.toProportion(Customer::stayed)));
    }

    @Override
    protected Aggregation<Customer, ?, ExperienceValue> aggregation() {
        return Aggregation.summing(ExperienceValue.EMPTY).mapInput(Customer::value);
    }

    @Override
    protected void assertSame(ExperienceValue actual, ExperienceValue expected) {
        ExperienceGroupContractTest.assertClose(actual.satisfied(), expected.satisfied());
        ExperienceGroupContractTest.assertClose(actual.dissatisfied(), expected.dissatisfied());
    }
}

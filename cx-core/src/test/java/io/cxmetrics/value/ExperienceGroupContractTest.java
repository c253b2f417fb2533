package io.cxmetrics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.stat.Proportion;
import java.util.List;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class ExperienceGroupContractTest extends SummaryContract<ExperienceGroup.Customer, ExperienceGroup> {

    /** The spend of a customer, who stayed if it is even. */
    @Override
    protected Arbitrary<ExperienceGroup.Customer> inputs() {
        return Arbitraries.integers().between(0, 99).map(n -> new ExperienceGroup.Customer(n, n % 2 == 0));
    }

    @Override
    protected ExperienceGroup empty() {
        return ExperienceGroup.EMPTY;
    }

    @Override
    protected ExperienceGroup bulk(List<ExperienceGroup.Customer> inputs) {
        return ExperienceGroup.of(
                Moments.of(inputs.stream()
                        .mapToDouble(ExperienceGroup.Customer::spend)
                        .toArray()),
                Proportion.of(
                        inputs.stream().filter(ExperienceGroup.Customer::stayed).count(), inputs.size()));
    }

    @Override
    protected Aggregation<ExperienceGroup.Customer, ?, ExperienceGroup> aggregation() {
        return ExperienceGroup.aggregation();
    }

    @Override
    protected Collector<ExperienceGroup.Customer, ?, ExperienceGroup> collector() {
        return ExperienceGroup.toExperienceGroup(ExperienceGroup.Customer::spend, ExperienceGroup.Customer::stayed);
    }

    @Override
    protected void assertSame(ExperienceGroup actual, ExperienceGroup expected) {
        assertClose(actual, expected);
    }

    /** Means and squares are floating-point numbers, and an extreme that is NaN is that of nobody. */
    static void assertClose(ExperienceGroup actual, ExperienceGroup expected) {
        assertThat(actual.stayed()).isEqualTo(expected.stayed());
        assertThat(actual.spend().count()).isEqualTo(expected.spend().count());
        assertThat(actual.spend().sum()).isCloseTo(expected.spend().sum(), within(1e-9));
        assertThat(actual.spend().squares()).isCloseTo(expected.spend().squares(), within(1e-7));
        assertThat(actual.spend().min())
                .isEqualTo(Double.valueOf(expected.spend().min()));
        assertThat(actual.spend().max())
                .isEqualTo(Double.valueOf(expected.spend().max()));
    }
}

package io.cxmetrics.retention.subscription;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class LogoChurnContractTest extends SummaryContract<LogoChurn, LogoChurn> {

    @Override
    protected Arbitrary<LogoChurn> inputs() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 63),
                        Arbitraries.integers().between(0, 63),
                        Arbitraries.integers().between(0, 63))
                .as((before, after, earlier) -> LogoChurn.between(members(before), members(after), members(earlier)));
    }

    private static Set<Integer> members(int bits) {
        return IntStream.range(0, 6)
                .filter(bit -> (bits >> bit) % 2 == 1)
                .boxed()
                .collect(Collectors.toSet());
    }

    @Override
    protected LogoChurn empty() {
        return LogoChurn.EMPTY;
    }

    @Override
    protected LogoChurn bulk(List<LogoChurn> inputs) {
        return inputs.stream().reduce(empty(), LogoChurn::plus);
    }

    @Override
    protected Aggregation<LogoChurn, ?, LogoChurn> aggregation() {
        return Aggregation.summing(LogoChurn.EMPTY);
    }
}

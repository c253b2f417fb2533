package io.cxmetrics.web.visitor;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class NewVersusReturningContractTest extends SummaryContract<VisitorKind, NewVersusReturning> {

    @Override
    protected Arbitrary<VisitorKind> inputs() {
        return Arbitraries.of(VisitorKind.class);
    }

    @Override
    protected NewVersusReturning empty() {
        return NewVersusReturning.EMPTY;
    }

    @Override
    protected NewVersusReturning bulk(List<VisitorKind> inputs) {
        return NewVersusReturning.of(inputs.toArray(VisitorKind[]::new));
    }

    @Override
    protected Aggregation<VisitorKind, ?, NewVersusReturning> aggregation() {
        return NewVersusReturning.aggregation();
    }

    @Override
    protected Collector<VisitorKind, ?, NewVersusReturning> collector() {
        return NewVersusReturning.toNewVersusReturning(kind -> kind);
    }
}

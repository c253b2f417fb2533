package io.cxmetrics.web.session;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class SessionIntakeContractTest extends SummaryContract<SessionIntake, SessionIntake> {

    @Override
    protected Arbitrary<SessionIntake> inputs() {
        return Arbitraries.longs()
                .between(0, 9)
                .array(long[].class)
                .ofSize(7)
                .map(n -> new SessionIntake(
                        n[0] + n[1] + n[2] + n[3] + n[4] + n[5], n[1], n[2], n[3], n[4], n[5], Math.min(n[0], n[6])));
    }

    @Override
    protected SessionIntake empty() {
        return SessionIntake.EMPTY;
    }

    @Override
    protected SessionIntake bulk(List<SessionIntake> inputs) {
        return inputs.stream().reduce(SessionIntake.EMPTY, SessionIntake::plus);
    }

    @Override
    protected Aggregation<SessionIntake, ?, SessionIntake> aggregation() {
        return Aggregation.summing(SessionIntake.EMPTY);
    }
}

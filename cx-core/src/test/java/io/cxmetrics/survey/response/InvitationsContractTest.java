package io.cxmetrics.survey.response;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import java.util.function.ToLongFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class InvitationsContractTest extends SummaryContract<Invitations, Invitations> {

    @Override
    protected Arbitrary<Invitations> inputs() {
        return Arbitraries.longs().between(0, 1_000).list().ofSize(5).map(parts -> {
            long completed = parts.get(0);
            long started = completed + parts.get(1);
            long delivered = started + parts.get(2);
            return new Invitations(
                    delivered + parts.get(3), delivered, Math.min(parts.get(4), delivered), started, completed);
        });
    }

    @Override
    protected Invitations empty() {
        return Invitations.EMPTY;
    }

    @Override
    protected Invitations bulk(List<Invitations> inputs) {
        return new Invitations(
                sum(inputs, Invitations::sent),
                sum(inputs, Invitations::delivered),
                sum(inputs, Invitations::opened),
                sum(inputs, Invitations::started),
                sum(inputs, Invitations::completed));
    }

    @Override
    protected Aggregation<Invitations, ?, Invitations> aggregation() {
        return Aggregation.summing(Invitations.EMPTY);
    }

    private static long sum(List<Invitations> inputs, ToLongFunction<Invitations> stage) {
        return inputs.stream().mapToLong(stage).sum();
    }
}

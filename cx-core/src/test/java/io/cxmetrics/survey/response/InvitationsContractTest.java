package io.cxmetrics.survey.response;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.survey.response.Invitations.Stage;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class InvitationsContractTest extends SummaryContract<Stage, Invitations> {

    @Override
    protected Arbitrary<Stage> inputs() {
        return Arbitraries.of(Stage.class);
    }

    @Override
    protected Invitations empty() {
        return Invitations.EMPTY;
    }

    @Override
    protected Invitations bulk(List<Stage> inputs) {
        return Invitations.of(inputs);
    }

    @Override
    protected Aggregation<Stage, ?, Invitations> aggregation() {
        return Invitations.aggregation();
    }
}

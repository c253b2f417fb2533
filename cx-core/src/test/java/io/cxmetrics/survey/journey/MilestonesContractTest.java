package io.cxmetrics.survey.journey;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class MilestonesContractTest extends SummaryContract<Journey, Milestones> {

    private static final MilestoneDefinition DEFINITION = MilestoneDefinition.csat("a", "b", "c");

    @Override
    protected Arbitrary<Journey> inputs() {
        return Arbitraries.integers().between(0, 6).list().ofSize(3).map(places -> {
            Journey journey = Journey.EMPTY;
            for (int i = 0; i < places.size(); i++) {
                String name = DEFINITION.milestones().get(i);
                int place = places.get(i);
                if (place == 6) {
                    journey = journey.withReached(name);
                } else if (place > 0) {
                    journey = journey.withRating(name, place);
                }
            }
            return journey;
        });
    }

    @Override
    protected Milestones empty() {
        return Milestones.empty(DEFINITION);
    }

    @Override
    protected Milestones bulk(List<Journey> inputs) {
        return Milestones.of(DEFINITION, inputs);
    }

    @Override
    protected Aggregation<Journey, ?, Milestones> aggregation() {
        return Milestones.aggregation(DEFINITION);
    }
}

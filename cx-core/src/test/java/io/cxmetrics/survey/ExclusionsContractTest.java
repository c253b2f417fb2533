package io.cxmetrics.survey;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class ExclusionsContractTest extends SummaryContract<String, Exclusions> {

    @Override
    protected Arbitrary<String> inputs() {
        return Arbitraries.of("", "don't know", "n/a", "11", "6.5", "eleven", "7");
    }

    @Override
    protected Exclusions empty() {
        return Exclusions.EMPTY;
    }

    @Override
    protected Exclusions bulk(List<String> inputs) {
        return SCREENING.screen(inputs).leftOut();
    }

    @Override
    protected Aggregation<String, ?, Exclusions> aggregation() {
        return Aggregation.summing(Exclusions.EMPTY)
                .mapInput(raw -> SCREENING.screen(List.of(raw)).leftOut());
    }

    private static final Screening SCREENING = Screening.on(RatingScale.ZERO_TO_TEN);
}

package io.cxmetrics.survey;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class ScreenedContractTest extends SummaryContract<String, Screened> {

    @Override
    protected Arbitrary<String> inputs() {
        return Arbitraries.of("", "refused", "n/a", "11", "6.5", "eleven", "7", "0", "10.0");
    }

    @Override
    protected Screened empty() {
        return Screened.empty(RatingScale.ZERO_TO_TEN);
    }

    @Override
    protected Screened bulk(List<String> inputs) {
        return SCREENING.screen(inputs);
    }

    @Override
    protected Aggregation<String, ?, Screened> aggregation() {
        return SCREENING.aggregation();
    }

    private static final Screening SCREENING = Screening.on(RatingScale.ZERO_TO_TEN);
}

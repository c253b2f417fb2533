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
        return SCREENING.screen(List.of());
    }

    @Override
    protected Screened bulk(List<String> inputs) {
        return inputs.stream().collect(SCREENING.toScreened());
    }

    @Override
    protected Aggregation<String, ?, Screened> aggregation() {
        return Aggregation.summing(empty()).mapInput(raw -> SCREENING.screen(List.of(raw)));
    }

    private static final Screening SCREENING = Screening.on(RatingScale.ZERO_TO_TEN);
}

package io.cxmetrics.web.page;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class TimeOnPageContractTest extends SummaryContract<TimeOnPage, TimeOnPage> {

    @Override
    protected Arbitrary<TimeOnPage> inputs() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 9),
                        Arbitraries.longs().between(0, 9),
                        Arbitraries.longs().between(0, 100_000))
                .as((known, unknown, millis) -> new TimeOnPage(known, unknown, known == 0 ? 0 : millis));
    }

    @Override
    protected TimeOnPage empty() {
        return TimeOnPage.EMPTY;
    }

    @Override
    protected TimeOnPage bulk(List<TimeOnPage> inputs) {
        return inputs.stream().reduce(TimeOnPage.EMPTY, TimeOnPage::plus);
    }

    @Override
    protected Aggregation<TimeOnPage, ?, TimeOnPage> aggregation() {
        return Aggregation.summing(TimeOnPage.EMPTY);
    }
}

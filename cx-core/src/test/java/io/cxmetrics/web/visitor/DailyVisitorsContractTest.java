package io.cxmetrics.web.visitor;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.Events;
import io.cxmetrics.web.WebEvent;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;

class DailyVisitorsContractTest extends SummaryContract<WebEvent<String>, DailyVisitors<String>> {

    @Override
    protected Arbitrary<WebEvent<String>> inputs() {
        return Events.any(EventKind.PAGE_VIEW);
    }

    @Override
    protected DailyVisitors<String> empty() {
        return DailyVisitors.empty(ZoneOffset.UTC);
    }

    @Override
    protected DailyVisitors<String> bulk(List<WebEvent<String>> inputs) {
        return inputs.stream()
                .map(event -> Stream.of(event).collect(aggregation().toCollector()))
                .reduce(empty(), DailyVisitors::plus);
    }

    @Override
    protected Aggregation<WebEvent<String>, ?, DailyVisitors<String>> aggregation() {
        return DailyVisitors.aggregation(ZoneOffset.UTC, WebEvent::visitor, WebEvent::at);
    }

    @Override
    protected Set<String> freeFields() {
        return Set.of("days");
    }
}

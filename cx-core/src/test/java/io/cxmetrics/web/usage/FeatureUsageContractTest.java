package io.cxmetrics.web.usage;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.Events;
import io.cxmetrics.web.WebEvent;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;

/** Each input is all of another user. */
class FeatureUsageContractTest extends SummaryContract<List<WebEvent<String>>, FeatureUsage> {

    @Override
    protected Arbitrary<List<WebEvent<String>>> inputs() {
        return Events.any(EventKind.FEATURE, EventKind.FEATURE, EventKind.PAGE_VIEW)
                .list()
                .ofMaxSize(4);
    }

    @Override
    protected FeatureUsage empty() {
        return FeatureUsage.EMPTY;
    }

    @Override
    protected FeatureUsage bulk(List<List<WebEvent<String>>> inputs) {
        return Stream.iterate(0, i -> i < inputs.size(), i -> i + 1)
                .flatMap(i -> inputs.get(i).stream().map(event -> event.withUser("user " + i)))
                .collect(FeatureUsage.<String>aggregation(ZoneOffset.UTC, WebEvent::user)
                        .toCollector());
    }

    @Override
    protected Aggregation<List<WebEvent<String>>, ?, FeatureUsage> aggregation() {
        return Aggregation.summing(FeatureUsage.EMPTY).mapInput(events -> FeatureUsage.ofUser(ZoneOffset.UTC, events));
    }
}

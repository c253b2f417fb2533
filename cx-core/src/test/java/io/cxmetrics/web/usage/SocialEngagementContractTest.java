package io.cxmetrics.web.usage;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.Events;
import io.cxmetrics.web.WebEvent;
import java.util.List;
import net.jqwik.api.Arbitrary;

class SocialEngagementContractTest extends SummaryContract<WebEvent<String>, SocialEngagement> {

    @Override
    protected Arbitrary<WebEvent<String>> inputs() {
        return Events.any(EventKind.values());
    }

    @Override
    protected SocialEngagement empty() {
        return SocialEngagement.EMPTY;
    }

    @Override
    protected SocialEngagement bulk(List<WebEvent<String>> inputs) {
        return new SocialEngagement(
                count(inputs, EventKind.SHARE),
                count(inputs, EventKind.LIKE),
                count(inputs, EventKind.MENTION),
                count(inputs, EventKind.IMPRESSION));
    }

    private static long count(List<WebEvent<String>> events, EventKind kind) {
        return events.stream().filter(event -> event.kind() == kind).count();
    }

    @Override
    protected Aggregation<WebEvent<String>, ?, SocialEngagement> aggregation() {
        return SocialEngagement.aggregation();
    }
}

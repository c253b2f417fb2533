package io.cxmetrics.web.visitor;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.Events;
import io.cxmetrics.web.WebEvent;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;

class LoginsContractTest extends SummaryContract<WebEvent<String>, Logins<String>> {

    /** Events without a session are the attempts that fail. */
    @Override
    protected Arbitrary<WebEvent<String>> inputs() {
        return Events.any(EventKind.LOGIN);
    }

    @Override
    protected Logins<String> empty() {
        return Logins.empty();
    }

    @Override
    protected Logins<String> bulk(List<WebEvent<String>> inputs) {
        return inputs.stream()
                .map(event -> Stream.of(event).collect(aggregation().toCollector()))
                .reduce(empty(), Logins::plus);
    }

    @Override
    protected Aggregation<WebEvent<String>, ?, Logins<String>> aggregation() {
        return Logins.aggregation(
                WebEvent::visitor, WebEvent::at, event -> !event.session().isEmpty());
    }
}

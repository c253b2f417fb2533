package io.cxmetrics.value;

import io.cxmetrics.Aggregation;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.value.SubscriberBase.Subscriber;
import java.util.List;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class SubscriberBaseContractTest extends SummaryContract<Subscriber, SubscriberBase> {

    private static final MoneyUnit EURO = MoneyUnit.of("EUR");

    @Override
    protected Arbitrary<Subscriber> inputs() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 5_000),
                        Arbitraries.longs().between(0, 40),
                        Arbitraries.of(true, false))
                .as((mrr, tenure, left) -> new Subscriber(mrr, tenure, left, EURO));
    }

    @Override
    protected SubscriberBase empty() {
        return SubscriberBase.EMPTY;
    }

    @Override
    protected SubscriberBase bulk(List<Subscriber> inputs) {
        return SubscriberBase.of(inputs);
    }

    @Override
    protected Aggregation<Subscriber, ?, SubscriberBase> aggregation() {
        return SubscriberBase.aggregation();
    }

    @Override
    protected Collector<Subscriber, ?, SubscriberBase> collector() {
        return SubscriberBase.toSubscriberBase(Subscriber::mrr, Subscriber::tenure, Subscriber::left, EURO);
    }
}

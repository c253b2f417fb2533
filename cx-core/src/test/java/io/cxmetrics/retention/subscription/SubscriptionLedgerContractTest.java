package io.cxmetrics.retention.subscription;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;

class SubscriptionLedgerContractTest extends SummaryContract<Subscription<String>, SubscriptionLedger<String>> {

    @Override
    protected Arbitrary<Subscription<String>> inputs() {
        return Subscriptions.ofCustomers("ann", "bob", "cid");
    }

    @Override
    protected SubscriptionLedger<String> empty() {
        return SubscriptionLedger.empty(Overlap.ALLOW);
    }

    @Override
    protected SubscriptionLedger<String> bulk(List<Subscription<String>> inputs) {
        return inputs.stream()
                .map(subscription -> SubscriptionLedger.of(List.of(subscription), Overlap.ALLOW))
                .reduce(empty(), SubscriptionLedger::plus);
    }

    @Override
    protected Aggregation<Subscription<String>, ?, SubscriptionLedger<String>> aggregation() {
        return SubscriptionLedger.aggregation(Overlap.ALLOW);
    }

    @Override
    protected Set<String> freeFields() {
        return Set.of("starts");
    }
}

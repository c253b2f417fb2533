package io.cxmetrics.value;

import io.cxmetrics.Aggregation;
import io.cxmetrics.SummaryContract;
import java.util.List;
import java.util.stream.Collector;
import net.jqwik.api.Arbitrary;

class PurchaseLogContractTest extends SummaryContract<Purchase<String>, PurchaseLog<String>> {

    @Override
    protected Arbitrary<Purchase<String>> inputs() {
        return Bought.purchases();
    }

    @Override
    protected PurchaseLog<String> empty() {
        return PurchaseLog.empty();
    }

    @Override
    protected PurchaseLog<String> bulk(List<Purchase<String>> inputs) {
        return PurchaseLog.of(inputs);
    }

    @Override
    protected Aggregation<Purchase<String>, ?, PurchaseLog<String>> aggregation() {
        return PurchaseLog.aggregation();
    }

    @Override
    protected Collector<Purchase<String>, ?, PurchaseLog<String>> collector() {
        return PurchaseLog.toPurchaseLog();
    }
}

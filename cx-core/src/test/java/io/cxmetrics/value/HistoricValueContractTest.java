package io.cxmetrics.value;

import static io.cxmetrics.value.Bought.DAYS;
import static io.cxmetrics.value.Bought.log;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.retention.activity.Activity;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;

/** The inputs are customers, each with all that they did. */
class HistoricValueContractTest extends SummaryContract<List<Activity<String>>, HistoricValue> {

    @Override
    protected Arbitrary<List<Activity<String>>> inputs() {
        return Bought.purchases()
                .list()
                .ofMaxSize(6)
                .map(purchases -> purchases.stream()
                        .map(purchase -> Activity.of("ann", purchase.at(), purchase.amount()))
                        .toList());
    }

    @Override
    protected HistoricValue empty() {
        return HistoricValue.EMPTY;
    }

    /** One log of all, in which each customer has a key. */
    @Override
    protected HistoricValue bulk(List<List<Activity<String>>> inputs) {
        List<Activity<Integer>> all = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            for (Activity<String> purchase : inputs.get(i)) {
                all.add(Activity.of(i, purchase.at(), purchase.amount()));
            }
        }
        return HistoricValue.of(all, DAYS);
    }

    @Override
    protected Aggregation<List<Activity<String>>, ?, HistoricValue> aggregation() {
        return Aggregation.summing(HistoricValue.EMPTY).mapInput(purchases -> HistoricValue.from(log(purchases), DAYS));
    }
}

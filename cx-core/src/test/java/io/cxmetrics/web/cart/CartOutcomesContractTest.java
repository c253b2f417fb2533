package io.cxmetrics.web.cart;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class CartOutcomesContractTest extends SummaryContract<Integer, CartOutcomes> {

    @Override
    protected Arbitrary<Integer> inputs() {
        return Arbitraries.integers().between(0, 3);
    }

    @Override
    protected CartOutcomes empty() {
        return CartOutcomes.EMPTY;
    }

    @Override
    protected CartOutcomes bulk(List<Integer> inputs) {
        return outcomes(inputs);
    }

    private static CartOutcomes outcomes(List<Integer> inputs) {
        return new CartOutcomes(
                count(inputs, 0), count(inputs, 1) + count(inputs, 2), count(inputs, 2), count(inputs, 3));
    }

    private static long count(List<Integer> inputs, int what) {
        return inputs.stream().filter(input -> input == what).count();
    }

    @Override
    protected Aggregation<Integer, ?, CartOutcomes> aggregation() {
        return Aggregation.summing(empty()).mapInput(what -> outcomes(List.of(what)));
    }
}

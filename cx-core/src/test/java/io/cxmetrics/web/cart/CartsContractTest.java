package io.cxmetrics.web.cart;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.web.WebEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Owners that do up to five things within three hours. */
class CartsContractTest extends SummaryContract<String, Carts> {

    @Override
    protected Arbitrary<String> inputs() {
        return Arbitraries.integers()
                .between(0, 4 * 180 - 1)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(CartsContractTest::session);
    }

    private static String session(List<Integer> numbers) {
        String[] what = {"add", "checkout", "order=o1", "order"};
        List<String> words = numbers.stream()
                .map(number -> what[number % 4] + "@" + number / 4)
                .toList();
        return "s: " + String.join(" ", words);
    }

    @Override
    protected Carts empty() {
        return Carts.empty(CartDefinition.of(CartRule.PER_CART, CartCase.HOUR));
    }

    @Override
    protected Carts bulk(List<String> inputs) {
        List<WebEvent<String>> events = new ArrayList<>();
        for (int owner = 0; owner < inputs.size(); owner++) {
            events.addAll(CartCase.events("owner " + owner, inputs.get(owner)));
        }
        return CartCase.carts(CartRule.PER_CART, 180, events);
    }

    @Override
    protected Aggregation<String, ?, Carts> aggregation() {
        return Aggregation.summing(empty()).mapInput(session -> CartCase.carts(CartRule.PER_CART, 180, session));
    }

    @Override
    protected Set<String> freeFields() {
        return Set.of("revenue");
    }
}

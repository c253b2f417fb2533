package io.cxmetrics.web.page;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.web.page.PageTransitions.Transition;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class PageTransitionsContractTest extends SummaryContract<Transition, PageTransitions> {

    @Override
    protected Arbitrary<Transition> inputs() {
        Arbitrary<String> pages = Arbitraries.of("/", "/a", "/b");
        return pages.flatMap(from -> pages.map(to -> new Transition(from, to)));
    }

    @Override
    protected PageTransitions empty() {
        return PageTransitions.EMPTY;
    }

    @Override
    protected PageTransitions bulk(List<Transition> inputs) {
        return PageTransitions.ofCounts(
                inputs.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
    }

    @Override
    protected Aggregation<Transition, ?, PageTransitions> aggregation() {
        return Aggregation.summing(empty()).mapInput(one -> PageTransitions.ofCounts(Map.of(one, 1L)));
    }
}

package io.cxmetrics.web.session;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

public class PageCountsContractTest extends SummaryContract<PageCounts, PageCounts> {

    public static Arbitrary<PageCounts> counts() {
        return Arbitraries.longs()
                .between(0, 9)
                .array(long[].class)
                .ofSize(5)
                .map(n -> new PageCounts(
                        n[0] + n[1] + n[2] + n[3], n[1] + n[2] + n[3], n[2], n[3], Math.min(n[2], n[4])));
    }

    @Override
    protected Arbitrary<PageCounts> inputs() {
        return counts();
    }

    @Override
    protected PageCounts empty() {
        return PageCounts.EMPTY;
    }

    @Override
    protected PageCounts bulk(List<PageCounts> inputs) {
        return inputs.stream().reduce(PageCounts.EMPTY, PageCounts::plus);
    }

    @Override
    protected Aggregation<PageCounts, ?, PageCounts> aggregation() {
        return Aggregation.summing(PageCounts.EMPTY);
    }
}

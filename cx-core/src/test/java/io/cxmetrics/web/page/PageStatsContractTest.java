package io.cxmetrics.web.page;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.web.session.PageCountsContractTest;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class PageStatsContractTest extends SummaryContract<PageStats, PageStats> {

    @Override
    protected Arbitrary<PageStats> inputs() {
        return Arbitraries.maps(Arbitraries.of("/", "/a", "/b", "/c"), PageCountsContractTest.counts())
                .map(PageStats::new);
    }

    @Override
    protected PageStats empty() {
        return PageStats.EMPTY;
    }

    @Override
    protected PageStats bulk(List<PageStats> inputs) {
        return inputs.stream().reduce(PageStats.EMPTY, PageStats::plus);
    }

    @Override
    protected Aggregation<PageStats, ?, PageStats> aggregation() {
        return Aggregation.summing(PageStats.EMPTY);
    }
}

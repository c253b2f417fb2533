package io.cxmetrics.web.session;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** An input is all that one visitor did; what adds up is different visitors. */
class SessionColumnsContractTest extends SummaryContract<List<Integer>, SessionColumns> {

    @Override
    protected Arbitrary<List<Integer>> inputs() {
        return Arbitraries.integers().between(0, 50).list().ofMinSize(1).ofMaxSize(5);
    }

    private static SessionColumns of(List<List<Integer>> visitors) {
        int n = visitors.stream().mapToInt(List::size).sum();
        long[] who = new long[n];
        long[] millis = new long[n];
        int[] pages = new int[n];
        int i = 0;
        for (int visitor = 0; visitor < visitors.size(); visitor++) {
            for (int step : visitors.get(visitor)) {
                who[i] = visitor;
                millis[i] = step * 600_000L;
                pages[i++] = step % 7;
            }
        }
        return SessionColumns.of(who, millis, pages, SessionDefinition.GA4.rules());
    }

    @Override
    protected SessionColumns empty() {
        return SessionColumns.EMPTY;
    }

    @Override
    protected SessionColumns bulk(List<List<Integer>> inputs) {
        return of(inputs);
    }

    @Override
    protected Aggregation<List<Integer>, ?, SessionColumns> aggregation() {
        return Aggregation.summing(SessionColumns.EMPTY).mapInput(visitor -> of(List.of(visitor)));
    }
}

package io.cxmetrics.web.funnel;

import io.cxmetrics.Aggregation;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import java.util.Set;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Sessions with up to three orders, of which some are given back. */
class ConversionContractTest extends SummaryContract<List<Integer>, Conversion> {

    @Override
    protected Arbitrary<List<Integer>> inputs() {
        return Arbitraries.integers().between(-500, 2000).list().ofMaxSize(3);
    }

    @Override
    protected Conversion empty() {
        return Conversion.empty(ConversionUnit.SESSION);
    }

    @Override
    protected Conversion bulk(List<List<Integer>> inputs) {
        return Conversion.of(
                ConversionUnit.SESSION,
                inputs.stream().mapToInt(List::size).toArray(),
                inputs.stream().mapToLong(ConversionContractTest::revenue).toArray(),
                MoneyUnit.CENTS);
    }

    private static long revenue(List<Integer> orders) {
        return orders.stream().mapToLong(Integer::longValue).sum();
    }

    @Override
    protected Aggregation<List<Integer>, ?, Conversion> aggregation() {
        return Aggregation.summing(empty())
                .mapInput(orders -> Conversion.of(
                        ConversionUnit.SESSION,
                        new int[] {orders.size()},
                        new long[] {revenue(orders)},
                        MoneyUnit.CENTS));
    }

    @Override
    protected Collector<List<Integer>, ?, Conversion> collector() {
        return Conversion.toConversion(
                ConversionUnit.SESSION, List::size, ConversionContractTest::revenue, MoneyUnit.CENTS);
    }

    @Override
    protected Set<String> freeFields() {
        return Set.of("revenue");
    }
}

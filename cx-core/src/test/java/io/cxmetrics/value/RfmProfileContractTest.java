package io.cxmetrics.value;

import io.cxmetrics.Aggregation;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.time.CalendarPeriod;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class RfmProfileContractTest extends SummaryContract<PurchaseHistory, RfmProfile> {

    @Override
    protected Arbitrary<PurchaseHistory> inputs() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 5),
                        Arbitraries.longs().between(0, 400),
                        Arbitraries.longs().between(0, 9999),
                        Arbitraries.longs().between(0, 9999))
                .as((frequency, since, spend, back) -> PurchaseHistory.of(
                                CalendarPeriod.DAY, frequency, 3 * frequency, 3 * frequency + since)
                        .withSpend(spend, frequency * 7, back, MoneyUnit.CENTS));
    }

    @Override
    protected RfmProfile empty() {
        return RfmProfile.EMPTY;
    }

    @Override
    protected RfmProfile bulk(List<PurchaseHistory> inputs) {
        return RfmProfile.of(inputs);
    }

    @Override
    protected Aggregation<PurchaseHistory, ?, RfmProfile> aggregation() {
        return RfmProfile.aggregation();
    }

    /** More may have been given back than was spent. */
    @Override
    protected Set<String> freeFields() {
        return Set.of("spend");
    }
}

package io.cxmetrics.survey;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class RatingsContractTest extends SummaryContract<Integer, Ratings> {

    @Override
    protected Arbitrary<Integer> inputs() {
        return Arbitraries.integers().between(-2, 2);
    }

    @Override
    protected Ratings empty() {
        return Ratings.empty(RatingScale.of(-2, 2));
    }

    @Override
    protected Ratings bulk(List<Integer> inputs) {
        return Ratings.of(
                RatingScale.of(-2, 2),
                inputs.stream().mapToInt(Integer::intValue).toArray());
    }

    @Override
    protected Aggregation<Integer, ?, Ratings> aggregation() {
        return Ratings.aggregation(RatingScale.of(-2, 2));
    }
}

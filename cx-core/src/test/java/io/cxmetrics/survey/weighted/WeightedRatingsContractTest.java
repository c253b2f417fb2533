package io.cxmetrics.survey.weighted;

import static io.cxmetrics.survey.Near.near;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.survey.RatingScale;
import java.util.List;
import net.jqwik.api.Arbitrary;

class WeightedRatingsContractTest extends SummaryContract<WeightedAnswer, WeightedRatings> {

    @Override
    protected Arbitrary<WeightedAnswer> inputs() {
        return WeightedAnswers.onZeroToTen();
    }

    @Override
    protected WeightedRatings empty() {
        return WeightedRatings.empty(RatingScale.ZERO_TO_TEN);
    }

    @Override
    protected WeightedRatings bulk(List<WeightedAnswer> inputs) {
        return WeightedAnswers.ratings(inputs);
    }

    @Override
    protected Aggregation<WeightedAnswer, ?, WeightedRatings> aggregation() {
        return WeightedRatings.aggregation(RatingScale.ZERO_TO_TEN);
    }

    @Override
    protected void assertSame(WeightedRatings actual, WeightedRatings expected) {
        for (int rating = 0; rating <= 10; rating++) {
            near(actual.weight(rating), expected.weight(rating));
        }
        near(actual.count(), expected.count());
        near(actual.weights().squares(), expected.weights().squares());
    }
}

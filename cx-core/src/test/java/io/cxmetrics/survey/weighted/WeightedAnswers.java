package io.cxmetrics.survey.weighted;

import io.cxmetrics.survey.RatingScale;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Ratings with their weights, as the tests of weighted summaries draw them. */
final class WeightedAnswers {

    private WeightedAnswers() {}

    static Arbitrary<WeightedAnswer> onZeroToTen() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 10),
                        Arbitraries.doubles().between(0, 10))
                .as(WeightedAnswer::new);
    }

    static WeightedRatings ratings(List<WeightedAnswer> answers) {
        return WeightedRatings.of(
                RatingScale.ZERO_TO_TEN,
                answers.stream().mapToInt(WeightedAnswer::rating).toArray(),
                answers.stream().mapToDouble(WeightedAnswer::weight).toArray());
    }
}

package io.cxmetrics.survey.response;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.survey.RatingScale;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class RespondentsContractTest extends SummaryContract<Answer<String>, Respondents<String>> {

    @Override
    protected Arbitrary<Answer<String>> inputs() {
        return Combinators.combine(
                        Arbitraries.of("ann", "bob", "cid", "dee"),
                        Arbitraries.longs().between(0, 3),
                        Arbitraries.longs().between(0, 2),
                        Arbitraries.integers().between(0, 10))
                .as((respondent, second, sequence, rating) ->
                        new Answer<>(respondent, Instant.ofEpochSecond(second), sequence, rating));
    }

    @Override
    protected Respondents<String> empty() {
        return Respondents.empty(RatingScale.ZERO_TO_TEN);
    }

    @Override
    protected Respondents<String> bulk(List<Answer<String>> inputs) {
        return inputs.stream()
                .map(answer -> Stream.of(answer).collect(Respondents.<String>toRespondents(RatingScale.ZERO_TO_TEN)))
                .reduce(empty(), Respondents::plus);
    }

    @Override
    protected Aggregation<Answer<String>, ?, Respondents<String>> aggregation() {
        return Respondents.aggregation(RatingScale.ZERO_TO_TEN);
    }
}

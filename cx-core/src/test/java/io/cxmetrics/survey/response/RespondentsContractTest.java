package io.cxmetrics.survey.response;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.survey.RatingScale;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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
        return Respondents.of(RatingScale.ZERO_TO_TEN, inputs);
    }

    @Override
    protected Aggregation<Answer<String>, ?, Respondents<String>> aggregation() {
        return Respondents.aggregation(RatingScale.ZERO_TO_TEN);
    }

    /** Times before 1970 and sequences below 0 are possible. */
    @Override
    protected Set<String> freeFields() {
        return Set.of("firstSeconds", "firstSequences", "latestSeconds", "latestSequences");
    }
}

package io.cxmetrics.input.survey;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.input.reading.Labels;
import io.cxmetrics.survey.response.Answer;
import io.cxmetrics.survey.weighted.WeightedAnswer;
import java.time.Instant;

/**
 * A row of a survey with a valid answer.
 *
 * @param rating the rating
 * @param weight its weight, 1 where none is asked for
 * @param respondent what tells who answered; empty where nothing is asked for
 * @param at when; {@link Instant#MIN} where no column says
 * @param sequence the number of the row in the table, which decides between answers at the same time
 * @since 0.1
 */
public record Response(int rating, double weight, Labels respondent, Instant at, long sequence) {

    /** Checks that the parts are there. */
    public Response {
        requireNonNull(respondent, "respondent");
        requireNonNull(at, "at");
    }

    /**
     * Returns the answer of a known respondent.
     *
     * @return the answer
     */
    public Answer<Labels> answer() {
        return new Answer<>(respondent, at, sequence, rating);
    }

    /**
     * Returns the answer with its weight.
     *
     * @return the answer
     */
    public WeightedAnswer weighted() {
        return new WeightedAnswer(rating, weight);
    }
}

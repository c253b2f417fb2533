package io.cxmetrics.cli.survey;

import io.cxmetrics.survey.response.Answer;
import java.time.Instant;
import java.util.List;

/**
 * One row with a valid answer.
 *
 * @param rating the rating
 * @param weight its weight, 1 where none is asked for
 * @param respondent the values of the columns that tell who answered; empty where none is asked for
 * @param at when; the same for all where no column says
 * @param line where in the file, which decides between answers at the same time
 */
record Response(int rating, double weight, List<String> respondent, Instant at, long line) {

    Answer<List<String>> answer() {
        return new Answer<>(respondent, at, line, rating);
    }
}

package io.cxmetrics.survey.response;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Instant;

/**
 * One rating by a known respondent at a known time, the input of {@link Respondents}.
 *
 * @param respondent who answered, such as a customer or an account; equal keys are one respondent
 * @param at when
 * @param sequence which of two answers at the same time came later, such as the row number; 0 where it does not matter
 * @param rating the rating
 * @param <K> the type of the key, serializable if the summary shall be
 * @since 0.1
 */
public record Answer<K>(K respondent, Instant at, long sequence, int rating) implements Serializable {

    /** Checks that respondent and time are there. */
    public Answer {
        requireNonNull(respondent, "respondent");
        requireNonNull(at, "at");
    }

    /**
     * Returns an answer whose time alone says when it came.
     *
     * @param respondent who answered
     * @param at when
     * @param rating the rating
     * @param <K> the type of the key
     * @return the answer
     */
    public static <K> Answer<K> of(K respondent, Instant at, int rating) {
        return new Answer<>(respondent, at, 0, rating);
    }

    /** Two answers of one respondent at one time and sequence: the lower rating comes first, whichever is met first. */
    boolean before(Answer<?> other) {
        int order = at.compareTo(other.at);
        if (order == 0) {
            order = Long.compare(sequence, other.sequence);
        }
        return order == 0 ? rating < other.rating : order < 0;
    }
}

package io.cxmetrics.survey.response;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Counts;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Ratings;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * The state of {@link Respondents#aggregation} while answers come in. Only the aggregation adds to it.
 *
 * @param <K> the type of the keys of respondents
 * @since 0.1
 */
public final class RespondentsBuffer<K> implements Serializable {

    private static final long serialVersionUID = 1;

    private final RatingScale scale;
    private final long[] ratings;
    private final Map<K, AnswerHistory> histories = new HashMap<>();

    RespondentsBuffer(RatingScale scale) {
        this.scale = scale;
        this.ratings = new long[scale.points()];
    }

    RespondentsBuffer<K> add(Answer<K> answer) {
        ratings[Checks.inRange("rating", answer.rating(), scale.min(), scale.max()) - scale.min()]++;
        histories.merge(answer.respondent(), AnswerHistory.of(answer), AnswerHistory::plus);
        return this;
    }

    RespondentsBuffer<K> join(RespondentsBuffer<K> other) {
        Counts.merge(ratings, other.ratings);
        Respondents.join(histories, other.histories);
        return this;
    }

    Respondents<K> finish() {
        return Respondents.ofParts(Ratings.ofCounts(scale, ratings), histories);
    }
}

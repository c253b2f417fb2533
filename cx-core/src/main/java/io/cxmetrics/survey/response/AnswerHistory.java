package io.cxmetrics.survey.response;

import io.cxmetrics.survey.RatingScale;
import java.io.Serializable;

/** What {@link Respondents} keeps of one respondent. */
record AnswerHistory(Answer<?> first, Answer<?> latest, long count, long sum) implements Serializable {

    static AnswerHistory of(Answer<?> answer) {
        return new AnswerHistory(answer, answer, 1, answer.rating());
    }

    AnswerHistory plus(AnswerHistory other) {
        return new AnswerHistory(
                other.first.before(first) ? other.first : first,
                latest.before(other.latest) ? other.latest : latest,
                Math.addExact(count, other.count),
                Math.addExact(sum, other.sum));
    }

    /** Refuses a history that no answers on a scale have. */
    AnswerHistory checked(RatingScale scale) {
        if (count < 1) {
            throw new IllegalArgumentException("answers of a respondent must be at least 1, got " + count);
        }
        if (latest.before(first)) {
            throw new IllegalArgumentException(
                    "first answer must not be after the latest (" + latest.at() + "), got " + first.at());
        }
        // The first and the latest are among the answers, and the rest lie on the scale.
        long known = count == 1 ? first.rating() : (long) first.rating() + latest.rating();
        long rest = Math.max(count - 2, 0);
        long least = Math.addExact(known, Math.multiplyExact(rest, (long) scale.min()));
        long most = Math.addExact(known, Math.multiplyExact(rest, (long) scale.max()));
        if (sum < least || sum > most || (count == 1 && !first.equals(latest))) {
            throw new IllegalArgumentException(
                    "sum of " + count + " answers must be in [" + least + ", " + most + "], got " + sum);
        }
        return this;
    }

    double mean() {
        return (double) sum / count;
    }
}

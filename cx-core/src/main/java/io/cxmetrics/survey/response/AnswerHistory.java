package io.cxmetrics.survey.response;

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

    double mean() {
        return (double) sum / count;
    }
}

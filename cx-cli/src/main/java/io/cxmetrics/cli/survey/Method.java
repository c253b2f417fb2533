package io.cxmetrics.cli.survey;

import io.cxmetrics.cli.group.Groups;
import io.cxmetrics.survey.Ratings;
import io.cxmetrics.survey.response.RespondentRule;
import io.cxmetrics.survey.response.Respondents;
import io.cxmetrics.survey.weighted.WeightedRatings;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * How the answers of a group count: each once, by weight, or once for each respondent.
 *
 * @param collector gathers the answers
 * @param finish turns them into numbers
 * @param <R> the summary in between
 */
record Method<R>(Collector<Response, ?, R> collector, Groups.Finish<R> finish) {

    static Method<Ratings> each(SurveyMetric metric) {
        return new Method<>(
                Ratings.toRatings(metric.scale(), Response::rating), (ratings, leftOut) -> metric.of(ratings));
    }

    static Method<WeightedRatings> weighted(SurveyMetric metric) {
        return new Method<>(
                WeightedRatings.toWeightedRatings(metric.scale(), Response::rating, Response::weight),
                (ratings, leftOut) -> metric.of(ratings));
    }

    static Method<Respondents<List<String>>> onePerRespondent(SurveyMetric metric, RespondentRule rule) {
        return new Method<>(
                Collectors.mapping(Response::answer, Respondents.toRespondents(metric.scale())),
                (respondents, leftOut) -> {
                    long given = respondents.ratings(RespondentRule.ALL).count();
                    if (rule != RespondentRule.ALL && given > respondents.count()) {
                        String reason = rule == RespondentRule.MEAN ? "merged_into_mean" : "not_kept";
                        leftOut.put(reason, given - respondents.count());
                    }
                    return metric.of(respondents, rule);
                });
    }
}

package io.cxmetrics.cli;

import io.cxmetrics.Aggregation;
import io.cxmetrics.input.reading.Labels;
import io.cxmetrics.input.survey.Response;
import io.cxmetrics.report.Figures;
import io.cxmetrics.report.survey.SurveyFigures;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Ratings;
import io.cxmetrics.survey.response.RespondentRule;
import io.cxmetrics.survey.response.Respondents;
import io.cxmetrics.survey.weighted.WeightedRatings;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * How answers count: each once, by weight, or once for each respondent.
 *
 * @param aggregation folds the rows
 * @param figures what the summary is asked for
 * @param highest the highest rating that was given; the lowest of the scale if there was none
 * @param leftOut what the summary leaves out itself
 * @param comparison compares two summaries
 */
record SurveyWay<S, R>(
        Aggregation<Response, S, R> aggregation,
        Figures<R> figures,
        Function<R, Integer> highest,
        Function<R, Map<String, Long>> leftOut,
        SplitCommand.Comparison<R> comparison) {

    static SurveyWay<?, Ratings> each(RatingScale scale, SurveyFigures figures) {
        return new SurveyWay<>(
                Ratings.aggregation(scale).mapInput(Response::rating),
                figures.ofRatings(),
                SurveyWay::highest,
                ratings -> Map.of(),
                figures::between);
    }

    static SurveyWay<?, WeightedRatings> weighted(RatingScale scale, SurveyFigures figures) {
        return new SurveyWay<>(
                WeightedRatings.aggregation(scale).mapInput(Response::weighted),
                figures.ofWeighted(),
                SurveyWay::highest,
                ratings -> Map.of(),
                figures::between);
    }

    static SurveyWay<?, Respondents<Labels>> ofRespondents(
            RatingScale scale, SurveyFigures figures, RespondentRule rule) {
        return new SurveyWay<>(
                Respondents.<Labels>aggregation(scale).mapInput(Response::answer),
                figures.ofRespondents(rule),
                respondents -> highest(respondents.ratings(RespondentRule.ALL)),
                respondents -> notKept(respondents, rule),
                (before, after, definition) -> figures.between(before.ratings(rule), after.ratings(rule), definition));
    }

    private static int highest(Ratings ratings) {
        return highest(ratings.scale(), rating -> ratings.count(rating) > 0);
    }

    private static int highest(WeightedRatings ratings) {
        return highest(ratings.scale(), rating -> ratings.weight(rating) != 0);
    }

    private static int highest(RatingScale scale, IntPredicate given) {
        int highest = scale.max();
        while (highest > scale.min() && !given.test(highest)) {
            highest--;
        }
        return highest;
    }

    /** Answers of a respondent that another answer stands for. */
    private static Map<String, Long> notKept(Respondents<Labels> respondents, RespondentRule rule) {
        long given = respondents.ratings(RespondentRule.ALL).count();
        if (rule == RespondentRule.ALL || given == respondents.count()) {
            return Map.of();
        }
        return Map.of(rule == RespondentRule.MEAN ? "merged_into_mean" : "not_kept", given - respondents.count());
    }
}

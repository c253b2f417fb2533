package io.cxmetrics.report.survey;

import io.cxmetrics.compare.Change;
import io.cxmetrics.compare.ChangeDefinition;
import io.cxmetrics.report.Figures;
import io.cxmetrics.survey.Ratings;
import io.cxmetrics.survey.response.RespondentRule;
import io.cxmetrics.survey.response.Respondents;
import io.cxmetrics.survey.weighted.WeightedRatings;

/**
 * The figures of a survey metric, for each way in which answers count.
 *
 * @since 0.1
 */
public interface SurveyFigures {

    /**
     * Returns the metric's definition in words.
     *
     * @return such as {@code 100 (promoters - detractors) / answers; promoters 9 to 10, detractors 0 to 6}
     */
    String definition();

    /**
     * Returns the figures of answers that count one each.
     *
     * @return the figures
     */
    Figures<Ratings> ofRatings();

    /**
     * Returns the figures of answers with weights.
     *
     * @return the figures
     */
    Figures<WeightedRatings> ofWeighted();

    /**
     * Returns the figures of respondents who count with the mean of their answers.
     *
     * @param <K> the type of the key of respondents
     * @return the figures
     */
    <K> Figures<Respondents<K>> ofMeans();

    /**
     * Returns the figures of respondents who count once each.
     *
     * @param rule which answers of a respondent count
     * @param <K> the type of the key of respondents
     * @return the figures
     */
    default <K> Figures<Respondents<K>> ofRespondents(RespondentRule rule) {
        return rule == RespondentRule.MEAN ? ofMeans() : ofRatings().from(respondents -> respondents.ratings(rule));
    }

    /**
     * Returns the change from one set of answers to another.
     *
     * @param before the answers before
     * @param after the answers after
     * @param definition how the change is judged
     * @return the change of the headline number
     */
    Change between(Ratings before, Ratings after, ChangeDefinition definition);

    /**
     * Returns the change from one set of answers with weights to another.
     *
     * @param before the answers before
     * @param after the answers after
     * @param definition how the change is judged
     * @return the change of the headline number
     */
    Change between(WeightedRatings before, WeightedRatings after, ChangeDefinition definition);
}

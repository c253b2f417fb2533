package io.cxmetrics.cli.survey;

import io.cxmetrics.report.Column;
import io.cxmetrics.report.Values;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Ratings;
import io.cxmetrics.survey.response.RespondentRule;
import io.cxmetrics.survey.response.Respondents;
import io.cxmetrics.survey.weighted.WeightedRatings;
import java.util.List;

/** One of the survey metrics with its options: what is computed of the answers of a group, and what a table shows. */
public interface SurveyMetric {

    String name();

    /** What the headline number is, in words. */
    String definition();

    RatingScale scale();

    /** The method and level of the interval, as they are printed. */
    String interval();

    double confidence();

    /** The columns of the table, of which the one that is drawn says so. */
    List<Column> columns();

    Values of(Ratings ratings);

    Values of(WeightedRatings ratings);

    /** The numbers when each respondent counts with the mean of its answers. */
    Values ofMeans(Respondents<?> respondents);

    default Values of(Respondents<?> respondents, RespondentRule rule) {
        return rule == RespondentRule.MEAN ? ofMeans(respondents) : of(respondents.ratings(rule));
    }
}

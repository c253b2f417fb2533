package io.cxmetrics.catalogue;

import static io.cxmetrics.catalogue.Direction.HIGHER_IS_BETTER;
import static io.cxmetrics.catalogue.Direction.LOWER_IS_BETTER;
import static io.cxmetrics.catalogue.Direction.NEITHER;
import static io.cxmetrics.catalogue.MetricUnit.FRACTION;
import static io.cxmetrics.catalogue.MetricUnit.PERCENT;
import static io.cxmetrics.catalogue.MetricUnit.POINTS;
import static io.cxmetrics.catalogue.MetricUnit.SCALE;
import static io.cxmetrics.catalogue.MetricUnit.TIME;

import io.cxmetrics.catalogue.Metric.Entry;
import java.util.List;

/** Metrics of the answers to surveys. */
final class SurveyMetrics {

    private SurveyMetrics() {}

    private static Entry metric(String id, String title) {
        return Metric.of(MetricFamily.SURVEYS, id, title);
    }

    static List<Metric> all() {
        return List.of(
                metric("nps", "Net Promoter Score")
                        .types("Nps", "NpsByGroup")
                        .unit(POINTS, HIGHER_IS_BETTER)
                        .range(-100, 100)
                        .means(
                                "The share of promoters (9 and 10) less the share of detractors (0 to 6) among those "
                                        + "who answered.",
                                "100 (promoters - detractors) / answers")
                        .variant("Nps", "non-answers stay out of the denominator")
                        .variant("NpsDefinition", "other scales and other places where passives and promoters start")
                        .and(
                                "F. Reichheld, The One Number You Need to Grow, Harvard Business Review 2003",
                                "https://hbr.org/2003/12/the-one-number-you-need-to-grow")
                        .source(
                                "MeasuringU, confidence intervals of the Net Promoter Score",
                                "https://measuringu.com/nps-confidence-intervals/"),
                metric("weighted-nps", "Weighted Net Promoter Score")
                        .types("WeightedNps")
                        .unit(POINTS, HIGHER_IS_BETTER)
                        .range(-100, 100)
                        .means(
                                "The Net Promoter Score of answers that carry weights, with intervals on the "
                                        + "effective base.",
                                "100 (weight of promoters - weight of detractors) / weight of all")
                        .source("L. Kish, Survey Sampling, Wiley 1965", "https://www.worldcat.org/isbn/9780471109495"),
                metric("csat", "Customer satisfaction")
                        .types("Csat")
                        .unit(PERCENT, HIGHER_IS_BETTER)
                        .means(
                                "The share of satisfied answers, which are the two best points of the scale.",
                                "100 satisfied / answers")
                        .variant("score", "satisfied / answers", "Formbricks", "Dixa")
                        .variant("goodRate", "good / (good + bad); the middle does not count", "Zendesk")
                        .variant("net", "percent satisfied - percent dissatisfied", "Qualtrics")
                        .variant("mean", "mean of the ratings", "Formbricks")
                        .source(
                                "Zendesk, satisfaction ratings",
                                "https://developer.zendesk.com/api-reference/ticketing/ticket-management/satisfaction_ratings/"),
                metric("ces", "Customer Effort Score")
                        .types("Ces")
                        .unit(SCALE, HIGHER_IS_BETTER)
                        .range(1, 7)
                        .means(
                                "The mean agreement that the company made it easy, from 1 to 7.",
                                "sum of the ratings / answers")
                        .variant("mean", "CES 2.0: 1 to 7, high is good")
                        .variant("easy", "share of 5 to 7", "Gartner")
                        .variant("netEasy", "share of 5 to 7 less share of 1 to 3")
                        .variant("low is good", "CES 1.0: effort from 1 to 5, low is good")
                        .source(
                                "M. Dixon, K. Freeman, N. Toman, Stop Trying to Delight Your Customers, HBR 2010",
                                "https://hbr.org/2010/07/stop-trying-to-delight-your-customers"),
                metric("box-score", "Top, bottom and net box")
                        .types("Ratings")
                        .unit(PERCENT, HIGHER_IS_BETTER)
                        .means(
                                "The share of the k best points of a scale, of the k worst, or their difference.",
                                "100 ratings among the k best / ratings")
                        .source("MeasuringU, top-box scores", "https://measuringu.com/top-box/"),
                metric("weighted-rating", "Weighted ratings")
                        .types("WeightedRatings", "WeightedProportion", "Weights")
                        .unit(SCALE, HIGHER_IS_BETTER)
                        .range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                        .means(
                                "Mean and box scores of ratings that carry weights, with intervals on the effective "
                                        + "base.",
                                "sum of weight x rating / sum of weights; effective base = (sum w)^2 / sum w^2")
                        .source("L. Kish, Survey Sampling, Wiley 1965", "https://www.worldcat.org/isbn/9780471109495"),
                metric("respondent-score", "One answer per respondent")
                        .types("Respondents")
                        .unit(SCALE, NEITHER)
                        .range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                        .means(
                                "Ratings after each respondent or account was reduced to one answer.",
                                "first, latest or mean rating of each respondent; or all")
                        .source(
                                "Zendesk, satisfaction ratings",
                                "https://developer.zendesk.com/api-reference/ticketing/ticket-management/satisfaction_ratings/"),
                metric("response-rate", "Response and completion rate")
                        .types("Invitations")
                        .unit(FRACTION, HIGHER_IS_BETTER)
                        .means(
                                "The share of sent invitations that were completed, and of started surveys that were "
                                        + "completed.",
                                "completed / sent; completed / started")
                        .source(
                                "AAPOR, Standard Definitions",
                                "https://aapor.org/standards-and-ethics/standard-definitions/"),
                metric("drop-off", "Drop-off by question")
                        .types("QuestionDropOff")
                        .unit(FRACTION, LOWER_IS_BETTER)
                        .means(
                                "The share of those who reached a question and did not go on.",
                                "gave up at the question / reached the question")
                        .source("Formbricks, survey summary", "https://github.com/formbricks/formbricks"),
                metric("completion-time", "Time to complete a survey")
                        .types("CompletionTimes")
                        .unit(TIME, NEITHER)
                        .means(
                                "How long a completed survey took; abandoned ones have no time.",
                                "median and mean of (completed - started)")
                        .source("Formbricks, survey summary", "https://github.com/formbricks/formbricks"),
                metric("milestone-score", "Satisfaction by milestone")
                        .types("Milestones")
                        .unit(POINTS, HIGHER_IS_BETTER)
                        .range(-100, 100)
                        .means(
                                "The net score at each milestone of a journey, who reaches it, and the change to the "
                                        + "next.",
                                "100 (satisfied - dissatisfied) / answers at the milestone")
                        .source("L. Kish, Survey Sampling, Wiley 1965", "https://www.worldcat.org/isbn/9780471109495"),
                metric("reasons", "Reasons named by respondents")
                        .types("Reasons", "ReasonsByBand")
                        .unit(FRACTION, NEITHER)
                        .means(
                                "The share of respondents who name a reason, where each may name several.",
                                "respondents who name it / respondents who answered")
                        .variant("share", "out of all who answered")
                        .variant("shareNetOfNone", "out of those who name any reason")
                        .variant("mentionShare", "mentions of the reason / mentions of all")
                        .source(
                                "W. Cochran, Sampling Techniques, Wiley 1977",
                                "https://www.worldcat.org/isbn/9780471162407"),
                metric("screening", "Answers left out, by reason")
                        .types("Exclusions", "Screened")
                        .unit(FRACTION, LOWER_IS_BETTER)
                        .means("How many raw values could not be used as a rating, by reason.", "left out / all values")
                        .source(
                                "AAPOR, Standard Definitions",
                                "https://aapor.org/standards-and-ethics/standard-definitions/"));
    }
}

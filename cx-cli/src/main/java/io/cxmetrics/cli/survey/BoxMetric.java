package io.cxmetrics.cli.survey;

import io.cxmetrics.report.Column;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Values;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.ProportionInterval;
import io.cxmetrics.survey.BoxDefinition;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Ratings;
import io.cxmetrics.survey.response.RespondentRule;
import io.cxmetrics.survey.response.Respondents;
import io.cxmetrics.survey.weighted.WeightedProportion;
import io.cxmetrics.survey.weighted.WeightedRatings;
import java.util.List;

/** Customer satisfaction and customer effort: the same boxes and mean under the names of either. */
public record BoxMetric(Kind kind, BoxDefinition boxes, ProportionInterval method, double confidence)
        implements SurveyMetric {

    /** The names that set the two apart. */
    public enum Kind {
        CSAT("satisfied", "dissatisfied", "csat", "CSAT %", "net_satisfaction", "net"),
        CES("easy", "difficult", "easy_pct", "easy %", "net_easy", "net easy");

        private final String positive;
        private final String negative;
        private final String share;
        private final String shareTitle;
        private final String net;
        private final String netTitle;

        Kind(String positive, String negative, String share, String shareTitle, String net, String netTitle) {
            this.positive = positive;
            this.negative = negative;
            this.share = share;
            this.shareTitle = shareTitle;
            this.net = net;
            this.netTitle = netTitle;
        }
    }

    @Override
    public String name() {
        return Names.of(kind);
    }

    @Override
    public String definition() {
        return "100 " + kind.positive + " / answers; " + kind.positive + " the best " + boxes.top() + " of "
                + boxes.scale() + ", " + kind.negative + " the worst " + boxes.bottom();
    }

    @Override
    public RatingScale scale() {
        return boxes.scale();
    }

    @Override
    public String interval() {
        return Names.of(method);
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.count("n", "n"),
                Column.number("mean", "mean", 2),
                Column.headline(kind.share, kind.shareTitle, 0, 100),
                Column.interval("low", "high", Names.percent(confidence) + " interval"),
                Column.number(kind.net, kind.netTitle, 1));
    }

    @Override
    public Values of(Ratings ratings) {
        Values values = ofBoxes(ratings.topBox(boxes.top()), ratings.bottomBox(boxes.bottom()));
        return Parts.spread(values.put("normalised", ratings.normalised()), ratings);
    }

    @Override
    public Values ofMeans(Respondents<?> respondents) {
        Moments means = respondents.moments(RespondentRule.MEAN);
        Values values = ofBoxes(
                respondents.topBox(RespondentRule.MEAN, boxes), respondents.bottomBox(RespondentRule.MEAN, boxes));
        return Parts.spread(values.put("normalised", boxes.scale().normalise(means.mean())), means);
    }

    private Values ofBoxes(Proportion positive, Proportion negative) {
        Values values = new Values()
                .put("n", positive.trials())
                .put(kind.positive, positive.events())
                .put("neutral", positive.trials() - positive.events() - negative.events())
                .put(kind.negative, negative.events())
                .put(kind.share, positive.percent())
                .put("standard_error", 100 * positive.standardError())
                .put(kind.net, positive.percent() - negative.percent());
        return Parts.interval(values, positive.interval(confidence, method).times(100));
    }

    @Override
    public Values of(WeightedRatings ratings) {
        WeightedProportion positive = ratings.topBox(boxes.top());
        WeightedProportion negative = ratings.bottomBox(boxes.bottom());
        Values values = new Values()
                .put("n", ratings.count())
                .put(kind.positive, positive.events())
                .put("neutral", ratings.weights().sum() - positive.events() - negative.events())
                .put(kind.negative, negative.events())
                .put(kind.share, positive.percent())
                .put("standard_error", 100 * positive.standardError())
                .put(kind.net, positive.percent() - negative.percent())
                .put("normalised", ratings.normalised());
        return Parts.spread(
                Parts.interval(values, positive.interval(confidence, method).times(100)), ratings);
    }
}

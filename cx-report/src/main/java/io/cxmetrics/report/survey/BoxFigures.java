package io.cxmetrics.report.survey;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.compare.Change;
import io.cxmetrics.compare.ChangeDefinition;
import io.cxmetrics.compare.difference.Changes;
import io.cxmetrics.report.Figures;
import io.cxmetrics.report.Intervals;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.ProportionInterval;
import io.cxmetrics.survey.BoxDefinition;
import io.cxmetrics.survey.Ratings;
import io.cxmetrics.survey.response.RespondentRule;
import io.cxmetrics.survey.response.Respondents;
import io.cxmetrics.survey.weighted.WeightedProportion;
import io.cxmetrics.survey.weighted.WeightedRatings;
import java.util.List;

/**
 * The figures of customer satisfaction and customer effort: boxes at the ends of a scale, under the names of either.
 *
 * @param metric whose names
 * @param boxes the boxes
 * @param methods how intervals are made, at least one
 * @param confidence their level
 * @since 0.1
 */
public record BoxFigures(Metric metric, BoxDefinition boxes, List<ProportionInterval> methods, double confidence)
        implements SurveyFigures {

    /** The metrics, with the names that set them apart. */
    public enum Metric {
        /** Customer satisfaction. */
        CSAT("satisfied", "dissatisfied", "csat", "CSAT %", "net_satisfaction", "net"),
        /** Customer effort. */
        CES("easy", "difficult", "easy_pct", "easy %", "net_easy", "net easy");

        private final String positive;
        private final String negative;
        private final String share;
        private final String shareTitle;
        private final String net;
        private final String netTitle;

        Metric(String positive, String negative, String share, String shareTitle, String net, String netTitle) {
            this.positive = positive;
            this.negative = negative;
            this.share = share;
            this.shareTitle = shareTitle;
            this.net = net;
            this.netTitle = netTitle;
        }
    }

    /** The shares at both ends. */
    private record Ends(Proportion positive, Proportion negative) {

        long neutral() {
            return positive.trials() - positive.events() - negative.events();
        }

        double net() {
            return positive.percent() - negative.percent();
        }
    }

    /** The shares of the weight at both ends. */
    private record WeightedEnds(WeightedProportion positive, WeightedProportion negative) {

        double neutral() {
            return positive.weights().sum() - positive.events() - negative.events();
        }

        double net() {
            return positive.percent() - negative.percent();
        }
    }

    /** Checks that the parts are there. */
    public BoxFigures {
        requireNonNull(metric, "metric");
        requireNonNull(boxes, "boxes");
        methods = List.copyOf(methods);
        if (methods.isEmpty()) {
            throw new IllegalArgumentException("methods must not be empty");
        }
    }

    @Override
    public String definition() {
        return "100 " + metric.positive + " / answers; " + metric.positive + " the best " + boxes.top() + " of "
                + boxes.scale() + ", " + metric.negative + " the worst " + boxes.bottom();
    }

    @Override
    public Figures<Ratings> ofRatings() {
        Figures<Ratings> ends =
                ofEnds().from(ratings -> new Ends(ratings.topBox(boxes.top()), ratings.bottomBox(boxes.bottom())));
        return ends.number("normalised", "normalised", 1, Ratings::normalised)
                .and(Distribution.ofRatings())
                .withColumns(columns());
    }

    @Override
    public <K> Figures<Respondents<K>> ofMeans() {
        RespondentRule rule = RespondentRule.MEAN;
        Figures<Respondents<K>> ends = ofEnds().from(
                        respondents -> new Ends(respondents.topBox(rule, boxes), respondents.bottomBox(rule, boxes)));
        Figures<Respondents<K>> spread = Distribution.ofMoments().from(respondents -> respondents.moments(rule));
        return ends.number(
                        "normalised",
                        "normalised",
                        1,
                        respondents -> boxes.scale()
                                .normalise(respondents.moments(rule).mean()))
                .and(spread)
                .withColumns(columns());
    }

    private Figures<Ends> ofEnds() {
        return Figures.of(Ends.class)
                .count("n", "n", ends -> ends.positive().trials())
                .count(metric.positive, metric.positive, ends -> ends.positive().events())
                .count("neutral", "neutral", Ends::neutral)
                .count(metric.negative, metric.negative, ends -> ends.negative().events())
                .number(
                        metric.share,
                        metric.shareTitle,
                        1,
                        ends -> ends.positive().percent())
                .headline(0, 100)
                .percent(
                        "standard_error",
                        "standard error",
                        ends -> ends.positive().standardError())
                .number(metric.net, metric.netTitle, 1, Ends::net)
                .and(Intervals.of(
                        methods,
                        confidence,
                        (ends, method) ->
                                ends.positive().interval(confidence, method).times(100)));
    }

    @Override
    public Figures<WeightedRatings> ofWeighted() {
        Figures<WeightedEnds> ofEnds = Figures.of(WeightedEnds.class)
                .number(
                        metric.positive,
                        metric.positive,
                        1,
                        ends -> ends.positive().events())
                .number("neutral", "neutral", 1, WeightedEnds::neutral)
                .number(
                        metric.negative,
                        metric.negative,
                        1,
                        ends -> ends.negative().events())
                .number(
                        metric.share,
                        metric.shareTitle,
                        1,
                        ends -> ends.positive().percent())
                .headline(0, 100)
                .percent(
                        "standard_error",
                        "standard error",
                        ends -> ends.positive().standardError())
                .number(metric.net, metric.netTitle, 1, WeightedEnds::net)
                .and(Intervals.of(
                        methods,
                        confidence,
                        (ends, method) ->
                                ends.positive().interval(confidence, method).times(100)));
        Figures<WeightedRatings> ends = ofEnds.from(
                ratings -> new WeightedEnds(ratings.topBox(boxes.top()), ratings.bottomBox(boxes.bottom())));
        return Figures.of(WeightedRatings.class)
                .count("n", "n", WeightedRatings::count)
                .and(ends)
                .number("normalised", "normalised", 1, WeightedRatings::normalised)
                .and(Distribution.ofWeighted())
                .withColumns(columns());
    }

    @Override
    public Change between(Ratings before, Ratings after, ChangeDefinition definition) {
        return Changes.between(before.topBox(boxes.top()), after.topBox(boxes.top()), definition);
    }

    @Override
    public Change between(WeightedRatings before, WeightedRatings after, ChangeDefinition definition) {
        return Changes.between(before.topBox(boxes.top()), after.topBox(boxes.top()), definition);
    }

    private String[] columns() {
        return Intervals.columns(List.of("n", "mean", metric.share), methods, List.of(metric.net));
    }
}

package io.cxmetrics.cli.survey;

import io.cxmetrics.report.Column;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Values;
import io.cxmetrics.survey.NetInterval;
import io.cxmetrics.survey.Nps;
import io.cxmetrics.survey.NpsDefinition;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Ratings;
import io.cxmetrics.survey.response.RespondentRule;
import io.cxmetrics.survey.response.Respondents;
import io.cxmetrics.survey.weighted.WeightedNps;
import io.cxmetrics.survey.weighted.WeightedRatings;
import java.util.List;

/** Net Promoter Score. */
public record NpsMetric(NpsDefinition breaks, NetInterval method, double confidence) implements SurveyMetric {

    @Override
    public String name() {
        return "nps";
    }

    @Override
    public String definition() {
        RatingScale scale = breaks.scale();
        return "100 (promoters - detractors) / answers; promoters " + breaks.promotersFrom() + " to " + scale.max()
                + ", detractors " + scale.min() + " to " + (breaks.passivesFrom() - 1);
    }

    @Override
    public RatingScale scale() {
        return breaks.scale();
    }

    @Override
    public String interval() {
        return Names.of(method);
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.count("n", "n"),
                Column.number("promoter_pct", "promoters %", 1),
                Column.number("passive_pct", "passives %", 1),
                Column.number("detractor_pct", "detractors %", 1),
                Column.headline("nps", "NPS", -100, 100),
                Column.interval("low", "high", Names.percent(confidence) + " interval"));
    }

    @Override
    public Values of(Ratings ratings) {
        return Parts.spread(of(Nps.from(ratings, breaks)), ratings);
    }

    @Override
    public Values ofMeans(Respondents<?> respondents) {
        return Parts.spread(of(respondents.nps(RespondentRule.MEAN, breaks)), respondents.moments(RespondentRule.MEAN));
    }

    private Values of(Nps nps) {
        Values values = new Values()
                .put("n", nps.count())
                .put("promoters", nps.promoters())
                .put("passives", nps.passives())
                .put("detractors", nps.detractors())
                .put("promoter_pct", nps.promoterShare().percent())
                .put("passive_pct", nps.passiveShare().percent())
                .put("detractor_pct", nps.detractorShare().percent())
                .put("nps", nps.score())
                .put("standard_error", nps.standardError());
        return Parts.interval(values, nps.interval(confidence, method));
    }

    @Override
    public Values of(WeightedRatings ratings) {
        WeightedNps nps = ratings.nps(breaks);
        double sum = nps.weights().sum();
        Values values = new Values()
                .put("n", nps.count())
                .put("promoters", nps.promoters())
                .put("passives", nps.passives())
                .put("detractors", nps.detractors())
                .put("promoter_pct", 100 * nps.promoters() / sum)
                .put("passive_pct", 100 * nps.passives() / sum)
                .put("detractor_pct", 100 * nps.detractors() / sum)
                .put("nps", nps.score())
                .put("standard_error", nps.standardError());
        return Parts.spread(Parts.interval(values, nps.interval(confidence, method)), ratings);
    }
}

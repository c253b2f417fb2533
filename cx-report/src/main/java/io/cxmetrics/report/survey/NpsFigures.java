package io.cxmetrics.report.survey;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.report.Figures;
import io.cxmetrics.report.Names;
import io.cxmetrics.survey.NetInterval;
import io.cxmetrics.survey.Nps;
import io.cxmetrics.survey.NpsDefinition;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Ratings;
import io.cxmetrics.survey.response.RespondentRule;
import io.cxmetrics.survey.response.Respondents;
import io.cxmetrics.survey.weighted.WeightedNps;
import io.cxmetrics.survey.weighted.WeightedRatings;

/**
 * The figures of the Net Promoter Score.
 *
 * @param breaks which ratings are promoters and passives
 * @param method how the interval is made
 * @param confidence its level
 * @since 0.1
 */
public record NpsFigures(NpsDefinition breaks, NetInterval method, double confidence) implements SurveyFigures {

    private static final String[] COLUMNS = {"n", "promoter_pct", "passive_pct", "detractor_pct", "nps", "low"};

    /** Checks that the parts are there. */
    public NpsFigures {
        requireNonNull(breaks, "breaks");
        requireNonNull(method, "method");
    }

    @Override
    public String definition() {
        RatingScale scale = breaks.scale();
        return "100 (promoters - detractors) / answers; promoters " + breaks.promotersFrom() + " to " + scale.max()
                + ", detractors " + scale.min() + " to " + (breaks.passivesFrom() - 1);
    }

    @Override
    public Figures<Ratings> ofRatings() {
        Figures<Ratings> scores = ofNps().from(ratings -> Nps.from(ratings, breaks));
        return scores.and(Distribution.ofRatings()).withColumns(COLUMNS);
    }

    @Override
    public <K> Figures<Respondents<K>> ofMeans() {
        Figures<Respondents<K>> scores = ofNps().from(respondents -> respondents.nps(RespondentRule.MEAN, breaks));
        Figures<Respondents<K>> spread =
                Distribution.ofMoments().from(respondents -> respondents.moments(RespondentRule.MEAN));
        return scores.and(spread).withColumns(COLUMNS);
    }

    private Figures<Nps> ofNps() {
        return Figures.of(Nps.class)
                .count("n", "n", Nps::count)
                .count("promoters", "promoters", Nps::promoters)
                .count("passives", "passives", Nps::passives)
                .count("detractors", "detractors", Nps::detractors)
                .number(
                        "promoter_pct",
                        "promoters %",
                        1,
                        nps -> nps.promoterShare().percent())
                .number(
                        "passive_pct",
                        "passives %",
                        1,
                        nps -> nps.passiveShare().percent())
                .number(
                        "detractor_pct",
                        "detractors %",
                        1,
                        nps -> nps.detractorShare().percent())
                .number("nps", "NPS", 1, Nps::score)
                .headline(-100, 100)
                .number("standard_error", "standard error", 2, Nps::standardError)
                .interval("low", "high", interval(), nps -> nps.interval(confidence, method));
    }

    @Override
    public Figures<WeightedRatings> ofWeighted() {
        Figures<WeightedNps> scores = Figures.of(WeightedNps.class)
                .count("n", "n", WeightedNps::count)
                .number("promoters", "promoters", 1, WeightedNps::promoters)
                .number("passives", "passives", 1, WeightedNps::passives)
                .number("detractors", "detractors", 1, WeightedNps::detractors)
                .number(
                        "promoter_pct",
                        "promoters %",
                        1,
                        nps -> nps.promoterShare().percent())
                .number(
                        "passive_pct",
                        "passives %",
                        1,
                        nps -> nps.passiveShare().percent())
                .number(
                        "detractor_pct",
                        "detractors %",
                        1,
                        nps -> nps.detractorShare().percent())
                .number("nps", "NPS", 1, WeightedNps::score)
                .headline(-100, 100)
                .number("standard_error", "standard error", 2, WeightedNps::standardError)
                .interval("low", "high", interval(), nps -> nps.interval(confidence, method));
        Figures<WeightedRatings> ofRatings = scores.from(ratings -> ratings.nps(breaks));
        return ofRatings.and(Distribution.ofWeighted()).withColumns(COLUMNS);
    }

    private String interval() {
        return Names.percent(confidence) + " interval";
    }
}

package io.cxmetrics.report.survey;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.compare.Change;
import io.cxmetrics.compare.ChangeDefinition;
import io.cxmetrics.compare.difference.Changes;
import io.cxmetrics.report.Figures;
import io.cxmetrics.report.Intervals;
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

/**
 * The figures of the Net Promoter Score.
 *
 * @param breaks which ratings are promoters and passives
 * @param methods how intervals are made, at least one
 * @param confidence their level
 * @since 0.1
 */
public record NpsFigures(NpsDefinition breaks, List<NetInterval> methods, double confidence) implements SurveyFigures {

    /** Checks that the parts are there. */
    public NpsFigures {
        requireNonNull(breaks, "breaks");
        methods = List.copyOf(methods);
        if (methods.isEmpty()) {
            throw new IllegalArgumentException("methods must not be empty");
        }
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
        return scores.and(Distribution.ofRatings()).withColumns(columns());
    }

    @Override
    public <K> Figures<Respondents<K>> ofMeans() {
        Figures<Respondents<K>> scores = ofNps().from(respondents -> respondents.nps(RespondentRule.MEAN, breaks));
        Figures<Respondents<K>> spread =
                Distribution.ofMoments().from(respondents -> respondents.moments(RespondentRule.MEAN));
        return scores.and(spread).withColumns(columns());
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
                .and(Intervals.of(methods, confidence, (nps, method) -> nps.interval(confidence, method)));
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
                .and(Intervals.of(methods, confidence, (nps, method) -> nps.interval(confidence, method)));
        Figures<WeightedRatings> ofRatings = scores.from(ratings -> ratings.nps(breaks));
        return ofRatings.and(Distribution.ofWeighted()).withColumns(columns());
    }

    @Override
    public Change between(Ratings before, Ratings after, ChangeDefinition definition) {
        return Changes.between(Nps.from(before, breaks), Nps.from(after, breaks), definition);
    }

    @Override
    public Change between(WeightedRatings before, WeightedRatings after, ChangeDefinition definition) {
        return Changes.between(before.nps(breaks), after.nps(breaks), definition);
    }

    private String[] columns() {
        return Intervals.columns(
                List.of("n", "promoter_pct", "passive_pct", "detractor_pct", "nps"), methods, List.of());
    }
}

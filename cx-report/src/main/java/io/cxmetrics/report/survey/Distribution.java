package io.cxmetrics.report.survey;

import io.cxmetrics.report.Figures;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.survey.Ratings;
import io.cxmetrics.survey.weighted.WeightedRatings;
import io.cxmetrics.survey.weighted.Weights;
import java.util.LinkedHashMap;
import java.util.Map;

/** The figures of a distribution of ratings, which all survey metrics have. */
final class Distribution {

    private Distribution() {}

    static Figures<Moments> ofMoments() {
        return Figures.of(Moments.class)
                .number("mean", "mean", 2, Moments::mean)
                .number("sd", "sd", 2, Moments::standardDeviation);
    }

    static Figures<Ratings> ofRatings() {
        Figures<Ratings> moments = ofMoments().from(Ratings::moments);
        return moments.number("median", "median", 1, Ratings::median).counts("histogram", Distribution::histogram);
    }

    static Figures<WeightedRatings> ofWeighted() {
        Figures<Weights> weights = Figures.of(Weights.class)
                .number("sum_of_weights", "sum of weights", 1, Weights::sum)
                .number("effective_base", "effective base", 1, Weights::effectiveBase)
                .number("weighting_efficiency", "efficiency", 2, Weights::efficiency);
        return Figures.of(WeightedRatings.class)
                .number("mean", "mean", 2, WeightedRatings::mean)
                .number("sd", "sd", 2, WeightedRatings::standardDeviation)
                .and(weights.from(WeightedRatings::weights));
    }

    private static Map<String, Long> histogram(Ratings ratings) {
        Map<String, Long> histogram = new LinkedHashMap<>();
        for (int rating = ratings.scale().min(); rating <= ratings.scale().max(); rating++) {
            histogram.put(String.valueOf(rating), ratings.count(rating));
        }
        return histogram;
    }
}

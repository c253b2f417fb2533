package io.cxmetrics.cli.survey;

import io.cxmetrics.report.Values;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.survey.Ratings;
import io.cxmetrics.survey.weighted.WeightedRatings;
import io.cxmetrics.survey.weighted.Weights;
import java.util.LinkedHashMap;
import java.util.Map;

/** Numbers that several metrics share, under one set of names. */
final class Parts {

    private Parts() {}

    static Values interval(Values values, Interval interval) {
        return values.put("low", interval.low()).put("high", interval.high());
    }

    static Values spread(Values values, Ratings ratings) {
        return spread(values, ratings.moments()).put("median", ratings.median()).put("histogram", histogram(ratings));
    }

    static Values spread(Values values, Moments moments) {
        return values.put("mean", moments.mean()).put("sd", moments.standardDeviation());
    }

    static Values spread(Values values, WeightedRatings ratings) {
        Weights weights = ratings.weights();
        return values.put("mean", ratings.mean())
                .put("sd", ratings.standardDeviation())
                .put("sum_of_weights", weights.sum())
                .put("effective_base", weights.effectiveBase())
                .put("weighting_efficiency", weights.efficiency());
    }

    private static Map<String, Long> histogram(Ratings ratings) {
        Map<String, Long> histogram = new LinkedHashMap<>();
        for (int rating = ratings.scale().min(); rating <= ratings.scale().max(); rating++) {
            histogram.put(String.valueOf(rating), ratings.count(rating));
        }
        return histogram;
    }
}

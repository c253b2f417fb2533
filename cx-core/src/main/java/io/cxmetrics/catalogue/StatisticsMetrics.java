package io.cxmetrics.catalogue;

import static io.cxmetrics.catalogue.Direction.NEITHER;
import static io.cxmetrics.catalogue.MetricUnit.FRACTION;
import static io.cxmetrics.catalogue.MetricUnit.MEASURED;
import static io.cxmetrics.catalogue.MetricUnit.RATIO;

import io.cxmetrics.catalogue.Metric.Entry;
import java.util.List;

/** Statistics underneath the other metrics. */
final class StatisticsMetrics {

    private StatisticsMetrics() {}

    private static Entry metric(String id, String title) {
        return Metric.of(MetricFamily.STATISTICS, id, title);
    }

    static List<Metric> all() {
        return List.of(
                metric("rate", "Rate")
                        .types("Proportion")
                        .unit(FRACTION, NEITHER)
                        .means("The share of trials with an event, with its interval.", "events / trials")
                        .variant("WILSON", "the score interval; the default")
                        .variant("CLOPPER_PEARSON", "the exact interval")
                        .variant("AGRESTI_COULL", "Wald with added trials")
                        .variant("JEFFREYS", "the Bayesian interval with the prior of Jeffreys")
                        .variant("WALD", "the textbook interval, poor for few trials")
                        .source(
                                "L. Brown, T. Cai, A. DasGupta, Interval Estimation for a Binomial Proportion (2001)",
                                "https://doi.org/10.1214/ss/1009213286"),
                metric("event-rate", "Rate over exposure")
                        .types("EventRate")
                        .unit(RATIO, NEITHER)
                        .means("How many events there are for each unit of exposure.", "events / exposure")
                        .source(
                                "F. Garwood, Fiducial limits for the Poisson distribution, Biometrika 28 (1936)",
                                "https://doi.org/10.1093/biomet/28.3-4.437"),
                metric("mean", "Mean")
                        .types("Moments", "LongMoments", "PairedMoments")
                        .unit(MEASURED, NEITHER)
                        .range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                        .means("The mean of values with variance and the interval of Student.", "sum / count")
                        .source(
                                "T. Chan, G. Golub, R. LeVeque, Computing the Sample Variance, Amer. Statistician 37 "
                                        + "(1983)",
                                "https://doi.org/10.1080/00031305.1983.10483115"),
                metric("ratio-of-sums", "Ratio of sums")
                        .types("RatioOfSums")
                        .unit(RATIO, NEITHER)
                        .range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                        .means(
                                "A ratio of two sums with the error of its units, such as revenue per session by user.",
                                "sum(numerator) / sum(denominator)")
                        .source(
                                "A. Deng, U. Knoblich, J. Lu, Applying the Delta Method in Metric Analytics, KDD 2018",
                                "https://doi.org/10.1145/3219819.3219919"),
                metric("sample-ratio-mismatch", "Sample-ratio mismatch")
                        .types("VariantCounts", "SampleRatioMismatch")
                        .unit(FRACTION, NEITHER)
                        .means(
                                "Whether the variants of an experiment have the units that were planned.",
                                "p of chi-squared = sum((observed - planned)^2 / planned); broken below 0.001")
                        .source(
                                "A. Fabijan and others, Diagnosing Sample Ratio Mismatch in Online Controlled "
                                        + "Experiments, KDD 2019",
                                "https://doi.org/10.1145/3292500.3330722"),
                metric("cuped-difference", "Difference adjusted for history (CUPED)")
                        .types("CupedMoments", "CupedDifference")
                        .unit(MEASURED, NEITHER)
                        .range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                        .means(
                                "The difference of two means without what was known of each unit before.",
                                "mean of y - theta (x - mean x), treatment less control")
                        .variant("POOLED", "theta from the mean of both arms; the default")
                        .variant("WITHIN", "theta from the mean of each arm")
                        .source(
                                "A. Deng, Y. Xu, R. Kohavi, T. Walker, Improving the Sensitivity of Online Controlled "
                                        + "Experiments by Utilizing Pre-Experiment Data, WSDM 2013",
                                "https://doi.org/10.1145/2433396.2433413"),
                metric("quantile", "Median and quantiles")
                        .types("Sample", "LogHistogram")
                        .unit(MEASURED, NEITHER)
                        .range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                        .means(
                                "The value below which a share of the values lies, exact or within 0.4 %.",
                                "type 7 of Hyndman and Fan; other types and the nearest rank by name")
                        .source(
                                "R. Hyndman, Y. Fan, Sample Quantiles in Statistical Packages, Amer. Statistician 50 "
                                        + "(1996)",
                                "https://doi.org/10.1080/00031305.1996.10473566"),
                metric("survival", "Survival")
                        .types("EventTimes", "WeightedEventTimes")
                        .unit(FRACTION, NEITHER)
                        .means(
                                "The share that has had no event by a time, where some observations are unfinished.",
                                "product over event times of (1 - events / at risk)")
                        .source(
                                "E. Kaplan, P. Meier, Nonparametric Estimation from Incomplete Observations, JASA 53 "
                                        + "(1958)",
                                "https://doi.org/10.1080/01621459.1958.10501452"));
    }
}

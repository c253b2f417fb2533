package io.cxmetrics.spark.catalogue;

import io.cxmetrics.retention.revenue.RecurringRevenue;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.ProportionInterval;
import io.cxmetrics.survey.NetInterval;
import io.cxmetrics.survey.Nps;
import io.cxmetrics.survey.weighted.WeightedNps;
import org.jspecify.annotations.Nullable;

/**
 * What the counters of a group come to, by the formulas of cx-core. Generated code calls these once for each group, so
 * they are public, static and over primitives. What is NaN in Java is null in SQL.
 */
public final class Answers {

    private Answers() {}

    private static @Nullable Double defined(double value) {
        return Double.isNaN(value) ? null : value;
    }

    /** Returns the score of {@link Nps}, or of any share of positive answers minus that of negative ones. */
    public static @Nullable Double net(long positive, long neutral, long negative) {
        return defined(Nps.score(positive, neutral, negative));
    }

    /** Returns half the width of the adjusted Wald interval. */
    public static @Nullable Double netMargin(long positive, long neutral, long negative, double confidence) {
        return defined(adjustedWald(positive, neutral, negative, confidence).margin());
    }

    /** Returns the low end of the adjusted Wald interval. */
    public static @Nullable Double netLow(long positive, long neutral, long negative, double confidence) {
        return defined(adjustedWald(positive, neutral, negative, confidence).low());
    }

    /** Returns the high end of the adjusted Wald interval. */
    public static @Nullable Double netHigh(long positive, long neutral, long negative, double confidence) {
        return defined(adjustedWald(positive, neutral, negative, confidence).high());
    }

    private static Interval adjustedWald(double positive, double neutral, double negative, double confidence) {
        return NetInterval.ADJUSTED_WALD.of(positive, neutral, negative, confidence);
    }

    /** Returns the share of the first of three counts in percent. */
    public static @Nullable Double share(long positive, long neutral, long negative) {
        return percent(positive, positive + neutral + negative);
    }

    /** Returns the low end of Wilson's interval of the share of the first of three counts, in percent. */
    public static @Nullable Double shareLow(long positive, long neutral, long negative, double confidence) {
        return percentLow(positive, positive + neutral + negative, confidence);
    }

    /** Returns the high end of Wilson's interval of the share of the first of three counts, in percent. */
    public static @Nullable Double shareHigh(long positive, long neutral, long negative, double confidence) {
        return percentHigh(positive, positive + neutral + negative, confidence);
    }

    /** Returns events / trials in percent. */
    public static @Nullable Double percent(long events, long trials) {
        return defined(100 * Proportion.rate(events, trials));
    }

    /** Returns the low end of Wilson's interval in percent. */
    public static @Nullable Double percentLow(long events, long trials, double confidence) {
        return defined(wilson(events, trials, confidence).times(100).low());
    }

    /** Returns the high end of Wilson's interval in percent. */
    public static @Nullable Double percentHigh(long events, long trials, double confidence) {
        return defined(wilson(events, trials, confidence).times(100).high());
    }

    /** Returns events / trials. */
    public static @Nullable Double rate(long events, long trials) {
        return defined(Proportion.rate(events, trials));
    }

    /** Returns the low end of Wilson's interval. */
    public static @Nullable Double rateLow(long events, long trials, double confidence) {
        return defined(wilson(events, trials, confidence).low());
    }

    /** Returns the high end of Wilson's interval. */
    public static @Nullable Double rateHigh(long events, long trials, double confidence) {
        return defined(wilson(events, trials, confidence).high());
    }

    private static Interval wilson(long events, long trials, double confidence) {
        return ProportionInterval.WILSON.of(events, trials, confidence);
    }

    /** Returns the mean of ratings. */
    public static @Nullable Double mean(long positive, long neutral, long negative, long points) {
        return defined(points / (double) (positive + neutral + negative));
    }

    /** Returns the low end of Student's interval of the mean of ratings on 1..7. */
    public static @Nullable Double effortLow(
            long positive, long neutral, long negative, long points, long squaredPoints, double confidence) {
        return defined(effort(positive + neutral + negative, points, squaredPoints, confidence)
                .low());
    }

    /** Returns the high end of Student's interval of the mean of ratings on 1..7. */
    public static @Nullable Double effortHigh(
            long positive, long neutral, long negative, long points, long squaredPoints, double confidence) {
        return defined(effort(positive + neutral + negative, points, squaredPoints, confidence)
                .high());
    }

    private static Interval effort(long count, long points, long squaredPoints, double confidence) {
        double mean = points / (double) count;
        double squares = Math.max(squaredPoints - points * mean, 0);
        return moments(count, mean, squares).interval(confidence).clip(1, 7);
    }

    /** Returns the share of the first count minus that of the second, in points. */
    public static @Nullable Double netOf(long positive, long negative, long count) {
        return net(positive, count - positive - negative, negative);
    }

    /** Returns gross revenue retention. */
    public static @Nullable Double grossRetention(long opening, long contraction, long churn) {
        return defined(RecurringRevenue.grossRevenueRetention(opening, contraction, churn));
    }

    /** Returns net revenue retention. */
    public static @Nullable Double netRetention(long opening, long expansion, long contraction, long churn) {
        return defined(RecurringRevenue.netRevenueRetention(opening, expansion, contraction, churn));
    }

    /** Returns the score of {@link WeightedNps}. */
    public static @Nullable Double weighted(
            double promoters, double passives, double detractors, long count, double squares) {
        return defined(WeightedNps.ofSums(promoters, passives, detractors, count, squares)
                .score());
    }

    /** Returns half the width of the interval of {@link WeightedNps}. */
    public static @Nullable Double weightedMargin(
            double promoters, double passives, double detractors, long count, double squares, double confidence) {
        return defined(WeightedNps.ofSums(promoters, passives, detractors, count, squares)
                .interval(confidence)
                .margin());
    }

    /** Returns the low end of the interval of {@link WeightedNps}. */
    public static @Nullable Double weightedLow(
            double promoters, double passives, double detractors, long count, double squares, double confidence) {
        return defined(WeightedNps.ofSums(promoters, passives, detractors, count, squares)
                .interval(confidence)
                .low());
    }

    /** Returns the high end of the interval of {@link WeightedNps}. */
    public static @Nullable Double weightedHigh(
            double promoters, double passives, double detractors, long count, double squares, double confidence) {
        return defined(WeightedNps.ofSums(promoters, passives, detractors, count, squares)
                .interval(confidence)
                .high());
    }

    /** Returns the sample standard deviation. */
    public static @Nullable Double deviation(long count, double mean, double squares) {
        return defined(moments(count, mean, squares).standardDeviation());
    }

    /** Returns half the width of Student's interval of the mean. */
    public static @Nullable Double meanMargin(long count, double mean, double squares, double confidence) {
        return defined(moments(count, mean, squares).interval(confidence).margin());
    }

    /** Returns the low end of Student's interval of the mean. */
    public static @Nullable Double meanLow(long count, double mean, double squares, double confidence) {
        return defined(moments(count, mean, squares).interval(confidence).low());
    }

    /** Returns the high end of Student's interval of the mean. */
    public static @Nullable Double meanHigh(long count, double mean, double squares, double confidence) {
        return defined(moments(count, mean, squares).interval(confidence).high());
    }

    /** Returns the mean. */
    public static @Nullable Double average(long count, double mean) {
        return count == 0 ? null : mean;
    }

    private static Moments moments(long count, double mean, double squares) {
        // What is asked for here does not depend on the extremes.
        return Moments.ofParts(count, mean, squares, mean, mean);
    }
}

package io.cxmetrics.compare.experiment;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.Interval;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Welch's comparison of two independent estimates, whose degrees of freedom are those of Satterthwaite.
 *
 * @param difference the second estimate minus the first
 * @param first the variance of the first estimate
 * @param second the variance of the second estimate
 * @param degreesOfFreedom (v + w)&sup2; / (v&sup2; / (n - 1) + w&sup2; / (m - 1))
 */
record Welch(double difference, double first, double second, double degreesOfFreedom) {

    static Welch of(double difference, double first, double units, double second, double otherUnits) {
        double all = first + second;
        double degrees = all * all / (first * first / (units - 1) + second * second / (otherUnits - 1));
        return new Welch(difference, first, second, degrees);
    }

    /** Returns the standard error of the difference. NaN where neither side varies. */
    double standardError() {
        return Math.sqrt(first + second);
    }

    /** Returns t. NaN where neither side varies. */
    double t() {
        return first + second == 0 ? Double.NaN : difference / standardError();
    }

    /** Returns the two-sided p-value of t. NaN where neither side varies. */
    double pValue() {
        double t = t();
        return Double.isNaN(t) || Double.isNaN(degreesOfFreedom)
                ? Double.NaN
                : 2 * TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(t));
    }

    /** Returns the interval of the difference. NaN where neither side varies. */
    Interval interval(double confidence) {
        Checks.confidence(confidence);
        return Double.isNaN(degreesOfFreedom)
                ? Interval.UNDEFINED
                : Interval.around(difference, Critical.t(confidence, degreesOfFreedom) * standardError());
    }
}

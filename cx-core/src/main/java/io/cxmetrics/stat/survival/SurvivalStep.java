package io.cxmetrics.stat.survival;

import io.cxmetrics.stat.Interval;
import java.io.Serializable;

/**
 * One time of a survival curve, with the evidence and the estimates that hold from then on. The evidence is a number of
 * observations, or the sum of their weights where they have weights.
 *
 * @param time the time
 * @param atRisk how many had entered before and neither had the event nor been censored
 * @param events how many had the event at this time
 * @param censored how many were censored at this time; they were still at risk for the events of the same time
 * @param survival the Kaplan-Meier estimate from this time on, in [0, 1]
 * @param standardError its standard error; NaN where the survival is 0
 * @param cumulativeHazard the Nelson-Aalen estimate, 0 or more
 * @param cumulativeHazardStandardError its standard error
 */
public record SurvivalStep(
        long time,
        double atRisk,
        double events,
        double censored,
        double survival,
        double standardError,
        double cumulativeHazard,
        double cumulativeHazardStandardError)
        implements Serializable {

    /**
     * Returns the log-log limits of the survival.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval within [0, 1]; undefined where the survival is 0 or 1
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence) {
        return interval(confidence, SurvivalInterval.LOG_LOG);
    }

    /**
     * Returns limits of the survival by a named method.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @param method the method
     * @return the interval within [0, 1]; undefined where the survival is 0
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence, SurvivalInterval method) {
        return method.of(survival, standardError, confidence);
    }
}

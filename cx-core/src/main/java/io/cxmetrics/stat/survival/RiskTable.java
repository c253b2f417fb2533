package io.cxmetrics.stat.survival;

import io.cxmetrics.Stored;

/**
 * Who was at risk at each time of a curve, and how far the sums over the times err.
 *
 * <p>Everything a curve estimates is a sum over its times: ln S of ln(1 - events / at risk), the hazard of events / at
 * risk, the restricted mean of areas. Counts and weights differ in how these err.
 */
interface RiskTable {

    /** What the table is made of. */
    Stored observations();

    int size();

    long time(int i);

    double atRisk(int i);

    double events(int i);

    double censored(int i);

    /** At risk - events, without the rounding of a difference. */
    double left(int i);

    /** The variance of ln S from each time on; infinite from where nobody was left on. */
    double[] logSurvivalVariances();

    /** The variance of the cumulative hazard from each time on. */
    double[] hazardVariances();

    /**
     * The variance of the restricted mean, given the area below the curve from each of the first times to the horizon.
     */
    double meanVariance(double[] areas);

    /** What a time adds to the cumulative hazard if its events came one after the other. */
    double untied(int i);
}

package io.cxmetrics.compare.driver;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.PairedMoments;
import java.io.Serializable;
import java.util.Arrays;

/**
 * How two measures of the same subjects go together: Pearson's, Spearman's and Kendall's correlation with intervals.
 *
 * <p><b>Which.</b> Kendall's tau-b for two ratings, whose many ties it was made for; Spearman's rho for anything else
 * that rises together without being straight; Pearson's r for a straight line.
 *
 * <p><b>Intervals.</b> Fisher's transformation for r; with the variance of Bonett and Wright for rho, whose plain
 * Fisher
 * interval is too short; with 0.437 / (n - 4) for tau.
 *
 * <p><b>Edges.</b> Where a measure does not vary, everything is NaN or undefined. A correlation of 1 or -1, and fewer
 * than
 * four subjects (five for tau), have no interval. Association is not effect.
 *
 * <p><b>Sources.</b> D. Bonett, T. Wright, Psychometrika 65 (2000) 23-28; M. Kendall, Biometrika 30 (1938); W. Knight,
 * JASA 61 (1966) for counting pairs in n log n steps.
 *
 * <pre>{@code
 * Association spend = Association.of(
 *         new double[] {10, 9, 9, 8, 7, 7, 6, 5, 3, 10, 9, 8},
 *         new double[] {120, 80, 95.5, 70, 60, 85, 20, 40, 15, 200, 30, 55});
 * Math.round(spend.spearman() * 1e4); // 7576
 * Math.round(spend.spearmanInterval(0.95).low() * 1e4); // 2443
 * }</pre>
 *
 * @since 0.1
 */
public final class Association implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int MOST_EXACT = 9;

    private final int count;
    private final double pearson;
    private final double spearman;
    private final boolean tied;
    private final PairCounts pairs;
    /** Of Spearman's rho where permutations are counted. */
    private final double[] ranksX;

    private final double[] ranksY;

    private Association(double[] x, double[] y) {
        count = x.length;
        pearson = PairedMoments.of(x, y).correlation();
        ranksX = Ranks.of(x);
        ranksY = Ranks.of(y);
        spearman = PairedMoments.of(ranksX, ranksY).correlation();
        pairs = PairCounts.of(x, y);
        tied = pairs.tied();
    }

    /**
     * Returns the association of two measures.
     *
     * @param x one measure of each subject, finite
     * @param y the other measure of the same subjects in the same order, finite
     * @return the association
     * @throws IllegalArgumentException if the lengths differ, or a number is not finite
     */
    public static Association of(double[] x, double[] y) {
        return new Association(x.clone(), y.clone());
    }

    /**
     * Returns how many subjects there are.
     *
     * @return the count
     */
    public long count() {
        return count;
    }

    /**
     * Tells whether two subjects have the same value of a measure.
     *
     * @return true if there are ties
     */
    public boolean tied() {
        return tied;
    }

    /**
     * Returns Pearson's correlation.
     *
     * @return r in [-1, 1]; NaN for fewer than two subjects, or if a measure does not vary
     */
    public double pearson() {
        return pearson;
    }

    /**
     * Returns the p-value of Pearson's correlation by Student's distribution.
     *
     * @return the two-sided p-value, 0 for a perfect line; NaN where r is, or for two subjects
     */
    public double pearsonPValue() {
        return pValue(pearson);
    }

    /**
     * Returns Fisher's interval of Pearson's correlation.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval within [-1, 1]; undefined for fewer than four subjects, or a perfect line
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval pearsonInterval(double confidence) {
        return fisher(pearson, 1 / (count - 3.0), confidence);
    }

    /**
     * Returns Spearman's correlation, Pearson's of the midranks.
     *
     * @return rho in [-1, 1]; NaN for fewer than two subjects, or if a measure does not vary
     */
    public double spearman() {
        return spearman;
    }

    /**
     * Returns the p-value of Spearman's correlation: exact up to nine subjects without ties, else by Student's
     * distribution.
     *
     * @return the two-sided p-value; NaN where rho is, or for two subjects
     */
    public double spearmanPValue() {
        return count <= MOST_EXACT && !tied && count > 2
                ? Permutations.spearmanPValue(ranksX, ranksY)
                : spearmanStudentPValue();
    }

    /**
     * Returns the p-value of Spearman's correlation by Student's distribution.
     *
     * @return the two-sided p-value, 0 for a perfect order; NaN where rho is, or for two subjects
     */
    public double spearmanStudentPValue() {
        return pValue(spearman);
    }

    /**
     * Returns the interval of Spearman's correlation by Bonett and Wright.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval within [-1, 1]; undefined for fewer than four subjects, or a perfect order
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval spearmanInterval(double confidence) {
        return fisher(spearman, (1 + spearman * spearman / 2) / (count - 3.0), confidence);
    }

    /**
     * Returns Kendall's tau-b.
     *
     * @return tau in [-1, 1]; NaN for fewer than two subjects, or if a measure does not vary
     */
    public double kendall() {
        return pairs.tau();
    }

    /**
     * Returns the pairs of subjects that go the same way less those that do not.
     *
     * @return Kendall's S
     */
    public double kendallS() {
        return pairs.score();
    }

    /**
     * Returns the variance of S with the correction of ties.
     *
     * @return the variance; 0 if a measure does not vary
     */
    public double kendallVariance() {
        return pairs.variance();
    }

    /**
     * Returns the p-value of Kendall's tau: exact up to nine subjects without ties, else normal.
     *
     * @return the two-sided p-value; NaN where tau is
     */
    public double kendallPValue() {
        return count <= MOST_EXACT && !tied && count > 1
                ? Permutations.kendallPValue(count, pairs.score())
                : kendallNormalPValue();
    }

    /**
     * Returns the p-value of S over its standard deviation.
     *
     * @return the two-sided p-value; NaN where tau is
     */
    public double kendallNormalPValue() {
        double variance = pairs.variance();
        return variance > 0 ? Critical.pValue(pairs.score() / Math.sqrt(variance)) : Double.NaN;
    }

    /**
     * Returns the interval of Kendall's tau.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval within [-1, 1]; undefined for fewer than five subjects, or a perfect order
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval kendallInterval(double confidence) {
        return fisher(kendall(), 0.437 / (count - 4.0), confidence);
    }

    /**
     * Returns Goodman and Kruskal's gamma, which leaves out every pair with a tie.
     *
     * @return gamma in [-1, 1]; NaN without a pair that has none
     */
    public double gamma() {
        return pairs.score() / pairs.untied();
    }

    private double pValue(double r) {
        if (count < 3 || Double.isNaN(r)) {
            return Double.NaN;
        }
        return Math.abs(r) == 1 ? 0 : Critical.tPValue(r * Math.sqrt((count - 2) / (1 - r * r)), count - 2.0);
    }

    private static Interval fisher(double r, double variance, double confidence) {
        Checks.confidence(confidence);
        if (!(Math.abs(r) < 1) || !(variance > 0) || variance == Double.POSITIVE_INFINITY) {
            return Interval.UNDEFINED;
        }
        double middle = Math.log1p(2 * r / (1 - r)) / 2;
        double margin = Critical.z(confidence) * Math.sqrt(variance);
        return Interval.of(Math.tanh(middle - margin), Math.tanh(middle + margin));
    }

    /**
     * Returns the correlations in words.
     *
     * @return such as {@code Association[n=12, pearson=0.7, spearman=0.76, kendall=0.64]}
     */
    @Override
    public String toString() {
        return "Association[n=" + count + ", pearson=" + pearson + ", spearman=" + spearman + ", kendall=" + kendall()
                + "]";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Association that
                && Double.compare(pearson, that.pearson) == 0
                && Arrays.equals(ranksX, that.ranksX)
                && Arrays.equals(ranksY, that.ranksY);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ranksX) * 31 + Arrays.hashCode(ranksY);
    }
}

package io.cxmetrics.compare.difference;

import io.cxmetrics.catalogue.MetricUnit;
import io.cxmetrics.compare.Change;
import io.cxmetrics.compare.ChangeDefinition;
import io.cxmetrics.compare.TestMethod;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.Interval;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Pairs compared by ranks, after - before: the same people or accounts measured twice, where a few differences are far
 * out.
 *
 * <p><b>Definition.</b> Wilcoxon's signed-rank test: the differences other than 0 are ranked by their size, and the
 * ranks of the positive ones added up. {@link #estimate()} is the median of the means of every two differences, each
 * with
 * itself too.
 *
 * <p><b>Defaults.</b> Differences of 0 are left out of the test, as Wilcoxon did; {@link #prattZ()} ranks them first.
 * The p-value is exact, given the ties, up to 50 differences other than 0; above it is normal with the corrections of
 * ties and of continuity.
 *
 * <p><b>Edges.</b> Without differences other than 0 the p-value is NaN and the estimate 0. With fewer than six pairs no
 * interval of 95 % exists.
 *
 * <p><b>Source.</b> F. Wilcoxon, Biometrics Bulletin 1 (1945); J. Pratt, JASA 54 (1959).
 *
 * <pre>{@code
 * SignedRankDifference depression = SignedRankDifference.of(
 *         new double[] {1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3},
 *         new double[] {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29});
 * depression.positiveRanks(); // 5.0
 * depression.pValue(); // 0.0390625
 * }</pre>
 *
 * @since 0.1
 */
public final class SignedRankDifference implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int MOST_EXACT = 50;
    private static final int MOST_EXACT_PAIRS = 1_000;

    private final double[] differences;
    private final int zeros;
    private final double positive;
    private final double prattPositive;
    private final double ties;
    private final double medianBefore;
    private final double medianAfter;

    private SignedRankDifference(double[] differences, double medianBefore, double medianAfter) {
        this.differences = differences;
        this.medianBefore = medianBefore;
        this.medianAfter = medianAfter;
        double[] sizes = sizes();
        int none = 0;
        while (none < sizes.length && sizes[none] == 0) {
            none++;
        }
        zeros = none;
        double sum = 0;
        double higher = 0;
        double tied = 0;
        for (int from = none; from < sizes.length; ) {
            int to = from + 1;
            while (to < sizes.length && sizes[to] == sizes[from]) {
                to++;
            }
            double t = to - from;
            tied += (t * t - 1) * t;
            double positives = count(sizes[from]);
            sum += positives * ((from + 1.0 + to) / 2 - none);
            higher += positives;
            from = to;
        }
        positive = sum;
        prattPositive = sum + higher * none;
        ties = tied;
    }

    /** The sizes of the differences, ascending. */
    private double[] sizes() {
        double[] sizes = new double[differences.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(differences[i]);
        }
        Arrays.sort(sizes);
        return sizes;
    }

    /** How many differences have a value, of which the sorted ones tell without a walk. */
    private int count(double value) {
        return firstAbove(value) - firstAbove(Math.nextDown(value));
    }

    private int firstAbove(double value) {
        int low = 0;
        int high = differences.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (differences[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Returns the difference of pairs.
     *
     * @param before the numbers before, finite
     * @param after the numbers after of the same subjects in the same order, finite
     * @return the difference
     * @throws IllegalArgumentException if the lengths differ, or a difference is not finite
     */
    public static SignedRankDifference of(double[] before, double[] after) {
        Checks.sameLength("after", after.length, "before", before.length);
        double[] differences = new double[before.length];
        for (int i = 0; i < before.length; i++) {
            differences[i] = after[i] - before[i] + 0.0;
            if (!Double.isFinite(differences[i])) {
                throw new IllegalArgumentException(
                        "difference must be finite, got " + differences[i] + " at index " + i);
            }
        }
        Arrays.sort(differences);
        return new SignedRankDifference(
                differences,
                SortedSide.of(before.clone()).median(),
                SortedSide.of(after.clone()).median());
    }

    /**
     * Returns how many pairs there are.
     *
     * @return the count
     */
    public long count() {
        return differences.length;
    }

    /**
     * Returns how many pairs are equal.
     *
     * @return the differences of 0
     */
    public long zeros() {
        return zeros;
    }

    private double changed() {
        return (double) differences.length - zeros;
    }

    /**
     * Returns the sum of the ranks of the positive differences, zeros left out.
     *
     * @return the sum
     */
    public double positiveRanks() {
        return positive;
    }

    /**
     * Returns the sum of the ranks of the positive differences, zeros ranked first.
     *
     * @return the sum after Pratt
     */
    public double prattPositiveRanks() {
        return prattPositive;
    }

    /**
     * Returns the variance of {@link #positiveRanks()} with the correction of ties.
     *
     * @return n (n + 1) (2 n + 1) / 24 - sum(t&sup3; - t) / 48
     */
    public double variance() {
        double n = changed();
        return n * (n + 1) * (2 * n + 1) / 24 - ties / 48;
    }

    /**
     * Returns the normal statistic with the correction of continuity.
     *
     * @return z; NaN if all pairs are equal
     */
    public double z() {
        double n = changed();
        double off = positive - n * (n + 1) / 4;
        return n == 0 ? Double.NaN : Math.copySign(Math.max(Math.abs(off) - 0.5, 0), off) / Math.sqrt(variance());
    }

    /**
     * Returns the normal statistic after Pratt, in which zeros take the first ranks, without correction of continuity.
     *
     * @return z; NaN if all pairs are equal
     */
    public double prattZ() {
        double n = differences.length;
        double none = zeros;
        double mean = (n * (n + 1) - none * (none + 1)) / 4;
        double spread = (n * (n + 1) * (2 * n + 1) - none * (none + 1) * (2 * none + 1)) / 24 - ties / 48;
        return changed() == 0 ? Double.NaN : (prattPositive - mean) / Math.sqrt(spread);
    }

    /**
     * Returns the p-value: exact up to 50 differences other than 0, else that of {@link #z()}.
     *
     * @return the two-sided p-value; NaN if all pairs are equal
     */
    public double pValue() {
        return exact() ? exactPValue() : Critical.pValue(z());
    }

    private boolean exact() {
        return changed() <= MOST_EXACT;
    }

    /**
     * Returns the exact p-value given the ties.
     *
     * @return the two-sided p-value; NaN if all pairs are equal
     * @throws IllegalArgumentException if there are more than 1,000 differences other than 0
     */
    public double exactPValue() {
        if (changed() > MOST_EXACT_PAIRS) {
            throw new IllegalArgumentException(
                    "pairs must be at most " + MOST_EXACT_PAIRS + " for an exact p-value, got " + (long) changed());
        }
        if (changed() == 0) {
            return Double.NaN;
        }
        double[] sizes = sizes();
        int[] ranks = new int[(int) changed()];
        for (int from = zeros; from < sizes.length; ) {
            int to = from + 1;
            while (to < sizes.length && sizes[to] == sizes[from]) {
                to++;
            }
            Arrays.fill(ranks, from - zeros, to - zeros, from + 1 + to - 2 * zeros);
            from = to;
        }
        return RankDistribution.signedFarther(ranks, Math.round(2 * positive));
    }

    /**
     * Returns the median of the means of every two differences, each with itself too.
     *
     * @return the estimate of Hodges and Lehmann; NaN without pairs
     */
    public double estimate() {
        if (differences.length == 0) {
            return Double.NaN;
        }
        double pairs = means();
        double low = MeanSelection.smallest(differences, Math.ceil(pairs / 2));
        double high = pairs % 2 == 1 ? low : MeanSelection.smallest(differences, pairs / 2 + 1);
        return low + (high - low) / 2;
    }

    private double means() {
        double n = differences.length;
        return n * (n + 1) / 2;
    }

    /**
     * Returns the interval of the estimate between order statistics, exact up to 50 pairs.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval with its level; undefined where no interval attains the confidence
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public ShiftInterval interval(double confidence) {
        double z = Critical.z(confidence);
        int n = differences.length;
        double rank;
        double level;
        if (n <= MOST_EXACT) {
            double[] probabilities = RankDistribution.ofSigns(n);
            int quantile = RankDistribution.quantile(probabilities, (1 - confidence) / 2);
            rank = quantile;
            level = 1 - 2 * RankDistribution.below(probabilities, quantile);
        } else {
            rank = Math.floor(means() / 2 - z * Math.sqrt(n * (n + 1.0) * (2.0 * n + 1) / 24));
            level = confidence;
        }
        if (rank < 1) {
            return ShiftInterval.UNDEFINED;
        }
        return new ShiftInterval(
                Interval.of(
                        MeanSelection.smallest(differences, rank),
                        MeanSelection.smallest(differences, means() + 1 - rank)),
                level);
    }

    /**
     * Returns the change in the unit of the values, beside the medians of both sides.
     *
     * @param definition how it is judged; its margin is in the unit of the values
     * @return the change
     */
    public Change change(ChangeDefinition definition) {
        double confidence = definition.confidence();
        return Change.of(estimate(), interval(confidence).at(confidence))
                .withSides(medianBefore, medianAfter)
                .withCounts(count(), count())
                .withTest(exact() ? TestMethod.SIGNED_RANK_EXACT : TestMethod.SIGNED_RANK, pValue())
                .withUnit(MetricUnit.MEASURED)
                .withDefinition(definition);
    }
}

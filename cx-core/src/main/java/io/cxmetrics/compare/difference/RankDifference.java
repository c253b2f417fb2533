package io.cxmetrics.compare.difference;

import io.cxmetrics.catalogue.Direction;
import io.cxmetrics.catalogue.MetricUnit;
import io.cxmetrics.compare.Change;
import io.cxmetrics.compare.ChangeDefinition;
import io.cxmetrics.compare.EffectSize;
import io.cxmetrics.compare.TestMethod;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Sample;
import io.cxmetrics.survey.Polarity;
import io.cxmetrics.survey.Ratings;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Two distributions compared by ranks: durations, amounts and ratings, whose means say little because a few values are
 * far out, or whose points are only ordered.
 *
 * <p><b>Definition.</b> U is the number of pairs in which the value after is higher, ties counting half; {@link
 * #superiority()} is U over all pairs. {@link #shift()} is the estimate of Hodges and Lehmann, the median of all
 * differences after - before, exactly.
 *
 * <p><b>Defaults.</b> The p-value is exact, given the ties, up to 2,500 pairs; above, the normal approximation with
 * corrections of ties and of continuity, which is then right to three digits. Other tools switch elsewhere: R at 50 on
 * a
 * side without ties, scipy at 8, so that ten against ten may have two p-values.
 *
 * <p><b>Ratings.</b> With few points the shift is 0 or a whole point whatever happened; the change of {@link
 * #superiorityChange} says more.
 *
 * <p><b>Edges.</b> If a side is empty, everything is NaN or undefined. Where all values are equal the superiority is
 * 0.5; the exact p-value is 1 and the normal one NaN.
 *
 * <p><b>Cost.</b> Two sorts and one walk; the shift and each end of its interval take up to 64 walks. Ratings cost as
 * many steps as they have points.
 *
 * <p><b>Sources.</b> H. Mann, D. Whitney, Annals of Mathematical Statistics 18 (1947); J. Hodges, E. Lehmann, Annals of
 * Mathematical Statistics 34 (1963); E. Brunner, U. Munzel, Biometrical Journal 42 (2000).
 *
 * <pre>{@code
 * RankDifference minutes = RankDifference.between(Sample.of(12, 8, 31, 5, 14, 22), Sample.of(10, 7, 16, 4, 30));
 * minutes.shift(); // -1.5
 * minutes.superiority(); // 0.4
 * Math.round(minutes.pValue() * 1000); // 662
 * }</pre>
 *
 * @since 0.1
 */
public final class RankDifference implements Serializable {

    private static final long serialVersionUID = 1;
    private static final double MOST_EXACT_PAIRS = 2_500;

    private final SortedSide before;
    private final SortedSide after;
    private final Placements placements;
    private final Direction ratingDirection;

    private RankDifference(SortedSide before, SortedSide after, Direction ratingDirection) {
        this.before = before;
        this.after = after;
        this.ratingDirection = ratingDirection;
        placements = Placements.of(before, after);
    }

    /**
     * Returns the difference of two samples.
     *
     * @param before the one
     * @param after the other
     * @return the difference
     */
    public static RankDifference between(Sample before, Sample after) {
        return new RankDifference(SortedSide.of(before.values()), SortedSide.of(after.values()), Direction.NEITHER);
    }

    /**
     * Returns the difference of two arrays of numbers.
     *
     * @param before the one, all finite
     * @param after the other, all finite
     * @return the difference
     * @throws IllegalArgumentException if a number is not finite
     */
    public static RankDifference between(double[] before, double[] after) {
        return new RankDifference(SortedSide.of(checked(before)), SortedSide.of(checked(after)), Direction.NEITHER);
    }

    /**
     * Returns the difference of two arrays of durations in one unit. Beyond 2<sup>53</sup> they are rounded.
     *
     * @param before the one
     * @param after the other
     * @return the difference
     */
    public static RankDifference between(long[] before, long[] after) {
        return new RankDifference(SortedSide.of(doubles(before)), SortedSide.of(doubles(after)), Direction.NEITHER);
    }

    /**
     * Returns the difference of ratings on one scale, from their counts.
     *
     * @param before the one
     * @param after the other
     * @return the difference
     * @throws IllegalArgumentException if the scales differ
     */
    public static RankDifference between(Ratings before, Ratings after) {
        Checks.same("scale", before.scale(), after.scale());
        Direction direction = before.scale().polarity() == Polarity.HIGH_IS_GOOD
                ? Direction.HIGHER_IS_BETTER
                : Direction.LOWER_IS_BETTER;
        return new RankDifference(SortedSide.of(before), SortedSide.of(after), direction);
    }

    private static double[] checked(double[] values) {
        double[] own = values.clone();
        for (int i = 0; i < own.length; i++) {
            if (!Double.isFinite(own[i])) {
                throw new IllegalArgumentException("value must be finite, got " + own[i] + " at index " + i);
            }
            own[i] += 0.0; // -0.0 becomes 0.0
        }
        return own;
    }

    private static double[] doubles(long[] values) {
        double[] own = new double[values.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = values[i];
        }
        return own;
    }

    /**
     * Returns how many values there are before.
     *
     * @return the count
     */
    public long countBefore() {
        return (long) before.count();
    }

    /**
     * Returns how many values there are after.
     *
     * @return the count
     */
    public long countAfter() {
        return (long) after.count();
    }

    /**
     * Returns U, the number of pairs in which the value after is higher, ties counting half.
     *
     * @return U in [0, pairs]
     */
    public double u() {
        return placements.pairsHigher();
    }

    /**
     * Tells whether two values are equal, on one side or on both.
     *
     * @return true if there are ties
     */
    public boolean tied() {
        return placements.tied();
    }

    private double pairs() {
        return before.count() * after.count();
    }

    /**
     * Returns the probability that a value after is higher than one before, ties counting half.
     *
     * @return U / pairs, in [0, 1]; NaN if a side is empty
     */
    public double superiority() {
        return pairs() == 0 ? Double.NaN : u() / pairs();
    }

    /**
     * Returns the share of pairs in which the value after is higher, less the share in which it is lower.
     *
     * @return Cliff's delta in [-1, 1]; NaN if a side is empty
     */
    public double cliffDelta() {
        return pairs() == 0 ? Double.NaN : (2 * u() - pairs()) / pairs();
    }

    /**
     * Returns the p-value: exact up to 2,500 pairs, else by the normal approximation.
     *
     * @return the two-sided p-value; NaN if a side is empty, or all values are equal
     */
    public double pValue() {
        if (!(variance() > 0)) {
            return Double.NaN;
        }
        return exact() ? exactPValue() : normalPValue();
    }

    private boolean exact() {
        return pairs() <= MOST_EXACT_PAIRS;
    }

    /**
     * Returns the exact p-value given the ties: how often the rank sum of a random division of the values lies at least
     * as far from its mean. The cost grows with the product of the sizes times their sum.
     *
     * @return the two-sided p-value; NaN if a side is empty
     * @throws IllegalArgumentException if there are more than 10,000 pairs
     */
    public double exactPValue() {
        if (!(pairs() <= 4 * MOST_EXACT_PAIRS)) {
            throw tooMany("p-value");
        }
        if (pairs() == 0) {
            return Double.NaN;
        }
        boolean first = before.count() < after.count();
        double size = first ? before.count() : after.count();
        double higher = first ? pairs() - u() : u();
        long observed = Math.round(2 * higher + size * (size + 1));
        return RankDistribution.subsetFarther(doubledRanks(), (int) size, observed);
    }

    private IllegalArgumentException tooMany(String what) {
        return new IllegalArgumentException(
                "pairs must be at most 10000 for an exact " + what + ", got " + (long) pairs());
    }

    private int[] doubledRanks() {
        int[] ranks = new int[(int) (before.count() + after.count())];
        int i = 0;
        int j = 0;
        int filled = 0;
        while (filled < ranks.length) {
            double a = i < before.distinct() ? before.values[i] : Double.POSITIVE_INFINITY;
            double b = j < after.distinct() ? after.values[j] : Double.POSITIVE_INFINITY;
            int equal = (int) ((a <= b ? before.count(i) : 0) + (b <= a ? after.count(j) : 0));
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
            Arrays.fill(ranks, filled, filled + equal, 2 * filled + equal + 1);
            filled += equal;
        }
        return ranks;
    }

    /**
     * Returns the variance of U with the correction of ties.
     *
     * @return n<sub>a</sub> n<sub>b</sub> / 12 (N + 1 - sum(t&sup3; - t) / (N (N - 1))); 0 if all values are equal
     */
    public double variance() {
        double all = before.count() + after.count();
        return all < 2 ? 0 : pairs() / 12 * (all + 1 - placements.ties() / (all * (all - 1)));
    }

    /**
     * Returns the normal statistic with the correction of continuity.
     *
     * @return z; NaN if a side is empty, or all values are equal
     */
    public double z() {
        return z(0.5);
    }

    /**
     * Returns the normal statistic without the correction of continuity.
     *
     * @return z; NaN if a side is empty, or all values are equal
     */
    public double uncorrectedZ() {
        return z(0);
    }

    private double z(double correction) {
        double off = u() - pairs() / 2;
        double variance = variance();
        return variance > 0
                ? Math.copySign(Math.max(Math.abs(off) - correction, 0), off) / Math.sqrt(variance)
                : Double.NaN;
    }

    /**
     * Returns the p-value of {@link #z()}.
     *
     * @return the two-sided p-value; NaN where z is
     */
    public double normalPValue() {
        return Critical.pValue(z());
    }

    /**
     * Returns the median of all differences after - before.
     *
     * @return the shift in the unit of the values; NaN if a side is empty
     */
    public double shift() {
        if (pairs() == 0) {
            return Double.NaN;
        }
        double middle = Math.ceil(pairs() / 2);
        PairSelection pairs = new PairSelection(before, after);
        double low = pairs.smallest(middle);
        double high = pairs() % 2 == 1 ? low : pairs.following();
        return low + (high - low) / 2;
    }

    /**
     * Returns the interval of the shift: exact where the p-value is and there are no ties, else by the normal
     * approximation of the order statistics.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval with the level it attains
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public ShiftInterval shiftInterval(double confidence) {
        return exact() && !tied() ? exactShiftInterval(confidence) : normalShiftInterval(confidence);
    }

    /**
     * Returns the interval of the shift between the order statistics that the exact distribution without ties names.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval with the level it attains; undefined with ties or if a side is empty
     * @throws IllegalArgumentException if the confidence is out of range, or there are more than 10,000 pairs
     */
    public ShiftInterval exactShiftInterval(double confidence) {
        Checks.confidence(confidence);
        if (pairs() > 4 * MOST_EXACT_PAIRS) {
            throw tooMany("interval");
        }
        if (pairs() == 0 || tied()) {
            return ShiftInterval.UNDEFINED;
        }
        double[] probabilities = RankDistribution.ofPairs((int) before.count(), (int) after.count());
        int rank = Math.max(1, RankDistribution.quantile(probabilities, (1 - confidence) / 2));
        double level = 1 - 2 * RankDistribution.below(probabilities, rank);
        return new ShiftInterval(between(rank), level);
    }

    /**
     * Returns the interval of the shift between the order statistics that the normal approximation names.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval with the level it is meant to attain, 0 if the data are too few; undefined if a side is
     *     empty
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public ShiftInterval normalShiftInterval(double confidence) {
        double z = Critical.z(confidence);
        if (pairs() == 0) {
            return ShiftInterval.UNDEFINED;
        }
        double rank = Math.floor(pairs() / 2 - z * Math.sqrt(pairs() * (before.count() + after.count() + 1) / 12));
        return new ShiftInterval(between(Math.max(1, rank)), rank >= 1 ? confidence : 0);
    }

    private Interval between(double rank) {
        PairSelection pairs = new PairSelection(before, after);
        return Interval.of(pairs.smallest(rank), pairs.smallest(pairs() - rank + 1));
    }

    /**
     * Returns the test of Brunner and Munzel, which asks whether the superiority is 0.5 without supposing equal
     * variances.
     *
     * @return the test
     */
    public SuperiorityTest superiorityTest() {
        return new SuperiorityTest(superiority(), placements, before.count(), after.count());
    }

    /**
     * Returns the change of the shift in the unit of the values, beside the medians of both sides.
     *
     * @param definition how it is judged; its margin is in the unit of the values
     * @return the change; its interval is undefined where the data are too few for the confidence
     */
    public Change change(ChangeDefinition definition) {
        double confidence = definition.confidence();
        return Change.of(shift(), shiftInterval(confidence).at(confidence))
                .withSides(before.median(), after.median())
                .withCounts(countBefore(), countAfter())
                .withTest(exact() ? TestMethod.MANN_WHITNEY_EXACT : TestMethod.MANN_WHITNEY, pValue())
                .withEffect(EffectSize.of(EffectSize.Measure.CLIFF_DELTA, cliffDelta()))
                .withUnit(MetricUnit.MEASURED)
                .withDefinition(directed(definition));
    }

    /**
     * Returns the change as Cliff's delta, which moves also where the shift of ratings stays on one point. Its interval
     * is that of {@link SuperiorityTest}; a delta of 1 or -1 has none.
     *
     * @param definition how it is judged; its margin is a share of pairs
     * @return the change as a fraction
     */
    public Change superiorityChange(ChangeDefinition definition) {
        Interval superiority = superiorityTest().interval(definition.confidence());
        Interval delta = superiority.defined()
                ? Interval.of(2 * superiority.low() - 1, 2 * superiority.high() - 1)
                : Interval.UNDEFINED;
        return Change.of(cliffDelta(), delta)
                .withSides((pairs() - u()) / pairs(), superiority())
                .withCounts(countBefore(), countAfter())
                .withTest(exact() ? TestMethod.MANN_WHITNEY_EXACT : TestMethod.MANN_WHITNEY, pValue())
                .withEffect(EffectSize.of(EffectSize.Measure.CLIFF_DELTA, cliffDelta()))
                .withUnit(MetricUnit.FRACTION)
                .withDefinition(directed(definition));
    }

    private ChangeDefinition directed(ChangeDefinition definition) {
        return definition.direction() == Direction.NEITHER ? definition.withDirection(ratingDirection) : definition;
    }

    /**
     * Returns the numbers in words.
     *
     * @return such as {@code RankDifference[before=6, after=5, superiority=0.4]}
     */
    @Override
    public String toString() {
        return "RankDifference[before=" + countBefore() + ", after=" + countAfter() + ", superiority=" + superiority()
                + "]";
    }
}

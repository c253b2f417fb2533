package io.cxmetrics.compare.difference;

import io.cxmetrics.catalogue.MetricUnit;
import io.cxmetrics.compare.Change;
import io.cxmetrics.compare.ChangeDefinition;
import io.cxmetrics.compare.EffectSize;
import io.cxmetrics.compare.TestMethod;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.ProportionInterval;
import java.io.Serializable;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The difference of two rates of the same people asked twice, after - before, as a fraction.
 *
 * <p><b>Definition.</b> Only those who changed tell a difference: (no to yes - yes to no) / n. McNemar's test asks
 * whether both changes are equally likely.
 *
 * <p><b>Defaults.</b> The exact p-value where fewer than 25 changed, McNemar's without correction above; the interval
 * is Newcombe's tenth for pairs, which joins two Wilson intervals with the correlation of the pairs.
 *
 * <p><b>Edges.</b> Where nobody changed the difference is 0, the exact p-value 1 and chi-squared NaN. Without pairs all
 * is NaN or undefined.
 *
 * <p><b>Sources.</b> Q. McNemar, Psychometrika 12 (1947); R. Newcombe, Statistics in Medicine 17 (1998) 2635-2650; T.
 * Tango, Statistics in Medicine 17 (1998) 891-908.
 *
 * <pre>{@code
 * PairedRateDifference approval = new PairedRateDifference(794, 150, 86, 570);
 * approval.estimate(); // -0.04
 * Math.round(approval.chiSquared() * 100); // 1736
 * }</pre>
 *
 * @param yesYes how many said yes both times, not negative
 * @param yesNo how many said yes before and no after, not negative
 * @param noYes how many said no before and yes after, not negative
 * @param noNo how many said no both times, not negative
 * @since 0.1
 */
public record PairedRateDifference(long yesYes, long yesNo, long noYes, long noNo) implements Serializable {

    private static final long FEW = 25;
    private static final int STEPS = 200;

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative
     */
    public PairedRateDifference {
        Checks.notNegative("yesYes", yesYes);
        Checks.notNegative("yesNo", yesNo);
        Checks.notNegative("noYes", noYes);
        Checks.notNegative("noNo", noNo);
        Math.addExact(Math.addExact(yesYes, yesNo), Math.addExact(noYes, noNo));
    }

    /**
     * Returns the difference of answers that are told one by one.
     *
     * @param before whether each said yes before
     * @param after whether the same people said yes after, in the same order
     * @return the difference
     * @throws IllegalArgumentException if the lengths differ
     */
    public static PairedRateDifference of(boolean[] before, boolean[] after) {
        Checks.sameLength("after", after.length, "before", before.length);
        long[] counts = new long[4];
        for (int i = 0; i < before.length; i++) {
            counts[(before[i] ? 0 : 2) + (after[i] ? 0 : 1)]++;
        }
        return new PairedRateDifference(counts[0], counts[1], counts[2], counts[3]);
    }

    /**
     * Returns how many people there are.
     *
     * @return the count
     */
    public long count() {
        return yesYes + yesNo + noYes + noNo;
    }

    /**
     * Returns how many changed their answer.
     *
     * @return yes to no and no to yes
     */
    public long changed() {
        return yesNo + noYes;
    }

    /**
     * Returns the rate before.
     *
     * @return yes before out of all
     */
    public Proportion before() {
        return Proportion.of(yesYes + yesNo, count());
    }

    /**
     * Returns the rate after.
     *
     * @return yes after out of all
     */
    public Proportion after() {
        return Proportion.of(yesYes + noYes, count());
    }

    /**
     * Returns (no to yes - yes to no) / n.
     *
     * @return the difference in [-1, 1]; NaN without people
     */
    public double estimate() {
        return count() == 0 ? Double.NaN : (double) (noYes - yesNo) / count();
    }

    /**
     * Returns the standard error for Wald's interval.
     *
     * @return the error; NaN without people
     */
    public double standardError() {
        double n = count();
        double net = noYes - yesNo;
        return Math.sqrt(changed() - net * net / n) / n;
    }

    /**
     * Returns McNemar's chi-squared without correction.
     *
     * @return the statistic with one degree of freedom; NaN if nobody changed
     */
    public double chiSquared() {
        double net = noYes - yesNo;
        return net * net / changed();
    }

    /**
     * Returns McNemar's chi-squared with the correction of continuity, which is R's default.
     *
     * @return the statistic with one degree of freedom; NaN if nobody changed
     */
    public double correctedChiSquared() {
        double net = Math.max(Math.abs((double) noYes - yesNo) - 1, 0);
        return net * net / changed();
    }

    /**
     * Returns the p-value: the exact one where fewer than 25 changed, else that of {@link #chiSquared()}.
     *
     * @return the two-sided p-value; NaN without people
     */
    public double pValue() {
        if (count() == 0) {
            return Double.NaN;
        }
        return changed() < FEW ? exactPValue() : Critical.chiSquaredPValue(chiSquared(), 1);
    }

    /**
     * Returns the exact p-value.
     *
     * @return twice the smaller tail of the binomial distribution with 1/2, at most 1; 1 if nobody changed
     * @throws ArithmeticException if more than 2<sup>31</sup> - 1 changed
     */
    public double exactPValue() {
        return Math.min(1, 2 * tail());
    }

    /**
     * Returns the exact p-value with the observed split counting half.
     *
     * @return the mid-p-value; 1 if nobody changed
     * @throws ArithmeticException if more than 2<sup>31</sup> - 1 changed
     */
    public double midP() {
        if (changed() == 0) {
            return 1;
        }
        double half =
                BinomialDistribution.of(Math.toIntExact(changed()), 0.5).probability((int) Math.min(yesNo, noYes)) / 2;
        return yesNo == noYes ? 1 - half : Math.min(1, 2 * (tail() - half));
    }

    private double tail() {
        return BinomialDistribution.of(Math.toIntExact(changed()), 0.5)
                .cumulativeProbability((int) Math.min(yesNo, noYes));
    }

    /**
     * Returns Newcombe's tenth interval for pairs.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval within [-1, 1]; undefined without people
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence) {
        return newcombe(confidence, 0);
    }

    /**
     * Returns Newcombe's tenth interval with the correction of the correlation that his paper adds.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval within [-1, 1]; undefined without people
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval correctedInterval(double confidence) {
        return newcombe(confidence, count() / 2.0);
    }

    private Interval newcombe(double confidence, double lowered) {
        Interval a = before().interval(confidence);
        Interval b = after().interval(confidence);
        if (!a.defined()) {
            return Interval.UNDEFINED;
        }
        double phi = phi(lowered);
        double down = distance(b.low() - after().rate(), a.high() - before().rate(), phi);
        double up = distance(b.high() - after().rate(), a.low() - before().rate(), phi);
        return Interval.of(estimate() - down, estimate() + up).clip(-1, 1);
    }

    private static double distance(double first, double second, double phi) {
        double a = Math.abs(first);
        double b = Math.abs(second);
        return Math.sqrt(Math.max(a * a - 2 * phi * a * b + b * b, 0));
    }

    private double phi(double lowered) {
        double product = (double) yesYes * noNo - (double) yesNo * noYes;
        double margins = Math.sqrt(
                        (double) before().events() * before().complement().events())
                * Math.sqrt((double) after().events() * after().complement().events());
        if (margins == 0) {
            return 0;
        }
        return (product > 0 ? Math.max(product - lowered, 0) : product) / margins;
    }

    /**
     * Returns Wald's interval, which has no width where nobody changed.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval; undefined without people
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval wald(double confidence) {
        return Interval.around(estimate(), Critical.z(confidence) * standardError());
    }

    /**
     * Returns Tango's score interval.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval within [-1, 1]; undefined without people
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval tango(double confidence) {
        double z = Critical.z(confidence);
        if (count() == 0) {
            return Interval.UNDEFINED;
        }
        double low = estimate() <= -1 ? -1 : end(estimate(), -1, z);
        double high = estimate() >= 1 ? 1 : end(estimate(), 1, z);
        return Interval.of(low, high);
    }

    /** The last value between one that the score test accepts and one that it rejects. */
    private double end(double accepted, double rejected, double z) {
        double inner = accepted;
        double outer = rejected;
        for (int i = 0; i < STEPS; i++) {
            double middle = inner + (outer - inner) / 2;
            if (middle == inner || middle == outer) {
                break;
            }
            if (rejects(middle, z)) {
                outer = middle;
            } else {
                inner = middle;
            }
        }
        return inner;
    }

    private boolean rejects(double delta, double z) {
        double n = count();
        double a = 2 * n;
        double b = (2 * n - noYes + yesNo) * delta - changed();
        double c = -yesNo * delta * (1 - delta);
        // The share from yes to no that is most likely if the difference is delta.
        double share = Math.max((Math.sqrt(Math.max(b * b - 4 * a * c, 0)) - b) / (2 * a), 0);
        double off = noYes - yesNo - n * delta;
        double variance = n * (2 * share + delta - delta * delta);
        return off * off > z * z * variance;
    }

    /**
     * Returns the odds that somebody who changed went from no to yes.
     *
     * @return no to yes / yes to no, in [0, infinity]; NaN if nobody changed
     */
    public double conditionalOddsRatio() {
        return (double) noYes / yesNo;
    }

    /**
     * Returns the exact interval of {@link #conditionalOddsRatio()}.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval within [0, infinity]; undefined if nobody changed
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval conditionalOddsRatioInterval(double confidence) {
        Interval share = Proportion.of(noYes, changed()).interval(confidence, ProportionInterval.CLOPPER_PEARSON);
        return share.defined()
                ? Interval.of(share.low() / (1 - share.low()), share.high() / (1 - share.high()))
                : Interval.UNDEFINED;
    }

    /**
     * Returns the change as a fraction.
     *
     * @param definition how it is judged; its margin is a fraction
     * @return the change
     */
    public Change change(ChangeDefinition definition) {
        return Change.of(estimate(), interval(definition.confidence()))
                .withSides(before().rate(), after().rate())
                .withCounts(count(), count())
                .withTest(changed() < FEW ? TestMethod.MCNEMAR_EXACT : TestMethod.MCNEMAR, pValue())
                .withEffect(EffectSize.of(EffectSize.Measure.CONDITIONAL_ODDS_RATIO, conditionalOddsRatio()))
                .withUnit(MetricUnit.FRACTION)
                .withDefinition(definition);
    }
}

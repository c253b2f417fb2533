package io.cxmetrics.compare.experiment;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Critical;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether the variants of an experiment have the units that were planned. Where they do not, something loses or
 * duplicates units, and no result of the experiment can be trusted.
 *
 * <p><b>Definition.</b> Pearson's chi-squared of the counts against the planned shares, with one degree of freedom less
 * than there are planned variants. Where a variant expects fewer than 5 units, {@link #pValue()} is the exact
 * multinomial one: the probability of all outcomes that are no likelier than the one at hand.
 *
 * <p><b>Defaults.</b> {@link #mismatch()} asks for p &lt; 0.001, the level that the field has settled on: the check
 * runs
 * on each experiment and often, and a broken assignment is rarely a close call. A unit in a variant that was planned
 * with the weight 0 is a fault whatever p is.
 *
 * <p><b>Peeking.</b> Looked at every day, chi-squared cries wolf sooner or later. {@link #sequentialPValue()} does not:
 * 1 / Bayes factor of a Dirichlet mixture around the plan against the plan, valid at every look.
 *
 * <p><b>Edges.</b> Without units every p-value is NaN.
 *
 * <pre>{@code
 * VariantCounts users = VariantCounts.ofCounts(Map.of("control", 821_588L, "treatment", 815_482L));
 * SampleRatioMismatch check = users.mismatch(Map.of("control", 1.0, "treatment", 1.0));
 * check.mismatch(); // true
 * check.pValue() < 1e-5; // true
 * check.imbalance("control") > 0.003; // true
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1145/3292500.3330722">A. Fabijan and others, Diagnosing Sample Ratio Mismatch in
 *     Online Controlled Experiments, KDD 2019</a>
 * @see <a href="https://arxiv.org/abs/2011.03567">M. Lindon, A. Malek, Anytime-Valid Inference for Multinomial Count
 *     Data, 2022</a>
 * @since 0.1
 */
public final class SampleRatioMismatch implements Serializable {

    private static final long serialVersionUID = 1;

    /** The level of {@link #mismatch()}. */
    public static final double LEVEL = 0.001;

    /** How closely the mixture of {@link #sequentialPValue()} stands around the plan. */
    public static final double CONCENTRATION = 1e4;

    private static final double FEWEST_EXPECTED = 5;

    private final VariantCounts counts;

    /** Planned variants, those of weight 0 left out. */
    private final List<String> variants;

    private final double[] shares;
    private final long[] observed;
    private final long unplanned;

    private SampleRatioMismatch(VariantCounts counts, List<String> variants, double[] shares) {
        this.counts = counts;
        this.variants = variants;
        this.shares = shares;
        observed = variants.stream().mapToLong(counts::count).toArray();
        long planned = 0;
        for (long units : observed) {
            planned += units;
        }
        unplanned = counts.count() - planned;
    }

    /**
     * Returns the check.
     *
     * @param counts the units of each variant
     * @param weights the planned share of each variant, in any unit, not negative; at least two above 0
     * @return the check
     * @throws IllegalArgumentException if a counted variant has no weight, a weight is out of range, or fewer than two
     *     are above 0
     */
    public static SampleRatioMismatch of(VariantCounts counts, Map<String, Double> weights) {
        requireNonNull(counts, "counts");
        TreeMap<String, Double> sorted = new TreeMap<>(weights);
        for (String variant : counts.variants()) {
            if (!sorted.containsKey(variant)) {
                throw new IllegalArgumentException("variant must have a weight, got " + variant);
            }
        }
        double all = 0;
        for (Map.Entry<String, Double> weight : sorted.entrySet()) {
            all += Checks.notNegative("weight of " + weight.getKey(), weight.getValue());
        }
        sorted.values().removeIf(weight -> weight == 0);
        if (sorted.size() < 2) {
            throw new IllegalArgumentException("weights must be above 0 for at least 2 variants, got " + weights);
        }
        double[] shares =
                sorted.values().stream().mapToDouble(Double::doubleValue).toArray();
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= all;
        }
        return new SampleRatioMismatch(counts, List.copyOf(sorted.keySet()), shares);
    }

    /**
     * Returns the counts that are checked.
     *
     * @return the counts
     */
    public VariantCounts counts() {
        return counts;
    }

    /**
     * Returns the variants that were planned with a weight above 0, by name.
     *
     * @return an unmodifiable list
     */
    public List<String> variants() {
        return variants;
    }

    /**
     * Returns how many units are in variants of the weight 0.
     *
     * @return the count; anything above 0 is a fault
     */
    public long unplanned() {
        return unplanned;
    }

    private double planned() {
        return (double) counts.count() - unplanned;
    }

    /**
     * Returns how many units a variant would have by the plan.
     *
     * @param variant a planned variant
     * @return share times units
     * @throws IllegalArgumentException if the variant was not planned
     */
    public double expected(String variant) {
        return shares[index(variant)] * planned();
    }

    private int index(String variant) {
        int at = variants.indexOf(requireNonNull(variant, "variant"));
        if (at < 0) {
            throw new IllegalArgumentException("variant must be one of " + variants + ", got " + variant);
        }
        return at;
    }

    /**
     * Returns by how much a variant misses its plan, as a fraction of it.
     *
     * @param variant a planned variant
     * @return observed / expected - 1; NaN without units
     * @throws IllegalArgumentException if the variant was not planned
     */
    public double imbalance(String variant) {
        int at = index(variant);
        return planned() == 0 ? Double.NaN : observed[at] / (shares[at] * planned()) - 1;
    }

    /**
     * Returns Pearson's chi-squared.
     *
     * @return sum((observed - expected)&sup2; / expected); NaN without units
     */
    public double chiSquared() {
        double sum = planned() == 0 ? Double.NaN : 0;
        for (int i = 0; i < shares.length; i++) {
            double expected = shares[i] * planned();
            double off = observed[i] - expected;
            sum += off * off / expected;
        }
        return sum;
    }

    /**
     * Returns the statistic of the likelihood ratio.
     *
     * @return 2 sum(observed ln(observed / expected)); NaN without units
     */
    public double likelihoodRatio() {
        double sum = planned() == 0 ? Double.NaN : 0;
        for (int i = 0; i < shares.length; i++) {
            double expected = shares[i] * planned();
            // The linear part sums to 0 over the variants, and its absence here would cost digits.
            double off = (observed[i] - expected) / expected;
            sum += observed[i] == 0 ? expected : observed[i] * Math.log1p(off) - (observed[i] - expected);
        }
        return 2 * sum;
    }

    /**
     * Returns the degrees of freedom.
     *
     * @return the planned variants less one
     */
    public int degreesOfFreedom() {
        return shares.length - 1;
    }

    /**
     * Returns the p-value: the exact one where a variant expects fewer than 5 units and it can be had, else that of
     * chi-squared.
     *
     * @return the p-value; NaN without units
     */
    public double pValue() {
        for (double share : shares) {
            if (share * planned() < FEWEST_EXPECTED) {
                double exact = exactPValue();
                return Double.isNaN(exact) ? chiSquaredPValue() : exact;
            }
        }
        return chiSquaredPValue();
    }

    /**
     * Returns the p-value of chi-squared.
     *
     * @return the p-value; NaN without units
     */
    public double chiSquaredPValue() {
        return Critical.chiSquaredPValue(chiSquared(), degreesOfFreedom());
    }

    /**
     * Returns the exact multinomial p-value.
     *
     * @return the probability of outcomes no likelier than the one at hand; NaN without units, and where more than a
     *     million outcomes would have to be counted
     */
    public double exactPValue() {
        return MultinomialTest.pValue(observed, shares);
    }

    /**
     * Returns the logarithm of the Bayes factor for a Dirichlet mixture around the plan, against the plan.
     *
     * @param concentration the sum of the parameters of the mixture, above 0: the larger, the closer to the plan
     * @return the logarithm; NaN without units
     * @throws IllegalArgumentException if the concentration is not finite and above 0
     */
    public double logBayesFactor(double concentration) {
        Checks.positive("concentration", concentration);
        return planned() == 0 ? Double.NaN : MultinomialTest.logBayesFactor(observed, shares, planned(), concentration);
    }

    /**
     * Returns the p-value that stays valid however often it is looked at, with a concentration of 10,000. The smallest
     * of all looks so far is valid too.
     *
     * @return min(1, 1 / Bayes factor); NaN without units
     */
    public double sequentialPValue() {
        return Math.min(1, Math.exp(-logBayesFactor(CONCENTRATION)));
    }

    /**
     * Tells whether the assignment is broken, at the level 0.001.
     *
     * @return true if p is below the level, or a unit is in a variant of the weight 0
     */
    public boolean mismatch() {
        return mismatch(LEVEL);
    }

    /**
     * Tells whether the assignment is broken.
     *
     * @param level the level in (0, 1)
     * @return true if p is below the level, or a unit is in a variant of the weight 0
     * @throws IllegalArgumentException if the level is out of range
     */
    public boolean mismatch(double level) {
        PlanDefinition.level(level);
        return unplanned > 0 || pValue() < level;
    }

    /**
     * Returns the check in words.
     *
     * @return such as {@code SampleRatioMismatch[counts=VariantCounts{a=10, b=12}, pValue=0.67, mismatch=false]}
     */
    @Override
    public String toString() {
        return "SampleRatioMismatch[counts=" + counts + ", pValue=" + pValue() + ", mismatch=" + mismatch() + "]";
    }
}

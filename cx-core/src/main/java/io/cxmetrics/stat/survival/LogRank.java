package io.cxmetrics.stat.survival;

import io.cxmetrics.Stored;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Critical;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The log-rank test: whether groups differ in how long they wait for the event.
 *
 * <p><b>Definition.</b> At each time the events of all groups are expected to fall on each group in proportion to those
 * it has at risk. Observed minus expected, summed over the times, has a hypergeometric variance, and
 * chi-squared = (O - E)' V<sup>-1</sup> (O - E) has as many degrees of freedom as there are groups, less one.
 *
 * <p><b>Weights.</b> The family of Fleming and Harrington counts each time with S(t-)<sup>rho</sup>, where S is the
 * curve of all groups together. rho 0 is the log-rank test, which is best where one hazard is a multiple of the other;
 * rho 1 is the Peto-Peto form of Wilcoxon's test, which looks at early times more.
 *
 * <p><b>Strata.</b> {@link #stratified} compares within each stratum, such as a plan, and sums O, E and V up.
 *
 * <p><b>Late entry</b> is taken into account: who has not entered is not at risk. So customers may change their group
 * over time.
 *
 * <p><b>Edges.</b> A group that is never at risk while another is tells nothing, and takes its degree of freedom with
 * it. Without any evidence, as of one group or without events, chi-squared and p are NaN.
 *
 * <p><b>Sources.</b> N. Mantel, Cancer Chemotherapy Reports 50 (1966); R. Peto, J. Peto, Journal of the Royal
 * Statistical Society A 135 (1972); D. Harrington, T. Fleming, Biometrika 69 (1982). R's {@code survdiff} gives the
 * same numbers.
 *
 * <p><b>Cost.</b> Linear in the distinct times, times the square of the number of groups. Immutable and thread-safe.
 *
 * <pre>{@code
 * EventTimes monthly = EventTimes.of(new long[] {1, 2, 4, 6}, new boolean[] {true, true, true, false});
 * EventTimes yearly = EventTimes.of(new long[] {3, 8, 9, 9}, new boolean[] {true, false, false, false});
 * LogRank<String> test = LogRank.of(Map.of("monthly", monthly, "yearly", yearly));
 * test.degreesOfFreedom(); // 1
 * Math.round(test.pValue() * 1000); // 171
 * }</pre>
 *
 * @param <G> the type of the groups, serializable if the test shall be
 * @since 0.1
 */
public final class LogRank<G> implements Stored {

    private static final long serialVersionUID = 1;

    private final List<LogRankGroup<G>> groups;
    private final double[][] variance;
    private final double chiSquared;
    private final int degreesOfFreedom;

    private LogRank(List<LogRankGroup<G>> groups, double[][] variance) {
        this.groups = groups;
        this.variance = variance;
        List<int[]> connected = Laplacian.connected(variance);
        double[] distance = groups.stream()
                .mapToDouble(group -> group.observed() - group.expected())
                .toArray();
        degreesOfFreedom = distance.length - connected.size();
        chiSquared = degreesOfFreedom == 0 ? Double.NaN : Laplacian.quadratic(variance, connected, distance);
    }

    /**
     * Returns the log-rank test of groups.
     *
     * @param groups the times of each group
     * @param <G> the type of the groups
     * @return the test, whose groups are in the order of the map
     */
    public static <G> LogRank<G> of(Map<? extends G, EventTimes> groups) {
        return of(groups, 0);
    }

    /**
     * Returns the weighted log-rank test of groups.
     *
     * @param groups the times of each group
     * @param rho the weight of a time is S(t-)<sup>rho</sup>; not negative
     * @param <G> the type of the groups
     * @return the test, whose groups are in the order of the map
     * @throws IllegalArgumentException if rho is negative or not finite
     */
    public static <G> LogRank<G> of(Map<? extends G, EventTimes> groups, double rho) {
        return stratified(List.of(groups), rho);
    }

    /**
     * Returns the log-rank test of two groups, which are called 1 and 2.
     *
     * @param first the times of one group
     * @param second the times of the other
     * @return the test
     */
    public static LogRank<Integer> of(EventTimes first, EventTimes second) {
        Map<Integer, EventTimes> groups = new LinkedHashMap<>();
        groups.put(1, first);
        groups.put(2, second);
        return of(groups);
    }

    /**
     * Returns the log-rank test within strata.
     *
     * @param strata the groups of each stratum; a group may be missing in some
     * @param <G> the type of the groups
     * @return the test, whose groups are in the order in which they are first seen
     */
    public static <G> LogRank<G> stratified(List<? extends Map<? extends G, EventTimes>> strata) {
        return stratified(strata, 0);
    }

    /**
     * Returns the weighted log-rank test within strata.
     *
     * @param strata the groups of each stratum; a group may be missing in some
     * @param rho the weight of a time is S(t-)<sup>rho</sup>, with the curve S of the stratum; not negative
     * @param <G> the type of the groups
     * @return the test, whose groups are in the order in which they are first seen
     * @throws IllegalArgumentException if rho is negative or not finite
     */
    public static <G> LogRank<G> stratified(List<? extends Map<? extends G, EventTimes>> strata, double rho) {
        Checks.notNegative("rho", rho);
        Set<G> seen = new LinkedHashSet<>();
        strata.forEach(stratum -> seen.addAll(stratum.keySet()));
        List<G> names = List.copyOf(seen);
        LogRankSums sums = new LogRankSums(names.size(), rho);
        for (Map<? extends G, EventTimes> stratum : strata) {
            sums.add(names.stream()
                    .map(name -> stratum.containsKey(name) ? stratum.get(name) : EventTimes.EMPTY)
                    .toList());
        }
        List<LogRankGroup<G>> groups = new ArrayList<>();
        for (int g = 0; g < names.size(); g++) {
            groups.add(new LogRankGroup<>(names.get(g), sums.counts[g], sums.observed[g], sums.expected[g]));
        }
        return new LogRank<>(List.copyOf(groups), sums.variance);
    }

    /**
     * Returns what was observed and expected of each group.
     *
     * @return an unmodifiable list
     */
    public List<LogRankGroup<G>> groups() {
        return groups;
    }

    /**
     * Returns the variance of observed - expected.
     *
     * @return a new matrix, with a row and a column for each group in the order of {@link #groups()}
     */
    public double[][] variance() {
        return Arrays.stream(variance).map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * Returns the statistic.
     *
     * @return chi-squared, 0 or more; NaN without evidence
     */
    public double chiSquared() {
        return chiSquared;
    }

    /**
     * Returns the degrees of freedom.
     *
     * @return the number of groups that could be compared, less one; 0 without evidence
     */
    public int degreesOfFreedom() {
        return degreesOfFreedom;
    }

    /**
     * Returns the p-value.
     *
     * @return the probability of a chi-squared at least as large if the groups did not differ, in [0, 1]; NaN without
     *     evidence
     */
    public double pValue() {
        return Critical.chiSquaredPValue(chiSquared, degreesOfFreedom);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("LogRank", 1)
                .withKeys("groups", groups.stream().map(LogRankGroup::group).toList())
                .with("counts", groups.stream().mapToLong(LogRankGroup::count).toArray())
                .with(
                        "observed",
                        groups.stream().mapToDouble(LogRankGroup::observed).toArray())
                .with(
                        "expected",
                        groups.stream().mapToDouble(LogRankGroup::expected).toArray())
                .with(
                        "variance",
                        Arrays.stream(variance).flatMapToDouble(Arrays::stream).toArray());
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @param <G> the type of the groups, which is not checked
     * @return the test
     * @throws IllegalArgumentException if the form is not one of a test
     */
    public static <G> LogRank<G> ofStored(StoredForm form) {
        StoredFields fields = form.expect("LogRank", 1, "groups", "counts", "observed", "expected", "variance")
                .sameLength("groups", "counts", "observed", "expected");
        List<G> names = fields.distinctKeys("groups");
        long[] counts = fields.wholes("counts");
        double[] observed = fields.reals("observed");
        double[] expected = fields.reals("expected");
        double[] cells = fields.reals("variance");
        List<LogRankGroup<G>> groups = new ArrayList<>();
        for (int g = 0; g < counts.length; g++) {
            groups.add(new LogRankGroup<>(names.get(g), counts[g], observed[g], expected[g]));
        }
        Checks.sameLength("variance", cells.length, "groups by groups", counts.length * counts.length);
        double[][] variance = new double[counts.length][];
        for (int g = 0; g < variance.length; g++) {
            variance[g] = Arrays.copyOfRange(cells, g * counts.length, (g + 1) * counts.length);
        }
        checkVariance(variance);
        return new LogRank<>(List.copyOf(groups), variance);
    }

    /**
     * A group has a variance, two of them share one with a minus, and those of one group add up to 0 but for rounding.
     */
    private static void checkVariance(double[][] variance) {
        for (int g = 0; g < variance.length; g++) {
            double rest = Checks.notNegative("variance", variance[g][g]);
            for (int h = 0; h < variance.length; h++) {
                if (h != g) {
                    rest -= Checks.notNegative("covariance with its sign turned", 0.0 - variance[g][h]);
                    if (variance[g][h] != variance[h][g]) {
                        throw new IllegalArgumentException(
                                "variance must be symmetric, got " + variance[g][h] + " and " + variance[h][g]);
                    }
                }
            }
            if (Math.abs(rest) > 1e-6 * variance[g][g]) {
                throw new IllegalArgumentException("variance of a group must be what it shares, got a rest of " + rest);
            }
        }
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogRank<?> that
                && groups.equals(that.groups)
                && Arrays.deepEquals(variance, that.variance);
    }

    @Override
    public int hashCode() {
        return 31 * groups.hashCode() + Arrays.deepHashCode(variance);
    }

    /**
     * Returns the result of the test.
     *
     * @return such as {@code LogRank[chiSquared=3.84, degreesOfFreedom=1, pValue=0.05]}
     */
    @Override
    public String toString() {
        return "LogRank[chiSquared=" + chiSquared + ", degreesOfFreedom=" + degreesOfFreedom + ", pValue=" + pValue()
                + "]";
    }
}

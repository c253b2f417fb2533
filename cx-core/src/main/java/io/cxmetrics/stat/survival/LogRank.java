package io.cxmetrics.stat.survival;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Critical;
import java.io.Serializable;
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
 * <p><b>Definition.</b> At each time the events of all groups are expected to fall on each group in proportion to those it has at
 * risk. Observed minus expected, summed over the times, has a hypergeometric variance, and
 * chi-squared = (O - E)' V<sup>-1</sup> (O - E) has as many degrees of freedom as there are groups, less one.
 *
 * <p><b>Weights.</b> The family of Fleming and Harrington counts each time with S(t-)<sup>rho</sup>, where S is the curve of all
 * groups together. rho 0 is the log-rank test, which is best where one hazard is a multiple of the other; rho 1 is the
 * Peto-Peto form of Wilcoxon's test, which looks at early times more.
 *
 * <p><b>Strata.</b> {@link #stratified} compares within each stratum, such as a plan, and sums O, E and V up.
 *
 * <p><b>Late entry</b> is taken into account: who has not entered is not at risk. So customers may change their group over time.
 *
 * <p><b>Edges.</b> A group that is never at risk while another is tells nothing, and takes its degree of freedom with it. Without
 * any evidence, as of one group or without events, chi-squared and p are NaN.
 *
 * <p><b>Sources.</b> N. Mantel, Cancer Chemotherapy Reports 50 (1966); R. Peto, J. Peto, Journal of the Royal Statistical Society
 * A 135 (1972); D. Harrington, T. Fleming, Biometrika 69 (1982). R's {@code survdiff} gives the same numbers.
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
 */
public final class LogRank<G> implements Serializable {

    private static final long serialVersionUID = 1;

    private final ArrayList<LogRankGroup<G>> groups;
    private final double[][] variance;
    private final double chiSquared;
    private final int degreesOfFreedom;

    private LogRank(List<G> names, LogRankSums sums) {
        groups = new ArrayList<>();
        double[] distance = new double[names.size()];
        for (int g = 0; g < distance.length; g++) {
            groups.add(new LogRankGroup<>(names.get(g), sums.counts[g], sums.observed[g], sums.expected[g]));
            distance[g] = sums.observed[g] - sums.expected[g];
        }
        variance = sums.variance;
        List<int[]> connected = Laplacian.connected(variance);
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
        return new LogRank<>(names, sums);
    }

    /**
     * Returns what was observed and expected of each group.
     *
     * @return an unmodifiable list
     */
    public List<LogRankGroup<G>> groups() {
        return List.copyOf(groups);
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
     * @return the probability of a chi-squared at least as large if the groups did not differ, in [0, 1]; NaN without evidence
     */
    public double pValue() {
        return Critical.chiSquaredPValue(chiSquared, degreesOfFreedom);
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

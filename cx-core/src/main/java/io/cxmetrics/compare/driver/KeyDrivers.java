package io.cxmetrics.compare.driver;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Cholesky;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Sample;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Which measures go with an outcome, such as ratings of signs, food and queues with satisfaction: the explained
 * variance
 * of a linear regression, divided among drivers that resemble each other.
 *
 * <p><b>Association, not effect.</b> A share says how much of the explained variance goes with a driver within one
 * survey. It does not say what would happen if that driver were improved.
 *
 * <p><b>Definition.</b> The parts of {@link DriverRule#SHAPLEY} up to 12 drivers, of
 * {@link DriverRule#RELATIVE_WEIGHTS} beyond; both add up to R&sup2;. Near-ties swap places from sample to sample:
 * {@link #withBootstrap} gives each share its interval.
 *
 * <p><b>Who counts.</b> Complete cases only: a subject with a NaN in any measure is left out and counted.
 *
 * <p><b>Edges.</b> Where one driver is made up of others, or does not vary, the parts cannot be told apart: everything
 * but means and correlations is NaN, and {@link #collinear()} names the drivers. A variance inflation above 10 is a
 * warning of the same ({@link #inflated()}). Everything is NaN too with fewer cases than drivers + 2.
 *
 * <p><b>Sources.</b> R. Lindeman, P. Merenda, R. Gold, "Introduction to Bivariate and Multivariate Analysis" (1980); J.
 * Johnson, Multivariate Behavioral Research 35 (2000) 1-19; U. Gr&ouml;mping, The American Statistician 61 (2007).
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Map<String, double[]> ratings = new LinkedHashMap<>();
 * ratings.put("staff", new double[] {5, 4, 4, 3, 2, 5, 1, 4, 3, 5, 2, 4});
 * ratings.put("queue", new double[] {4, 4, 5, 3, 2, 5, 2, 3, 3, 4, 1, 5});
 * ratings.put("price", new double[] {3, 5, 2, 4, 3, 3, 4, 5, 1, 4, 2, 3});
 * double[] recommend = {10, 9, 9, 6, 4, 10, 2, 8, 6, 9, 3, 9};
 * KeyDrivers drivers = KeyDrivers.of(ratings, recommend);
 * Math.round(100 * drivers.rSquared()); // 98
 * drivers.ranking().get(0).name(); // staff
 * Math.round(100 * drivers.driver("staff").share()); // 56
 * }</pre>
 *
 * @since 0.1
 */
public final class KeyDrivers implements Serializable {

    /** The most drivers whose parts are Shapley values: 2<sup>12</sup> regressions. */
    public static final int MOST_SHAPLEY = 12;

    private static final long serialVersionUID = 1;
    private static final double INFLATED = 10;

    private final String[] names;
    private final double[][] columns;
    private final long leftOut;
    private final DriverRule rule;
    private final double rSquared;
    private final ArrayList<String> collinear;
    private final LinkedHashMap<String, KeyDriver> drivers;

    private KeyDrivers(
            String[] names, double[][] columns, long leftOut, DriverRule rule, Map<String, Interval> intervals) {
        this.names = names;
        this.columns = columns;
        this.leftOut = leftOut;
        this.rule = rule;
        int p = names.length;
        DriverMatrix matrix = DriverMatrix.of(columns, rows(columns[p].length));
        Cholesky decomposed = matrix.decomposed();
        boolean known = decomposed.dependent() < 0 && columns[p].length > p + 1 && !Double.isNaN(matrix.with(0));
        collinear = new ArrayList<>(known ? List.of() : collinear(matrix, decomposed.dependent()));
        double[] undefined = new double[p];
        Arrays.fill(undefined, Double.NaN);
        double[] betas = known ? matrix.betas(decomposed) : undefined;
        double[] weights = known ? matrix.weights(rule) : undefined;
        double[] inflation = known ? decomposed.inverseDiagonal() : undefined;
        rSquared = known ? matrix.rSquared(betas) : Double.NaN;
        drivers = new LinkedHashMap<>();
        for (int i = 0; i < p; i++) {
            double last = betas[i] * betas[i] / inflation[i];
            double share = rSquared > 0 ? weights[i] / rSquared : Double.NaN;
            double mean = Arrays.stream(columns[i]).average().orElse(Double.NaN);
            double[] numbers = {mean, matrix.with(i), betas[i], weights[i], share, last, inflation[i]};
            drivers.put(
                    names[i], new KeyDriver(names[i], numbers, intervals.getOrDefault(names[i], Interval.UNDEFINED)));
        }
    }

    private static int[] rows(int count) {
        int[] rows = new int[count];
        Arrays.setAll(rows, i -> i);
        return rows;
    }

    /** The driver that the ones before it make up, and the one of those that it resembles most. */
    private List<String> collinear(DriverMatrix matrix, int dependent) {
        List<String> named = new ArrayList<>();
        if (dependent < 0) {
            return named;
        }
        int nearest = -1;
        for (int i = 0; i < dependent; i++) {
            double size = Math.abs(matrix.between(i, dependent));
            if (size > 0 && (nearest < 0 || size > Math.abs(matrix.between(nearest, dependent)))) {
                nearest = i;
            }
        }
        if (nearest >= 0) {
            named.add(names[nearest]);
        }
        named.add(names[dependent]);
        return named;
    }

    /**
     * Returns the drivers of an outcome by the usual rule for their number.
     *
     * @param measures the measures of each subject by name, in one order of subjects; NaN for an answer that is missing
     * @param outcome the outcome of the same subjects; NaN if missing
     * @return the drivers in the order of the map
     * @throws IllegalArgumentException if there is no measure, the lengths differ or a number is infinite
     */
    public static KeyDrivers of(Map<String, double[]> measures, double[] outcome) {
        return of(measures, outcome, measures.size() > MOST_SHAPLEY ? DriverRule.RELATIVE_WEIGHTS : DriverRule.SHAPLEY);
    }

    /**
     * Returns the drivers of an outcome by a named rule.
     *
     * @param measures the measures of each subject by name, in one order of subjects; NaN for an answer that is missing
     * @param outcome the outcome of the same subjects; NaN if missing
     * @param rule how the explained variance is divided
     * @return the drivers in the order of the map
     * @throws IllegalArgumentException if there is no measure or too many for the rule, the lengths differ or a number
     *     is infinite
     */
    public static KeyDrivers of(Map<String, double[]> measures, double[] outcome, DriverRule rule) {
        requireNonNull(rule, "rule");
        int p = measures.size();
        if (p == 0) {
            throw new IllegalArgumentException("measures must not be empty, got {}");
        }
        if (rule == DriverRule.SHAPLEY && p > MOST_SHAPLEY) {
            throw new IllegalArgumentException(
                    "measures must be at most " + MOST_SHAPLEY + " for Shapley values, got " + p);
        }
        String[] names = measures.keySet().toArray(String[]::new);
        double[][] all = new double[p + 1][];
        for (int i = 0; i < p; i++) {
            all[i] = requireNonNull(measures.get(names[i]), "measure");
            Checks.sameLength("measure " + names[i], all[i].length, "outcome", outcome.length);
        }
        all[p] = outcome;
        double[][] complete = new double[p + 1][outcome.length];
        int kept = 0;
        for (int row = 0; row < outcome.length; row++) {
            boolean whole = true;
            for (int c = 0; c <= p; c++) {
                double value = all[c][row];
                if (Double.isInfinite(value)) {
                    throw new IllegalArgumentException((c == p ? "outcome" : "measure " + names[c])
                            + " must not be infinite, got " + value + " at index " + row);
                }
                whole &= !Double.isNaN(value);
                complete[c][kept] = value;
            }
            kept += whole ? 1 : 0;
        }
        for (int c = 0; c <= p; c++) {
            complete[c] = Arrays.copyOf(complete[c], kept);
        }
        return new KeyDrivers(names, complete, (long) outcome.length - kept, rule, Map.of());
    }

    /**
     * Returns these drivers with the percentile interval of each share, over random samples of the cases with
     * replacement. Samples in which the drivers are collinear are drawn again, up to as many as were asked for.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @param resamples how many samples, in [1, 1,000,000]; at least 1,000 are usual
     * @param seed the seed; one seed always gives one result
     * @return the drivers with intervals, which are undefined where the shares are
     * @throws IllegalArgumentException if an argument is out of range
     */
    public KeyDrivers withBootstrap(double confidence, int resamples, long seed) {
        Checks.confidence(confidence);
        Checks.inRange("resamples", resamples, 1, 1_000_000);
        if (Double.isNaN(rSquared)) {
            return this;
        }
        int p = names.length;
        int n = columns[p].length;
        SplittableRandom random = new SplittableRandom(seed);
        double[][] shares = new double[p][resamples];
        int drawn = 0;
        for (int attempt = 0; attempt < 2 * (long) resamples && drawn < resamples; attempt++) {
            int[] rows = random.ints(n, 0, n).toArray();
            DriverMatrix matrix = DriverMatrix.of(columns, rows);
            Cholesky decomposed = matrix.decomposed();
            if (decomposed.dependent() < 0) {
                double explained = matrix.rSquared(matrix.betas(decomposed));
                double[] weights = matrix.weights(rule);
                for (int i = 0; i < p; i++) {
                    shares[i][drawn] = weights[i] / explained;
                }
                drawn += Double.isFinite(shares[0][drawn]) ? 1 : 0;
            }
        }
        Map<String, Interval> intervals = new LinkedHashMap<>();
        double tail = (1 - confidence) / 2;
        for (int i = 0; i < p && drawn > 0; i++) {
            Sample sample = Sample.of(Arrays.copyOf(shares[i], drawn));
            intervals.put(names[i], Interval.of(sample.quantile(tail), sample.quantile(1 - tail)));
        }
        return new KeyDrivers(names, columns, leftOut, rule, intervals);
    }

    /**
     * Returns how many complete cases there are.
     *
     * @return the count
     */
    public long count() {
        return columns[names.length].length;
    }

    /**
     * Returns how many subjects lack a measure or the outcome.
     *
     * @return the count
     */
    public long leftOut() {
        return leftOut;
    }

    /**
     * Returns how the explained variance was divided.
     *
     * @return the rule
     */
    public DriverRule rule() {
        return rule;
    }

    /**
     * Returns the share of the variance of the outcome that goes with all drivers together.
     *
     * @return R&sup2; in [0, 1]; NaN where drivers are collinear, or the outcome does not vary
     */
    public double rSquared() {
        return rSquared;
    }

    /**
     * Returns R&sup2; less what so many drivers explain by luck.
     *
     * @return 1 - (1 - R&sup2;) (n - 1) / (n - p - 1)
     */
    public double adjustedRSquared() {
        double n = count();
        return 1 - (1 - rSquared) * (n - 1) / (n - names.length - 1);
    }

    /**
     * Returns the drivers that cannot be told apart.
     *
     * @return the one that others make up, with the one it resembles most before it; empty if there is none
     */
    public List<String> collinear() {
        return List.copyOf(collinear);
    }

    /**
     * Returns the drivers whose variance inflation is above 10: others say nearly the same.
     *
     * @return their names in order
     */
    public List<String> inflated() {
        return drivers.values().stream()
                .filter(driver -> driver.varianceInflation() > INFLATED)
                .map(KeyDriver::name)
                .toList();
    }

    /**
     * Returns all drivers in their order.
     *
     * @return an unmodifiable list
     */
    public List<KeyDriver> drivers() {
        return List.copyOf(drivers.values());
    }

    /**
     * Returns the drivers from the largest share to the smallest.
     *
     * @return an unmodifiable list
     */
    public List<KeyDriver> ranking() {
        return drivers.values().stream()
                .sorted(Comparator.comparingDouble((KeyDriver driver) -> -driver.share()))
                .toList();
    }

    /**
     * Returns one driver.
     *
     * @param name its name
     * @return the driver
     * @throws IllegalArgumentException if there is no such driver
     */
    public KeyDriver driver(String name) {
        KeyDriver driver = drivers.get(name);
        if (driver == null) {
            throw new IllegalArgumentException("name must be one of " + drivers.keySet() + ", got " + name);
        }
        return driver;
    }

    /**
     * Returns the quadrant of each driver: its share against the mean share, and its mean against the mean of means.
     * All
     * measures must be on one scale, of which high is good.
     *
     * @return the quadrants in the order of the drivers; empty where drivers are collinear
     */
    public Map<String, Quadrant> quadrants() {
        double share = drivers.values().stream()
                .mapToDouble(KeyDriver::share)
                .average()
                .orElse(Double.NaN);
        double mean =
                drivers.values().stream().mapToDouble(KeyDriver::mean).average().orElse(Double.NaN);
        Map<String, Quadrant> quadrants = new LinkedHashMap<>();
        if (!Double.isNaN(share)) {
            drivers.forEach(
                    (name, driver) -> quadrants.put(name, Quadrant.of(driver.share() >= share, driver.mean() >= mean)));
        }
        return quadrants;
    }

    /**
     * Returns the ranking in words.
     *
     * @return such as {@code KeyDrivers[n=12, R squared=0.98, association by share: staff 0.56, queue 0.43, price
     *     0.01]}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("KeyDrivers[n=" + count() + ", R squared=" + rSquared);
        String between = ", association by share: ";
        for (KeyDriver driver : ranking()) {
            text.append(between).append(driver.name()).append(' ').append(driver.share());
            between = ", ";
        }
        return text.append(']').toString();
    }
}

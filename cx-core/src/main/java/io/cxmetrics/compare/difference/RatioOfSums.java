package io.cxmetrics.compare.difference;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.PairedMoments;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A metric that is one sum over another, such as revenue per session or revenue retention, with the error that its
 * unit allows.
 *
 * <p><b>Definition.</b> ratio = sum(y) / sum(x) over units such as users, each with its own sums y and x. The variance
 * by the delta method is (s<sub>y</sub>&sup2; - 2 R s<sub>xy</sub> + R&sup2; s<sub>x</sub>&sup2;) / (n mean(x)&sup2;),
 * which equals the variance of rows clustered by unit.
 *
 * <p><b>The unit is what was assigned.</b> If users were assigned to a variant and rows are sessions, rows of one user
 * go together, and an error that takes rows for independent is too small. {@link #byUnit} therefore asks for the key of
 * the unit and adds up its rows first; there is no way round it. Units with x = 0 stay in.
 *
 * <p><b>Revenue retention</b> has the customer as its unit: y is what is left of the revenue, x the opening revenue.
 *
 * <p><b>Edges.</b> Without any x the ratio is NaN; the error needs two units.
 *
 * <pre>{@code
 * record Session(String user, double revenue) {}
 * List<Session> sessions = List.of(new Session("ann", 10), new Session("ann", 0), new Session("bob", 2));
 * RatioOfSums perSession = RatioOfSums.byUnit(sessions, Session::user, Session::revenue, session -> 1);
 * perSession.ratio(); // 4.0
 * perSession.count(); // 2
 * }</pre>
 *
 * @param units x and y of each unit
 * @since 0.1
 */
public record RatioOfSums(PairedMoments units) implements Serializable {

    /** Checks that the units are there. */
    public RatioOfSums {
        requireNonNull(units, "units");
    }

    /**
     * Returns the ratio of sums of rows that are added up by unit first.
     *
     * @param rows the rows
     * @param unit gives the key of the unit that was assigned, such as the user
     * @param numerator gives what the row adds above, finite
     * @param denominator gives what the row adds below, finite and not negative
     * @param <T> the type of the rows
     * @return the ratio of sums
     * @throws IllegalArgumentException if a number is out of range, or a key is null
     */
    public static <T> RatioOfSums byUnit(
            Collection<? extends T> rows,
            Function<? super T, ?> unit,
            ToDoubleFunction<? super T> numerator,
            ToDoubleFunction<? super T> denominator) {
        Map<Object, double[]> sums = new HashMap<>();
        int index = 0;
        for (T row : rows) {
            Object key = unit.apply(row);
            if (key == null) {
                throw new IllegalArgumentException("unit must not be null, got null at index " + index);
            }
            double[] sum = sums.computeIfAbsent(key, any -> new double[2]);
            sum[0] += Checks.finite("numerator", numerator.applyAsDouble(row));
            sum[1] += Checks.notNegative("denominator", denominator.applyAsDouble(row));
            index++;
        }
        return new RatioOfSums(sums.values().stream()
                .sorted((a, b) -> a[1] != b[1] ? Double.compare(a[1], b[1]) : Double.compare(a[0], b[0]))
                .collect(PairedMoments.toPairedMoments(sum -> sum[1], sum -> sum[0])));
    }

    /**
     * Returns the ratio of sums of units that were added up elsewhere.
     *
     * @param numerators y of each unit, finite
     * @param denominators x of each unit, finite and not negative
     * @return the ratio of sums
     * @throws IllegalArgumentException if a number is out of range, or the lengths differ
     */
    public static RatioOfSums ofUnits(double[] numerators, double[] denominators) {
        for (double denominator : denominators) {
            Checks.notNegative("denominator", denominator);
        }
        return new RatioOfSums(PairedMoments.of(denominators, numerators));
    }

    /**
     * Returns how many units there are.
     *
     * @return the count
     */
    public long count() {
        return units.count();
    }

    /**
     * Returns sum(y) / sum(x).
     *
     * @return the ratio; NaN without any x
     */
    public double ratio() {
        double below = units.x().mean();
        return below == 0 ? Double.NaN : units.y().mean() / below;
    }

    /**
     * Returns the variance of the ratio by the delta method.
     *
     * @return the variance, not negative; NaN for fewer than two units or without any x
     */
    public double variance() {
        double ratio = ratio();
        double below = units.x().mean();
        double spread = units.y().variance()
                - 2 * ratio * units.covariance()
                + ratio * ratio * units.x().variance();
        return Double.isNaN(spread) ? Double.NaN : Math.max(spread, 0) / (count() * below * below);
    }

    /**
     * Returns the standard error of the ratio.
     *
     * @return the square root of the variance
     */
    public double standardError() {
        return Math.sqrt(variance());
    }

    /**
     * Adds other units, none of which may be among these: rows of one unit must not be split.
     *
     * @param other units of its own
     * @return both together
     */
    public RatioOfSums plus(RatioOfSums other) {
        return new RatioOfSums(units.plus(Objects.requireNonNull(other, "other").units));
    }
}

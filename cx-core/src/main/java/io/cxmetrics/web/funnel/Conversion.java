package io.cxmetrics.web.funnel;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.SerializableFunction;
import io.cxmetrics.SerializablePredicate;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.ProportionDifference;
import io.cxmetrics.web.WebEvent;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;

/**
 * Who reached a goal out of all, with how often they did and what it brought.
 *
 * <p><b>Definition.</b> conversion rate = converted / units, a fraction in [0, 1]. A unit is a session, a visitor or an event
 * ({@link ConversionUnit}); it is converted if it has at least one conversion. Conversions per unit is a ratio and not a share:
 * a session may convert twice.
 *
 * <p><b>Units do not mix.</b> Converted sessions out of visitors is a number beyond 100 % waiting to happen. The unit is part of
 * the summary, and summaries of different units are neither added nor compared.
 *
 * <p><b>Revenue.</b> Amounts are summed exactly in minor units. Revenue per visit is revenue / units and NaN without units; Matomo
 * drops the decimals of the revenue, and divides by conversions where there are no visits.
 *
 * <p><b>Adding up.</b> Parts add up if no unit is in two of them: a visitor of two days that are added counts twice. So does an order
 * that is sent once in each part: its id tells within one {@link #aggregation}, and within one group of it, no further.
 *
 * <p><b>Edges.</b> Without units every answer is NaN. Beyond 2<sup>63</sup> - 1 adding is an {@link ArithmeticException}.
 *
 * <p>Sources: Matomo and Plausible, documentation of their metrics.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Conversion monday = Conversion.of(ConversionUnit.SESSION, new int[] {0, 2, 0, 1}, new long[] {0, 5000, 0, 2500});
 * monday.rate(); // 0.5
 * monday.conversionsPerUnit(); // 0.75
 * monday.revenuePerUnit(); // 1875.0
 * monday.plus(new Conversion(ConversionUnit.SESSION, 6, 0, 0, 0)).converted(); // 2
 * }</pre>
 *
 * @param unit what is counted
 * @param units how many units there are, not negative
 * @param converted how many of them have a conversion, in [0, units]
 * @param conversions how many conversions they have together, not below {@code converted}; 0 if none is converted
 * @param revenue what the conversions brought together, in minor units; below 0 if more was given back
 */
public record Conversion(ConversionUnit unit, long units, long converted, long conversions, long revenue)
        implements Summary<Conversion> {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative, more are converted than there are, or there are fewer conversions
     *     than converted
     */
    public Conversion {
        requireNonNull(unit, "unit");
        Checks.notNegative("units", units);
        Checks.notNegative("converted", converted);
        if (converted > units) {
            throw new IllegalArgumentException("converted must not exceed units (" + units + "), got " + converted);
        }
        if (conversions < converted) {
            throw new IllegalArgumentException(
                    "conversions must not be fewer than converted (" + converted + "), got " + conversions);
        }
        if (converted == 0 && conversions != 0) {
            throw new IllegalArgumentException("conversions must be 0 with nothing converted, got " + conversions);
        }
    }

    /**
     * Returns the summary of no units.
     *
     * @param unit what is counted
     * @return the summary
     */
    public static Conversion empty(ConversionUnit unit) {
        return new Conversion(unit, 0, 0, 0, 0);
    }

    /**
     * Returns the summary of units.
     *
     * @param unit what is counted
     * @param conversions how many conversions each unit has, none negative
     * @param revenue what they brought each, in minor units
     * @return the summary
     * @throws IllegalArgumentException if a number of conversions is negative or the lengths differ
     */
    public static Conversion of(ConversionUnit unit, int[] conversions, long[] revenue) {
        if (revenue.length != conversions.length) {
            throw new IllegalArgumentException(
                    "revenue must have as many as conversions (" + conversions.length + "), got " + revenue.length);
        }
        long converted = 0;
        long all = 0;
        long sum = 0;
        for (int i = 0; i < conversions.length; i++) {
            if (conversions[i] < 0) {
                throw new IllegalArgumentException(
                        "conversions must not be negative, got " + conversions[i] + " at index " + i);
            }
            converted += conversions[i] > 0 ? 1 : 0;
            all += conversions[i];
            sum = Math.addExact(sum, revenue[i]);
        }
        return new Conversion(unit, conversions.length, converted, all, sum);
    }

    /**
     * Returns a collector of elements each of which is one unit that converted or did not.
     *
     * @param unit what an element is
     * @param converted tells whether it converted
     * @param <T> the type of the elements
     * @return the collector
     */
    public static <T> Collector<T, ?, Conversion> toConversion(ConversionUnit unit, Predicate<? super T> converted) {
        requireNonNull(converted, "converted");
        return toConversion(unit, element -> converted.test(element) ? 1 : 0, element -> 0);
    }

    /**
     * Returns a collector of elements each of which is one unit.
     *
     * @param unit what an element is
     * @param conversions gives how many conversions it has, not negative
     * @param revenue gives what they brought, in minor units
     * @param <T> the type of the elements
     * @return the collector, which refuses a negative number of conversions
     */
    public static <T> Collector<T, ?, Conversion> toConversion(
            ConversionUnit unit, ToIntFunction<? super T> conversions, ToLongFunction<? super T> revenue) {
        requireNonNull(unit, "unit");
        requireNonNull(conversions, "conversions");
        requireNonNull(revenue, "revenue");
        return Collector.of(
                () -> new ConversionBuffer(unit),
                (count, element) -> count.add(
                        Checks.notNegative("conversions", (long) conversions.applyAsInt(element)),
                        revenue.applyAsLong(element)),
                ConversionBuffer::join,
                ConversionBuffer::finish);
    }

    /**
     * Returns how events become a conversion: those with the same key are of one unit, and those that are the goal convert it
     * and bring their value. Of several goals with the same id, such as an order sent twice, the earliest counts; those without
     * an id all count. Events may come in any order.
     *
     * <p>For a breakdown ask for {@code groupedBy}; what is grouped by must be the same for all events of a unit.
     *
     * @param unit what has a key of its own
     * @param key gives the unit of an event, such as {@code WebEvent::session}; neither null nor an empty text
     * @param goal tells whether an event is a conversion
     * @param <V> the type of the keys of visitors
     * @return the aggregation, which refuses an event without a key
     */
    public static <V> Aggregation<WebEvent<V>, ?, Conversion> aggregation(
            ConversionUnit unit,
            SerializableFunction<? super WebEvent<V>, ?> key,
            SerializablePredicate<? super WebEvent<V>> goal) {
        return new ConversionAggregation<>(
                requireNonNull(unit, "unit"), requireNonNull(key, "key"), requireNonNull(goal, "goal"));
    }

    /**
     * Returns the converted out of all units.
     *
     * @return the share
     */
    public Proportion share() {
        return Proportion.of(converted, units);
    }

    /**
     * Returns converted / units.
     *
     * @return the rate in [0, 1]; NaN without units
     */
    public double rate() {
        return Proportion.rate(converted, units);
    }

    /**
     * Returns Wilson's interval of the rate.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval within [0, 1]; undefined without units
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence) {
        return share().interval(confidence);
    }

    /**
     * Returns the converted of this group out of the units of the whole. Plausible calls this the conversion rate of a page or a
     * source, and {@link #rate()} its group conversion rate.
     *
     * @param whole all units, those of this group included
     * @return the share
     * @throws IllegalArgumentException if the whole counts another unit, or has fewer units or converted than this group
     */
    public Proportion outOf(Conversion whole) {
        checkUnit(whole);
        if (whole.units < units) {
            throw new IllegalArgumentException(
                    "whole must have the units of the group (" + units + "), got " + whole.units);
        }
        if (whole.converted < converted) {
            throw new IllegalArgumentException(
                    "whole must have the converted of the group (" + converted + "), got " + whole.converted);
        }
        return Proportion.of(converted, whole.units);
    }

    /**
     * Compares this rate with that of an independent group.
     *
     * @param other the group to compare with
     * @return the difference, this rate minus the other
     * @throws IllegalArgumentException if the other counts another unit
     */
    public ProportionDifference differenceFrom(Conversion other) {
        checkUnit(other);
        return share().differenceFrom(other.share());
    }

    /**
     * Returns conversions / units, a ratio that may exceed 1.
     *
     * @return the mean number of conversions; NaN without units
     */
    public double conversionsPerUnit() {
        return units == 0 ? Double.NaN : (double) conversions / units;
    }

    /**
     * Returns revenue / units: revenue per visit, or per visitor.
     *
     * @return the mean in minor units; NaN without units
     */
    public double revenuePerUnit() {
        return units == 0 ? Double.NaN : (double) revenue / units;
    }

    /**
     * Returns revenue / conversions: the mean value of an order.
     *
     * @return the mean in minor units; NaN without conversions
     */
    public double revenuePerConversion() {
        return conversions == 0 ? Double.NaN : (double) revenue / conversions;
    }

    /**
     * Returns the summary of both together.
     *
     * @param other the summary of other units
     * @return the sum
     * @throws IllegalArgumentException if the other counts another unit
     */
    @Override
    public Conversion plus(Conversion other) {
        checkUnit(other);
        return new Conversion(
                unit,
                Math.addExact(units, other.units),
                Math.addExact(converted, other.converted),
                Math.addExact(conversions, other.conversions),
                Math.addExact(revenue, other.revenue));
    }

    private void checkUnit(Conversion other) {
        if (other.unit != unit) {
            throw new IllegalArgumentException("unit must be " + unit + ", got " + other.unit);
        }
    }

    /**
     * Returns the counts and the rate.
     *
     * @return such as {@code Conversion[2 of 4 by SESSION (0.5), conversions=3, revenue=7500]}
     */
    @Override
    public String toString() {
        return "Conversion[" + converted + " of " + units + " by " + unit + " (" + (units == 0 ? "undefined" : rate())
                + "), conversions=" + conversions + ", revenue=" + revenue + "]";
    }
}

package io.cxmetrics.web.funnel;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.SerializableFunction;
import io.cxmetrics.SerializablePredicate;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.ProportionDifference;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.session.Sessions;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Conversion: the sessions, visitors or events that reached a goal out of all, how often they did, and the revenue in
 * major units.
 *
 * <p><b>Definition.</b> conversion rate = converted / units, a fraction in [0, 1]. A unit is a session, a visitor or an
 * event ({@link ConversionUnit}); it is converted if it has at least one conversion. Conversions per unit is a ratio
 * and not a share: a session may convert twice.
 *
 * <p><b>Units do not mix.</b> Converted sessions out of visitors is a number beyond 100 % waiting to happen. The unit
 * is part of the summary, and summaries of different units are neither added nor compared.
 *
 * <p><b>Revenue.</b> Amounts are summed exactly in minor units; answers are in major units. One {@link MoneyUnit}
 * stands for all of them: amounts in two currencies are refused, and an amount whose event names no unit is in
 * {@link MoneyUnit#CENTS}. Revenue per visit is revenue / units and NaN without units; Matomo drops the decimals of the
 * revenue, and divides by conversions where there are no visits.
 *
 * <p><b>Left out.</b> A goal whose id is there already, such as an order sent twice or by two visitors, counts once:
 * {@link #leftOut()} counts the others. Their units stay.
 *
 * <p><b>Adding up.</b> Parts add up if no unit is in two of them: a visitor of two days that are added counts twice. So
 * does an order that is sent once in each part: its id tells within one {@link #aggregation}, and within one group of
 * it, no further.
 *
 * <p><b>Edges.</b> Without units every answer is NaN. Beyond 2<sup>63</sup> - 1 adding is an
 * {@link ArithmeticException}.
 *
 * <p>Sources: Matomo and Plausible, documentation of their metrics.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Conversion monday = Conversion.of(
 *         ConversionUnit.SESSION, new int[] {0, 2, 0, 1}, new long[] {0, 5000, 0, 2500}, MoneyUnit.of("EUR"));
 * monday.rate(); // 0.5
 * monday.conversionsPerUnit(); // 0.75
 * monday.revenuePerUnit(); // 18.75
 * monday.plus(Conversion.ofCounts(ConversionUnit.SESSION, 0, 6)).converted(); // 2
 * }</pre>
 *
 * @since 0.1
 */
public final class Conversion implements Summary<Conversion> {

    private static final long serialVersionUID = 1;

    private final ConversionUnit unit;
    private final long units;
    private final long converted;
    private final long conversions;
    private final long revenue;
    private final @Nullable MoneyUnit money;
    private final long duplicates;

    Conversion(
            ConversionUnit unit,
            long units,
            long converted,
            long conversions,
            long revenue,
            @Nullable MoneyUnit money,
            long duplicates) {
        this.unit = requireNonNull(unit, "unit");
        this.units = Checks.notNegative("units", units);
        this.converted = Checks.notNegative("converted", converted);
        this.conversions = conversions;
        this.revenue = revenue;
        this.money = money;
        this.duplicates = Checks.notNegative("duplicates", duplicates);
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
        if (money == null && revenue != 0) {
            throw new IllegalArgumentException("revenue must be 0 without a unit of money, got " + revenue);
        }
    }

    /**
     * Returns the summary of no units.
     *
     * @param unit what is counted
     * @return the summary
     */
    public static Conversion empty(ConversionUnit unit) {
        return new Conversion(unit, 0, 0, 0, 0, null, 0);
    }

    /**
     * Returns the summary of units that somebody else counted, each converted at most once.
     *
     * @param unit what is counted
     * @param converted how many of the units have a conversion
     * @param units how many units there are
     * @return the summary, without revenue
     * @throws IllegalArgumentException if a count is negative, or more are converted than there are
     */
    public static Conversion ofCounts(ConversionUnit unit, long converted, long units) {
        return new Conversion(unit, units, converted, converted, 0, null, 0);
    }

    /**
     * Returns this summary with another number of conversions.
     *
     * @param all how many conversions the units have together, not below the converted; 0 if none is converted
     * @return the summary
     * @throws IllegalArgumentException if there are fewer conversions than converted, or some with nothing converted
     */
    public Conversion withConversions(long all) {
        return new Conversion(unit, units, converted, all, revenue, money, duplicates);
    }

    /**
     * Returns this summary with a revenue.
     *
     * @param minor what the conversions brought together, in minor units; below 0 if more was given back
     * @param newMoney what they are minor units of
     * @return the summary
     */
    public Conversion withRevenue(long minor, MoneyUnit newMoney) {
        return new Conversion(
                unit, units, converted, conversions, minor, requireNonNull(newMoney, "newMoney"), duplicates);
    }

    /**
     * Returns the summary of units.
     *
     * @param unit what is counted
     * @param conversions how many conversions each unit has, none negative
     * @param revenue what they brought each, in minor units
     * @param money what they are minor units of; the summary of units that brought nothing has none
     * @return the summary
     * @throws IllegalArgumentException if a number of conversions is negative or the lengths differ
     */
    public static Conversion of(ConversionUnit unit, int[] conversions, long[] revenue, MoneyUnit money) {
        requireNonNull(money, "money");
        if (revenue.length != conversions.length) {
            throw new IllegalArgumentException(
                    "revenue must have as many as conversions (" + conversions.length + "), got " + revenue.length);
        }
        long converted = 0;
        long all = 0;
        long sum = 0;
        boolean amounts = false;
        for (int i = 0; i < conversions.length; i++) {
            if (conversions[i] < 0) {
                throw new IllegalArgumentException(
                        "conversions must not be negative, got " + conversions[i] + " at index " + i);
            }
            converted += conversions[i] > 0 ? 1 : 0;
            all += conversions[i];
            sum = Math.addExact(sum, revenue[i]);
            amounts |= revenue[i] != 0;
        }
        return new Conversion(unit, conversions.length, converted, all, sum, amounts ? money : null, 0);
    }

    /**
     * Returns the conversion of sessions.
     *
     * @param sessions the sessions, each of which is a unit
     * @param goal tells whether an event is a conversion; of several with the same id the earliest counts
     * @param <V> the type of the keys of visitors
     * @return the summary
     * @throws IllegalArgumentException if amounts of conversions are in two units of money
     */
    public static <V> Conversion of(Sessions<V> sessions, Predicate<? super WebEvent<V>> goal) {
        ConversionAggregation.Buffer state = new ConversionAggregation.Buffer();
        sessions.forEach((session, events) -> {
            // Sessions are told apart by identity: they need no id and may be equal.
            Object key = new Object();
            events.forEach(event -> state.add(key, event, goal.test(event)));
        });
        return state.finish(ConversionUnit.SESSION);
    }

    /**
     * Returns the conversion of visitors.
     *
     * @param events the events, in any order; all events of a visitor are one unit
     * @param goal tells whether an event is a conversion; of several with the same id the earliest counts
     * @param <V> the type of the keys of visitors
     * @return the summary
     * @throws IllegalArgumentException if amounts of conversions are in two units of money
     */
    public static <V> Conversion of(Collection<WebEvent<V>> events, SerializablePredicate<? super WebEvent<V>> goal) {
        return events.stream()
                .collect(Conversion.<V>aggregation(ConversionUnit.VISITOR, WebEvent::visitor, goal)
                        .toCollector());
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
        return toConversion(unit, element -> converted.test(element) ? 1 : 0, element -> 0, null);
    }

    /**
     * Returns a collector of elements each of which is one unit.
     *
     * @param unit what an element is
     * @param conversions gives how many conversions it has, not negative
     * @param revenue gives what they brought, in minor units
     * @param money what they are minor units of; null if nothing brings any revenue
     * @param <T> the type of the elements
     * @return the collector, which refuses a negative number of conversions
     */
    public static <T> Collector<T, ?, Conversion> toConversion(
            ConversionUnit unit,
            ToIntFunction<? super T> conversions,
            ToLongFunction<? super T> revenue,
            @Nullable MoneyUnit money) {
        requireNonNull(unit, "unit");
        requireNonNull(conversions, "conversions");
        requireNonNull(revenue, "revenue");
        return Collector.of(
                () -> new ConversionBuffer(unit, money),
                (count, element) -> count.add(
                        Checks.notNegative("conversions", (long) conversions.applyAsInt(element)),
                        revenue.applyAsLong(element)),
                ConversionBuffer::join,
                ConversionBuffer::finish);
    }

    /**
     * Folds events into a conversion: those with the same key are of one unit, and those that are the goal convert it
     * and bring their value. Of several goals with the same id, such as an order sent twice, the earliest counts; those
     * without an id all count. Events may come in any order.
     *
     * <p>For a breakdown ask for {@code groupedBy}; what is grouped by must be the same for all events of a unit.
     *
     * @param unit what has a key of its own
     * @param key gives the unit of an event, such as {@code WebEvent::session}; neither null nor an empty text
     * @param goal tells whether an event is a conversion
     * @param <V> the type of the keys of visitors
     * @return the aggregation, which refuses an event without a key, and amounts in two units of money
     */
    public static <V> Aggregation<WebEvent<V>, ?, Conversion> aggregation(
            ConversionUnit unit,
            SerializableFunction<? super WebEvent<V>, ?> key,
            SerializablePredicate<? super WebEvent<V>> goal) {
        return new ConversionAggregation<>(
                requireNonNull(unit, "unit"), requireNonNull(key, "key"), requireNonNull(goal, "goal"));
    }

    /**
     * Returns a collector of events; see {@link #aggregation}.
     *
     * @param unit what has a key of its own
     * @param key gives the unit of an event; neither null nor an empty text
     * @param goal tells whether an event is a conversion
     * @param <V> the type of the keys of visitors
     * @return the collector, which refuses an event without a key, and amounts in two units of money
     */
    public static <V> Collector<WebEvent<V>, ?, Conversion> toConversion(
            ConversionUnit unit,
            SerializableFunction<? super WebEvent<V>, ?> key,
            SerializablePredicate<? super WebEvent<V>> goal) {
        return Conversion.<V>aggregation(unit, key, goal).toCollector();
    }

    /**
     * Returns what is counted.
     *
     * @return sessions, visitors or events
     */
    public ConversionUnit unit() {
        return unit;
    }

    /**
     * Returns how many units there are.
     *
     * @return the units
     */
    public long count() {
        return units;
    }

    /**
     * Returns how many units there are.
     *
     * @return the count
     */
    public long units() {
        return units;
    }

    /**
     * Returns how many units have a conversion.
     *
     * @return the count, at most the units
     */
    public long converted() {
        return converted;
    }

    /**
     * Returns how many conversions the units have together.
     *
     * @return the count, not below the converted
     */
    public long conversions() {
        return conversions;
    }

    /**
     * Returns how many conversions were left out because one of the same id was there.
     *
     * @return the count
     */
    public long leftOut() {
        return duplicates;
    }

    /**
     * Returns what the conversions brought together.
     *
     * @return the amount in minor units; below 0 if more was given back
     */
    public long revenueMinor() {
        return revenue;
    }

    /**
     * Returns what the conversions brought together.
     *
     * @return the amount in major units; 0 if they brought none
     */
    public double revenue() {
        return major(revenue);
    }

    /**
     * Returns the unit of the amounts.
     *
     * @return the unit; null if there are none
     */
    public @Nullable MoneyUnit money() {
        return money;
    }

    private double major(double minor) {
        return money == null ? minor : money.major(minor);
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
     * Returns the converted of this group out of the units of the whole. Plausible calls this the conversion rate of a
     * page or a source, and {@link #rate()} its group conversion rate.
     *
     * @param whole all units, those of this group included
     * @return the share
     * @throws IllegalArgumentException if the whole counts another unit, or has fewer units or converted than this
     *     group
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
     * @return the mean in major units; NaN without units
     */
    public double revenuePerUnit() {
        return units == 0 ? Double.NaN : major((double) revenue / units);
    }

    /**
     * Returns revenue / conversions: the mean value of an order.
     *
     * @return the mean in major units; NaN without conversions
     */
    public double revenuePerConversion() {
        return conversions == 0 ? Double.NaN : major((double) revenue / conversions);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("Conversion", 1)
                .with("unit", unit)
                .with("units", units)
                .with("converted", converted)
                .with("conversions", conversions)
                .with("revenue", revenue)
                .with("money", money)
                .with("duplicates", duplicates);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the summary
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static Conversion ofStored(StoredForm form) {
        StoredFields fields = form.expect(
                "Conversion", 1, "unit", "units", "converted", "conversions", "revenue", "money", "duplicates");
        return new Conversion(
                fields.constant("unit", ConversionUnit.class),
                fields.whole("units"),
                fields.whole("converted"),
                fields.whole("conversions"),
                fields.whole("revenue"),
                fields.absent("money") ? null : MoneyUnit.ofStored(fields.part("money")),
                fields.whole("duplicates"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    /**
     * Returns the summary of both together.
     *
     * @param other the summary of other units
     * @return the sum
     * @throws IllegalArgumentException if the other counts another unit, or has amounts in another unit of money
     */
    @Override
    public Conversion plus(Conversion other) {
        checkUnit(other);
        return new Conversion(
                unit,
                Math.addExact(units, other.units),
                Math.addExact(converted, other.converted),
                Math.addExact(conversions, other.conversions),
                Math.addExact(revenue, other.revenue),
                MoneyUnit.joined(money, other.money),
                Math.addExact(duplicates, other.duplicates));
    }

    private void checkUnit(Conversion other) {
        if (other.unit != unit) {
            throw new IllegalArgumentException("unit must be " + unit + ", got " + other.unit);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Conversion that
                && unit == that.unit
                && units == that.units
                && converted == that.converted
                && conversions == that.conversions
                && revenue == that.revenue
                && Objects.equals(money, that.money)
                && duplicates == that.duplicates;
    }

    @Override
    public int hashCode() {
        return Objects.hash(unit, units, converted, conversions, revenue, money, duplicates);
    }

    /**
     * Returns the counts and the rate.
     *
     * @return such as {@code Conversion[2 of 4 by SESSION (0.5), conversions=3, revenue=75.0 EUR]}, with
     *     {@code , 1 left out} where conversions were
     */
    @Override
    public String toString() {
        return "Conversion[" + converted + " of " + units + " by " + unit + " (" + (units == 0 ? "undefined" : rate())
                + "), conversions=" + conversions + ", revenue=" + revenue()
                + (money == null || money.currency() == null ? "" : " " + money)
                + (duplicates == 0 ? "" : ", " + duplicates + " left out") + "]";
    }
}

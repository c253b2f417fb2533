package io.cxmetrics.value;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.retention.activity.ActorHistory;
import io.cxmetrics.time.CalendarPeriod;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What models of buying need to know of a customer: how often, how lately, for how long, and for how much.
 *
 * <p><b>Definition.</b> Purchases of one period, a day by default, are merged. x = {@link #frequency()} = periods with a
 * purchase - 1, the repeat purchases; t_x = {@link #recency()} = the age of the customer at the last purchase; T = {@link
 * #age()} = the age at the end of observation. Ages are counted from the first purchase, so t_x &le; T, and x = t_x = 0 for
 * who bought once. Beware of the word: the recency of RFM is T - t_x, {@link #sinceLast()}.
 *
 * <p><b>Money.</b> In minor units. Spend is gross of refunds, since a refund belongs to no purchase that the log could name;
 * {@link #netSpend()} is net. {@link #meanRepeatSpend()} leaves the first purchase out, as the Gamma-Gamma model of spend
 * wants it; that model has no place for customers without repeat purchases (x = 0) or whose repeat purchases were free:
 * leave them out.
 *
 * <p><b>Left out.</b> Actors without a purchase up to the end of observation have no history: there are {@code log.actors()}
 * less the size of the map of them.
 *
 * <p>Source: P. Fader, B. Hardie, K. Lee, "Counting Your Customers the Easy Way", Marketing Science 24 (2005).
 *
 * <pre>{@code
 * ActivityLog<String> log = Stream.of(
 *         Activity.on("ann", LocalDate.of(2026, 3, 2), 3000),
 *         Activity.on("ann", LocalDate.of(2026, 3, 16), 1000),
 *         Activity.on("ann", LocalDate.of(2026, 3, 16), 500)).collect(ActivityLog.toActivityLog());
 * PurchaseHistory ann = PurchaseHistory.from(log, PurchaseDefinition.in(ZoneOffset.UTC), LocalDate.of(2026, 3, 30)).get("ann");
 * ann.frequency(); // 1
 * ann.recency(CalendarPeriod.WEEK); // 2.0
 * ann.age(CalendarPeriod.WEEK); // 4.0
 * ann.meanRepeatSpend(); // 1500.0
 * ann.meanSpend(); // 2250.0
 * }</pre>
 *
 * @param period in which purchases were merged, and the unit of the ages
 * @param frequency x, how many periods after the first had a purchase
 * @param recency t_x, how many periods the last purchase was after the first
 * @param age T, how many periods the end of observation was after the first purchase
 * @param firstSpend what was spent in the first period
 * @param repeatSpend what was spent in the later ones
 * @param refunds what was given back, whenever it was bought
 */
public record PurchaseHistory(
        CalendarPeriod period, long frequency, long recency, long age, long firstSpend, long repeatSpend, long refunds)
        implements Serializable {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a part is negative, the recency is above the age or below the frequency, or the
     *     recency or repeat spend is not 0 without a repeat purchase
     */
    public PurchaseHistory {
        requireNonNull(period, "period");
        Checks.notNegative("frequency", frequency);
        Checks.notNegative("firstSpend", firstSpend);
        Checks.notNegative("repeatSpend", repeatSpend);
        Checks.notNegative("refunds", refunds);
        if (frequency == 0 && recency != 0) {
            throw new IllegalArgumentException("recency must be 0 without repeat purchases, got " + recency);
        }
        if (frequency == 0 && repeatSpend != 0) {
            throw new IllegalArgumentException("repeatSpend must be 0 without repeat purchases, got " + repeatSpend);
        }
        if (recency < frequency) {
            throw new IllegalArgumentException(
                    "recency must not be below frequency (" + frequency + "), got " + recency);
        }
        if (recency > age) {
            throw new IllegalArgumentException("recency must not exceed age (" + age + "), got " + recency);
        }
    }

    /**
     * Returns the history of one actor.
     *
     * @param history what the actor did
     * @param definition which activities are purchases, and on whose calendar
     * @param observedThrough the last day of observation; what came later is left out
     * @return the history; none without a purchase up to the end
     * @throws ArithmeticException if the amounts overflow
     */
    public static Optional<PurchaseHistory> of(ActorHistory history, PurchaseDefinition definition, LocalDate observedThrough) {
        long end = observedThrough.toEpochDay();
        PurchaseSums sums = PurchaseSums.of(history, definition, Long.MIN_VALUE, end);
        if (sums.periods() == 0) {
            return Optional.empty();
        }
        return Optional.of(new PurchaseHistory(
                definition.period(),
                sums.periods() - 1,
                sums.last() - sums.first(),
                definition.period().index(end) - sums.first(),
                sums.firstSpend(),
                sums.spend() - sums.firstSpend(),
                sums.refunds()));
    }

    /**
     * Returns the histories of the customers of a log.
     *
     * @param log who bought what and when
     * @param definition which activities are purchases, and on whose calendar
     * @param observedThrough the last day of observation; what came later is left out
     * @param <K> the type of the keys of customers
     * @return an unmodifiable map in no particular order, without the actors who bought nothing up to the end
     * @throws ArithmeticException if the amounts of a customer overflow
     */
    public static <K> Map<K, PurchaseHistory> from(ActivityLog<K> log, PurchaseDefinition definition, LocalDate observedThrough) {
        Map<K, PurchaseHistory> histories = new HashMap<>();
        log.histories()
                .forEach((actor, history) ->
                        of(history, definition, observedThrough).ifPresent(bought -> histories.put(actor, bought)));
        return Collections.unmodifiableMap(histories);
    }

    /**
     * Returns how activities become the histories of customers, for streams and engines.
     *
     * @param definition which activities are purchases, and on whose calendar
     * @param observedThrough the last day of observation; what came later is left out
     * @param <K> the type of the keys of customers
     * @return the aggregation
     */
    public static <K> Aggregation<Activity<K>, ?, Map<K, PurchaseHistory>> aggregation(
            PurchaseDefinition definition, LocalDate observedThrough) {
        requireNonNull(definition, "definition");
        requireNonNull(observedThrough, "observedThrough");
        return ActivityLog.<K>aggregation().andThen(log -> from(log, definition, observedThrough));
    }

    /**
     * Returns t_x in another unit, such as days in weeks.
     *
     * @param unit the unit; months and longer are of mean length where the histories are of days or weeks
     * @return the age at the last purchase
     */
    public double recency(CalendarPeriod unit) {
        return in(unit, recency);
    }

    /**
     * Returns T in another unit.
     *
     * @param unit the unit; months and longer are of mean length where the histories are of days or weeks
     * @return the age at the end of observation
     */
    public double age(CalendarPeriod unit) {
        return in(unit, age);
    }

    private double in(CalendarPeriod unit, long periods) {
        return periods / period.in(unit);
    }

    /**
     * Returns T - t_x, the recency of RFM.
     *
     * @return how many periods passed from the last purchase to the end of observation
     */
    public long sinceLast() {
        return age - recency;
    }

    /**
     * Returns x + 1.
     *
     * @return how many periods had a purchase, at least 1
     */
    public long purchasePeriods() {
        return Math.addExact(frequency, 1);
    }

    /**
     * Returns all that was spent, gross of refunds.
     *
     * @return the sum in minor units
     * @throws ArithmeticException if it overflows
     */
    public long spend() {
        return Math.addExact(firstSpend, repeatSpend);
    }

    /**
     * Returns spend less refunds.
     *
     * @return the sum in minor units; negative where more came back than was spent
     * @throws ArithmeticException if it overflows
     */
    public long netSpend() {
        return Math.subtractExact(spend(), refunds);
    }

    /**
     * Returns what a repeat period brought: repeatSpend / x.
     *
     * @return the mean in minor units; NaN without repeat purchases
     */
    public double meanRepeatSpend() {
        return frequency == 0 ? Double.NaN : (double) repeatSpend / frequency;
    }

    /**
     * Returns what a period with a purchase brought, the first included: spend / (x + 1).
     *
     * @return the mean in minor units
     */
    public double meanSpend() {
        return (double) spend() / purchasePeriods();
    }

    /**
     * Returns what the customer has brought to date: netSpend margin.
     *
     * @param margin what is left of 1 of revenue, such as 0.3; negative where sales lose money
     * @return the historic value in minor units
     * @throws IllegalArgumentException if the margin is NaN or infinite
     */
    public double value(double margin) {
        return netSpend() * Checks.finite("margin", margin);
    }
}

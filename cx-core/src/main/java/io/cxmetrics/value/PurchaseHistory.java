package io.cxmetrics.value;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.Stored;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.StoredMoney;
import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.retention.activity.ActorHistory;
import io.cxmetrics.time.CalendarPeriod;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Purchases of a customer as models of buying take them: how often, how lately, for how long, and for how much in major
 * units.
 *
 * <p><b>Definition.</b> Purchases of one period, a day by default, are merged. x = {@link #frequency()} = periods with
 * a purchase - 1, the repeat purchases; t_x = {@link #recency()} = the age of the customer at the last purchase; T =
 * {@link #age()} = the age at the end of observation. Ages are counted from the first purchase: t_x &le; T, and x = t_x
 * = 0 for a customer who bought once. Beware of the word: the recency of RFM is T - t_x, {@link #sinceLast()}.
 *
 * <p><b>Money.</b> Sums are exact in minor units (such as {@link #spendMinor()}), and answers in major units. Spend is
 * gross of refunds, since a refund belongs to no purchase that the log could name; {@link #netSpend()} is net. {@link
 * #meanRepeatSpend()} leaves the first purchase out, as the Gamma-Gamma model of spend wants it; that model has no
 * place for customers without repeat purchases (x = 0) or whose repeat purchases were free: leave them out.
 *
 * <p><b>Left out.</b> Customers without a purchase up to the last day have no history, also those with refunds only;
 * {@link HistoricValue} counts them.
 *
 * <p>Source: P. Fader, B. Hardie, K. Lee, "Counting Your Customers the Easy Way", Marketing Science 24 (2005).
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * ActivityLog<String> log = ActivityLog.of(List.of(
 *         Activity.on("ann", LocalDate.of(2026, 3, 2), 3000),
 *         Activity.on("ann", LocalDate.of(2026, 3, 16), 1000),
 *         Activity.on("ann", LocalDate.of(2026, 3, 16), 500)));
 * PurchaseDefinition days = PurchaseDefinition.in(ZoneOffset.UTC);
 * PurchaseHistory ann = PurchaseHistory.from(log, days, LocalDate.of(2026, 3, 30)).get("ann");
 * ann.frequency(); // 1
 * ann.recency(CalendarPeriod.WEEK); // 2.0
 * ann.age(CalendarPeriod.WEEK); // 4.0
 * ann.meanRepeatSpend(); // 15.0
 * ann.meanSpend(); // 22.5
 * PurchaseHistory.of(CalendarPeriod.DAY, 1, 14, 28).withSpend(3000, 1500, 0, MoneyUnit.CENTS).equals(ann); // true
 * }</pre>
 *
 * @since 0.1
 */
public final class PurchaseHistory implements Stored {

    private static final long serialVersionUID = 1;

    private final CalendarPeriod period;
    private final long frequency;
    private final long recency;
    private final long age;
    private final long firstSpend;
    private final long repeatSpend;
    private final long refunds;
    private final @Nullable MoneyUnit unit;

    private PurchaseHistory(
            CalendarPeriod period,
            long frequency,
            long recency,
            long age,
            long firstSpend,
            long repeatSpend,
            long refunds,
            @Nullable MoneyUnit unit) {
        this.period = requireNonNull(period, "period");
        this.frequency = Checks.notNegative("frequency", frequency);
        this.recency = recency;
        this.age = age;
        this.firstSpend = Checks.notNegative("firstSpend", firstSpend);
        this.repeatSpend = Checks.notNegative("repeatSpend", repeatSpend);
        this.refunds = Checks.notNegative("refunds", refunds);
        this.unit = unit;
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
        Math.addExact(firstSpend, repeatSpend);
    }

    /**
     * Returns a history from elsewhere, of which no money is known.
     *
     * @param period in which purchases were merged, and the unit of the ages
     * @param frequency x, how many periods after the first had a purchase
     * @param recency t_x, how many periods the last purchase was after the first
     * @param age T, how many periods the end of observation was after the first purchase
     * @return the history
     * @throws IllegalArgumentException if a number is negative, the recency is above the age or below the frequency, or
     *     the recency is not 0 without a repeat purchase
     */
    public static PurchaseHistory of(CalendarPeriod period, long frequency, long recency, long age) {
        return new PurchaseHistory(period, frequency, recency, age, 0, 0, 0, null);
    }

    /**
     * Returns the same history with other amounts.
     *
     * @param first what was spent in the first period, in minor units
     * @param repeat what was spent in the later ones, in minor units
     * @param back what was given back, whenever it was bought, in minor units
     * @param money what the amounts are
     * @return the history
     * @throws IllegalArgumentException if an amount is negative, or the repeat spend is not 0 without a repeat purchase
     */
    public PurchaseHistory withSpend(long first, long repeat, long back, MoneyUnit money) {
        return new PurchaseHistory(
                period, frequency, recency, age, first, repeat, back, requireNonNull(money, "money"));
    }

    private static Optional<PurchaseHistory> of(
            ActorHistory history, MoneyUnit unit, PurchaseDefinition definition, long lastDay) {
        PurchaseSums sums = PurchaseSums.of(history, definition, Long.MIN_VALUE, lastDay);
        if (sums.periods() == 0) {
            return Optional.empty();
        }
        return Optional.of(new PurchaseHistory(
                definition.period(),
                sums.periods() - 1,
                sums.last() - sums.first(),
                definition.period().index(lastDay) - sums.first(),
                sums.firstSpend(),
                sums.spend() - sums.firstSpend(),
                sums.refunds(),
                unit));
    }

    /**
     * Returns the histories of the customers of a log.
     *
     * @param log who bought what and when
     * @param definition which activities are purchases, and on whose calendar
     * @param observedThrough the last day of observation; what came later is left out
     * @param <K> the type of the keys of customers
     * @return an unmodifiable map in no particular order, without customers who bought nothing up to that day
     * @throws ArithmeticException if the amounts of a customer overflow
     */
    public static <K> Map<K, PurchaseHistory> from(
            ActivityLog<K> log, PurchaseDefinition definition, LocalDate observedThrough) {
        requireNonNull(definition, "definition");
        long lastDay = observedThrough.toEpochDay();
        // Without a unit all amounts are 0, in whatever unit.
        MoneyUnit unit = Objects.requireNonNullElse(log.unit(), MoneyUnit.CENTS);
        Map<K, PurchaseHistory> histories = new HashMap<>();
        log.histories()
                .forEach((customer, history) ->
                        of(history, unit, definition, lastDay).ifPresent(bought -> histories.put(customer, bought)));
        return Collections.unmodifiableMap(histories);
    }

    /**
     * Returns an aggregation that folds purchases into the histories of customers.
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
     * Returns the period in which purchases were merged.
     *
     * @return the period, which is the unit of the ages
     */
    public CalendarPeriod period() {
        return period;
    }

    /**
     * Returns x, the repeat purchases.
     *
     * @return how many periods after the first had a purchase
     */
    public long frequency() {
        return frequency;
    }

    /**
     * Returns t_x, the age at the last purchase.
     *
     * @return how many periods the last purchase was after the first
     */
    public long recency() {
        return recency;
    }

    /**
     * Returns T, the age at the end of observation.
     *
     * @return how many periods the end of observation was after the first purchase
     */
    public long age() {
        return age;
    }

    /**
     * Returns what the amounts are.
     *
     * @return the unit; null where no money is known
     */
    public @Nullable MoneyUnit unit() {
        return unit;
    }

    /**
     * Returns what was spent in the first period, exactly.
     *
     * @return the sum in minor units
     */
    public long firstSpendMinor() {
        return firstSpend;
    }

    /**
     * Returns what was spent in the later periods, exactly.
     *
     * @return the sum in minor units
     */
    public long repeatSpendMinor() {
        return repeatSpend;
    }

    /**
     * Returns what was given back, whenever it was bought, exactly.
     *
     * @return the sum in minor units, not negative
     */
    public long refundsMinor() {
        return refunds;
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
     * Returns all that was spent, gross of refunds, exactly.
     *
     * @return the sum in minor units
     */
    public long spendMinor() {
        return firstSpend + repeatSpend;
    }

    /**
     * Returns spend less refunds, exactly.
     *
     * @return the sum in minor units; negative where more came back than was spent
     */
    public long netSpendMinor() {
        return spendMinor() - refunds; // both are not negative, so this cannot overflow
    }

    /**
     * Returns all that was spent, gross of refunds.
     *
     * @return the sum in major units; NaN where no money is known
     */
    public double spend() {
        return major(spendMinor());
    }

    /**
     * Returns spend less refunds.
     *
     * @return the sum in major units, negative where more came back than was spent; NaN where no money is known
     */
    public double netSpend() {
        return major(netSpendMinor());
    }

    /**
     * Returns what a repeat period brought: repeat spend / x.
     *
     * @return the mean in major units; NaN without repeat purchases, or where no money is known
     */
    public double meanRepeatSpend() {
        return frequency == 0 ? Double.NaN : major((double) repeatSpend / frequency);
    }

    /**
     * Returns what a period with a purchase brought, the first included: spend / (x + 1).
     *
     * @return the mean in major units; NaN where no money is known
     */
    public double meanSpend() {
        return major((double) spendMinor() / purchasePeriods());
    }

    /**
     * Returns what the customer has brought to date: net spend &times; gross margin.
     *
     * @param grossMargin what is left of 1 of revenue, a fraction of at most 1, such as 0.3; negative where sales lose
     *     money
     * @return the historic value in major units; NaN where no money is known
     * @throws IllegalArgumentException if the margin is above 1, such as a percentage, or not finite
     */
    public double value(double grossMargin) {
        return netSpend() * ValueChecks.grossMargin(grossMargin);
    }

    private double major(double minor) {
        return unit == null ? Double.NaN : unit.major(minor);
    }

    @Override
    public StoredForm storedForm() {
        StoredForm form = StoredForm.of("PurchaseHistory", 1)
                .with("period", period)
                .with("frequency", frequency)
                .with("recency", recency)
                .with("age", age)
                .with("firstSpend", firstSpend)
                .with("repeatSpend", repeatSpend)
                .with("refunds", refunds);
        return StoredMoney.with(form, unit);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the history
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static PurchaseHistory ofStored(StoredForm form) {
        StoredFields fields = form.expect(
                "PurchaseHistory",
                1,
                "period",
                "frequency",
                "recency",
                "age",
                "firstSpend",
                "repeatSpend",
                "refunds",
                "unit");
        MoneyUnit unit = StoredMoney.of(fields);
        StoredMoney.require(
                unit, new long[] {fields.whole("firstSpend"), fields.whole("repeatSpend"), fields.whole("refunds")});
        return new PurchaseHistory(
                fields.constant("period", CalendarPeriod.class),
                fields.whole("frequency"),
                fields.whole("recency"),
                fields.whole("age"),
                fields.whole("firstSpend"),
                fields.whole("repeatSpend"),
                fields.whole("refunds"),
                unit);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PurchaseHistory that
                && period == that.period
                && frequency == that.frequency
                && recency == that.recency
                && age == that.age
                && firstSpend == that.firstSpend
                && repeatSpend == that.repeatSpend
                && refunds == that.refunds
                && Objects.equals(unit, that.unit);
    }

    @Override
    public int hashCode() {
        return Objects.hash(period, frequency, recency, age, firstSpend, repeatSpend, refunds, unit);
    }

    /**
     * Returns the counts, and the amounts in minor units.
     *
     * @return each part by its name
     */
    @Override
    public String toString() {
        return "PurchaseHistory[period=" + period + ", frequency=" + frequency + ", recency=" + recency + ", age=" + age
                + ", firstSpend=" + firstSpend + ", repeatSpend=" + repeatSpend + ", refunds=" + refunds + ", unit="
                + unit + "]";
    }
}

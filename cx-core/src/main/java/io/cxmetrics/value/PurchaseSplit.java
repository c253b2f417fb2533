package io.cxmetrics.value;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.Stored;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.retention.activity.ActorHistory;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A customer's history up to a day, to fit a model to, and what the customer bought after it, to judge the model by.
 *
 * <p>The day after the end of calibration is the first of the holdout. With periods longer than a day let calibration
 * end with a period: one that the end cuts in two may count on both sides.
 *
 * <p><b>Left out.</b> Customers who bought first after the end of calibration are none that a model could know.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * ActivityLog<String> log = ActivityLog.of(List.of(
 *         Activity.on("ann", LocalDate.of(2026, 3, 2), 3000),
 *         Activity.on("ann", LocalDate.of(2026, 4, 9), 1000),
 *         Activity.on("bob", LocalDate.of(2026, 4, 9), 2000)));
 * Map<String, PurchaseSplit> split = PurchaseSplit.from(
 *         log, PurchaseDefinition.in(ZoneOffset.UTC), LocalDate.of(2026, 3, 31), LocalDate.of(2026, 4, 30));
 * split.keySet(); // [ann]
 * split.get("ann").calibration().frequency(); // 0
 * split.get("ann").holdoutFrequency(); // 1
 * split.get("ann").holdoutLength(); // 30
 * split.get("ann").holdoutSpend(); // 10.0
 * }</pre>
 *
 * @since 0.1
 */
public final class PurchaseSplit implements Stored {

    private static final long serialVersionUID = 1;

    private final PurchaseHistory calibration;
    private final long holdoutLength;
    private final long holdoutFrequency;
    private final long holdoutSpend;
    private final long holdoutRefunds;

    private PurchaseSplit(PurchaseHistory calibration, long length, long frequency, long spend, long refunds) {
        this.calibration = calibration;
        this.holdoutLength = Checks.notNegative("holdoutLength", length);
        this.holdoutFrequency = Checks.notNegative("holdoutFrequency", frequency);
        this.holdoutSpend = Checks.notNegative("holdoutSpend", spend);
        this.holdoutRefunds = Checks.notNegative("holdoutRefunds", refunds);
    }

    /**
     * Splits the histories of the customers of a log.
     *
     * @param log who bought what and when
     * @param definition which activities are purchases, and on whose calendar
     * @param calibrationThrough the last day of calibration
     * @param observedThrough the last day of the holdout; what came later is left out
     * @param <K> the type of the keys of customers
     * @return an unmodifiable map in no particular order, of the customers who bought up to the end of calibration
     * @throws IllegalArgumentException if the holdout does not end after the calibration
     * @throws ArithmeticException if the amounts of a customer overflow
     */
    public static <K> Map<K, PurchaseSplit> from(
            ActivityLog<K> log,
            PurchaseDefinition definition,
            LocalDate calibrationThrough,
            LocalDate observedThrough) {
        checkOrder(calibrationThrough, observedThrough);
        long split = calibrationThrough.toEpochDay();
        long end = observedThrough.toEpochDay();
        long length = definition.period().index(end) - definition.period().index(split);
        Map<K, PurchaseSplit> splits = new HashMap<>();
        PurchaseHistory.from(log, definition, calibrationThrough).forEach((customer, calibration) -> {
            ActorHistory history = requireNonNull(log.histories().get(customer));
            PurchaseSums holdout = PurchaseSums.of(history, definition, split + 1, end);
            splits.put(
                    customer,
                    new PurchaseSplit(calibration, length, holdout.periods(), holdout.spend(), holdout.refunds()));
        });
        return Collections.unmodifiableMap(splits);
    }

    /**
     * Returns an aggregation that folds purchases into the split histories of customers.
     *
     * @param definition which activities are purchases, and on whose calendar
     * @param calibrationThrough the last day of calibration
     * @param observedThrough the last day of the holdout; what came later is left out
     * @param <K> the type of the keys of customers
     * @return the aggregation
     * @throws IllegalArgumentException if the holdout does not end after the calibration
     */
    public static <K> Aggregation<Activity<K>, ?, Map<K, PurchaseSplit>> aggregation(
            PurchaseDefinition definition, LocalDate calibrationThrough, LocalDate observedThrough) {
        requireNonNull(definition, "definition");
        checkOrder(calibrationThrough, observedThrough);
        return ActivityLog.<K>aggregation().andThen(log -> from(log, definition, calibrationThrough, observedThrough));
    }

    private static void checkOrder(LocalDate calibrationThrough, LocalDate observedThrough) {
        if (!observedThrough.isAfter(calibrationThrough)) {
            throw new IllegalArgumentException("observedThrough must be after calibrationThrough " + calibrationThrough
                    + ", got " + observedThrough);
        }
    }

    /**
     * Returns the history up to the end of calibration.
     *
     * @return the history
     */
    public PurchaseHistory calibration() {
        return calibration;
    }

    /**
     * Returns how long the holdout is.
     *
     * @return how many periods it has
     */
    public long holdoutLength() {
        return holdoutLength;
    }

    /**
     * Returns how often the customer bought in the holdout.
     *
     * @return how many periods of it had a purchase
     */
    public long holdoutFrequency() {
        return holdoutFrequency;
    }

    /**
     * Returns what was spent in the holdout, gross of refunds.
     *
     * @return the sum in major units
     */
    public double holdoutSpend() {
        return major(holdoutSpend);
    }

    /**
     * Returns what was given back in the holdout.
     *
     * @return the sum in major units, not negative
     */
    public double holdoutRefunds() {
        return major(holdoutRefunds);
    }

    /**
     * Returns what was spent in the holdout, gross of refunds, exactly.
     *
     * @return the sum in minor units
     */
    public long holdoutSpendMinor() {
        return holdoutSpend;
    }

    /**
     * Returns what was given back in the holdout, exactly.
     *
     * @return the sum in minor units, not negative
     */
    public long holdoutRefundsMinor() {
        return holdoutRefunds;
    }

    private double major(long minor) {
        return requireNonNull(calibration.unit()).major(minor);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("PurchaseSplit", 1)
                .with("calibration", calibration)
                .with("holdoutLength", holdoutLength)
                .with("holdoutFrequency", holdoutFrequency)
                .with("holdoutSpend", holdoutSpend)
                .with("holdoutRefunds", holdoutRefunds);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the split
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static PurchaseSplit ofStored(StoredForm form) {
        StoredFields fields = form.expect(
                "PurchaseSplit",
                1,
                "calibration",
                "holdoutLength",
                "holdoutFrequency",
                "holdoutSpend",
                "holdoutRefunds");
        return new PurchaseSplit(
                fields.part("calibration").as(PurchaseHistory.class),
                fields.whole("holdoutLength"),
                fields.whole("holdoutFrequency"),
                fields.whole("holdoutSpend"),
                fields.whole("holdoutRefunds"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PurchaseSplit that
                && calibration.equals(that.calibration)
                && holdoutLength == that.holdoutLength
                && holdoutFrequency == that.holdoutFrequency
                && holdoutSpend == that.holdoutSpend
                && holdoutRefunds == that.holdoutRefunds;
    }

    @Override
    public int hashCode() {
        return Objects.hash(calibration, holdoutLength, holdoutFrequency, holdoutSpend, holdoutRefunds);
    }

    /**
     * Returns the history and the holdout, amounts in minor units.
     *
     * @return each part by its name
     */
    @Override
    public String toString() {
        return "PurchaseSplit[calibration=" + calibration + ", holdoutLength=" + holdoutLength + ", holdoutFrequency="
                + holdoutFrequency + ", holdoutSpend=" + holdoutSpend + ", holdoutRefunds=" + holdoutRefunds + "]";
    }
}

package io.cxmetrics.value;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * A customer's history up to a day, to fit a model to, and what the customer bought after it, to judge the model by.
 *
 * <p>The day after the end of calibration is the first of the holdout. With periods longer than a day let calibration end
 * with a period: one that the end cuts in two may count on both sides.
 *
 * <p><b>Left out.</b> Who bought first after the end of calibration is no customer that a model could know.
 *
 * <pre>{@code
 * ActivityLog<String> log = Stream.of(
 *         Activity.on("ann", LocalDate.of(2026, 3, 2), 3000),
 *         Activity.on("ann", LocalDate.of(2026, 4, 9), 1000),
 *         Activity.on("bob", LocalDate.of(2026, 4, 9), 2000)).collect(ActivityLog.toActivityLog());
 * Map<String, PurchaseSplit> split = PurchaseSplit.from(
 *         log, PurchaseDefinition.in(ZoneOffset.UTC), LocalDate.of(2026, 3, 31), LocalDate.of(2026, 4, 30));
 * split.keySet(); // [ann]
 * split.get("ann").calibration().frequency(); // 0
 * split.get("ann").holdoutFrequency(); // 1
 * split.get("ann").holdoutLength(); // 30
 * }</pre>
 *
 * @param calibration the history up to the end of calibration
 * @param holdoutLength how many periods the holdout has
 * @param holdoutFrequency how many of them had a purchase
 * @param holdoutSpend what was spent in them, gross of refunds, in minor units
 * @param holdoutRefunds what was given back in them
 */
public record PurchaseSplit(
        PurchaseHistory calibration, long holdoutLength, long holdoutFrequency, long holdoutSpend, long holdoutRefunds)
        implements Serializable {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a part is negative
     */
    public PurchaseSplit {
        requireNonNull(calibration, "calibration");
        Checks.notNegative("holdoutLength", holdoutLength);
        Checks.notNegative("holdoutFrequency", holdoutFrequency);
        Checks.notNegative("holdoutSpend", holdoutSpend);
        Checks.notNegative("holdoutRefunds", holdoutRefunds);
    }

    /**
     * Splits the histories of the customers of a log.
     *
     * @param log who bought what and when
     * @param definition which activities are purchases, and on whose calendar
     * @param calibrationThrough the last day of calibration
     * @param observedThrough the last day of the holdout; what came later is left out
     * @param <K> the type of the keys of customers
     * @return an unmodifiable map in no particular order, of those who bought up to the end of calibration
     * @throws IllegalArgumentException if the holdout does not end after the calibration
     * @throws ArithmeticException if the amounts of a customer overflow
     */
    public static <K> Map<K, PurchaseSplit> from(
            ActivityLog<K> log, PurchaseDefinition definition, LocalDate calibrationThrough, LocalDate observedThrough) {
        checkOrder(calibrationThrough, observedThrough);
        long split = calibrationThrough.toEpochDay();
        long end = observedThrough.toEpochDay();
        long length = definition.period().index(end) - definition.period().index(split);
        Map<K, PurchaseSplit> splits = new HashMap<>();
        log.histories()
                .forEach((actor, history) -> PurchaseHistory.of(history, definition, calibrationThrough)
                        .ifPresent(calibration -> {
                            PurchaseSums holdout = PurchaseSums.of(history, definition, split + 1, end);
                            splits.put(
                                    actor,
                                    new PurchaseSplit(
                                            calibration,
                                            length,
                                            holdout.periods(),
                                            holdout.spend(),
                                            holdout.refunds()));
                        }));
        return Collections.unmodifiableMap(splits);
    }

    /**
     * Returns how activities become the split histories of customers, for streams and engines.
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
        return ActivityLog.<K>aggregation()
                .andThen(log -> from(log, definition, calibrationThrough, observedThrough));
    }

    private static void checkOrder(LocalDate calibrationEnd, LocalDate holdoutEnd) {
        if (!holdoutEnd.isAfter(calibrationEnd)) {
            throw new IllegalArgumentException("observedThrough must be after calibrationThrough "
                    + calibrationEnd + ", got " + holdoutEnd);
        }
    }
}

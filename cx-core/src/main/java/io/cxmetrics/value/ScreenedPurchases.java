package io.cxmetrics.value;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.Maps;
import io.cxmetrics.retention.activity.ActivityLog;
import java.io.Serializable;
import java.util.Map;

/**
 * The rows of an export after {@link PurchaseScreening}: the log of purchases and refunds, and how many rows were left
 * out by reason.
 *
 * @param log the purchases and refunds
 * @param leftOut how many rows were no purchase, by the reasons that occurred
 * @param <K> the type of the keys of customers
 * @since 0.1
 */
public record ScreenedPurchases<K>(ActivityLog<K> log, Map<PurchaseFlaw, Long> leftOut) implements Serializable {

    /** Keeps the counts in the order of the reasons. */
    public ScreenedPurchases {
        requireNonNull(log, "log");
        leftOut = Maps.immutableEnumMap(leftOut);
    }

    /**
     * Returns how many rows were left out for a reason.
     *
     * @param flaw the reason
     * @return the count
     */
    public long leftOut(PurchaseFlaw flaw) {
        return leftOut.getOrDefault(flaw, 0L);
    }
}

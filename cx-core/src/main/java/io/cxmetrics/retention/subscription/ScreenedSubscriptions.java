package io.cxmetrics.retention.subscription;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.Maps;
import java.io.Serializable;
import java.util.Map;

/**
 * Subscriptions after {@link SubscriptionScreening}: the ledger, and how many were left out by reason. Both add up to
 * the input.
 *
 * @param ledger the subscriptions that can be
 * @param leftOut how many subscriptions were left out, by the reasons that occurred
 * @param <K> the type of the keys of customers
 * @since 0.1
 */
public record ScreenedSubscriptions<K>(SubscriptionLedger<K> ledger, Map<SubscriptionFlaw, Long> leftOut)
        implements Serializable {

    /** Keeps the counts in the order of the reasons. */
    public ScreenedSubscriptions {
        requireNonNull(ledger, "ledger");
        leftOut = Maps.immutableEnumMap(leftOut);
    }

    /**
     * Returns how many were left out for a reason.
     *
     * @param flaw the reason
     * @return the count
     */
    public long leftOut(SubscriptionFlaw flaw) {
        return leftOut.getOrDefault(flaw, 0L);
    }

    /**
     * Returns how many subscriptions there were.
     *
     * @return those in the ledger and those left out
     */
    public long total() {
        return ledger.count()
                + leftOut.values().stream().mapToLong(Long::longValue).sum();
    }
}

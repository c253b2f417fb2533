package io.cxmetrics.retention.revenue;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.Maps;
import io.cxmetrics.internal.Checks;
import java.io.Serializable;
import java.util.Map;

/**
 * Lines of revenue after {@link RevenueScreening}: the ledger, and how many lines were left out by reason. Both add up
 * to the input.
 *
 * @param ledger the lines that can be used
 * @param kept how many lines are in the ledger
 * @param leftOut how many lines were left out, by the reasons that occurred
 * @param <K> the type of the keys of customers
 * @since 0.1
 */
public record ScreenedRevenue<K>(RevenueLedger<K> ledger, long kept, Map<RevenueFlaw, Long> leftOut)
        implements Serializable {

    /** Keeps the counts in the order of the reasons. */
    public ScreenedRevenue {
        requireNonNull(ledger, "ledger");
        Checks.notNegative("kept", kept);
        leftOut = Maps.immutableEnumMap(leftOut);
    }

    /**
     * Returns how many lines were left out for a reason.
     *
     * @param flaw the reason
     * @return the count
     */
    public long leftOut(RevenueFlaw flaw) {
        return leftOut.getOrDefault(flaw, 0L);
    }

    /**
     * Returns how many lines there were.
     *
     * @return those in the ledger and those left out
     */
    public long total() {
        return kept + leftOut.values().stream().mapToLong(Long::longValue).sum();
    }
}

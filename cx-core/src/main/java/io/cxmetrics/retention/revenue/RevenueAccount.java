package io.cxmetrics.retention.revenue;

import java.io.Serializable;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one customer paid in the months in which they were there. Months count from year 0. */
final class RevenueAccount implements Serializable {

    private static final long serialVersionUID = 1;

    private final long[] months;
    private final long[] amounts;

    RevenueAccount(SortedMap<Long, Long> byMonth) {
        months = byMonth.keySet().stream().mapToLong(Long::longValue).toArray();
        amounts = byMonth.values().stream().mapToLong(Long::longValue).toArray();
    }

    RevenueAccount plus(RevenueAccount other) {
        SortedMap<Long, Long> joined = new TreeMap<>();
        addTo(joined);
        other.addTo(joined);
        return new RevenueAccount(joined);
    }

    private void addTo(SortedMap<Long, Long> byMonth) {
        for (int i = 0; i < months.length; i++) {
            byMonth.merge(months[i], amounts[i], Math::addExact);
        }
    }

    long[] months() {
        return months;
    }

    /** What was paid in a month; 0 for nothing. */
    long amount(long month) {
        int at = Arrays.binarySearch(months, month);
        return at < 0 ? 0 : amounts[at];
    }

    boolean isCustomer(long month, FreePlan rule) {
        int at = Arrays.binarySearch(months, month);
        return at >= 0 && (amounts[at] > 0 || (rule == FreePlan.CONTRACTION && paidBy(month)));
    }

    /** Whether anything was paid in the month or before. */
    boolean paidBy(long month) {
        for (int i = 0; i < months.length && months[i] <= month; i++) {
            if (amounts[i] > 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RevenueAccount that
                && Arrays.equals(months, that.months)
                && Arrays.equals(amounts, that.amounts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(months) + Arrays.hashCode(amounts);
    }
}

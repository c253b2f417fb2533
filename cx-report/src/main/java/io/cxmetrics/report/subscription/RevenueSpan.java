package io.cxmetrics.report.subscription;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.retention.revenue.FreePlan;
import io.cxmetrics.retention.revenue.RecurringRevenue;
import io.cxmetrics.retention.revenue.RevenueBridge;
import io.cxmetrics.retention.revenue.RevenueLedger;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The recurring revenue of a group over the months that the question names, so that all groups have the same.
 *
 * @param ledger what the customers of the group paid
 * @param bridge the way from the first month to the last; null without months
 * @param free what going on with a free plan means
 * @param trailing over how many months rates are given beside those of a month; 0 for none
 * @since 0.1
 */
public record RevenueSpan(
        RevenueLedger<String> ledger, @Nullable RevenueBridge bridge, FreePlan free, int trailing) {

    /** Checks that the parts are there. */
    public RevenueSpan {
        requireNonNull(ledger, "ledger");
        requireNonNull(free, "free");
    }

    /**
     * One month of a group.
     *
     * @param moved the movements from the month before
     * @param trailing the movements over several months; null where the first month is too late for them
     */
    public record Month(RecurringRevenue moved, @Nullable RecurringRevenue trailing) {

        /** Checks that the movements are there. */
        public Month {
            requireNonNull(moved, "moved");
        }

        /** The movements over several months, of nobody where there are none. */
        RecurringRevenue trailingOrNone() {
            return trailing == null ? RecurringRevenue.EMPTY : trailing;
        }

        /**
         * Returns how many customers speak of the month.
         *
         * @return those of the opening, and those who came
         */
        public long customers() {
            return moved.opening()
                    .plus(moved.newBusiness())
                    .plus(moved.reactivation())
                    .customers();
        }
    }

    /**
     * Returns the revenue of a group.
     *
     * @param ledger what the customers of the group paid
     * @param first the first month; null without months
     * @param last the last month; null without months
     * @param free what going on with a free plan means
     * @param trailing over how many months rates are given beside those of a month; 0 for none
     * @return the revenue
     */
    public static RevenueSpan of(
            RevenueLedger<String> ledger,
            @Nullable YearMonth first,
            @Nullable YearMonth last,
            FreePlan free,
            int trailing) {
        RevenueBridge bridge = first == null || last == null ? null : ledger.bridge(first, last, free);
        return new RevenueSpan(ledger, bridge, free, trailing);
    }

    /** How many months there are, the first included. */
    long months() {
        return bridge == null ? 0 : bridge.monthly().size() + 1L;
    }

    /** The movements from the first month to the last; of nobody where there is one month at most. */
    RecurringRevenue between() {
        return bridge == null || bridge.monthly().isEmpty() ? RecurringRevenue.EMPTY : bridge.between();
    }

    /**
     * Returns the months after the first by their names.
     *
     * @return the months, in the order of time
     */
    public Map<String, Month> named() {
        Map<String, Month> named = new LinkedHashMap<>();
        if (bridge != null) {
            bridge.monthly().forEach((month, moved) -> named.put(month.toString(), new Month(moved, before(month))));
        }
        return named;
    }

    private @Nullable RecurringRevenue before(YearMonth month) {
        YearMonth start = month.minusMonths(trailing);
        boolean early = bridge == null || start.isBefore(bridge.first());
        return trailing == 0 || early ? null : ledger.movements(start, month, free);
    }
}

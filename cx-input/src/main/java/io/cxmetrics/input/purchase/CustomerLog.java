package io.cxmetrics.input.purchase;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Summary;
import io.cxmetrics.retention.activity.ActivityLog;

/**
 * The activities of customers whose rows could all be read, and how many customers are left out. Logs of different
 * customers add up.
 *
 * <p>A customer with a row that cannot be read might have bought then or not, for much or for little. So the whole
 * customer is left out: without the row it would seem to have stayed away.
 *
 * @param log who did what and when
 * @param customersLeftOut how many customers have a row that cannot be used
 * @since 0.1
 */
public record CustomerLog(ActivityLog<String> log, long customersLeftOut) implements Summary<CustomerLog> {

    private static final long serialVersionUID = 1;

    /** No customers. */
    public static final CustomerLog EMPTY = new CustomerLog(ActivityLog.empty(), 0);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the count is negative
     */
    public CustomerLog {
        requireNonNull(log, "log");
        if (customersLeftOut < 0) {
            throw new IllegalArgumentException("customersLeftOut must not be negative, got " + customersLeftOut);
        }
    }

    /**
     * Returns how many customers are in the log.
     *
     * @return the count
     */
    public long count() {
        return log.actors();
    }

    @Override
    public CustomerLog plus(CustomerLog other) {
        return new CustomerLog(log.plus(other.log), Math.addExact(customersLeftOut, other.customersLeftOut));
    }
}

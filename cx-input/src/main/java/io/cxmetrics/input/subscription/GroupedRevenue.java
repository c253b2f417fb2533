package io.cxmetrics.input.subscription;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.input.InputException;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.retention.revenue.RevenueLedger;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * The recurring revenue of a table in its groups, with the months that all groups share: a group that is gone before
 * the last month has churned.
 *
 * @param ledgers the revenue by customer and month
 * @param first the first month of the table; null without months
 * @param last the last month that is known; null without months
 * @param currency the currency of the amounts; null where no column names it
 * @since 0.1
 */
public record GroupedRevenue(
        Groups<RevenueLedger<String>> ledgers,
        @Nullable YearMonth first,
        @Nullable YearMonth last,
        @Nullable Currency currency) {

    /** More months than that come from a mistyped year. */
    private static final int MOST_MONTHS = 10_000;

    /**
     * Checks the months.
     *
     * @throws IllegalArgumentException if there is one of both months only
     */
    public GroupedRevenue {
        requireNonNull(ledgers, "ledgers");
        if ((first == null) != (last == null)) {
            throw new IllegalArgumentException(
                    "first and last must be given both or neither, got " + first + " and " + last);
        }
    }

    /** Refuses a window that nobody reads. */
    static void requireFew(YearMonth first, YearMonth last) {
        if (first.until(last, ChronoUnit.MONTHS) >= MOST_MONTHS) {
            throw InputException.data("months must not be more than " + MOST_MONTHS + ", got " + first + " to " + last);
        }
    }
}

package io.cxmetrics.input.purchase;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.input.reading.Groups;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * The customers of a file, in their groups, and until when the file tells of them.
 *
 * @param groups the logs of the customers by group; each customer is in one
 * @param observedThrough the last day that is known: the one that was asked for, or the latest of the file; null if the
 *     file has no day
 * @param observedWhole the last day that is known from its first to its last moment; the same, unless observation ends
 *     within a day
 * @param currency the currency of the amounts; null where rows name none
 * @since 0.1
 */
public record CustomerLogs(
        Groups<CustomerLog> groups,
        @Nullable LocalDate observedThrough,
        @Nullable LocalDate observedWhole,
        @Nullable Currency currency) {

    /** Checks that the groups are there. */
    public CustomerLogs {
        requireNonNull(groups, "groups");
    }
}

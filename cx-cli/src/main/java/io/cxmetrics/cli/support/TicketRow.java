package io.cxmetrics.cli.support;

import io.cxmetrics.support.Ticket;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as a file tells it.
 *
 * @param labels the values of the columns that groups are made by
 * @param period the label of its period, null where none is asked for
 * @param created when it was created
 * @param resolved when it was resolved, null if it is not
 * @param history its history, null where the file has none
 */
record TicketRow(
        List<String> labels,
        @Nullable String period,
        Instant created,
        @Nullable Instant resolved,
        @Nullable Ticket history) {}

package io.cxmetrics.cli.support;

import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.resolution.TimeToResolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The tickets of one group or period, while they grow: two numbers each, and the history where there is one. */
final class TicketGroup {

    private final LongStream.Builder created = LongStream.builder();
    private final LongStream.Builder resolved = LongStream.builder();
    private final List<Ticket> histories = new ArrayList<>();
    private final Map<String, Long> leftOut = new TreeMap<>();
    private final Map<String, TicketGroup> periods = new TreeMap<>();
    private long rows;
    private @Nullable Tickets tickets;

    void add(TicketRow row) {
        rows++;
        created.add(row.created().toEpochMilli());
        resolved.add(
                row.resolved() == null
                        ? TimeToResolution.UNRESOLVED
                        : row.resolved().toEpochMilli());
        if (row.history() != null) {
            histories.add(row.history());
        }
        if (row.period() != null) {
            period(row.period()).add(new TicketRow(List.of(), null, row.created(), row.resolved(), row.history()));
        }
    }

    void leaveOut(String reason) {
        rows++;
        leftOut.merge(reason, 1L, Long::sum);
    }

    TicketGroup period(String label) {
        return periods.computeIfAbsent(label, p -> new TicketGroup());
    }

    /** Ends the growing: nothing may be added from here on. */
    Tickets tickets() {
        if (tickets == null) {
            tickets = new Tickets(created.build().toArray(), resolved.build().toArray(), histories);
        }
        return tickets;
    }

    long rows() {
        return rows;
    }

    Map<String, Long> leftOut() {
        return leftOut;
    }

    Map<String, TicketGroup> periods() {
        return periods;
    }
}

package io.cxmetrics.input.support;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of tickets that have several: twenty bytes each, and the dates of a ticket once as long as they stay the
 * same. When all are read they are put in the order of tickets and time.
 *
 * <p>Rows of one ticket at one time are in the order of their file. A file in which the times of each ticket fall, and
 * never rise, runs newest first, so it is read from its end.
 */
final class LoggedRows {

    private final IntColumn ticket = new IntColumn();
    private final LongColumn at = new LongColumn();
    private final IntColumn facts = new IntColumn();
    private final List<TicketDates> dates = new ArrayList<>();
    private final List<TicketDates> lastDates = new ArrayList<>();
    private final IntColumn starts = new IntColumn();
    private String file = "";

    /** The rows of each ticket in the order of time. */
    static final class Sorted {
        private final int[] bounds;
        private final int[] order;

        Sorted(int[] bounds, int[] order) {
            this.bounds = bounds;
            this.order = order;
        }

        /** The place of the first row of a ticket. */
        int first(int ticket) {
            return bounds[ticket];
        }

        /** The place after its last row. */
        int end(int ticket) {
            return bounds[ticket + 1];
        }

        /** The row at a place. */
        int row(int place) {
            return order[place];
        }
    }

    void add(int of, long when, int what, TicketDates said, String where) {
        if (starts.size() == 0 || !file.equals(where)) {
            file = where;
            starts.add(ticket.size());
        }
        while (lastDates.size() <= of) {
            lastDates.add(said);
        }
        TicketDates shared = lastDates.get(of).equals(said) ? lastDates.get(of) : said;
        lastDates.set(of, shared);
        ticket.add(of);
        at.add(when);
        facts.add(what);
        dates.add(shared);
    }

    long at(int row) {
        return at.get(row);
    }

    int facts(int row) {
        return facts.get(row);
    }

    TicketDates dates(int row) {
        return dates.get(row);
    }

    Sorted sorted(int tickets) {
        int[] bounds = new int[tickets + 1];
        for (int row = 0; row < ticket.size(); row++) {
            bounds[ticket.get(row) + 1]++;
        }
        for (int t = 0; t < tickets; t++) {
            bounds[t + 1] += bounds[t];
        }
        int[] next = bounds.clone();
        int[] order = new int[ticket.size()];
        for (int row = 0; row < ticket.size(); row++) {
            order[next[ticket.get(row)]++] = row;
        }
        boolean[] newestFirst = newestFirst(bounds, order);
        for (int t = 0; t < tickets; t++) {
            sort(order, bounds[t], bounds[t + 1], newestFirst);
        }
        return new Sorted(bounds, order);
    }

    /** For each file, whether the times of its tickets fall at least once and never rise. */
    private boolean[] newestFirst(int[] bounds, int[] order) {
        boolean[] falls = new boolean[starts.size()];
        boolean[] rises = new boolean[starts.size()];
        for (int t = 0; t + 1 < bounds.length; t++) {
            for (int i = bounds[t] + 1; i < bounds[t + 1]; i++) {
                int of = file(order[i]);
                if (of == file(order[i - 1])) {
                    falls[of] |= at(order[i]) < at(order[i - 1]);
                    rises[of] |= at(order[i]) > at(order[i - 1]);
                }
            }
        }
        for (int of = 0; of < falls.length; of++) {
            falls[of] &= !rises[of];
        }
        return falls;
    }

    private int file(int row) {
        int low = 0;
        int high = starts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts.get(middle) > row) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return low;
    }

    private void sort(int[] order, int from, int to, boolean[] newestFirst) {
        boolean sorted = true;
        for (int i = from + 1; i < to && sorted; i++) {
            sorted = precedes(order[i - 1], order[i], newestFirst);
        }
        if (sorted) {
            return;
        }
        List<Integer> rows = new ArrayList<>();
        for (int i = from; i < to; i++) {
            rows.add(order[i]);
        }
        rows.sort((one, other) -> one.equals(other) ? 0 : precedes(one, other, newestFirst) ? -1 : 1);
        for (int i = from; i < to; i++) {
            order[i] = rows.get(i - from);
        }
    }

    private boolean precedes(int one, int other, boolean[] newestFirst) {
        if (at(one) != at(other)) {
            return at(one) < at(other);
        }
        int of = file(one);
        boolean reversed = of == file(other) && newestFirst[of];
        return reversed ? one > other : one < other;
    }
}

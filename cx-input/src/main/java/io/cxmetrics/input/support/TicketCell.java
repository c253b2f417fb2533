package io.cxmetrics.input.support;

import io.cxmetrics.input.reading.Labels;

/** The group and the period of a ticket. Cells order themselves. */
record TicketCell(Labels labels, String period) implements Comparable<TicketCell> {

    @Override
    public int compareTo(TicketCell other) {
        int byLabels = labels.compareTo(other.labels);
        return byLabels != 0 ? byLabels : period.compareTo(other.period);
    }
}

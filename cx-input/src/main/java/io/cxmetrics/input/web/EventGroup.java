package io.cxmetrics.input.web;

import io.cxmetrics.input.reading.Labels;

/** Where events count: the labels of a group and a period. */
record EventGroup(Labels labels, String period) implements Comparable<EventGroup> {

    /** The group as far as it is asked for. */
    EventGroup part(boolean byLabels, boolean byPeriod) {
        return byLabels && byPeriod ? this : new EventGroup(byLabels ? labels : Labels.ALL, byPeriod ? period : "");
    }

    @Override
    public int compareTo(EventGroup other) {
        int byLabels = labels.compareTo(other.labels);
        return byLabels != 0 ? byLabels : period.compareTo(other.period);
    }
}

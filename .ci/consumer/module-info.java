/** What a stranger writes: one line, and the metrics are there. */
module consumer {
    requires io.cxmetrics.core;
}

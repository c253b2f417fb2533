/** Customer-experience metrics: exact definitions, stated uncertainty, summaries that add up. */
module io.cxmetrics.core {
    requires com.dynatrace.hash4j;
    requires com.google.common;
    requires org.apache.commons.rng.api;
    requires org.apache.commons.statistics.distribution;
    requires static org.jspecify;

    exports io.cxmetrics;
    exports io.cxmetrics.retention;
    exports io.cxmetrics.stat;
    exports io.cxmetrics.support;
    exports io.cxmetrics.survey;
    exports io.cxmetrics.time;
    exports io.cxmetrics.value;
    exports io.cxmetrics.web;
}

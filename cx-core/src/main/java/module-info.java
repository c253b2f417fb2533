/** Customer-experience metrics: exact definitions, stated uncertainty, summaries that add up. */
module io.cxmetrics.core {
    requires com.dynatrace.hash4j;
    requires com.google.common;
    requires org.apache.commons.rng.api;
    requires org.apache.commons.statistics.distribution;
    requires static com.google.errorprone.annotations;
    requires static org.jspecify;

    exports io.cxmetrics;
    exports io.cxmetrics.catalogue;
    exports io.cxmetrics.compare;
    exports io.cxmetrics.compare.difference;
    exports io.cxmetrics.compare.driver;
    exports io.cxmetrics.compare.experiment;
    exports io.cxmetrics.compare.retention;
    exports io.cxmetrics.compare.segment;
    exports io.cxmetrics.compare.trend;
    exports io.cxmetrics.retention.activity;
    exports io.cxmetrics.retention.cohort;
    exports io.cxmetrics.retention.revenue;
    exports io.cxmetrics.retention.subscription;
    exports io.cxmetrics.stat;
    exports io.cxmetrics.stat.survival;
    exports io.cxmetrics.support;
    exports io.cxmetrics.support.contact;
    exports io.cxmetrics.support.resolution;
    exports io.cxmetrics.support.selfservice;
    exports io.cxmetrics.support.sla;
    exports io.cxmetrics.survey;
    exports io.cxmetrics.survey.journey;
    exports io.cxmetrics.survey.reason;
    exports io.cxmetrics.survey.response;
    exports io.cxmetrics.survey.weighted;
    exports io.cxmetrics.time;
    exports io.cxmetrics.value;
    exports io.cxmetrics.web;
    exports io.cxmetrics.web.cart;
    exports io.cxmetrics.web.funnel;
    exports io.cxmetrics.web.page;
    exports io.cxmetrics.web.session;
    exports io.cxmetrics.web.usage;
    exports io.cxmetrics.web.visitor;
}

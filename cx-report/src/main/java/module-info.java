/** Figures of customer-experience metrics: tables for people, JSON and CSV for programs. */
module io.cxmetrics.report {
    requires transitive io.cxmetrics.core;
    requires transitive io.cxmetrics.input;
    requires transitive io.cxmetrics.models;
    requires com.fasterxml.jackson.core;
    requires de.siegmar.fastcsv;
    requires static com.google.errorprone.annotations;
    requires static org.jspecify;

    exports io.cxmetrics.report;
    exports io.cxmetrics.report.compare;
    exports io.cxmetrics.report.purchase;
    exports io.cxmetrics.report.subscription;
    exports io.cxmetrics.report.support;
    exports io.cxmetrics.report.survey;
    exports io.cxmetrics.report.web;
}

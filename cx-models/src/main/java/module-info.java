/** Fitted models of customer behaviour: parametric survival, and what a customer will buy. */
module io.cxmetrics.models {
    requires transitive io.cxmetrics.core;
    requires org.apache.commons.numbers.gamma;
    requires org.slf4j;
    requires static com.google.errorprone.annotations;
    requires static org.jspecify;

    exports io.cxmetrics.models;
    exports io.cxmetrics.models.contract;
    exports io.cxmetrics.models.forecast;
    exports io.cxmetrics.models.purchase;
    exports io.cxmetrics.models.survival;
    exports io.cxmetrics.models.value;
}

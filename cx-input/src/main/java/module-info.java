/** Files as people have them: rows read into the inputs of cx-core, with what was left out, by reason. */
module io.cxmetrics.input {
    requires transitive io.cxmetrics.core;
    requires com.fasterxml.jackson.core;
    requires de.siegmar.fastcsv;
    requires org.slf4j;
    requires org.snakeyaml.engine;
    requires static com.google.errorprone.annotations;
    requires static org.jspecify;

    exports io.cxmetrics.input;
    exports io.cxmetrics.input.field;
    exports io.cxmetrics.input.purchase;
    exports io.cxmetrics.input.profile;
    exports io.cxmetrics.input.reading;
    exports io.cxmetrics.input.source;
    exports io.cxmetrics.input.subscription;
    exports io.cxmetrics.input.support;
    exports io.cxmetrics.input.survey;
    exports io.cxmetrics.input.table;
    exports io.cxmetrics.input.web;
}

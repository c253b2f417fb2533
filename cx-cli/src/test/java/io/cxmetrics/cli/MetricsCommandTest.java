package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.cxmetrics.catalogue.Catalogue;
import io.cxmetrics.catalogue.Metric;
import org.junit.jupiter.api.Test;

/** The catalogue on a terminal and as JSON. */
class MetricsCommandTest {

    @Test
    void listsEachMetricOnALine() {
        Run run = Run.cx("metrics");
        assertThat(run.code()).isZero();
        assertThat(run.out().lines()).hasSameSizeAs(Catalogue.metrics());
        assertThat(run.out()).startsWith("nps ").contains("Net Promoter Score", "\ncsat ");
    }

    @Test
    void describesAMetricWithItsFormulaAndSources() {
        Run run = Run.cx("metrics", "nps", "bounce-rate");
        assertThat(run.out())
                .startsWith("Net Promoter Score (nps)\n")
                .contains(
                        "  100 (promoters - detractors) / answers\n",
                        "range: -100 to 100\n",
                        "sources:\n  F. Reichheld")
                .contains("\n\nBounce rate (bounce-rate)\n");
    }

    @Test
    void givesTheSameAsJson() throws JsonProcessingException {
        JsonNode metrics = Run.cx("metrics", "--json").json();
        assertThat(metrics).hasSameSizeAs(Catalogue.metrics());
        for (JsonNode json : metrics) {
            Metric metric = Catalogue.metric(json.get("id").asText());
            assertThat(json.get("formula").asText()).isEqualTo(metric.formula());
            assertThat(json.get("sources")).hasSameSizeAs(metric.sources());
        }
    }

    @Test
    void saysThatThereIsNoSuchMetric() {
        assertThat(Run.cx("metrics", "npz"))
                .isEqualTo(new Run(2, "", "cx: npz: no metric of this name; cx metrics lists them\n"));
    }
}

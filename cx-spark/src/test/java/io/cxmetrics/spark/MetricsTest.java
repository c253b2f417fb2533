package io.cxmetrics.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.catalogue.Metric;
import io.cxmetrics.spark.catalogue.Catalogue;
import io.cxmetrics.spark.catalogue.Composite;
import io.cxmetrics.spark.catalogue.Composites;
import io.cxmetrics.spark.catalogue.MetricFunction;
import io.cxmetrics.spark.catalogue.Metrics;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void everyFunctionAnswersAMetric() {
        Stream<String> names = Stream.concat(
                Catalogue.functions().stream().map(MetricFunction::name),
                Composites.list().stream().map(Composite::name));
        assertThat(names)
                .hasSizeGreaterThan(80)
                .allSatisfy(name -> assertThat(Metrics.of(name)).as(name).isPresent());
    }

    @Test
    void theLongestNameCounts() {
        assertThat(Metrics.of("nps_margin")).map(Metric::id).contains("nps");
        assertThat(Metrics.of("nps_weighted_low")).map(Metric::id).contains("weighted-nps");
        assertThat(Metrics.of("business_millis")).isEmpty();
    }
}

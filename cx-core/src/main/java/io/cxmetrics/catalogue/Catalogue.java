package io.cxmetrics.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All metrics of the library, by id.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Catalogue.metric("nps").direction(); // HIGHER_IS_BETTER
 * Catalogue.metric("churn-rate").direction(); // LOWER_IS_BETTER
 * Catalogue.find("happiness"); // Optional.empty
 * }</pre>
 *
 * @since 0.1
 */
public final class Catalogue {

    private static final Map<String, Metric> METRICS = byId(Stream.of(
                    SurveyMetrics.all(),
                    SupportMetrics.all(),
                    RetentionMetrics.all(),
                    ValueMetrics.all(),
                    WebMetrics.all(),
                    StatisticsMetrics.all())
            .flatMap(List::stream)
            .toList());

    private Catalogue() {}

    private static Map<String, Metric> byId(List<Metric> metrics) {
        Map<String, Metric> byId = new LinkedHashMap<>();
        for (Metric metric : metrics) {
            if (byId.put(metric.id(), metric) != null) {
                throw new IllegalStateException("id must be unique, got " + metric.id() + " twice");
            }
        }
        return Collections.unmodifiableMap(byId);
    }

    /**
     * Returns all metrics.
     *
     * @return an unmodifiable list, family by family
     */
    public static List<Metric> metrics() {
        return List.copyOf(METRICS.values());
    }

    /**
     * Returns the metrics of a family.
     *
     * @param family the family
     * @return an unmodifiable list
     */
    public static List<Metric> metrics(MetricFamily family) {
        return METRICS.values().stream()
                .filter(metric -> metric.family() == family)
                .toList();
    }

    /**
     * Returns a metric.
     *
     * @param id its id, such as {@code nps}
     * @return the metric
     * @throws IllegalArgumentException if there is none
     */
    public static Metric metric(String id) {
        return find(id).orElseThrow(
                        () -> new IllegalArgumentException("id must be one of " + METRICS.keySet() + ", got " + id));
    }

    /**
     * Returns a metric, if there is one.
     *
     * @param id the id
     * @return the metric, or empty
     */
    public static Optional<Metric> find(String id) {
        return Optional.ofNullable(METRICS.get(id));
    }
}

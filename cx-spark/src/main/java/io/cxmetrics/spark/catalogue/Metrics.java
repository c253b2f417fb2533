package io.cxmetrics.spark.catalogue;

import io.cxmetrics.catalogue.Metric;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Which metric of the core's catalogue a function answers. */
public final class Metrics {

    /** The metric of all functions whose name is this, or begins with it and an underscore; the longest counts. */
    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("nps", "nps"),
            Map.entry("nps_weighted", "weighted-nps"),
            Map.entry("csat", "csat"),
            Map.entry("ces", "ces"),
            Map.entry("top_box", "box-score"),
            Map.entry("bottom_box", "box-score"),
            Map.entry("net_box", "box-score"),
            Map.entry("cx_rate", "rate"),
            Map.entry("churn_rate", "churn-rate"),
            Map.entry("retention_rate", "cohort-retention"),
            Map.entry("bounce_rate", "bounce-rate"),
            Map.entry("abandonment_rate", "cart-abandonment"),
            Map.entry("conversion_rate", "conversion-rate"),
            Map.entry("ctr", "click-through-rate"),
            Map.entry("fcr", "first-contact-resolution"),
            Map.entry("reopen_rate", "reopen-rate"),
            Map.entry("sla_attainment", "sla-attainment"),
            Map.entry("grr", "gross-revenue-retention"),
            Map.entry("nrr", "net-revenue-retention"),
            Map.entry("revenue", "recurring-revenue"),
            Map.entry("mean", "mean"),
            Map.entry("moments", "mean"),
            Map.entry("ttr", "time-to-resolution"),
            Map.entry("unique_visitors", "unique-visitors"));

    private Metrics() {}

    /** Returns the metric of a function, if it answers one. */
    public static Optional<Metric> of(String function) {
        return IDS.keySet().stream()
                .filter(prefix -> function.equals(prefix) || function.startsWith(prefix + "_"))
                .max(Comparator.comparingInt(String::length))
                .map(prefix -> io.cxmetrics.catalogue.Catalogue.metric(IDS.getOrDefault(prefix, "")));
    }
}

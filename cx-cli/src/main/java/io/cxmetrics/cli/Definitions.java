package io.cxmetrics.cli;

import io.cxmetrics.catalogue.Catalogue;
import io.cxmetrics.catalogue.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** What the help of a command says about its metrics, in the words of the catalogue. */
final class Definitions {

    private static final Map<String, List<String>> METRICS = Map.ofEntries(
            Map.entry("nps", List.of("nps")),
            Map.entry("csat", List.of("csat")),
            Map.entry("ces", List.of("ces")),
            Map.entry("support", List.of("time-to-resolution", "first-reply-time", "sla-attainment", "backlog")),
            Map.entry("churn", List.of("churn-rate")),
            Map.entry("survival", List.of("survival")),
            Map.entry("mrr", List.of("recurring-revenue", "gross-revenue-retention", "net-revenue-retention")),
            Map.entry("retention", List.of("cohort-retention")),
            Map.entry("clv", List.of("lifetime-value", "historic-value")),
            Map.entry("rfm", List.of("rfm-score")),
            Map.entry("ltv", List.of("lifetime-value", "purchase-history")),
            Map.entry("web", List.of("sessions", "bounce-rate")),
            Map.entry("funnel", List.of("funnel")),
            Map.entry("cart", List.of("cart-abandonment")));

    private Definitions() {}

    /** The description of a command with its definitions below; made only when it is shown. */
    static String description(CommandLine.Help help) {
        CommandLine.Model.UsageMessageSpec usage = help.commandSpec().usageMessage();
        List<String> lines = new ArrayList<>(List.of(usage.description()));
        for (String id : METRICS.getOrDefault(help.commandSpec().name(), List.of())) {
            Metric metric = Catalogue.metric(id);
            lines.add("");
            lines.add(metric.title() + ". " + metric.definition());
            lines.add("  " + metric.formula());
        }
        lines.add("");
        String[] own = usage.description();
        usage.description(lines.toArray(String[]::new));
        String text = help.description();
        usage.description(own);
        return text;
    }
}

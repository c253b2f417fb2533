package io.cxmetrics.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The page of all metrics, made from the catalogue. Run it with the path of the page to write it anew. */
final class MetricsPage {

    private MetricsPage() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), text());
    }

    static String text() {
        StringBuilder page = new StringBuilder("""
                # Metrics

                Undefined is `NaN`, never 0. Edge cases, intervals and an example stand in the Javadoc of each type. This page is made
                from the catalogue, which a program can ask too: `Catalogue.metric("nps").direction()`.
                """);
        for (MetricFamily family : MetricFamily.values()) {
            page.append("\n## ").append(family.title()).append('\n');
            Catalogue.metrics(family).forEach(metric -> page.append(section(metric)));
        }
        return page.toString();
    }

    private static String section(Metric metric) {
        StringBuilder section = new StringBuilder("\n### " + metric.title() + "\n\n" + metric.definition() + "\n\n");
        section.append("    ").append(metric.formula()).append("\n\n");
        section.append("- id `")
                .append(metric.id())
                .append("`, ")
                .append(code(metric.types()))
                .append('\n');
        section.append("- ")
                .append(metric.unit().title())
                .append(range(metric))
                .append(direction(metric))
                .append('\n');
        for (MetricVariant variant : metric.variants()) {
            section.append("- `").append(variant.name()).append("`: ").append(variant.definition());
            section.append(variant.systems().isEmpty() ? "" : " (" + String.join(", ", variant.systems()) + ")");
            section.append('\n');
        }
        for (MetricSource source : metric.sources()) {
            section.append("- source: [")
                    .append(source.title())
                    .append("](")
                    .append(source.link())
                    .append(")\n");
        }
        return section.toString();
    }

    private static String code(List<String> types) {
        return types.stream().map(type -> "`" + type + "`").collect(Collectors.joining(", "));
    }

    private static String range(Metric metric) {
        return " in [" + number(metric.min()) + ", " + number(metric.max()) + "]";
    }

    private static String number(double value) {
        return Double.isInfinite(value) ? value > 0 ? "∞" : "-∞" : String.valueOf((long) value);
    }

    private static String direction(Metric metric) {
        return switch (metric.direction()) {
            case HIGHER_IS_BETTER -> ", higher is better";
            case LOWER_IS_BETTER -> ", lower is better";
            case NEITHER -> "";
        };
    }
}

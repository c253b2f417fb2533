package io.cxmetrics.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.cxmetrics.catalogue.Metric;
import io.cxmetrics.catalogue.MetricSource;
import io.cxmetrics.catalogue.MetricVariant;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/**
 * The catalogue of metrics for people and programs, so that "what is our churn?" has one answer.
 *
 * @since 0.1
 */
public final class CatalogueFormat {

    private CatalogueFormat() {}

    /**
     * Prints one line for each metric.
     *
     * @param metrics the metrics
     * @param out where to
     */
    public static void list(List<Metric> metrics, PrintWriter out) {
        int ids = width(metrics.stream().map(Metric::id).toList());
        int titles = width(metrics.stream().map(Metric::title).toList());
        for (Metric metric : metrics) {
            out.println(String.format(
                    Locale.ROOT,
                    "%-" + ids + "s  %-" + titles + "s  %s",
                    metric.id(),
                    metric.title(),
                    metric.unit().title()));
        }
    }

    private static int width(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(1);
    }

    /**
     * Prints everything about a metric.
     *
     * @param metric the metric
     * @param out where to
     */
    public static void describe(Metric metric, PrintWriter out) {
        out.println(metric.title() + " (" + metric.id() + ")");
        out.println();
        out.println(metric.definition());
        out.println("  " + metric.formula());
        out.println();
        out.println("unit: " + metric.unit().title());
        out.println("range: " + bound(metric.min()) + " to " + bound(metric.max()));
        out.println("direction: " + Names.of(metric.direction()).replace('-', ' '));
        out.println("types: " + String.join(", ", metric.types()));
        if (!metric.variants().isEmpty()) {
            out.println();
            out.println("variants:");
            for (MetricVariant variant : metric.variants()) {
                String users = variant.systems().isEmpty() ? "" : " (" + String.join(", ", variant.systems()) + ")";
                out.println("  " + variant.name() + users + ": " + variant.definition());
            }
        }
        out.println();
        out.println("sources:");
        for (MetricSource source : metric.sources()) {
            out.println("  " + source.title() + ", " + source.link());
        }
    }

    private static String bound(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "no limit" : "no lower limit";
        }
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    /**
     * Prints metrics as a JSON array.
     *
     * @param metrics the metrics
     * @param out where to
     */
    public static void json(List<Metric> metrics, PrintWriter out) {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartArray();
            for (Metric metric : metrics) {
                write(json, metric);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
    }

    private static void write(JsonGenerator json, Metric metric) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", metric.id());
        json.writeStringField("title", metric.title());
        json.writeStringField("family", Names.of(metric.family()));
        json.writeStringField("unit", Names.of(metric.unit()));
        json.writeStringField("direction", Names.of(metric.direction()));
        writeBound(json, "min", metric.min());
        writeBound(json, "max", metric.max());
        json.writeStringField("definition", metric.definition());
        json.writeStringField("formula", metric.formula());
        strings(json, "types", metric.types());
        json.writeArrayFieldStart("variants");
        for (MetricVariant variant : metric.variants()) {
            json.writeStartObject();
            json.writeStringField("name", variant.name());
            json.writeStringField("definition", variant.definition());
            strings(json, "systems", variant.systems());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("sources");
        for (MetricSource source : metric.sources()) {
            json.writeStartObject();
            json.writeStringField("title", source.title());
            json.writeStringField("link", source.link());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeBound(JsonGenerator json, String name, double value) throws IOException {
        if (Double.isInfinite(value)) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    private static void strings(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}

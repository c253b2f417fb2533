package io.cxmetrics.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** JSON with every digit; what is undefined is null. */
final class JsonFormat {

    private JsonFormat() {}

    static void print(Report report, PrintWriter out) {
        try (JsonGenerator json = new JsonFactory().createGenerator(new EscapingWriter(out))) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER)));
            json.writeStartObject();
            json.writeStringField("metric", report.metric());
            writeAll(json, report.facts());
            json.writeFieldName("total");
            write(json, report.total(), report.by());
            if (!report.by().isEmpty()) {
                json.writeArrayFieldStart("groups");
                for (Line group : report.groups()) {
                    write(json, group, report.by());
                }
                json.writeEndArray();
            }
            for (Report.Section section : report.sections()) {
                json.writeArrayFieldStart(section.name());
                for (Line line : section.lines()) {
                    json.writeStartObject();
                    writeLabels(json, line, report.by());
                    writeAll(json, line.values().byName());
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
    }

    private static void write(JsonGenerator json, Line line, List<String> by) throws IOException {
        json.writeStartObject();
        writeLabels(json, line, by);
        json.writeNumberField("rows", line.rows());
        writeAll(json, line.values().byName());
        json.writeNumberField("left_out_total", line.leftOutTotal());
        json.writeFieldName("left_out");
        write(json, line.leftOut());
        if (!line.periods().isEmpty()) {
            json.writeArrayFieldStart("periods");
            for (Line period : line.periods()) {
                write(json, period, by);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void writeLabels(JsonGenerator json, Line line, List<String> by) throws IOException {
        if (!line.labels().isEmpty()) {
            json.writeObjectFieldStart("by");
            for (int i = 0; i < by.size(); i++) {
                json.writeStringField(by.get(i), line.labels().get(i));
            }
            json.writeEndObject();
        }
        if (!line.period().isEmpty()) {
            json.writeStringField("period", line.period());
        }
    }

    private static void writeAll(JsonGenerator json, Map<String, Object> values) throws IOException {
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            json.writeFieldName(entry.getKey());
            write(json, entry.getValue());
        }
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> inner) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : inner.entrySet()) {
                json.writeFieldName(String.valueOf(entry.getKey()));
                write(json, entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof List<?> parts) {
            json.writeStartArray();
            for (Object part : parts) {
                json.writeStartObject();
                writeAll(json, ((Values) part).byName());
                json.writeEndObject();
            }
            json.writeEndArray();
        } else if (value instanceof Double number) {
            writeNumber(json, number);
        } else if (value instanceof Long count) {
            json.writeNumber(count);
        } else {
            json.writeString(value.toString());
        }
    }

    private static void writeNumber(JsonGenerator json, double number) throws IOException {
        if (Double.isFinite(number)) {
            json.writeNumber(Digits.plain(number));
        } else {
            json.writeNull();
        }
    }
}

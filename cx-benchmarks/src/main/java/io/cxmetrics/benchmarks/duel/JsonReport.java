package io.cxmetrics.benchmarks.duel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;

/** Results for programs. */
public final class JsonReport {

    private JsonReport() {}

    /** Writes all results. */
    public static void write(LocalDate date, Machine machine, List<Result> results, OutputStream out)
            throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("date", date.toString());
            json.writeStringField("cpu", machine.cpu());
            json.writeNumberField("cores", machine.cores());
            json.writeArrayFieldStart("suites");
            for (Result result : results) {
                write(result, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void write(Result result, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("title", result.title());
        json.writeNumberField("rows", result.rows());
        json.writeStringField("java", result.java());
        json.writeStringField("failure", result.failure());
        json.writeArrayFieldStart("figures");
        for (Figure figure : result.figures()) {
            json.writeStartObject();
            json.writeStringField("name", figure.name());
            json.writeStringField("unit", figure.unit());
            spread(figure.spread(), json);
            number("must", figure.goal().must(), json);
            number("stretch", figure.goal().stretch(), json);
            json.writeBooleanField("agrees", figure.agrees());
            json.writeStringField("verdict", figure.verdict());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("growth");
        for (Result.Cost cost : result.growth()) {
            json.writeStartObject();
            json.writeNumberField("rows", cost.rows());
            spread(cost.nanos(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void spread(Spread spread, JsonGenerator json) throws IOException {
        number("median", spread.median(), json);
        number("low", spread.low(), json);
        number("high", spread.high(), json);
        json.writeNumberField("rounds", spread.rounds());
    }

    private static void number(String name, double number, JsonGenerator json) throws IOException {
        if (Double.isFinite(number)) {
            json.writeNumberField(name, number);
        } else {
            json.writeNullField(name);
        }
    }
}

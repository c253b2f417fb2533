package io.cxmetrics.spark.text;

import io.cxmetrics.spark.catalogue.Answer;
import io.cxmetrics.spark.catalogue.Catalogue;
import io.cxmetrics.spark.catalogue.Composite;
import io.cxmetrics.spark.catalogue.Composites;
import io.cxmetrics.spark.catalogue.Family;
import io.cxmetrics.spark.catalogue.MetricFunction;
import io.cxmetrics.spark.catalogue.Parameter;
import io.cxmetrics.spark.catalogue.Shape;
import io.cxmetrics.spark.catalogue.Signature;
import io.cxmetrics.spark.catalogue.Slot;
import io.cxmetrics.spark.catalogue.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue as macros of DuckDB. What DuckDB cannot say is left out: intervals of means, and the merging of moments.
 * Macros are told apart by the number of their parameters alone, so that stored tallies go through {@code _merge}. Each formula
 * is a macro of the counters, which those of the rows call.
 */
public final class DuckDbMacros {

    private DuckDbMacros() {}

    /** Returns the text of the file. */
    public static String text() {
        StringBuilder text = new StringBuilder(QuantileMacro.HEADER);
        Catalogue.functions().stream().map(MetricFunction::family).distinct().forEach(family -> text.append(formulas(family)));
        for (MetricFunction function : Catalogue.functions()) {
            text.append(macro(function));
        }
        for (Composite composite : Composites.list()) {
            text.append(macro(composite));
        }
        return text.toString();
    }

    private static String formulas(Family family) {
        StringBuilder text = new StringBuilder();
        for (Answer answer : family.answers()) {
            if (answer.builtIn() != null) {
                SqlDialect dialect = new SqlDialect(none(), name -> name, name -> none().apply(0), "confidence");
                String parameters = String.join(", ", answer.slots()) + (answer.confident() ? ", confidence" : "");
                text.append("\nCREATE OR REPLACE MACRO ").append(formula(family, answer)).append("(");
                text.append(parameters).append(") AS\n    ").append(answer.builtIn().in(dialect)).append(";\n");
            }
        }
        return text.toString();
    }

    private static String formula(Family family, Answer answer) {
        return (family.name().startsWith("cx_") ? "" : "cx_") + family.name() + "_" + answer.name() + "_of";
    }

    private static IntFunction<String> none() {
        return index -> {
            throw new IllegalStateException("term must not ask for " + index);
        };
    }

    private static String call(Family family, Answer answer, Function<String, String> counters, String confidence) {
        List<String> given = new ArrayList<>(answer.slots().stream().map(counters).toList());
        if (answer.confident()) {
            given.add(confidence);
        }
        return formula(family, answer) + given.stream().collect(Collectors.joining(",\n    ", "(", ")"));
    }

    private static String macro(MetricFunction function) {
        Map<Integer, String> ways = new LinkedHashMap<>();
        for (Signature way : function.signatures()) {
            List<String> names = way.parameters().stream().map(Parameter::name).toList();
            String usual = body(function, way, "0.95");
            if (usual == null) {
                return "";
            }
            ways.putIfAbsent(names.size(), "(" + String.join(", ", names) + ") AS\n    " + usual);
        }
        if (function.confident()) {
            for (Signature way : function.signatures()) {
                List<String> names = new ArrayList<>(
                        way.parameters().stream().map(Parameter::name).toList());
                names.add("confidence");
                ways.putIfAbsent(
                        names.size(), "(" + String.join(", ", names) + ") AS\n    " + body(function, way, "confidence"));
            }
        }
        return "\n-- " + function.formula() + "\nCREATE OR REPLACE MACRO " + function.name()
                + String.join(",\n    ", ways.values()) + ";\n";
    }

    private static String macro(Composite composite) {
        if (composite.duckDb().isEmpty()) {
            return "";
        }
        String body = composite.duckDb();
        for (int i = 0; i < composite.parameters().size(); i++) {
            body = body.replace("_" + (i + 1), composite.parameters().get(i));
        }
        return "\n-- " + composite.formula() + "\nCREATE OR REPLACE MACRO " + composite.name() + "("
                + String.join(", ", composite.parameters()) + ") AS " + body + ";\n";
    }

    private static @Nullable String body(MetricFunction function, Signature way, String confidence) {
        Family family = function.family();
        if (family.slots().stream().anyMatch(slot -> way.rows().get(family.index(slot.name())).whole() == null)) {
            return null;
        }
        IntFunction<String> arguments = index -> argument(way.parameters().get(index));
        Function<String, String> fields = name -> "struct_extract(tally, '" + name + "')";
        Function<String, String> counters = function.shape() == Shape.SCORE
                ? fields
                : name -> counter(way.rows().get(family.index(name)).whole(), arguments, fields);
        Answer answer = function.answer();
        if (answer == null) {
            return struct(function, counters, confidence);
        }
        if (answer.builtIn() == null) {
            return null;
        }
        String value = call(family, answer, counters, confidence);
        return function.shape() != Shape.STRICT
                ? value
                : "CASE WHEN " + counters.apply(Family.INVALID) + " > 0 THEN error('" + function.name() + ": "
                        + family.rule() + ", got ' || " + counters.apply(Family.INVALID) + " || ' outside') ELSE " + value
                        + " END";
    }

    private static String counter(@Nullable Term whole, IntFunction<String> arguments, Function<String, String> fields) {
        if (whole == null) {
            throw new IllegalStateException("counter must be a built-in aggregate");
        }
        return whole.in(new SqlDialect(arguments, name -> name, fields, ""));
    }

    private static String argument(Parameter parameter) {
        return switch (parameter.kind()) {
            case INTEGRAL -> "cx_integral(" + parameter.name() + ")";
            case NUMBER -> "CAST(" + parameter.name() + " AS DOUBLE)";
            case SETTING, FLAG, TALLY, CONFIDENCE -> parameter.name();
        };
    }

    private static String struct(
            MetricFunction function, Function<String, String> counters, String confidence) {
        List<String> fields = new ArrayList<>();
        for (Slot slot : function.family().slots()) {
            fields.add("'" + slot.name() + "': CAST(" + counters.apply(slot.name()) + " AS "
                    + (slot.whole() ? "BIGINT" : "DOUBLE") + ")");
        }
        if (function.shape() == Shape.SUMMARY) {
            for (Answer answer : function.family().answers()) {
                if (answer.builtIn() != null) {
                    fields.add("'" + answer.name() + "': "
                            + call(function.family(), answer, counters, confidence));
                }
            }
        }
        return fields.stream().collect(Collectors.joining(",\n    ", "{", "}"));
    }
}

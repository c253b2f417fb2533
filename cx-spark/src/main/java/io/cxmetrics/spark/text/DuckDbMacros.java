package io.cxmetrics.spark.text;

import io.cxmetrics.spark.catalogue.Catalogue;
import io.cxmetrics.spark.catalogue.Composite;
import io.cxmetrics.spark.catalogue.Composites;
import io.cxmetrics.spark.catalogue.MetricFunction;
import io.cxmetrics.spark.catalogue.Parameter;
import io.cxmetrics.spark.catalogue.Signature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The catalogue as macros of DuckDB. What DuckDB cannot say is left out: Student's intervals, and the merging of
 * moments. Macros are told apart by the number of their parameters alone, so that stored tallies go through
 * {@code _merge}.
 */
public final class DuckDbMacros {

    private DuckDbMacros() {}

    /** Returns the text of the file. */
    public static String text() {
        StringBuilder text = new StringBuilder(QuantileMacro.HEADER);
        Catalogue.functions().stream()
                .map(MetricFunction::family)
                .distinct()
                .forEach(family -> family.answers().forEach(answer -> text.append(DuckDbBody.formula(family, answer))));
        Map<Object, MetricFunction> first = new HashMap<>();
        for (MetricFunction function : Catalogue.functions()) {
            MetricFunction same = first.putIfAbsent(
                    List.of(function.family(), function.shape(), String.valueOf(function.answer())), function);
            text.append(macro(function, same == null ? function : same));
        }
        Composites.list().forEach(composite -> text.append(macro(composite)));
        return text.toString();
    }

    /** Functions that differ in their name alone call the first of them. */
    private static String macro(MetricFunction function, MetricFunction same) {
        Map<Integer, String> ways = new LinkedHashMap<>();
        for (boolean given : new boolean[] {false, true}) {
            for (Signature way : function.signatures()) {
                DuckDbBody body = new DuckDbBody(function, way, given ? "confidence" : "0.95");
                if (!body.known()) {
                    continue;
                }
                List<String> names = new ArrayList<>(
                        way.parameters().stream().map(Parameter::name).toList());
                if (given && function.confident()) {
                    names.add("confidence");
                }
                String parameters = "(" + String.join(", ", names) + ")";
                String text = same.equals(function) ? body.text() : same.name() + parameters;
                ways.putIfAbsent(names.size(), parameters + " AS\n    " + text);
            }
        }
        return ways.isEmpty()
                ? ""
                : "\n-- " + function.formula() + "\nCREATE OR REPLACE MACRO " + function.name()
                        + String.join(",\n", ways.values()) + ";\n";
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
                + String.join(", ", composite.parameters()) + ") AS\n    " + body + ";\n";
    }
}

package io.cxmetrics.spark.text;

import io.cxmetrics.spark.catalogue.Answer;
import io.cxmetrics.spark.catalogue.Family;
import io.cxmetrics.spark.catalogue.MetricFunction;
import io.cxmetrics.spark.catalogue.Parameter;
import io.cxmetrics.spark.catalogue.Shape;
import io.cxmetrics.spark.catalogue.Signature;
import io.cxmetrics.spark.catalogue.Slot;
import io.cxmetrics.spark.catalogue.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one macro stands for. Formulas are macros of the counters. A macro is pasted wherever it is called, its
 * arguments with it: a formula that names a counter many times takes them from a struct that was made once, as the
 * variable of a lambda.
 *
 * @param function the function
 * @param way the parameters it is called with
 * @param confidence the level of intervals, a number or a parameter
 */
record DuckDbBody(MetricFunction function, Signature way, String confidence) {

    /** Returns the formula of an answer as a macro, or nothing where it is not of built-in operators. */
    static String formula(Family family, Answer answer) {
        Term term = answer.builtIn();
        if (term == null) {
            return "";
        }
        Function<Object, String> none = asked -> {
            throw new IllegalStateException("formula must not ask for " + asked);
        };
        return "\nCREATE OR REPLACE MACRO " + name(family, answer) + "(" + String.join(", ", parameters(answer))
                + ") AS\n    " + term.in(new SqlDialect(none::apply, name -> name, none::apply)) + ";\n";
    }

    private static List<String> parameters(Answer answer) {
        List<String> parameters = new ArrayList<>(answer.slots());
        if (answer.confident()) {
            parameters.add("z");
        }
        return parameters;
    }

    private static String name(Family family, Answer answer) {
        return (family.name().startsWith("cx_") ? "" : "cx_") + family.name() + "_" + answer.name() + "_of";
    }

    /** Tells whether DuckDB can say it. */
    boolean known() {
        return function.slots().stream().noneMatch(slot -> row(slot.name()) == null)
                && (function.answer() == null || function.answer().builtIn() != null);
    }

    String text() {
        Answer answer = function.answer();
        if (answer == null) {
            return function.shape() == Shape.SUMMARY ? bound(this::summary) : tally();
        }
        return switch (function.shape()) {
            case STRICT -> strict(answer);
            default -> answer.confident() ? bound(counters -> call(answer, counters)) : call(answer, this::counter);
        };
    }

    private String counter(String slot) {
        String stored = "struct_extract(tally, '" + slot + "')";
        if (function.shape() == Shape.SCORE) {
            return stored;
        }
        Term whole = row(slot);
        return whole == null
                ? "NULL"
                : whole.in(
                        new SqlDialect(this::argument, name -> name, name -> "struct_extract(tally, '" + name + "')"));
    }

    private @Nullable Term row(String slot) {
        return way.rows().get(function.family().index(slot)).whole();
    }

    private String argument(int index) {
        Parameter parameter = way.parameters().get(index);
        return switch (parameter.kind()) {
            case INTEGRAL -> "cx_integral(" + parameter.name() + ")";
            case NUMBER -> "CAST(" + parameter.name() + " AS DOUBLE)";
            case SETTING, FLAG, TALLY, CONFIDENCE -> parameter.name();
        };
    }

    private String call(Answer answer, Function<String, String> counters) {
        return name(function.family(), answer)
                + parameters(answer).stream().map(counters).collect(Collectors.joining(", ", "(", ")"));
    }

    private String tally() {
        return function.family().slots().stream().map(this::field).collect(Collectors.joining(",\n     ", "{", "}"));
    }

    private String field(Slot slot) {
        return "'" + slot.name() + "': CAST(" + counter(slot.name()) + " AS " + (slot.whole() ? "BIGINT" : "DOUBLE")
                + ")";
    }

    private String summary(Function<String, String> counters) {
        List<String> fields = new ArrayList<>();
        for (Slot slot : function.family().slots()) {
            fields.add("'" + slot.name() + "': " + counters.apply(slot.name()));
        }
        for (Answer answer : function.family().answers()) {
            if (answer.builtIn() != null) {
                fields.add("'" + answer.name() + "': " + call(answer, counters));
            }
        }
        return fields.stream().collect(Collectors.joining(",\n     ", "{", "}"));
    }

    /** Returns a formula of counters that are counted once. */
    private String bound(Function<Function<String, String>, String> formula) {
        String counters = function.slots().stream().map(this::field).collect(Collectors.joining(",\n     "));
        return "list_transform([{" + counters + ",\n     'z': cx_z(" + confidence + ")}],\n    lambda t: "
                + formula.apply(slot -> "t." + slot) + ")[1]";
    }

    private String strict(Answer answer) {
        String invalid = counter(Family.INVALID);
        return "CASE WHEN " + invalid + " > 0\n    THEN error('" + function.name() + ": "
                + function.family().rule() + ", got ' || " + invalid + " || ' outside')\n    ELSE "
                + call(answer, this::counter) + " END";
    }
}

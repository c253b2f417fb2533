package io.cxmetrics.spark;

import io.cxmetrics.spark.catalogue.Answer;
import io.cxmetrics.spark.catalogue.Catalogue;
import io.cxmetrics.spark.catalogue.Family;
import io.cxmetrics.spark.catalogue.Kind;
import io.cxmetrics.spark.catalogue.MetricFunction;
import io.cxmetrics.spark.catalogue.Parameter;
import io.cxmetrics.spark.catalogue.Shape;
import io.cxmetrics.spark.catalogue.Signature;
import io.cxmetrics.spark.catalogue.Slot;
import io.cxmetrics.spark.catalogue.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Functions of the catalogue as columns of built-in functions. */
final class BuiltIn {

    private static final double USUAL_CONFIDENCE = 0.95;

    /**
     * A plan with more counters than that takes longer to be analysed than it saves: seconds, where queries are small.
     */
    private static final int MOST_PLACES = 200;

    private final MetricFunction function;
    private final Family family;
    private final double confidence;
    private final Function<String, Column> counters;

    private BuiltIn(MetricFunction function, double confidence, Function<String, Column> counters) {
        this.function = function;
        this.family = function.family();
        this.confidence = confidence;
        this.counters = counters;
    }

    /** Returns a function of columns, with confidence 0.95 where it has one. */
    static Column of(String name, Column... arguments) {
        return of(name, USUAL_CONFIDENCE, arguments);
    }

    /** Returns a function of columns. */
    static Column of(String name, double confidence, Column... arguments) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be in (0, 1), got " + confidence);
        }
        MetricFunction function = Catalogue.function(name);
        if (function.shape() == Shape.SCORE) {
            return new BuiltIn(function, confidence, arguments[0]::getField).column();
        }
        Signature signature = function.signatures().stream()
                .filter(way -> way.parameters().size() == arguments.length)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        name + " must not be called with " + arguments.length + " columns"));
        Function<String, Column> counters = slot -> counter(function, signature, slot, arguments);
        return new BuiltIn(function, confidence, counters).column();
    }

    private static Column counter(MetricFunction function, Signature signature, String slot, Column[] arguments) {
        Term whole = signature.rows().get(function.family().index(slot)).whole();
        if (whole == null) {
            throw new IllegalStateException("counter must be a built-in aggregate, got " + slot);
        }
        Function<String, Column> others = field -> arguments[0].getField(field);
        return whole.in(new ColumnDialect(
                index -> argument(function, signature.parameters().get(index), arguments[index]),
                ColumnDialect.none(),
                others,
                USUAL_CONFIDENCE));
    }

    /** The type is asked for where it is known, in the plan, and the question is gone from what runs. */
    private static Column argument(MetricFunction function, Parameter parameter, Column given) {
        return switch (parameter.kind()) {
            case INTEGRAL, SETTING -> {
                Column type = functions.typeof(given);
                Column message = functions.concat(
                        functions.lit(function.name() + ": " + parameter.name() + " must be " + Kind.INTEGRAL.words()
                                + ", got "),
                        type);
                yield functions
                        .when(type.isin("tinyint", "smallint", "int", "bigint", "void"), given.cast("bigint"))
                        .otherwise(functions.raise_error(message).cast("bigint"));
            }
            case NUMBER, CONFIDENCE -> given.cast("double");
            case FLAG, TALLY -> given;
        };
    }

    private Column column() {
        Answer answer = function.answer();
        if (answer == null) {
            return function.shape() == Shape.SUMMARY ? named(this::summary) : tally();
        }
        if (function.shape() == Shape.STRICT) {
            return strict(answer);
        }
        return named(known -> answer(answer, known));
    }

    /** Returns a formula with its counters in their places, or bound where there are too many places. */
    private Column named(Function<Function<String, Column>, Column> formula) {
        int[] places = new int[1];
        Column named = formula.apply(counter -> {
            places[0]++;
            return counters.apply(counter);
        });
        return places[0] > MOST_PLACES ? bound(formula) : named;
    }

    /**
     * Returns a formula of counters that stand in the plan once: as the variable of a lambda over one struct of them,
     * which is not compiled and costs each group some microseconds.
     */
    private Column bound(Function<Function<String, Column>, Column> formula) {
        Column[] fields = function.slots().stream()
                .map(slot -> counters.apply(slot.name()).as(slot.name()))
                .toArray(Column[]::new);
        Column one = functions.array(functions.struct(fields));
        return functions
                .transform(one, counted -> formula.apply(counted::getField))
                .getItem(0);
    }

    private Column answer(Answer answer, Function<String, Column> known) {
        Term term = builtIn(answer);
        return term.in(new ColumnDialect(ColumnDialect.<Integer, Column>none()::apply, known, known, confidence));
    }

    private static Term builtIn(Answer answer) {
        Term term = answer.builtIn();
        if (term == null) {
            throw new IllegalArgumentException("answer must be one of built-in functions, got " + answer.name());
        }
        return term;
    }

    private Column tally() {
        return functions.struct(family.slots().stream()
                .map(slot -> counters.apply(slot.name()).as(slot.name()))
                .toArray(Column[]::new));
    }

    private Column summary(Function<String, Column> known) {
        List<Column> fields = new ArrayList<>();
        for (Slot slot : family.slots()) {
            fields.add(known.apply(slot.name()).as(slot.name()));
        }
        for (Answer answer : family.answers()) {
            fields.add(answer(answer, known).as(answer.name()));
        }
        return functions.struct(fields.toArray(Column[]::new));
    }

    private Column strict(Answer answer) {
        Column invalid = counters.apply(Family.INVALID);
        Column message = functions.concat(
                functions.lit(function.name() + ": " + family.rule() + ", got "),
                invalid.cast("string"),
                functions.lit(" outside"));
        return functions
                .when(invalid.gt(0), functions.raise_error(message).cast("double"))
                .otherwise(answer(answer, counters));
    }
}

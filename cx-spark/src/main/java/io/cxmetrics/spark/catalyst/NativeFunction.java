package io.cxmetrics.spark.catalyst;

import io.cxmetrics.spark.catalogue.Catalogue;
import io.cxmetrics.spark.catalogue.Composite;
import io.cxmetrics.spark.catalogue.Composites;
import io.cxmetrics.spark.catalogue.MetricFunction;
import io.cxmetrics.spark.catalogue.Metrics;
import io.cxmetrics.spark.catalogue.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.UnresolvedExtractValue;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Tuple3;
import scala.collection.immutable.Seq;

/**
 * One function as Spark registers it.
 *
 * @param name the name in SQL
 * @param info what {@code DESCRIBE FUNCTION} tells
 * @param builder makes the expression of a call
 */
public record NativeFunction(String name, ExpressionInfo info, Function<List<Expression>, Expression> builder) {

    /** Returns all functions that this version of Spark can say. */
    public static List<NativeFunction> all() {
        List<NativeFunction> all = new ArrayList<>();
        for (MetricFunction function : Catalogue.functions()) {
            all.add(of(function));
        }
        boolean sketches = FunctionRegistry.builtin().functionExists(new FunctionIdentifier("kll_sketch_agg_bigint"));
        for (Composite composite : Composites.list()) {
            String text = sketches || composite.older().isEmpty() ? composite.spark() : composite.older();
            if (!text.equals(Composites.NONE)) {
                all.add(of(composite, text));
            }
        }
        all.add(BusinessMillis.function());
        return all;
    }

    private static NativeFunction of(MetricFunction function) {
        Class<?> type = function.shape() == Shape.SCORE ? Finish.class : CountingAggregate.class;
        return new NativeFunction(
                function.name(),
                info(
                        type,
                        function.name(),
                        usages(function),
                        function.formula(),
                        function.example(),
                        function.result()),
                arguments -> call(function, arguments));
    }

    private static List<String> usages(MetricFunction function) {
        return function.signatures().stream()
                .map(way -> Arguments.words(function, way))
                .distinct()
                .toList();
    }

    private static Expression call(MetricFunction function, List<Expression> arguments) {
        // Refused here, for only here is it certain that the user gets to read it as it is.
        Optional<String> wrong = Arguments.wrongNumber(function, arguments.size());
        if (wrong.isPresent()) {
            throw new IllegalArgumentException(wrong.get());
        }
        if (function.shape() == Shape.SCORE) {
            return new Finish(
                            function,
                            name -> stored(function, arguments.get(0), name),
                            new Literal(Arguments.USUAL_CONFIDENCE, DataTypes.DoubleType))
                    .expression();
        }
        return new CountingAggregate(function, Scala.seq(arguments));
    }

    private static Expression stored(MetricFunction function, Expression tally, String name) {
        Literal field = new Literal(UTF8String.fromString(name), DataTypes.StringType);
        return new Cast(
                new UnresolvedExtractValue(tally, field),
                CatalystDialect.type(function.family().slot(name)),
                scala.Option.empty());
    }

    private static NativeFunction of(Composite composite, String text) {
        String usage = composite.name() + "(" + String.join(", ", composite.parameters()) + ")";
        return new NativeFunction(
                composite.name(),
                info(
                        Template.class,
                        composite.name(),
                        List.of(usage),
                        composite.formula(),
                        composite.example(),
                        composite.result()),
                arguments -> {
                    if (arguments.size() != composite.parameters().size()) {
                        throw new IllegalArgumentException(composite.name() + " must be called as " + usage + ", got "
                                + arguments.size() + " argument(s)");
                    }
                    return new Template(text).with(arguments);
                });
    }

    private static ExpressionInfo info(
            Class<?> type, String name, List<String> usages, String formula, String example, String result) {
        String usage = usages.stream().collect(Collectors.joining(", ")) + " - Returns " + formula + ".";
        String examples = "\n    Examples:\n      > " + example + ";\n       " + result + "\n  ";
        String note = Metrics.of(name)
                .map(metric -> "\n    " + metric.title() + ": " + metric.definition() + "\n  ")
                .orElse("");
        return new ExpressionInfo(
                type.getName(), "", name, usage, "", examples, note, "agg_funcs", "0.1.0", "", "scala_udf");
    }

    /** Registers all functions in sessions to come. */
    public static void inject(SparkSessionExtensions extensions) {
        for (NativeFunction function : all()) {
            extensions.injectFunction(
                    new Tuple3<>(new FunctionIdentifier(function.name()), function.info(), function.scalaBuilder()));
        }
    }

    /**
     * Registers all functions in the registry of a session, under the identifiers that its version of Spark gives them.
     */
    public static void register(SparkSession session) {
        SparkSessionExtensions extensions = new SparkSessionExtensions();
        inject(extensions);
        extensions.registerFunctions(((org.apache.spark.sql.classic.SparkSession) session)
                .sessionState()
                .functionRegistry());
    }

    private scala.Function1<Seq<Expression>, Expression> scalaBuilder() {
        return arguments -> builder.apply(Scala.list(arguments));
    }
}

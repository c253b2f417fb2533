package io.cxmetrics.spark.catalyst;

import io.cxmetrics.spark.catalogue.Kind;
import io.cxmetrics.spark.catalogue.MetricFunction;
import io.cxmetrics.spark.catalogue.Parameter;
import io.cxmetrics.spark.catalogue.Signature;
import io.cxmetrics.spark.catalogue.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GetStructField;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one call: which signature they fit, and why they fit none. Nothing is cast that could lose anything.
 */
record Arguments(MetricFunction function, List<Expression> given) {

    static final double USUAL_CONFIDENCE = 0.95;

    /** Returns how many arguments the function takes, for the message where there are others. */
    static Optional<String> wrongNumber(MetricFunction function, int given) {
        List<Signature> ways = function.signatures();
        for (Signature way : ways) {
            int size = way.parameters().size();
            if (given == size || (function.confident() && given == size + 1)) {
                return Optional.empty();
            }
        }
        String known = ways.stream().map(way -> words(function, way)).distinct().collect(Collectors.joining(" or "));
        return Optional.of(function.name() + " must be called as " + known + ", got " + given + " argument(s)");
    }

    static String words(MetricFunction function, Signature way) {
        String parameters = way.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
        return function.name() + "(" + parameters + (function.confident() ? "[, confidence]" : "") + ")";
    }

    /** Returns why the arguments do not fit, or nothing if they do. */
    Optional<String> refusal() {
        if (signature() == null) {
            return Optional.of(mismatch());
        }
        if (confidence().isPresent() && !(confidence().get() > 0 && confidence().get() < 1)) {
            return Optional.of(
                    "confidence must be in (0, 1), got " + confidence().get());
        }
        return brokenSetting();
    }

    private Optional<String> brokenSetting() {
        Signature way = chosen();
        if (way.allowed() == null) {
            return Optional.empty();
        }
        Expression allowed =
                way.allowed().in(new CatalystDialect(this::argument, Arguments::noCounter, Arguments::noCounter));
        if (Boolean.TRUE.equals(allowed.eval(InternalRow.empty()))) {
            return Optional.empty();
        }
        List<String> settings = new ArrayList<>();
        for (int i = 0; i < way.parameters().size(); i++) {
            if (way.parameters().get(i).kind() == Kind.SETTING) {
                settings.add(
                        way.parameters().get(i).name() + " = " + given.get(i).eval(InternalRow.empty()));
            }
        }
        return Optional.of(way.rule() + ", got " + String.join(", ", settings));
    }

    private static Expression noCounter(String name) {
        throw new IllegalStateException("settings must not depend on counters, got " + name);
    }

    /** Returns the signature the types fit, or null. */
    @Nullable
    Signature signature() {
        for (Signature way : function.signatures()) {
            if (sizeFits(way) && problem(way) == null) {
                return way;
            }
        }
        return null;
    }

    Signature chosen() {
        Signature way = signature();
        if (way == null) {
            throw new IllegalStateException(mismatch());
        }
        return way;
    }

    private boolean sizeFits(Signature way) {
        int size = way.parameters().size();
        return given.size() == size || (function.confident() && given.size() == size + 1);
    }

    private @Nullable String problem(Signature way) {
        for (int i = 0; i < given.size(); i++) {
            Parameter parameter = i < way.parameters().size() ? way.parameters().get(i) : Parameter.CONFIDENCE;
            if (!accepts(parameter.kind(), given.get(i))) {
                return parameter.name() + " must be " + words(parameter.kind()) + ", got "
                        + (given.get(i).foldable() ? "" : "a column of ")
                        + given.get(i).dataType().catalogString();
            }
        }
        return null;
    }

    private String words(Kind kind) {
        return kind != Kind.TALLY
                ? kind.words()
                : function.family().slots().stream()
                        .map(slot ->
                                slot.name() + ": " + CatalystDialect.type(slot).catalogString())
                        .collect(Collectors.joining(", ", "struct<", ">"));
    }

    private String mismatch() {
        return function.signatures().stream()
                .filter(this::sizeFits)
                .map(way -> words(function, way) + ": " + problem(way))
                .collect(Collectors.joining("; "));
    }

    private boolean accepts(Kind kind, Expression argument) {
        DataType type = argument.dataType();
        boolean unknown = type instanceof NullType;
        return switch (kind) {
            case INTEGRAL -> unknown || integral(type);
            case SETTING -> argument.foldable() && integral(type);
            case FLAG -> unknown || type instanceof BooleanType;
            case NUMBER -> unknown || integral(type) || fractional(type);
            case TALLY -> tally(type);
            case CONFIDENCE -> argument.foldable() && fractional(type);
        };
    }

    private static boolean integral(DataType type) {
        return type instanceof ByteType
                || type instanceof ShortType
                || type instanceof IntegerType
                || type instanceof LongType;
    }

    private static boolean fractional(DataType type) {
        return type instanceof FloatType || type instanceof DoubleType || type instanceof DecimalType;
    }

    private boolean tally(DataType type) {
        if (!(type instanceof StructType struct)) {
            return false;
        }
        for (Slot slot : function.family().slots()) {
            int field = position(struct, slot.name());
            if (field < 0 || !struct.fields()[field].dataType().equals(CatalystDialect.type(slot))) {
                return false;
            }
        }
        return true;
    }

    /** Returns where a field is; names differ in more than upper and lower case, as columns do. */
    private static int position(StructType struct, String name) {
        for (int i = 0; i < struct.length(); i++) {
            if (struct.fields()[i].name().toLowerCase(Locale.ROOT).equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns an argument as a long, double or boolean by its kind. */
    Expression argument(int index) {
        Expression argument = given.get(index);
        return switch (chosen().parameters().get(index).kind()) {
            case INTEGRAL, SETTING -> CatalystDialect.cast(argument, DataTypes.LongType);
            case FLAG -> CatalystDialect.cast(argument, DataTypes.BooleanType);
            case NUMBER, CONFIDENCE -> CatalystDialect.cast(argument, DataTypes.DoubleType);
            case TALLY -> argument;
        };
    }

    /** Returns a field of a stored tally; what is missing there has not begun. */
    Expression field(String name) {
        Expression tally = given.get(0);
        int position = position((StructType) tally.dataType(), name);
        Expression field = new GetStructField(tally, position, scala.Option.apply(name));
        Slot slot = function.family().slot(name);
        if (slot.start() == null) {
            return field;
        }
        Expression start = slot.start().in(new CatalystDialect(this::argument, this::field, this::field));
        return new org.apache.spark.sql.catalyst.expressions.Coalesce(Scala.seq(List.of(field, start)));
    }

    /** Returns the confidence that was given, if any. */
    Optional<Double> confidence() {
        Signature way = signature();
        if (way == null || given.size() == way.parameters().size()) {
            return Optional.empty();
        }
        Object value = CatalystDialect.cast(given.get(given.size() - 1), DataTypes.DoubleType)
                .eval(InternalRow.empty());
        return Optional.of(value == null ? Double.NaN : (Double) value);
    }

    /** Returns the confidence to compute with. */
    Expression level() {
        return new Literal(confidence().orElse(USUAL_CONFIDENCE), DataTypes.DoubleType);
    }
}

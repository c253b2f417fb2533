package io.cxmetrics.spark.catalyst;

import io.cxmetrics.spark.catalogue.Dialect;
import io.cxmetrics.spark.catalogue.Operator;
import io.cxmetrics.spark.catalogue.Slot;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.apache.spark.sql.catalyst.expressions.Add;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Divide;
import org.apache.spark.sql.catalyst.expressions.EqualTo;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Greatest;
import org.apache.spark.sql.catalyst.expressions.If;
import org.apache.spark.sql.catalyst.expressions.IsNotNull;
import org.apache.spark.sql.catalyst.expressions.Least;
import org.apache.spark.sql.catalyst.expressions.LessThan;
import org.apache.spark.sql.catalyst.expressions.LessThanOrEqual;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.Multiply;
import org.apache.spark.sql.catalyst.expressions.Or;
import org.apache.spark.sql.catalyst.expressions.Subtract;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * What a row does to the counters, in Catalyst. All that is here exists alike in every supported version.
 *
 * @param arguments gives an argument of the function, cast to its kind
 * @param slots gives a counter
 * @param others gives a counter of the part to be merged in
 */
record CatalystDialect(
        IntFunction<Expression> arguments, Function<String, Expression> slots, Function<String, Expression> others)
        implements Dialect<Expression> {

    @Override
    public Expression argument(int index) {
        return arguments.apply(index);
    }

    @Override
    public Expression slot(String name) {
        return slots.apply(name);
    }

    @Override
    public Expression other(String name) {
        return others.apply(name);
    }

    @Override
    public Expression constant(long value) {
        return new Literal(value, DataTypes.LongType);
    }

    @Override
    public Expression constant(double value) {
        return new Literal(value, DataTypes.DoubleType);
    }

    @Override
    public Expression z() {
        throw new UnsupportedOperationException("intervals are computed by the formulas of cx-core");
    }

    @Override
    public Expression apply(Operator operator, List<Expression> operands) {
        Expression first = operands.get(0);
        if (operands.size() == 1) {
            return unary(operator, first);
        }
        Expression second = operands.get(1);
        return operands.size() == 2 ? binary(operator, first, second) : new If(first, second, operands.get(2));
    }

    private static Expression unary(Operator operator, Expression operand) {
        return switch (operator) {
            case PRESENT -> new IsNotNull(operand);
            case TO_DOUBLE -> cast(operand, DataTypes.DoubleType);
            default -> throw unknown(operator);
        };
    }

    private static Expression binary(Operator operator, Expression first, Expression second) {
        return switch (operator) {
            case PLUS -> new Add(first, second);
            case PLUS_EXACT -> Scala.invoke(Math.class, "addExact", DataTypes.LongType, List.of(first, second), false);
            case MINUS -> new Subtract(first, second);
            case TIMES -> new Multiply(first, second);
            case OVER ->
                new If(
                        new EqualTo(second, new Literal(0.0, DataTypes.DoubleType)),
                        nothing(DataTypes.DoubleType),
                        new Divide(first, second));
            case LEAST -> new Least(Scala.seq(List.of(first, second)));
            case GREATEST -> new Greatest(Scala.seq(List.of(first, second)));
            case AND -> new And(first, second);
            case OR -> new Or(first, second);
            case AT_MOST -> new LessThanOrEqual(first, second);
            case BELOW -> new LessThan(first, second);
            case EQUAL -> new EqualTo(first, second);
            case WHEN -> new If(first, second, nothing(second.dataType()));
            default -> throw unknown(operator);
        };
    }

    private static IllegalArgumentException unknown(Operator operator) {
        return new IllegalArgumentException("operator must be one of a row, got " + operator);
    }

    static Expression nothing(DataType type) {
        return Literal.create(null, type);
    }

    static Expression cast(Expression operand, DataType type) {
        return operand.dataType().equals(type) ? operand : new Cast(operand, type, scala.Option.empty());
    }

    static DataType type(Slot slot) {
        return slot.whole() ? DataTypes.LongType : DataTypes.DoubleType;
    }
}

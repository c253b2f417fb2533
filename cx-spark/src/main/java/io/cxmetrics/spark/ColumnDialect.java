package io.cxmetrics.spark;

import io.cxmetrics.spark.catalogue.Dialect;
import io.cxmetrics.spark.catalogue.Operator;
import io.cxmetrics.stat.Difference;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * Terms as columns of built-in functions, which every client and every native engine knows.
 *
 * @param arguments gives an argument of the function
 * @param slots gives a counter
 * @param others gives a field of a stored tally
 * @param confidence the level of intervals
 */
record ColumnDialect(
        IntFunction<Column> arguments,
        Function<String, Column> slots,
        Function<String, Column> others,
        double confidence)
        implements Dialect<Column> {

    /** Where there are no counters, or no arguments. */
    static <K, E> Function<K, E> none() {
        return key -> {
            throw new IllegalStateException("term must not ask for " + key);
        };
    }

    @Override
    public Column argument(int index) {
        return arguments.apply(index);
    }

    @Override
    public Column slot(String name) {
        return slots.apply(name);
    }

    @Override
    public Column other(String name) {
        return others.apply(name);
    }

    @Override
    public Column constant(long value) {
        return functions.lit(value);
    }

    @Override
    public Column constant(double value) {
        return functions.lit(value);
    }

    @Override
    public Column z() {
        // The interval of an estimate of 0 with a standard error of 1 ends at z.
        return functions.lit(new Difference(0, 1).interval(confidence).high());
    }

    @Override
    public Column apply(Operator operator, List<Column> operands) {
        Column first = operands.get(0);
        if (operands.size() == 1) {
            return unary(operator, first);
        }
        Column second = operands.get(1);
        return operands.size() == 2
                ? binary(operator, first, second)
                : functions.when(first, second).otherwise(operands.get(2));
    }

    private static Column unary(Operator operator, Column operand) {
        return switch (operator) {
            case PRESENT -> operand.isNotNull();
            case TO_DOUBLE -> operand.cast("double");
            case SQRT -> functions.sqrt(operand);
            case COUNT_IF -> functions.count_if(operand);
            case SUM -> functions.sum(operand);
            case AVERAGE -> functions.avg(operand);
            case VARIANCE -> functions.var_pop(operand);
            case MIN -> functions.min(operand);
            case MAX -> functions.max(operand);
            default -> throw unknown(operator);
        };
    }

    private static Column binary(Operator operator, Column first, Column second) {
        return switch (operator) {
            case PLUS, PLUS_EXACT -> first.plus(second);
            case MINUS -> first.minus(second);
            case TIMES -> first.multiply(second);
            case OVER -> functions.try_divide(first.cast("double"), second.cast("double"));
            case LEAST -> functions.least(first, second);
            case GREATEST -> functions.greatest(first, second);
            case COALESCE -> functions.coalesce(first, second);
            case AND -> first.and(second);
            case OR -> first.or(second);
            case AT_MOST -> first.leq(second);
            case BELOW -> first.lt(second);
            case EQUAL -> first.equalTo(second);
            case WHEN -> functions.when(first, second);
            default -> throw unknown(operator);
        };
    }

    private static IllegalArgumentException unknown(Operator operator) {
        return new IllegalArgumentException("operator must suit its operands, got " + operator);
    }
}

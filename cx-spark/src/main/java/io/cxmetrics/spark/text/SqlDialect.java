package io.cxmetrics.spark.text;

import io.cxmetrics.spark.catalogue.Dialect;
import io.cxmetrics.spark.catalogue.Operator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Terms as SQL text, in which the normal quantile is a parameter {@code z}.
 *
 * @param arguments gives an argument of the macro
 * @param slots gives a counter
 * @param others gives a field of a stored tally
 */
record SqlDialect(IntFunction<String> arguments, Function<String, String> slots, Function<String, String> others)
        implements Dialect<String> {

    @Override
    public String argument(int index) {
        return arguments.apply(index);
    }

    @Override
    public String slot(String name) {
        return slots.apply(name);
    }

    @Override
    public String other(String name) {
        return others.apply(name);
    }

    @Override
    public String constant(long value) {
        return Long.toString(value);
    }

    @Override
    public String constant(double value) {
        // The exponent makes it a double: without, it would be a decimal that rounds.
        String text = Double.toString(value);
        return text.contains("E") ? text.replace("E", "e") : text + "e0";
    }

    @Override
    public String z() {
        return "z";
    }

    @Override
    public String apply(Operator operator, List<String> operands) {
        return String.format(pattern(operator), operands.toArray());
    }

    private static String pattern(Operator operator) {
        return switch (operator) {
            case PLUS, PLUS_EXACT -> "(%s + %s)";
            case MINUS -> "(%s - %s)";
            case TIMES -> "(%s * %s)";
            case OVER -> "(%s / nullif(%s, 0))";
            case SQRT -> "sqrt(%s)";
            case LEAST -> "least(%s, %s)";
            case GREATEST -> "greatest(%s, %s)";
            case COALESCE -> "coalesce(%s, %s)";
            case AND -> "(%s AND %s)";
            case OR -> "(%s OR %s)";
            case AT_MOST -> "(%s <= %s)";
            case BELOW -> "(%s < %s)";
            case EQUAL -> "(%s = %s)";
            case PRESENT -> "(%s IS NOT NULL)";
            case IF -> "CASE WHEN %s THEN %s ELSE %s END";
            case WHEN -> "CASE WHEN %s THEN %s END";
            case TO_DOUBLE -> "CAST(%s AS DOUBLE)";
            // count_if of nothing but nulls would be null.
            case COUNT_IF -> "count(*) FILTER (WHERE %s)";
            case SUM -> "sum(%s)";
            case AVERAGE -> "avg(%s)";
            case VARIANCE -> "var_pop(%s)";
            case MIN -> "min(%s)";
            case MAX -> "max(%s)";
        };
    }
}

package io.cxmetrics.spark.catalogue;

/**
 * What a {@link Term} may do with its operands: what every engine can. A null operand makes null, except where it says
 * so.
 */
public enum Operator {
    /** Sum of two. */
    PLUS,
    /** Sum of two counts, which refuses to overflow; nothing but counters of native functions needs it. */
    PLUS_EXACT,
    /** First minus second. */
    MINUS,
    /** Product of two. */
    TIMES,
    /** First over second as a fraction; null where the second is 0. */
    OVER,
    /** Square root. */
    SQRT,
    /** The lower of those that are not null. */
    LEAST,
    /** The higher of those that are not null. */
    GREATEST,
    /** The first of two that is not null. */
    COALESCE,
    /** Both conditions. */
    AND,
    /** Either condition. */
    OR,
    /** First &le; second. */
    AT_MOST,
    /** First &lt; second. */
    BELOW,
    /** First = second. */
    EQUAL,
    /** Whether there is a value; never null. */
    PRESENT,
    /** The second if the first holds, else the third, also where the first is null. */
    IF,
    /** The second if the first holds, else null. */
    WHEN,
    /** The same number as a double. */
    TO_DOUBLE,

    /** Over the rows of a group: how many rows the condition holds for. */
    COUNT_IF,
    /** Over the rows of a group: the sum of the values, null without any. */
    SUM,
    /** Over the rows of a group: the mean of the values, null without any. */
    AVERAGE,
    /** Over the rows of a group: the population variance of the values, null without any. */
    VARIANCE,
    /** Over the rows of a group: the lowest value, null without any. */
    MIN,
    /** Over the rows of a group: the highest value, null without any. */
    MAX
}

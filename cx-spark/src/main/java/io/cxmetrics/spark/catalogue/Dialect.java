package io.cxmetrics.spark.catalogue;

import java.util.List;

/**
 * How an engine says what a {@link Term} means.
 *
 * @param <E> what the engine calls an expression
 */
public interface Dialect<E> {

    /** Returns an argument of the function, as a long, double or boolean by its kind. */
    E argument(int index);

    /** Returns what a group has counted so far, or at last. */
    E slot(String name);

    /** Returns what another part of the group has counted, which is to be merged in. */
    E other(String name);

    /** Returns a whole number. */
    E constant(long value);

    /** Returns a fraction. */
    E constant(double value);

    /** Returns z such that a standard normal value lies in [-z, z] with the confidence asked for. */
    E z();

    /** Applies an operator. */
    E apply(Operator operator, List<E> operands);
}

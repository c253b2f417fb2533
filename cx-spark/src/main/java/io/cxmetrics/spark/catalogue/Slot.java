package io.cxmetrics.spark.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * One counter of a group, and one field of its stored tally.
 *
 * @param name the name, also of the field
 * @param whole true for a long, false for a double
 * @param start what it is before any row; null where there is nothing to say without one
 * @param merge what it becomes when another part of the group is added
 * @param rollUp the built-in aggregate that does the same over stored fields; null where none does
 */
public record Slot(
        String name,
        boolean whole,
        @Nullable Term start,
        Term merge,
        @Nullable Operator rollUp) {

    /** Returns a counter that adds up as a long, and refuses to overflow. */
    public static Slot count(String name) {
        return new Slot(
                name,
                true,
                Term.whole(0),
                Term.apply(Operator.PLUS_EXACT, Term.slot(name), Term.other(name)),
                Operator.SUM);
    }

    /** Returns a counter that adds up as a double. */
    public static Slot sum(String name) {
        return new Slot(name, false, Term.fraction(0), Term.slot(name).plus(Term.other(name)), Operator.SUM);
    }

    /** Returns the lowest or highest value seen. */
    static Slot extreme(String name, Operator pick, Operator aggregate) {
        return new Slot(name, false, null, Term.apply(pick, Term.slot(name), Term.other(name)), aggregate);
    }
}

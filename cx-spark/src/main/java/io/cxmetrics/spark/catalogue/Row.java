package io.cxmetrics.spark.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * What a row does to one counter.
 *
 * @param update the counter after the row, of the counters before it and the arguments
 * @param whole the counter of all rows of a group by built-in aggregates; null where none says it
 */
public record Row(Term update, @Nullable Term whole) {

    /** Returns a row that never moves a counter of whole numbers. */
    static Row never(String slot) {
        return new Row(Term.slot(slot), Term.whole(0));
    }

    /** Returns a row that counts where the condition holds. */
    static Row countIf(String slot, Term condition) {
        return new Row(
                condition.choose(Term.slot(slot).plus(Term.whole(1)), Term.slot(slot)),
                Term.apply(Operator.COUNT_IF, condition));
    }

    /** Returns a row that adds a whole number where the condition holds. */
    static Row addIf(String slot, Term condition, Term increment) {
        return new Row(
                condition.choose(Term.apply(Operator.PLUS_EXACT, Term.slot(slot), increment), Term.slot(slot)),
                Term.apply(
                        Operator.COALESCE,
                        Term.apply(Operator.SUM, condition.choose(increment, Term.whole(0))),
                        Term.whole(0)));
    }

    /** Returns a row that adds a fraction where the condition holds. */
    static Row weighIf(String slot, Term condition, Term increment) {
        return new Row(
                condition.choose(Term.slot(slot).plus(increment), Term.slot(slot)),
                Term.apply(
                        Operator.COALESCE,
                        Term.apply(Operator.SUM, condition.choose(increment, Term.fraction(0))),
                        Term.fraction(0)));
    }
}

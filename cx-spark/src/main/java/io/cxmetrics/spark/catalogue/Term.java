package io.cxmetrics.spark.catalogue;

import java.util.List;

/** A value of the arguments of a row or of the counters of a group, written once and said in every {@link Dialect}. */
public sealed interface Term {

    /** Returns this term as an engine says it. */
    <E> E in(Dialect<E> dialect);

    /** An argument of the function. */
    record Argument(int index) implements Term {
        @Override
        public <E> E in(Dialect<E> dialect) {
            return dialect.argument(index);
        }
    }

    /** A counter. */
    record Counter(String name) implements Term {
        @Override
        public <E> E in(Dialect<E> dialect) {
            return dialect.slot(name);
        }
    }

    /** A counter of the part to be merged in. */
    record Other(String name) implements Term {
        @Override
        public <E> E in(Dialect<E> dialect) {
            return dialect.other(name);
        }
    }

    /** A whole number. */
    record Whole(long value) implements Term {
        @Override
        public <E> E in(Dialect<E> dialect) {
            return dialect.constant(value);
        }
    }

    /** A fraction. */
    record Fraction(double value) implements Term {
        @Override
        public <E> E in(Dialect<E> dialect) {
            return dialect.constant(value);
        }
    }

    /** The normal quantile of the confidence asked for. */
    record Z() implements Term {
        @Override
        public <E> E in(Dialect<E> dialect) {
            return dialect.z();
        }
    }

    /** An operator and its operands. */
    record Apply(Operator operator, List<Term> operands) implements Term {
        @Override
        public <E> E in(Dialect<E> dialect) {
            return dialect.apply(
                    operator,
                    operands.stream().map(operand -> operand.in(dialect)).toList());
        }
    }

    /** Returns an argument of the function. */
    static Term argument(int index) {
        return new Argument(index);
    }

    /** Returns a counter. */
    static Term slot(String name) {
        return new Counter(name);
    }

    /** Returns a counter of the part to be merged in. */
    static Term other(String name) {
        return new Other(name);
    }

    /** Returns a whole number. */
    static Term whole(long value) {
        return new Whole(value);
    }

    /** Returns a fraction. */
    static Term fraction(double value) {
        return new Fraction(value);
    }

    /** Returns an operator applied. */
    static Term apply(Operator operator, Term... operands) {
        return new Apply(operator, List.of(operands));
    }

    /** Returns this + that. */
    default Term plus(Term that) {
        return apply(Operator.PLUS, this, that);
    }

    /** Returns this - that. */
    default Term minus(Term that) {
        return apply(Operator.MINUS, this, that);
    }

    /** Returns this times that. */
    default Term times(Term that) {
        return apply(Operator.TIMES, this, that);
    }

    /** Returns this / that as a fraction, null where that is 0. */
    default Term over(Term that) {
        return apply(Operator.OVER, this, that);
    }

    /** Tells whether both hold. */
    default Term and(Term that) {
        return apply(Operator.AND, this, that);
    }

    /** Tells whether either holds. */
    default Term or(Term that) {
        return apply(Operator.OR, this, that);
    }

    /** Tells whether this &le; that. */
    default Term atMost(Term that) {
        return apply(Operator.AT_MOST, this, that);
    }

    /** Tells whether this &lt; that. */
    default Term below(Term that) {
        return apply(Operator.BELOW, this, that);
    }

    /** Tells whether this = that. */
    default Term equal(Term that) {
        return apply(Operator.EQUAL, this, that);
    }

    /** Tells whether low &le; this &le; high. */
    default Term between(Term low, Term high) {
        return low.atMost(this).and(this.atMost(high));
    }

    /** Tells whether low &le; this &le; high. */
    default Term between(long low, long high) {
        return between(whole(low), whole(high));
    }

    /** Tells whether this lies below low or above high. */
    default Term outside(Term low, Term high) {
        return below(low).or(high.below(this));
    }

    /** Returns the first where this holds, else the second. */
    default Term choose(Term then, Term otherwise) {
        return apply(Operator.IF, this, then, otherwise);
    }

    /** Returns a value where this holds, else nothing. */
    default Term when(Term then) {
        return apply(Operator.WHEN, this, then);
    }

    /** Tells whether this does not hold; also where this is null. */
    default Term not() {
        return choose(whole(0), whole(1)).equal(whole(1));
    }

    /** Tells whether there is a value. */
    default Term present() {
        return apply(Operator.PRESENT, this);
    }

    /** Returns this as a double. */
    default Term real() {
        return apply(Operator.TO_DOUBLE, this);
    }

    /** Returns the square root. */
    default Term root() {
        return apply(Operator.SQRT, this);
    }

    /** Returns this, but not outside the range. */
    default Term clip(double low, double high) {
        return apply(Operator.LEAST, apply(Operator.GREATEST, this, fraction(low)), fraction(high));
    }
}

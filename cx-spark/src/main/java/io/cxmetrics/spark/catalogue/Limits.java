package io.cxmetrics.spark.catalogue;

import static io.cxmetrics.spark.catalogue.Term.fraction;
import static io.cxmetrics.spark.catalogue.Term.whole;

/**
 * The intervals of cx-core of built-in operators, for where no Java runs: adjusted Wald for net scores, Wilson for
 * shares. Tests hold them to {@link Answers}.
 *
 * @param low the low end
 * @param high the high end
 */
record Limits(Term low, Term high) {

    /** Returns the adjusted Wald interval in points, null without answers. */
    static Limits adjustedWald(Term positive, Term negative, Term answers) {
        Term count = answers.plus(fraction(3));
        Term more = positive.plus(fraction(0.75)).over(count);
        Term less = negative.plus(fraction(0.75)).over(count);
        Term net = more.minus(less);
        Term variance = Term.apply(Operator.GREATEST, more.plus(less).minus(net.times(net)), fraction(0));
        Term half = fraction(100).times(new Term.Z()).times(variance.over(count).root());
        Term middle = fraction(100).times(net);
        Term any = fraction(0).below(answers);
        return new Limits(
                any.when(middle.minus(half).clip(-100, 100)),
                any.when(middle.plus(half).clip(-100, 100)));
    }

    /** Returns Wilson's interval times a scale, null without trials. */
    static Limits wilson(Term events, Term trials, double scale) {
        Term z = new Term.Z();
        Term squared = z.times(z);
        Term spread = events.times(trials.minus(events)).over(trials).plus(squared.over(fraction(4)));
        Term top = events.plus(squared.over(fraction(2))).plus(z.times(spread.root()));
        Term rate = events.over(trials);
        Term high = events.equal(trials)
                .choose(fraction(1), Term.apply(Operator.GREATEST, top.over(trials.plus(squared)), rate));
        Term any = whole(0).below(trials);
        return new Limits(
                any.when(fraction(scale).times(rate.times(events.over(top)))),
                any.when(fraction(scale).times(high)));
    }

    /** Returns half the width. */
    Term margin() {
        return high.minus(low).over(fraction(2));
    }
}

package io.cxmetrics.spark.catalogue;

import static io.cxmetrics.spark.catalogue.Term.argument;
import static io.cxmetrics.spark.catalogue.Term.fraction;
import static io.cxmetrics.spark.catalogue.Term.other;
import static io.cxmetrics.spark.catalogue.Term.slot;
import static io.cxmetrics.spark.catalogue.Term.whole;

import java.util.List;

/**
 * Count, mean, spread and extremes of numbers, by the updating formulas of Welford (1962) and of Chan, Golub and
 * LeVeque (1979). Merged parts agree with the whole up to rounding.
 */
final class MomentsFamily {

    private static final Term X = argument(0);

    /** NaN and the infinities times 0 are NaN. */
    private static final Term FINITE = X.times(fraction(0)).equal(fraction(0));

    private static final List<String> SPREAD = List.of("count", "mean", "squares");

    static final Family MOMENTS = new Family(
            "moments",
            "value must be finite",
            List.of(
                    Slot.count("count"),
                    new Slot("mean", false, fraction(0), mergedMean(), null),
                    new Slot("squares", false, fraction(0), mergedSquares(), null),
                    Slot.extreme("min", Operator.LEAST, Operator.MIN),
                    Slot.extreme("max", Operator.GREATEST, Operator.MAX),
                    Slot.count("invalid")),
            List.of(new Signature(
                    List.of(new Parameter("value", Kind.NUMBER)),
                    List.of(
                            Row.countIf("count", FINITE),
                            new Row(FINITE.choose(mean(), slot("mean")), all(Operator.AVERAGE)),
                            new Row(
                                    FINITE.choose(squares(), slot("squares")),
                                    all(Operator.VARIANCE).times(Term.apply(Operator.COUNT_IF, FINITE))),
                            extreme("min", Operator.LEAST, Operator.MIN),
                            extreme("max", Operator.GREATEST, Operator.MAX),
                            Row.countIf(Family.INVALID, X.present().and(FINITE.not()))))),
            List.of(
                    new Answer("average", "average", List.of("count", "mean"), false, slot("mean")),
                    new Answer("standard_deviation", "deviation", SPREAD, false, deviation()),
                    // Student's quantile is not among what engines have built in.
                    new Answer("margin", "meanMargin", SPREAD, true, null),
                    new Answer("low", "meanLow", SPREAD, true, null),
                    new Answer("high", "meanHigh", SPREAD, true, null)));

    private MomentsFamily() {}

    private static Term mean() {
        return slot("mean")
                .plus(X.minus(slot("mean")).over(slot("count").plus(whole(1)).real()));
    }

    private static Term squares() {
        return slot("squares").plus(X.minus(slot("mean")).times(X.minus(mean())));
    }

    private static Term both() {
        return slot("count").plus(other("count")).real();
    }

    private static Term share() {
        return other("count").real().over(both());
    }

    private static Term mergedMean() {
        Term difference = other("mean").minus(slot("mean"));
        return fraction(0).below(both()).choose(slot("mean").plus(difference.times(share())), fraction(0));
    }

    private static Term mergedSquares() {
        Term difference = other("mean").minus(slot("mean"));
        Term between =
                difference.times(difference).times(share()).times(slot("count").real());
        return fraction(0)
                .below(both())
                .choose(slot("squares").plus(other("squares")).plus(between), fraction(0));
    }

    private static Term all(Operator aggregate) {
        return Term.apply(aggregate, FINITE.when(X));
    }

    private static Row extreme(String name, Operator pick, Operator aggregate) {
        return new Row(FINITE.choose(Term.apply(pick, slot(name), X), slot(name)), all(aggregate));
    }

    private static Term deviation() {
        return whole(1).below(slot("count"))
                .when(slot("squares").over(slot("count").minus(whole(1))).root());
    }
}

package io.cxmetrics.spark.catalogue;

import static io.cxmetrics.spark.catalogue.Term.argument;
import static io.cxmetrics.spark.catalogue.Term.fraction;
import static io.cxmetrics.spark.catalogue.Term.slot;
import static io.cxmetrics.spark.catalogue.Term.whole;

import java.util.List;

/** The sums of weighted answers to the recommendation question, on Kish's effective base. */
final class WeightedFamily {

    private static final Term RATING = argument(0);
    private static final Term WEIGHT = argument(1);
    private static final List<String> SUMS = List.of("promoters", "passives", "detractors", "count", "squares");

    static final Family WEIGHTED_NPS = weightedNps();

    private WeightedFamily() {}

    private static Family weightedNps() {
        // The weights that cx-core allows: whose squares are neither lost nor infinite.
        Term allowed =
                WEIGHT.equal(fraction(0)).or(fraction(1e-100).atMost(WEIGHT).and(WEIGHT.atMost(fraction(1e100))));
        Term valid = RATING.between(0, 10).and(allowed);
        Term broken = RATING.present()
                .and(WEIGHT.present())
                .and(RATING.outside(whole(0), whole(10)).or(allowed.not()));
        Term sum = slot("promoters").plus(slot("passives")).plus(slot("detractors"));
        Term base = Term.apply(
                Operator.LEAST,
                Term.apply(Operator.GREATEST, sum.over(slot("squares")).times(sum), fraction(1)),
                slot("count").real());
        Term scale = base.over(sum);
        Limits limits = Limits.adjustedWald(
                slot("promoters").times(scale), slot("detractors").times(scale), base);
        Term score =
                fraction(100).times(slot("promoters").minus(slot("detractors"))).over(sum);
        Term any = fraction(0).below(sum);
        return new Family(
                "nps_weighted",
                "rating must be in [0, 10] and weight 0 or in [1e-100, 1e100]",
                List.of(
                        Slot.sum("promoters"),
                        Slot.sum("passives"),
                        Slot.sum("detractors"),
                        Slot.count("count"),
                        Slot.sum("squares"),
                        Slot.count("invalid")),
                List.of(new Signature(
                        List.of(new Parameter("score", Kind.INTEGRAL), new Parameter("weight", Kind.NUMBER)),
                        List.of(
                                Row.weighIf("promoters", RATING.between(9, 10).and(allowed), WEIGHT),
                                Row.weighIf("passives", RATING.between(7, 8).and(allowed), WEIGHT),
                                Row.weighIf("detractors", RATING.between(0, 6).and(allowed), WEIGHT),
                                Row.countIf("count", valid),
                                Row.weighIf("squares", valid, WEIGHT.times(WEIGHT)),
                                Row.countIf(Family.INVALID, broken)))),
                List.of(
                        new Answer("score", "weighted", SUMS, false, any.when(score.clip(-100, 100))),
                        new Answer("margin", "weightedMargin", SUMS, true, limits.margin()),
                        new Answer("low", "weightedLow", SUMS, true, limits.low()),
                        new Answer("high", "weightedHigh", SUMS, true, limits.high())));
    }
}

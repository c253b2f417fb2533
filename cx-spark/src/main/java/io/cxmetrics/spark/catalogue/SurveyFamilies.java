package io.cxmetrics.spark.catalogue;

import static io.cxmetrics.spark.catalogue.Term.argument;
import static io.cxmetrics.spark.catalogue.Term.fraction;
import static io.cxmetrics.spark.catalogue.Term.slot;

import java.util.List;

/** The counters of surveys. Scores are in points or percent, as in cx-core. */
final class SurveyFamilies {

    private static final Term RATING = argument(0);

    static final Family NPS = new Family(
            "nps",
            "rating must be in [0, 10]",
            List.of(Slot.count("promoters"), Slot.count("passives"), Slot.count("detractors"), Slot.count("invalid")),
            List.of(new Signature(
                    List.of(new Parameter("score", Kind.INTEGRAL)),
                    List.of(
                            Row.countIf("promoters", RATING.between(9, 10)),
                            Row.countIf("passives", RATING.between(7, 8)),
                            Row.countIf("detractors", RATING.between(0, 6)),
                            invalid(0, 10)))),
            netAnswers("promoters", "passives", "detractors"));

    static final Family CSAT = csat();
    static final Family CES = ces();
    static final Family BOX = box();

    private SurveyFamilies() {}

    private static Row invalid(long low, long high) {
        return Row.countIf(Family.INVALID, RATING.outside(Term.whole(low), Term.whole(high)));
    }

    private static List<Answer> netAnswers(String positive, String neutral, String negative) {
        List<String> slots = List.of(positive, neutral, negative);
        Limits limits = Limits.adjustedWald(slot(positive), slot(negative), all(positive, neutral, negative));
        return List.of(
                new Answer("score", "net", slots, false, net(positive, neutral, negative)),
                new Answer("margin", "netMargin", slots, true, limits.margin()),
                new Answer("low", "netLow", slots, true, limits.low()),
                new Answer("high", "netHigh", slots, true, limits.high()));
    }

    private static Term all(String positive, String neutral, String negative) {
        return slot(positive).plus(slot(neutral)).plus(slot(negative));
    }

    private static Term net(String positive, String neutral, String negative) {
        return fraction(100).times(slot(positive).minus(slot(negative))).over(all(positive, neutral, negative));
    }

    private static Family csat() {
        List<String> counts = List.of("satisfied", "neutral", "dissatisfied");
        Term answers = all("satisfied", "neutral", "dissatisfied");
        Limits limits = Limits.wilson(slot("satisfied"), answers, 100);
        return new Family(
                "csat",
                "rating must be in [1, 5]",
                List.of(
                        Slot.count("satisfied"),
                        Slot.count("neutral"),
                        Slot.count("dissatisfied"),
                        Slot.count("points"),
                        Slot.count("invalid")),
                List.of(new Signature(
                        List.of(new Parameter("rating", Kind.INTEGRAL)),
                        List.of(
                                Row.countIf("satisfied", RATING.between(4, 5)),
                                Row.countIf("neutral", RATING.equal(Term.whole(3))),
                                Row.countIf("dissatisfied", RATING.between(1, 2)),
                                Row.addIf("points", RATING.between(1, 5), RATING),
                                invalid(1, 5)))),
                List.of(
                        new Answer("score", "share", counts, false, percent(slot("satisfied"), answers)),
                        new Answer("low", "shareLow", counts, true, limits.low()),
                        new Answer("high", "shareHigh", counts, true, limits.high()),
                        new Answer("net", "net", counts, false, net("satisfied", "neutral", "dissatisfied")),
                        new Answer(
                                "mean",
                                "mean",
                                List.of("satisfied", "neutral", "dissatisfied", "points"),
                                false,
                                slot("points").over(answers))));
    }

    private static Family ces() {
        List<String> counts = List.of("easy", "neutral", "difficult");
        List<String> points = List.of("easy", "neutral", "difficult", "points");
        List<String> squares = List.of("easy", "neutral", "difficult", "points", "squared_points");
        Term answers = all("easy", "neutral", "difficult");
        return new Family(
                "ces",
                "rating must be in [1, 7]",
                List.of(
                        Slot.count("easy"),
                        Slot.count("neutral"),
                        Slot.count("difficult"),
                        Slot.count("points"),
                        Slot.count("squared_points"),
                        Slot.count("invalid")),
                List.of(new Signature(
                        List.of(new Parameter("rating", Kind.INTEGRAL)),
                        List.of(
                                Row.countIf("easy", RATING.between(5, 7)),
                                Row.countIf("neutral", RATING.equal(Term.whole(4))),
                                Row.countIf("difficult", RATING.between(1, 3)),
                                Row.addIf("points", RATING.between(1, 7), RATING),
                                Row.addIf("squared_points", RATING.between(1, 7), RATING.times(RATING)),
                                invalid(1, 7)))),
                List.of(
                        new Answer("mean", "mean", points, false, slot("points").over(answers)),
                        // Student's quantile is not among what engines have built in.
                        new Answer("low", "effortLow", squares, true, null),
                        new Answer("high", "effortHigh", squares, true, null),
                        new Answer("easy_percent", "share", counts, false, percent(slot("easy"), answers)),
                        new Answer("net_easy", "net", counts, false, net("easy", "neutral", "difficult"))));
    }

    /** The constant arguments say which points are the top and the bottom. */
    private static Family box() {
        Term k = argument(1);
        Term min = argument(2);
        Term max = argument(3);
        Term inside = RATING.between(min, max);
        Limits limits = Limits.wilson(slot("top"), slot("answers"), 100);
        return new Family(
                "box",
                "rating must be on the scale",
                List.of(Slot.count("top"), Slot.count("bottom"), Slot.count("answers"), Slot.count("invalid")),
                List.of(new Signature(
                        List.of(
                                new Parameter("rating", Kind.INTEGRAL),
                                new Parameter("k", Kind.SETTING),
                                new Parameter("min", Kind.SETTING),
                                new Parameter("max", Kind.SETTING)),
                        List.of(
                                Row.countIf(
                                        "top",
                                        RATING.atMost(max).and(max.minus(k).below(RATING))),
                                Row.countIf("bottom", min.atMost(RATING).and(RATING.below(min.plus(k)))),
                                Row.countIf("answers", inside),
                                Row.countIf(Family.INVALID, RATING.outside(min, max))),
                        k.between(Term.whole(1), max.minus(min)),
                        "k must be in [1, max - min]")),
                List.of(
                        new Answer(
                                "top",
                                "percent",
                                List.of("top", "answers"),
                                false,
                                percent(slot("top"), slot("answers"))),
                        new Answer("top_low", "percentLow", List.of("top", "answers"), true, limits.low()),
                        new Answer("top_high", "percentHigh", List.of("top", "answers"), true, limits.high()),
                        new Answer(
                                "bottom",
                                "percent",
                                List.of("bottom", "answers"),
                                false,
                                percent(slot("bottom"), slot("answers"))),
                        new Answer(
                                "net",
                                "netOf",
                                List.of("top", "bottom", "answers"),
                                false,
                                percent(slot("top").minus(slot("bottom")), slot("answers")))));
    }

    private static Term percent(Term events, Term trials) {
        return fraction(100).times(events.over(trials));
    }
}

package io.cxmetrics.spark.catalogue;

import static io.cxmetrics.spark.catalogue.Term.argument;
import static io.cxmetrics.spark.catalogue.Term.slot;
import static io.cxmetrics.spark.catalogue.Term.whole;

import java.util.List;

/** The counters of rates and of recurring revenue. Rates are fractions, as in cx-core. */
final class CountFamilies {

    static final Family RATE = rate();
    static final Family REVENUE = revenue();

    private CountFamilies() {}

    /** A flag for each trial, or two counts in each row: a row with either count missing says nothing. */
    private static Family rate() {
        Term flag = argument(0);
        Term events = argument(0);
        Term trials = argument(1);
        Term valid = whole(0).atMost(events).and(events.atMost(trials));
        List<String> counts = List.of("events", "trials");
        Limits limits = Limits.wilson(slot("events"), slot("trials"), 1);
        return new Family(
                "cx_rate",
                "events must be in [0, trials]",
                List.of(Slot.count("events"), Slot.count("trials"), Slot.count("invalid")),
                List.of(
                        new Signature(
                                List.of(new Parameter("flag", Kind.FLAG)),
                                List.of(
                                        Row.countIf("events", flag),
                                        Row.countIf("trials", flag.present()),
                                        Row.never(Family.INVALID))),
                        new Signature(
                                List.of(new Parameter("events", Kind.INTEGRAL), new Parameter("trials", Kind.INTEGRAL)),
                                List.of(
                                        Row.addIf("events", valid, events),
                                        Row.addIf("trials", valid, trials),
                                        Row.countIf(
                                                Family.INVALID,
                                                events.below(whole(0)).or(trials.below(events)))))),
                List.of(
                        new Answer("rate", "rate", counts, false, slot("events").over(slot("trials"))),
                        new Answer("low", "rateLow", counts, true, limits.low()),
                        new Answer("high", "rateHigh", counts, true, limits.high())));
    }

    /** One row for each customer, by what they paid at the start and pay at the end. */
    private static Family revenue() {
        Term before = argument(0);
        Term after = argument(1);
        Term nothing = whole(0);
        Term valid = nothing.atMost(before).and(nothing.atMost(after));
        Term kept = valid.and(nothing.below(before)).and(nothing.below(after));
        Term lost = slot("contraction").plus(slot("churn"));
        return new Family(
                "revenue",
                "before and after must not be negative",
                List.of(
                        Slot.count("opening"),
                        Slot.count("new_business"),
                        Slot.count("expansion"),
                        Slot.count("contraction"),
                        Slot.count("churn"),
                        Slot.count("invalid")),
                List.of(new Signature(
                        List.of(new Parameter("before", Kind.INTEGRAL), new Parameter("after", Kind.INTEGRAL)),
                        List.of(
                                Row.addIf("opening", valid, before),
                                Row.addIf("new_business", valid.and(before.equal(nothing)), after),
                                Row.addIf("expansion", kept.and(before.below(after)), after.minus(before)),
                                Row.addIf("contraction", kept.and(after.below(before)), before.minus(after)),
                                Row.addIf("churn", valid.and(after.equal(nothing)), before),
                                Row.countIf(
                                        Family.INVALID, before.below(nothing).or(after.below(nothing)))))),
                List.of(
                        new Answer(
                                "grr",
                                "grossRetention",
                                List.of("opening", "contraction", "churn"),
                                false,
                                slot("opening").minus(lost).over(slot("opening"))),
                        new Answer(
                                "nrr",
                                "netRetention",
                                List.of("opening", "expansion", "contraction", "churn"),
                                false,
                                slot("opening")
                                        .plus(slot("expansion"))
                                        .minus(lost)
                                        .over(slot("opening")))));
    }
}

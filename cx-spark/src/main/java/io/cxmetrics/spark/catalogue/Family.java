package io.cxmetrics.spark.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The functions over one set of counters.
 *
 * @param name what their names start with
 * @param rule what an argument must be, for the message that refuses others
 * @param slots the counters; one called {@code invalid} counts the rows that break the rule
 * @param signatures the ways to give rows; stored tallies may be given to all but those that take settings
 * @param answers what the counters answer
 */
public record Family(String name, String rule, List<Slot> slots, List<Signature> signatures, List<Answer> answers) {

    /** The counter of rows that break the rule. */
    public static final String INVALID = "invalid";

    /** Returns the counter of a name. */
    public Slot slot(String slot) {
        return slots.get(index(slot));
    }

    /** Returns the position of a counter. */
    public int index(String slot) {
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).name().equals(slot)) {
                return i;
            }
        }
        throw new IllegalArgumentException("slot must be one of " + name + ", got " + slot);
    }

    /** Returns the answer of a name. */
    public Answer answer(String answer) {
        return answers.stream()
                .filter(known -> known.name().equals(answer))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("answer must be one of " + name + ", got " + answer));
    }

    /** Returns how stored tallies are added up: each counter merged with its field. */
    public Signature tallies() {
        List<Row> rows = new ArrayList<>();
        for (Slot slot : slots) {
            Term merged = Term.argument(0).present().choose(slot.merge(), Term.slot(slot.name()));
            rows.add(new Row(merged, rollUp(slot)));
        }
        return new Signature(List.of(Parameter.TALLY), rows);
    }

    private static @Nullable Term rollUp(Slot slot) {
        if (slot.rollUp() == null) {
            return null;
        }
        Term all = Term.apply(slot.rollUp(), Term.other(slot.name()));
        return slot.start() == null ? all : Term.apply(Operator.COALESCE, all, slot.start());
    }
}

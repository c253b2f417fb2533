package io.cxmetrics.spark.catalogue;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One function by its name in SQL. Serialized as its name alone.
 *
 * @param name the name in SQL
 * @param family whose counters it needs
 * @param shape what it returns
 * @param answer the answer it returns; null for a struct
 * @param formula what it is, in a sentence for {@code DESCRIBE FUNCTION}
 * @param example a query
 * @param result what the query gives
 */
public record MetricFunction(
        String name, Family family, Shape shape, @Nullable Answer answer, String formula, String example, String result)
        implements Serializable {

    /** Returns the ways to call it. */
    public List<Signature> signatures() {
        if (shape == Shape.MERGE || shape == Shape.SCORE) {
            return List.of(family.tallies());
        }
        List<Signature> all = new ArrayList<>(family.signatures());
        if (all.stream().noneMatch(Signature::hasSettings)) {
            all.add(family.tallies());
        }
        return all;
    }

    /** Tells whether a confidence may come last. */
    public boolean confident() {
        return answer == null
                ? shape == Shape.SUMMARY && family.answers().stream().anyMatch(Answer::confident)
                : answer.confident();
    }

    /** Returns the counters it needs, in the order of the family: a group keeps no others. */
    public List<Slot> slots() {
        if (answer == null) {
            return family.slots();
        }
        Set<String> needed = new LinkedHashSet<>(answer.slots());
        if (shape == Shape.STRICT) {
            needed.add(Family.INVALID);
        }
        return family.slots().stream()
                .filter(slot -> needed.contains(slot.name()))
                .toList();
    }

    private Object writeReplace() {
        return new Named(name);
    }

    private record Named(String name) implements Serializable {
        private Object readResolve() {
            return Catalogue.function(name);
        }
    }
}

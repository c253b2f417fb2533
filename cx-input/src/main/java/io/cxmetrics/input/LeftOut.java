package io.cxmetrics.input;

import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many rows were left out, by reason, with the first three of each reason in words. Two of them add up; the
 * examples of the left one come first.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * LeftOut.Buffer buffer = new LeftOut.Buffer();
 * buffer.add(Reason.invalid("nps"), new Place("survey.csv", 7), "nps must be a whole number, got ten");
 * buffer.add(Reason.blank("nps"), new Place("survey.csv", 9), "nps is blank");
 * LeftOut leftOut = buffer.leftOut();
 * leftOut.count(); // 2
 * leftOut.count(Reason.blank("nps")); // 1
 * leftOut; // invalid_nps 1, no_nps 1
 * leftOut.examples(Reason.invalid("nps")); // [survey.csv, line 7: nps must be a whole number, got ten]
 * }</pre>
 *
 * @since 0.1
 */
public final class LeftOut implements Summary<LeftOut> {

    /** How many examples of a reason are kept. */
    public static final int EXAMPLES = 3;

    /** Nothing was left out. */
    public static final LeftOut EMPTY = new LeftOut(new TreeMap<>(), new TreeMap<>());

    private final SortedMap<Reason, Long> counts;
    private final SortedMap<Reason, List<String>> examples;

    private LeftOut(SortedMap<Reason, Long> counts, SortedMap<Reason, List<String>> examples) {
        this.counts = counts;
        this.examples = examples;
    }

    /** What was left out, while it grows. Belongs to one thread. */
    public static final class Buffer {
        private final SortedMap<Reason, Long> counts = new TreeMap<>();
        private final SortedMap<Reason, List<String>> examples = new TreeMap<>();

        /** Starts with nothing. */
        public Buffer() {}

        /**
         * Counts a row.
         *
         * @param reason why it is left out
         * @param place where it stands
         * @param words what is wrong with it, in words
         */
        public void add(Reason reason, Place place, String words) {
            if (counts.merge(reason, 1L, Math::addExact) <= EXAMPLES) {
                examples.computeIfAbsent(reason, r -> new ArrayList<>()).add(place + ": " + Excerpt.printable(words));
            }
        }

        /**
         * Counts a row without an example.
         *
         * @param reason why it is left out
         */
        public void add(Reason reason) {
            add(reason, 1);
        }

        /**
         * Counts rows without an example.
         *
         * @param reason why they are left out
         * @param rows how many they are; none changes nothing
         * @throws IllegalArgumentException if the number is negative
         */
        public void add(Reason reason, long rows) {
            if (rows < 0) {
                throw new IllegalArgumentException("rows must not be negative, got " + rows);
            }
            if (rows > 0) {
                counts.merge(reason, rows, Math::addExact);
            }
        }

        /**
         * Counts what another buffer counted.
         *
         * @param other the other buffer, which is left as it is
         */
        public void addAll(Buffer other) {
            other.counts.forEach((reason, count) -> counts.merge(reason, count, Math::addExact));
            other.examples.forEach((reason, words) -> append(examples, reason, words));
        }

        /**
         * Tells whether one more row of a reason would still be shown, so that its words are worth making.
         *
         * @param reason the reason
         * @return true for the first three
         */
        public boolean wantsExample(Reason reason) {
            return counts.getOrDefault(reason, 0L) < EXAMPLES;
        }

        /**
         * Tells whether nothing was left out so far.
         *
         * @return true if so
         */
        public boolean isEmpty() {
            return counts.isEmpty();
        }

        /**
         * Returns what was left out so far.
         *
         * @return the counts and examples
         */
        public LeftOut leftOut() {
            return new LeftOut(new TreeMap<>(counts), copy(examples));
        }
    }

    private static SortedMap<Reason, List<String>> copy(SortedMap<Reason, List<String>> examples) {
        SortedMap<Reason, List<String>> copy = new TreeMap<>();
        examples.forEach((reason, words) -> copy.put(reason, new ArrayList<>(words)));
        return copy;
    }

    /**
     * Returns how many rows were left out.
     *
     * @return the number, over all reasons
     * @throws ArithmeticException if it overflows a {@code long}
     */
    public long count() {
        return counts.values().stream().reduce(0L, Math::addExact);
    }

    /**
     * Returns how many rows were left out for a reason.
     *
     * @param reason the reason
     * @return the number
     */
    public long count(Reason reason) {
        return counts.getOrDefault(reason, 0L);
    }

    /**
     * Returns how many rows were left out for reasons of one kind.
     *
     * @param kind the kind
     * @return the number
     */
    public long count(Reason.Kind kind) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == kind)
                .mapToLong(Map.Entry::getValue)
                .reduce(0L, Math::addExact);
    }

    /**
     * Returns the counts by reason.
     *
     * @return the counts, unmodifiable, sorted by the key of the reason
     */
    public SortedMap<Reason, Long> counts() {
        return Collections.unmodifiableSortedMap(counts);
    }

    /**
     * Returns the first rows that were left out for a reason.
     *
     * @param reason the reason
     * @return at most three, each with its file and line
     */
    public List<String> examples(Reason reason) {
        List<String> words = examples.get(reason);
        return words == null ? List.of() : Collections.unmodifiableList(words);
    }

    @Override
    public LeftOut plus(LeftOut other) {
        SortedMap<Reason, Long> sums = new TreeMap<>(counts);
        other.counts.forEach((reason, count) -> sums.merge(reason, count, Math::addExact));
        SortedMap<Reason, List<String>> both = copy(examples);
        other.examples.forEach((reason, words) -> append(both, reason, words));
        return new LeftOut(sums, both);
    }

    /** Adds examples of a reason, as far as there is room. */
    private static void append(SortedMap<Reason, List<String>> examples, Reason reason, List<String> words) {
        List<String> kept = examples.computeIfAbsent(reason, r -> new ArrayList<>());
        kept.addAll(words.subList(0, Math.min(words.size(), EXAMPLES - kept.size())));
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("LeftOut", 1)
                .withTexts("reasons", counts.keySet().stream().map(Reason::key).toList())
                .withTexts(
                        "kinds",
                        counts.keySet().stream()
                                .map(reason -> reason.kind().name())
                                .toList())
                .with(
                        "counts",
                        counts.values().stream().mapToLong(Long::longValue).toArray())
                .with(
                        "exampleCounts",
                        counts.keySet().stream()
                                .mapToInt(reason -> examples(reason).size())
                                .toArray())
                .withTexts(
                        "examples",
                        counts.keySet().stream()
                                .flatMap(reason -> examples(reason).stream())
                                .toList());
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the rows that were left out
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static LeftOut ofStored(StoredForm form) {
        StoredFields fields = form.expect("LeftOut", 1, "reasons", "kinds", "counts", "exampleCounts", "examples");
        fields.sameLength("reasons", "kinds", "counts", "exampleCounts");
        List<String> keys = fields.texts("reasons");
        List<String> kinds = fields.texts("kinds");
        long[] each = fields.wholes("counts");
        int[] shown = fields.integers("exampleCounts");
        List<String> words = fields.texts("examples");
        SortedMap<Reason, Long> counts = new TreeMap<>();
        SortedMap<Reason, List<String>> examples = new TreeMap<>();
        int at = 0;
        for (int i = 0; i < each.length; i++) {
            Reason reason = new Reason(keys.get(i), kind(kinds.get(i)));
            if (each[i] < 1 || counts.put(reason, each[i]) != null) {
                throw new IllegalArgumentException(
                        "counts must be positive and one for each reason, got " + each[i] + " for " + reason);
            }
            if (shown[i] < 0 || shown[i] > Math.min(EXAMPLES, each[i]) || shown[i] > words.size() - at) {
                throw new IllegalArgumentException("exampleCounts must be at most " + EXAMPLES
                        + ", the count and the examples that are there, got " + shown[i] + " for " + reason);
            }
            if (shown[i] > 0) {
                examples.put(reason, new ArrayList<>(words.subList(at, at + shown[i])));
                at += shown[i];
            }
        }
        if (at != words.size()) {
            throw new IllegalArgumentException("exampleCounts must add up to " + words.size() + ", got " + at);
        }
        LeftOut leftOut = new LeftOut(counts, examples);
        var unused = leftOut.count(); // refuses more than a long holds
        return leftOut;
    }

    private static Reason.Kind kind(String name) {
        for (Reason.Kind kind : Reason.Kind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("kind must be that of a reason, got " + name);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LeftOut that && counts.equals(that.counts) && examples.equals(that.examples);
    }

    @Override
    public int hashCode() {
        return Objects.hash(counts, examples);
    }

    /**
     * Returns the counts as text.
     *
     * @return such as {@code invalid_nps 1, no_nps 2}, or {@code nothing}
     */
    @Override
    public String toString() {
        return counts.isEmpty()
                ? "nothing"
                : counts.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }
}

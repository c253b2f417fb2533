package io.cxmetrics.survey;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Counts;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;

/**
 * Counts of the raw values that were left out, by reason.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Exclusions leftOut = Exclusions.of(Exclusion.BLANK, Exclusion.BLANK, Exclusion.FRACTIONAL);
 * leftOut; // Exclusions[BLANK=2, FRACTIONAL=1]
 * leftOut.count(); // 3
 * leftOut.count(Exclusion.BLANK); // 2
 * }</pre>
 *
 * @since 0.1
 */
public final class Exclusions implements Summary<Exclusions> {

    private static final long serialVersionUID = 1;

    /** Nothing was left out. */
    public static final Exclusions EMPTY = new Exclusions(new long[Exclusion.values().length]);

    private final long[] counts;
    private final long count;

    private Exclusions(long[] counts) {
        this.counts = counts;
        this.count = Counts.total(counts);
    }

    /** Takes over an array with one count for each reason, in their order. */
    static Exclusions ofCounts(long[] counts) {
        return new Exclusions(counts);
    }

    /**
     * Returns the counts of reasons.
     *
     * @param reasons the reason of each value that was left out
     * @return the counts
     */
    public static Exclusions of(Exclusion... reasons) {
        return of(Arrays.asList(reasons));
    }

    /**
     * Returns the counts of reasons.
     *
     * @param reasons the reason of each value that was left out
     * @return the counts
     */
    public static Exclusions of(Collection<Exclusion> reasons) {
        return reasons.stream().collect(toExclusions());
    }

    /**
     * Returns the aggregation that counts reasons, for streams and engines.
     *
     * @return the aggregation
     */
    public static Aggregation<Exclusion, long[], Exclusions> aggregation() {
        return ExclusionsAggregation.INSTANCE;
    }

    /**
     * Returns a collector that counts reasons.
     *
     * @return the collector
     */
    public static Collector<Exclusion, ?, Exclusions> toExclusions() {
        return aggregation().toCollector();
    }

    /**
     * Returns how many values were left out for a reason.
     *
     * @param reason the reason
     * @return the count
     */
    public long count(Exclusion reason) {
        return counts[reason.index()];
    }

    /**
     * Returns how many values were left out for any reason.
     *
     * @return the count
     */
    public long count() {
        return count;
    }

    /**
     * Returns the reasons that occurred, with their counts.
     *
     * @return an unmodifiable map in the order of {@link Exclusion}
     */
    public Map<Exclusion, Long> byReason() {
        Map<Exclusion, Long> map = new EnumMap<>(Exclusion.class);
        for (Exclusion reason : Exclusion.values()) {
            if (count(reason) > 0) {
                map.put(reason, count(reason));
            }
        }
        return Collections.unmodifiableMap(map);
    }

    @Override
    public Exclusions plus(Exclusions other) {
        return new Exclusions(Counts.merge(counts.clone(), other.counts));
    }

    @Override
    public StoredForm storedForm() {
        Map<Exclusion, Long> map = byReason();
        return StoredForm.of("Exclusions", 1)
                .withTexts("reasons", map.keySet().stream().map(Exclusion::name).toList())
                .with("counts", map.values().stream().mapToLong(Long::longValue).toArray());
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the counts
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static Exclusions ofStored(StoredForm form) {
        StoredFields fields = form.expect("Exclusions", 1, "reasons", "counts").sameLength("reasons", "counts");
        List<String> reasons = fields.distinctTexts("reasons");
        long[] stored = fields.wholes("counts");
        long[] counts = new long[Exclusion.values().length];
        for (int i = 0; i < stored.length; i++) {
            counts[Exclusion.named(reasons.get(i)).index()] = Checks.notNegative("count", stored[i]);
        }
        return new Exclusions(counts);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Exclusions that && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    private enum ExclusionsAggregation implements Aggregation<Exclusion, long[], Exclusions> {
        INSTANCE;

        @Override
        public long[] zero() {
            return new long[Exclusion.values().length];
        }

        @Override
        public long[] add(long[] state, Exclusion reason) {
            state[reason.index()]++;
            return state;
        }

        @Override
        public long[] merge(long[] left, long[] right) {
            return Counts.merge(left, right);
        }

        @Override
        public Exclusions finish(long[] state) {
            return new Exclusions(state.clone());
        }
    }

    /**
     * Returns the reasons that occurred, with their counts.
     *
     * @return such as {@code Exclusions[BLANK=1, NO_ANSWER=84]}
     */
    @Override
    public String toString() {
        String map = byReason().toString();
        return "Exclusions[" + map.substring(1, map.length() - 1) + "]";
    }
}

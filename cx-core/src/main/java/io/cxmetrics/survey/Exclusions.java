package io.cxmetrics.survey;

import io.cxmetrics.Summary;
import io.cxmetrics.internal.Counts;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many raw values were left out, by reason.
 *
 * <p>Immutable and thread-safe.
 */
public final class Exclusions implements Summary<Exclusions> {

    private static final long serialVersionUID = 1;

    /** Nothing was left out. */
    public static final Exclusions EMPTY = new Exclusions(new long[Exclusion.values().length]);

    private final long[] counts;
    private final long total;

    private Exclusions(long[] counts) {
        this.counts = counts;
        this.total = Counts.total(counts);
    }

    /** Takes over an array with one count for each reason, in their order. */
    static Exclusions ofCounts(long[] counts) {
        return new Exclusions(counts);
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
    public long total() {
        return total;
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
    public boolean equals(Object other) {
        return other instanceof Exclusions that && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
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

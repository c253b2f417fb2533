package io.cxmetrics.compare.segment;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Summary;
import io.cxmetrics.catalogue.Direction;
import io.cxmetrics.compare.Change;
import io.cxmetrics.compare.Correction;
import io.cxmetrics.internal.Checks;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The changes of many segments at once, with p-values corrected for their number.
 *
 * <p><b>The family</b> is exactly the segments of one call. Among twenty segments of which none changed, one shows a
 * p-value below 0.05 by luck. {@link Correction#BENJAMINI_HOCHBERG} is the usual choice for a list of segments: of
 * those
 * that {@link #discoveries} names at 0.05, a share of at most 0.05 is false on average. Intervals stay those of each
 * segment alone, for a false discovery rate has no simultaneous ones; with {@link Correction#HOLM} compare at the level
 * of {@link Correction#simultaneous} for intervals that hold together.
 *
 * <p>Segments without evidence keep a p-value of NaN and do not count.
 *
 * <pre>{@code
 * Map<String, Nps> areas = Map.of(
 *         "A", Nps.ofCounts(400, 300, 300), "B", Nps.ofCounts(410, 300, 290), "C", Nps.ofCounts(600, 250, 150));
 * SegmentChanges<String> areasAgainstRest =
 *         SegmentChanges.againstRest(areas, Changes::between, Correction.BENJAMINI_HOCHBERG);
 * areasAgainstRest.ranking().get(0).segment(); // C
 * areasAgainstRest.get("C").change().verdict(); // BETTER
 * areasAgainstRest.discoveries(0.05).size(); // 3
 * }</pre>
 *
 * @param <G> the type of the segments, serializable if this shall be
 * @since 0.1
 */
public final class SegmentChanges<G> implements Serializable {

    private static final long serialVersionUID = 1;

    private final LinkedHashMap<G, SegmentChange<G>> segments = new LinkedHashMap<>();
    private final Correction correction;

    private SegmentChanges(Map<? extends G, Change> changes, Correction correction) {
        this.correction = requireNonNull(correction, "correction");
        double[] adjusted = correction.adjust(
                changes.values().stream().mapToDouble(Change::pValue).toArray());
        changes.forEach((segment, change) ->
                segments.put(segment, new SegmentChange<>(segment, change, adjusted[segments.size()])));
    }

    /**
     * Returns changes that were made one by one.
     *
     * @param changes the change of each segment
     * @param correction how p-values are corrected
     * @param <G> the type of the segments
     * @return the changes in the order of the map
     */
    public static <G> SegmentChanges<G> of(Map<? extends G, Change> changes, Correction correction) {
        return new SegmentChanges<>(changes, correction);
    }

    /**
     * Compares each segment before and after. A segment that is on one side only is left out.
     *
     * @param before the summaries before
     * @param after the summaries after
     * @param between compares two summaries, such as {@code Changes::between}
     * @param correction how p-values are corrected
     * @param <G> the type of the segments
     * @param <S> the type of the summaries
     * @return the changes in the order of the map of before
     */
    public static <G, S> SegmentChanges<G> between(
            Map<? extends G, S> before,
            Map<? extends G, S> after,
            BiFunction<? super S, ? super S, Change> between,
            Correction correction) {
        Map<G, Change> changes = new LinkedHashMap<>();
        before.forEach((segment, summary) -> {
            S other = after.get(segment);
            if (other != null) {
                changes.put(segment, between.apply(summary, other));
            }
        });
        return new SegmentChanges<>(changes, correction);
    }

    /**
     * Compares each segment with all others together: the rest is before, the segment after, so that a difference above
     * 0 means that the segment is higher.
     *
     * @param summaries the summary of each segment
     * @param between compares two summaries, such as {@code Changes::between}
     * @param correction how p-values are corrected
     * @param <G> the type of the segments
     * @param <S> the type of the summaries
     * @return the changes in the order of the map; none for fewer than two segments
     */
    public static <G, S extends Summary<S>> SegmentChanges<G> againstRest(
            Map<? extends G, S> summaries, BiFunction<? super S, ? super S, Change> between, Correction correction) {
        List<G> names = new ArrayList<>(summaries.keySet());
        List<S> parts = new ArrayList<>(summaries.values());
        Map<G, Change> changes = new LinkedHashMap<>();
        if (parts.size() > 1) {
            // Sums from both ends, so that n segments take 3 n additions and not n squared.
            List<S> fromLast = new ArrayList<>(parts);
            for (int i = parts.size() - 2; i >= 0; i--) {
                fromLast.set(i, parts.get(i).plus(fromLast.get(i + 1)));
            }
            S first = parts.get(0);
            changes.put(names.get(0), between.apply(fromLast.get(1), first));
            S upTo = first;
            for (int i = 1; i < parts.size(); i++) {
                S rest = i + 1 < parts.size() ? upTo.plus(fromLast.get(i + 1)) : upTo;
                changes.put(names.get(i), between.apply(rest, parts.get(i)));
                upTo = upTo.plus(parts.get(i));
            }
        }
        return new SegmentChanges<>(changes, correction);
    }

    /**
     * Compares every two segments.
     *
     * @param summaries the summary of each segment
     * @param between compares two summaries, such as {@code Changes::between}
     * @param correction how p-values are corrected
     * @param <G> the type of the segments
     * @param <S> the type of the summaries
     * @return the changes: first to second, first to third, and so on
     */
    public static <G, S> SegmentChanges<SegmentPair<G>> everyPair(
            Map<? extends G, S> summaries, BiFunction<? super S, ? super S, Change> between, Correction correction) {
        List<G> names = new ArrayList<>(summaries.keySet());
        List<S> parts = new ArrayList<>(summaries.values());
        Map<SegmentPair<G>, Change> changes = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            for (int j = i + 1; j < parts.size(); j++) {
                changes.put(new SegmentPair<>(names.get(i), names.get(j)), between.apply(parts.get(i), parts.get(j)));
            }
        }
        return new SegmentChanges<>(changes, correction);
    }

    /**
     * Returns how many segments were compared.
     *
     * @return the size of the family, with those whose p-value is NaN
     */
    public int size() {
        return segments.size();
    }

    /**
     * Returns how the p-values were corrected.
     *
     * @return the correction
     */
    public Correction correction() {
        return correction;
    }

    /**
     * Returns all segments in their order.
     *
     * @return an unmodifiable list
     */
    public List<SegmentChange<G>> all() {
        return List.copyOf(segments.values());
    }

    /**
     * Returns one segment.
     *
     * @param segment the segment
     * @return its change
     * @throws IllegalArgumentException if there is no such segment
     */
    public SegmentChange<G> get(G segment) {
        SegmentChange<G> change = segments.get(segment);
        if (change == null) {
            throw new IllegalArgumentException("segment must be one of " + segments.keySet() + ", got " + segment);
        }
        return change;
    }

    /**
     * Returns the segments from the best to the worst by their difference; where no direction is known, from the
     * highest
     * to the lowest. Neighbours whose intervals overlap may as well stand the other way round.
     *
     * @return an unmodifiable list; segments without a difference are last
     */
    public List<SegmentChange<G>> ranking() {
        return segments.values().stream()
                .sorted(Comparator.comparingDouble(SegmentChanges::worse))
                .toList();
    }

    private static <G> double worse(SegmentChange<G> segment) {
        double difference = segment.change().difference();
        // NaN sorts last either way.
        return segment.change().definition().direction() == Direction.LOWER_IS_BETTER ? difference : -difference;
    }

    /**
     * Returns the segments whose adjusted p-value is at most a level.
     *
     * @param level the level in [0, 1], such as 0.05
     * @return an unmodifiable list, the smallest adjusted p-value first
     * @throws IllegalArgumentException if the level is out of range
     */
    public List<SegmentChange<G>> discoveries(double level) {
        Checks.fraction("level", level);
        return segments.values().stream()
                .filter(segment -> segment.adjustedPValue() <= level)
                .sorted(Comparator.comparingDouble(SegmentChange::adjustedPValue))
                .toList();
    }

    /**
     * Returns the family in words.
     *
     * @return such as {@code SegmentChanges[segments=[A, B, C], correction=HOLM]}
     */
    @Override
    public String toString() {
        return "SegmentChanges[segments=" + segments.keySet() + ", correction=" + correction + "]";
    }
}

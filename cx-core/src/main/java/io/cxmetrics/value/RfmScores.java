package io.cxmetrics.value;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.internal.Checks;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The RFM scores of customers, and who is in which cell or segment.
 *
 * <pre>{@code
 * Map<String, RfmValues> values = Map.of("ann", new RfmValues(3, 9, 90), "bob", new RfmValues(200, 1, 5));
 * RfmScores<String> scores = RfmScores.of(values, RfmBreaks.quantiles(values.values(), 5));
 * scores.cells(); // {111=1, 555=1}
 * scores.groupedBy(RfmSegment::of).get(RfmSegment.CHAMPIONS); // [ann]
 * }</pre>
 *
 * @param scores the score of each customer
 * @param <K> the type of the keys of customers
 * @since 0.1
 */
public record RfmScores<K>(Map<K, RfmScore> scores) implements Serializable {

    /** Copies the map, whose order is kept. */
    public RfmScores {
        scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    }

    /**
     * Returns scores by cut points: equal values have equal scores.
     *
     * @param values the values of each customer
     * @param breaks the cut points, such as {@link RfmBreaks#quantiles}
     * @param <K> the type of the keys of customers
     * @return the scores
     */
    public static <K> RfmScores<K> of(Map<K, RfmValues> values, RfmBreaks breaks) {
        requireNonNull(breaks, "breaks");
        Map<K, RfmScore> scores = new LinkedHashMap<>();
        values.forEach((customer, value) -> scores.put(customer, breaks.score(value)));
        return new RfmScores<>(scores);
    }

    /**
     * Returns scores of equally many customers each, with ties broken by ascending key.
     *
     * @param values the values of each customer
     * @param tiles how many scores n, in [2, 9]; 5 for quintiles
     * @param <K> the type of the keys of customers
     * @return the scores
     * @throws IllegalArgumentException if the number of scores is out of range
     */
    public static <K extends Comparable<? super K>> RfmScores<K> ntile(Map<K, RfmValues> values, int tiles) {
        return ntile(values, tiles, Comparator.naturalOrder());
    }

    /**
     * Returns scores of equally many customers each, as NTILE of SQL: customers are put in order, recency from long ago
     * to lately, frequency and monetary ascending, and cut into n parts, of which the first (customers mod n) have one
     * customer more. Which of equals gets the higher score is decided by their keys; the scores belong to these
     * customers, and no cut points follow from them for others.
     *
     * @param values the values of each customer
     * @param tiles how many scores n, in [2, 9]; 5 for quintiles
     * @param ties the order of customers with equal values; it should tell all of them apart
     * @param <K> the type of the keys of customers
     * @return the scores
     * @throws IllegalArgumentException if the number of scores is out of range
     */
    public static <K> RfmScores<K> ntile(Map<K, RfmValues> values, int tiles, Comparator<? super K> ties) {
        Checks.inRange("tiles", tiles, 2, RfmScore.MOST);
        requireNonNull(ties, "ties");
        List<Map.Entry<K, RfmValues>> customers = new ArrayList<>(values.entrySet());
        customers.sort(Map.Entry.comparingByKey(ties));
        int[] recency = tiles(customers, value -> -value.recency(), tiles);
        int[] frequency = tiles(customers, RfmValues::frequency, tiles);
        int[] monetary = tiles(customers, RfmValues::monetary, tiles);
        Map<K, RfmScore> scores = new LinkedHashMap<>();
        for (int i = 0; i < recency.length; i++) {
            scores.put(customers.get(i).getKey(), new RfmScore(recency[i], frequency[i], monetary[i]));
        }
        return new RfmScores<>(scores);
    }

    /** The tile of each customer. The customers come in the order of ties, which sorting keeps. */
    private static <K> int[] tiles(
            List<Map.Entry<K, RfmValues>> customers, ToDoubleFunction<RfmValues> value, int tiles) {
        int[] sorted = IntStream.range(0, customers.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        i -> value.applyAsDouble(customers.get(i).getValue())))
                .mapToInt(i -> i)
                .toArray();
        int size = sorted.length / tiles;
        int larger = sorted.length % tiles;
        int inLarger = larger * (size + 1);
        int[] scores = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            scores[sorted[i]] = 1 + (i < inLarger ? i / (size + 1) : larger + (i - inLarger) / size);
        }
        return scores;
    }

    /**
     * Returns how many customers have a score.
     *
     * @return the count
     */
    public long count() {
        return scores.size();
    }

    /**
     * Returns how many customers each cell has.
     *
     * @return the counts by {@link RfmScore#cell()}, in order, without cells of nobody
     */
    public SortedMap<String, Long> cells() {
        SortedMap<String, Long> cells = new TreeMap<>();
        scores.values().forEach(score -> cells.merge(score.cell(), 1L, Long::sum));
        return cells;
    }

    /**
     * Returns the customers of each segment, by {@link RfmSegment#of(RfmScore)} or the caller's own rule.
     *
     * @param segment gives the segment of a score
     * @param <S> the type of the segments
     * @return the customers by segment, without segments of nobody
     */
    public <S> Map<S, List<K>> groupedBy(Function<? super RfmScore, ? extends S> segment) {
        requireNonNull(segment, "segment");
        Map<S, List<K>> groups = new LinkedHashMap<>();
        scores.forEach((customer, score) -> groups.computeIfAbsent(segment.apply(score), s -> new ArrayList<>())
                .add(customer));
        return groups;
    }

    /**
     * Returns how many customers there are.
     *
     * @return such as {@code RfmScores[2 customers]}
     */
    @Override
    public String toString() {
        return "RfmScores[" + scores.size() + " customers]";
    }
}

package io.cxmetrics.value;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Customers scored from 1 to 5 by how lately, how often and for how much they bought, and divided into segments.
 *
 * <p>Scores compare customers with each other, so segmentations of different customers do not add up; the profiles of
 * their segments do.
 *
 * <pre>{@code
 * ActivityLog<String> log = ActivityLog.of(List.of(
 *         Activity.on("ann", LocalDate.of(2026, 3, 2), 3000),
 *         Activity.on("ann", LocalDate.of(2026, 3, 16), 1000),
 *         Activity.on("bob", LocalDate.of(2026, 1, 5), 500)));
 * Map<String, PurchaseHistory> bought =
 *         PurchaseHistory.from(log, PurchaseDefinition.in(ZoneOffset.UTC), LocalDate.of(2026, 3, 31));
 * RfmSegmentation<String> rfm = RfmSegmentation.of(bought, RfmBreakRule.QUANTILES, Comparator.naturalOrder());
 * rfm.segment("ann"); // CHAMPIONS
 * rfm.profile(RfmSegment.CHAMPIONS).meanSpend(); // 40.0
 * rfm.all().count(); // 2
 * }</pre>
 *
 * @param <K> the type of the keys of customers
 * @since 0.1
 */
public final class RfmSegmentation<K> {

    private static final int SCORES = 5;

    private final Map<K, PurchaseHistory> histories;
    private final RfmScores<K> scores;
    private final @Nullable RfmBreaks breaks;
    private final Map<RfmSegment, RfmProfile> profiles = new EnumMap<>(RfmSegment.class);
    private final RfmProfile all;

    private RfmSegmentation(Map<K, PurchaseHistory> histories, RfmScores<K> scores, @Nullable RfmBreaks breaks) {
        this.histories = histories;
        this.scores = scores;
        this.breaks = breaks;
        Map<RfmSegment, List<K>> segments = scores.groupedBy(RfmSegment::of);
        for (RfmSegment segment : RfmSegment.values()) {
            profiles.put(
                    segment,
                    segments.getOrDefault(segment, List.of()).stream()
                            .map(histories::get)
                            .map(history -> requireNonNull(history))
                            .collect(RfmProfile.toRfmProfile()));
        }
        all = profiles.values().stream().reduce(RfmProfile.EMPTY, RfmProfile::plus);
    }

    /**
     * Returns the segments of customers.
     *
     * @param histories what each bought, such as {@link PurchaseHistory#from}
     * @param rule where scores begin
     * @param ties the order of customers with equal values, which matters to {@link RfmBreakRule#TILES} only
     * @param <K> the type of the keys of customers
     * @return the segmentation
     * @throws IllegalArgumentException if two have different units of money, or of one no money is known
     */
    public static <K> RfmSegmentation<K> of(
            Map<K, PurchaseHistory> histories, RfmBreakRule rule, Comparator<? super K> ties) {
        Map<K, RfmValues> values = RfmValues.from(histories);
        if (rule == RfmBreakRule.TILES || values.isEmpty()) {
            return new RfmSegmentation<>(histories, RfmScores.ntile(values, SCORES, ties), null);
        }
        RfmBreaks breaks = RfmBreaks.quantiles(values.values(), SCORES);
        return new RfmSegmentation<>(histories, RfmScores.of(values, breaks), breaks);
    }

    /**
     * Returns what each customer bought.
     *
     * @return the histories, unmodifiable
     */
    public Map<K, PurchaseHistory> histories() {
        return Collections.unmodifiableMap(histories);
    }

    /**
     * Returns the scores of the customers.
     *
     * @return the scores
     */
    public RfmScores<K> scores() {
        return scores;
    }

    /**
     * Returns the cut points of the scores.
     *
     * @return the cut points; nothing by {@link RfmBreakRule#TILES}, and without customers
     */
    public Optional<RfmBreaks> breaks() {
        return Optional.ofNullable(breaks);
    }

    /**
     * Returns the score of a customer.
     *
     * @param customer the key
     * @return the score
     * @throws IllegalArgumentException if there is no such customer
     */
    public RfmScore score(K customer) {
        RfmScore score = scores.scores().get(customer);
        if (score == null) {
            throw new IllegalArgumentException("customer must be one of the histories, got " + customer);
        }
        return score;
    }

    /**
     * Returns the segment of a customer.
     *
     * @param customer the key
     * @return the segment
     * @throws IllegalArgumentException if there is no such customer
     */
    public RfmSegment segment(K customer) {
        return RfmSegment.of(score(customer));
    }

    /**
     * Returns what the customers of a segment are like.
     *
     * @param segment the segment
     * @return their profile, empty without customers
     */
    public RfmProfile profile(RfmSegment segment) {
        return requireNonNull(profiles.get(requireNonNull(segment, "segment")));
    }

    /**
     * Returns what all customers are like.
     *
     * @return the sum of the segments
     */
    public RfmProfile all() {
        return all;
    }

    /**
     * Returns how many customers there are.
     *
     * @return such as {@code RfmSegmentation[2 customers]}
     */
    @Override
    public String toString() {
        return "RfmSegmentation[" + all.count() + " customers]";
    }
}

package io.cxmetrics.survey;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Counts;
import io.cxmetrics.internal.KeyCodes;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * The Net Promoter Score of each of many groups, in points, from a column of groups and a column of ratings.
 *
 * <p>Groups are numbers from 0, as a dictionary of segments or stores gives them out; all that add up must have theirs
 * from one dictionary. Where groups have names instead, {@link #byKey(Object[], byte[])} gives them a map, and streams
 * have {@code groupingBy(..., Nps.toNps(...))}.
 *
 * <p><b>Edges.</b> A group without answers has {@link Nps#EMPTY}. A rating outside 0 to 10 is refused with its index,
 * and so is a group that is not one of those stated.
 *
 * <p><b>Cost.</b> One pass, and nothing allocated per rating; 24 bytes a group to keep, and up to 8 more while
 * counting.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * byte[] ratings = {9, 10, 3, 7};
 * NpsByGroup stores = NpsByGroup.of(3, new int[] {0, 2, 2, 0}, ratings);
 * stores.nps(0).score(); // 50.0
 * stores.nps(1).score(); // NaN
 * stores.total().score(); // 25.0
 * stores.count(); // 4
 * NpsByGroup.byKey(new String[] {"web", "app", "app", "web"}, ratings).get(
 *         "app"); // Nps[promoters=1, passives=0, detractors=1]
 * }</pre>
 *
 * @since 0.1
 */
public final class NpsByGroup implements Summary<NpsByGroup> {

    private static final long serialVersionUID = 1;
    private static final int BLOCK = 1024;
    private static final int MAX_GROUPS = Integer.MAX_VALUE / 4;

    /** No groups. */
    public static final NpsByGroup EMPTY = new NpsByGroup(new long[0]);

    /** Promoters, passives and detractors of each group. */
    private final long[] counts;

    private NpsByGroup(long[] counts) {
        this.counts = counts;
    }

    /**
     * Returns the NPS of each group.
     *
     * @param groups how many groups there are
     * @param group the group of each rating, in [0, groups)
     * @param ratings the ratings, from 0 to 10
     * @return the groups
     * @throws IllegalArgumentException if a rating or a group is out of range, or there is not one group for each
     *     rating
     */
    public static NpsByGroup of(int groups, int[] group, byte[] ratings) {
        return ofRange(groups, group, ratings, 0, checked("group", group.length, ratings));
    }

    /**
     * Returns the NPS of each group, from a part of the columns.
     *
     * @param groups how many groups there are
     * @param group the group of each rating, in [0, groups) in the part
     * @param ratings the ratings, from 0 to 10 in the part
     * @param from the first index
     * @param to the index after the last
     * @return the groups
     * @throws IllegalArgumentException if a rating or a group is out of range, or there is not one group for each
     *     rating
     * @throws IndexOutOfBoundsException if the part does not lie in the columns
     */
    public static NpsByGroup ofRange(int groups, int[] group, byte[] ratings, int from, int to) {
        Checks.inRange("groups", groups, 0, MAX_GROUPS);
        Objects.checkFromToIndex(from, to, checked("group", group.length, ratings));
        GroupKernel tally = new GroupKernel(groups);
        tally.add(group, from, ratings, from, to);
        return new NpsByGroup(tally.counts(groups));
    }

    private static int checked(String name, int length, byte[] ratings) {
        if (length != ratings.length) {
            throw new IllegalArgumentException(
                    name + " must have as many as ratings (" + ratings.length + "), got " + length);
        }
        return length;
    }

    /**
     * Returns the NPS of each group.
     *
     * @param groups how many groups there are
     * @param answers the answers with their groups
     * @return the groups
     * @throws IllegalArgumentException if a rating or a group is out of range
     */
    public static NpsByGroup of(int groups, Collection<GroupRating> answers) {
        return answers.stream().collect(aggregation(groups).toCollector());
    }

    /**
     * Returns the aggregation that folds answers with their groups, for streams and engines.
     *
     * @param groups how many groups there are
     * @return the aggregation, which refuses a rating or a group out of range
     * @throws IllegalArgumentException if the number of groups is negative, or too large
     */
    public static Aggregation<GroupRating, long[], NpsByGroup> aggregation(int groups) {
        return new NpsByGroupAggregation(Checks.inRange("groups", groups, 0, MAX_GROUPS));
    }

    /**
     * Returns a collector of one group and one rating of each element.
     *
     * @param groups how many groups there are
     * @param group gives the group, in [0, groups)
     * @param rating gives the rating, from 0 to 10
     * @param <T> the type of the elements
     * @return the collector, which refuses a rating or a group out of range
     */
    public static <T> Collector<T, ?, NpsByGroup> toNpsByGroup(
            int groups, ToIntFunction<? super T> group, ToIntFunction<? super T> rating) {
        requireNonNull(group, "group");
        requireNonNull(rating, "rating");
        return Collectors.mapping(
                (T element) -> new GroupRating(group.applyAsInt(element), rating.applyAsInt(element)),
                aggregation(groups).toCollector());
    }

    /**
     * Returns the NPS of each key, such as the name of a segment. Keys are compared by {@code equals}; one that is the
     * same object as before is found faster. Keys made to have one hash code cost some 30 comparisons for each answer,
     * and then what a {@link java.util.HashMap} takes.
     *
     * @param keys the key of each rating, not null
     * @param ratings the ratings, from 0 to 10
     * @param <K> the type of the keys
     * @return an unmodifiable map in the order in which the keys were first seen
     * @throws IllegalArgumentException if a rating is out of range, or there is not one key for each rating
     */
    public static <K> Map<K, Nps> byKey(K[] keys, byte[] ratings) {
        return byKey(Arrays.asList(keys), ratings);
    }

    /**
     * Returns the NPS of each key, as {@link #byKey(Object[], byte[])} does.
     *
     * @param keys the key of each rating, not null
     * @param ratings the ratings, from 0 to 10
     * @param <K> the type of the keys
     * @return an unmodifiable map in the order in which the keys were first seen
     * @throws IllegalArgumentException if a rating is out of range, or there is not one key for each rating
     */
    public static <K> Map<K, Nps> byKey(List<? extends K> keys, byte[] ratings) {
        int count = checked("keys", keys.size(), ratings);
        KeyCodes<K> codes = new KeyCodes<>();
        GroupKernel tally = new GroupKernel(BLOCK);
        int[] group = new int[BLOCK];
        Iterator<? extends K> each = keys.iterator();
        for (int from = 0; from < count; from += BLOCK) {
            int to = Math.min(from + BLOCK, count);
            for (int i = 0; i < to - from; i++) {
                group[i] = codes.code(each.next());
            }
            tally.cover(codes.size());
            tally.add(group, 0, ratings, from, to);
        }
        return map(codes.keys(), new NpsByGroup(tally.counts(codes.size())));
    }

    private static <K> Map<K, Nps> map(List<K> keys, NpsByGroup groups) {
        Map<K, Nps> map = new LinkedHashMap<>(keys.size() * 4 / 3 + 1);
        for (int group = 0; group < keys.size(); group++) {
            map.put(keys.get(group), groups.nps(group));
        }
        return Collections.unmodifiableMap(map);
    }

    /**
     * Returns how many answered, over all groups.
     *
     * @return the count
     */
    public long count() {
        return total().count();
    }

    /**
     * Returns how many groups there are, with answers or without.
     *
     * @return one more than the highest group
     */
    public int groups() {
        return counts.length / 3;
    }

    /**
     * Returns the NPS of one group.
     *
     * @param group the group, 0 or above
     * @return the NPS; without answers for a group beyond all
     * @throws IllegalArgumentException if the group is negative
     */
    public Nps nps(int group) {
        Checks.notNegative("group", group);
        return group < groups()
                ? Nps.ofCounts(counts[3 * group], counts[3 * group + 1], counts[3 * group + 2])
                : Nps.EMPTY;
    }

    /**
     * Returns the NPS of all groups together.
     *
     * @return the NPS of every answer
     */
    public Nps total() {
        long[] sum = new long[3];
        for (int i = 0; i < counts.length; i++) {
            sum[i % 3] = Math.addExact(sum[i % 3], counts[i]);
        }
        return Nps.ofCounts(sum[0], sum[1], sum[2]);
    }

    /**
     * Returns the answers of both, group by group. Where one has fewer groups, those it lacks are without answers.
     *
     * @param other the other groups, numbered alike
     * @return the sum
     */
    @Override
    public NpsByGroup plus(NpsByGroup other) {
        long[] sum = Arrays.copyOf(counts, Math.max(counts.length, other.counts.length));
        for (int i = 0; i < other.counts.length; i++) {
            sum[i] = Math.addExact(sum[i], other.counts[i]);
        }
        return new NpsByGroup(sum);
    }

    /**
     * One answer and the group it belongs to.
     *
     * @param group the group, 0 or above
     * @param rating the rating, from 0 to 10
     */
    public record GroupRating(int group, int rating) implements Serializable {

        /**
         * Checks both.
         *
         * @throws IllegalArgumentException if the group is negative, or the rating outside 0 to 10
         */
        public GroupRating {
            Checks.notNegative("group", group);
            Checks.inRange("rating", rating, 0, 10);
        }
    }

    private record NpsByGroupAggregation(int groups) implements Aggregation<GroupRating, long[], NpsByGroup> {

        @Override
        public long[] zero() {
            return new long[3 * groups];
        }

        @Override
        public long[] add(long[] state, GroupRating answer) {
            if (answer.group() >= groups) {
                throw new IllegalArgumentException("group must be in [0, " + groups + "), got " + answer.group());
            }
            // Promoters, passives and detractors in this order.
            state[3 * answer.group() + 1 - NpsDefinition.STANDARD.bucket(answer.rating())]++;
            return state;
        }

        @Override
        public long[] merge(long[] left, long[] right) {
            return Counts.merge(left, right);
        }

        @Override
        public NpsByGroup finish(long[] state) {
            return new NpsByGroup(state.clone());
        }
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("NpsByGroup", 1).with("counts", counts);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the groups
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static NpsByGroup ofStored(StoredForm form) {
        StoredFields fields = form.expect("NpsByGroup", 1, "counts");
        long[] counts = fields.wholes("counts");
        if (counts.length % 3 != 0) {
            throw new IllegalArgumentException("counts must be three for each group, got " + counts.length);
        }
        for (long n : counts) {
            Checks.notNegative("count", n);
        }
        Counts.total(counts);
        return new NpsByGroup(counts);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NpsByGroup that && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    /**
     * Returns the number of groups and the NPS of all.
     *
     * @return such as {@code NpsByGroup[groups=3, total=Nps[promoters=2, passives=1, detractors=1]]}
     */
    @Override
    public String toString() {
        return "NpsByGroup[groups=" + groups() + ", total=" + total() + "]";
    }
}

package io.cxmetrics.compare.experiment;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Counts;
import io.cxmetrics.internal.Folding;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * How many units each variant of an experiment has, counted when they are assigned.
 *
 * <p>Each unit goes in once: an exposure that is logged again for the same user would count as another user. Variants
 * are known by their names, and stand in the order of these.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * VariantCounts users = VariantCounts.of("control", "green", "green");
 * users.count("green"); // 2
 * users.plus(VariantCounts.of("control")).count(); // 4
 * }</pre>
 *
 * @since 0.1
 */
public final class VariantCounts implements Summary<VariantCounts> {

    private static final long serialVersionUID = 1;

    /** No units. */
    public static final VariantCounts EMPTY = new VariantCounts(List.of(), new long[0]);

    /** Sorted and distinct. */
    private final List<String> variants;

    private final long[] counts;

    private VariantCounts(List<String> variants, long[] counts) {
        this.variants = variants;
        this.counts = counts;
    }

    /**
     * Returns the counts of units.
     *
     * @param variants the variant of each unit
     * @return the counts
     */
    public static VariantCounts of(String... variants) {
        return of(Arrays.asList(variants));
    }

    /**
     * Returns the counts of units.
     *
     * @param variants the variant of each unit
     * @return the counts
     */
    public static VariantCounts of(Collection<String> variants) {
        return aggregation().fold(variants);
    }

    /**
     * Returns counts that were made elsewhere.
     *
     * @param counts the units of each variant, not negative
     * @return the counts
     * @throws IllegalArgumentException if a count is negative
     * @throws ArithmeticException if all together do not fit a {@code long}
     */
    public static VariantCounts ofCounts(Map<String, Long> counts) {
        TreeMap<String, Long> sorted = new TreeMap<>(counts);
        sorted.forEach((variant, count) -> Checks.notNegative("count of " + variant, count));
        long[] values = sorted.values().stream().mapToLong(Long::longValue).toArray();
        Counts.total(values);
        return new VariantCounts(List.copyOf(sorted.keySet()), values);
    }

    /**
     * Returns an aggregation that folds the variants of units into counts.
     *
     * @return the aggregation
     */
    public static Aggregation<String, ?, VariantCounts> aggregation() {
        return Folding.of(
                VariantCounts::fresh,
                (counts, variant) -> counts.merge(requireNonNull(variant, "variant"), 1L, Long::sum),
                VariantCounts::join,
                VariantCounts::ofCounts);
    }

    private static Map<String, Long> fresh() {
        return new TreeMap<>();
    }

    private static Map<String, Long> join(Map<String, Long> left, Map<String, Long> right) {
        right.forEach((variant, count) -> left.merge(variant, count, Math::addExact));
        return left;
    }

    /**
     * Returns a collector of the variants of elements that are one unit each.
     *
     * @param variant gives the variant
     * @param <T> the type of the elements
     * @return the collector
     */
    public static <T> Collector<T, ?, VariantCounts> toVariantCounts(Function<? super T, String> variant) {
        requireNonNull(variant, "variant");
        return Collectors.mapping(variant, aggregation().toCollector());
    }

    /**
     * Returns how many units there are.
     *
     * @return the count
     */
    public long count() {
        return Counts.total(counts);
    }

    /**
     * Returns how many units a variant has.
     *
     * @param variant the variant
     * @return the count; 0 for a variant without units
     */
    public long count(String variant) {
        int at = variants.indexOf(requireNonNull(variant, "variant"));
        return at < 0 ? 0 : counts[at];
    }

    /**
     * Returns the variants that were counted, by name.
     *
     * @return an unmodifiable list
     */
    public List<String> variants() {
        return variants;
    }

    /**
     * Compares the counts with the plan.
     *
     * @param weights the planned share of each variant, in any unit: 1 and 1, or 95 and 5
     * @return the check
     * @throws IllegalArgumentException if a variant has no weight, or the weights are not as
     *     {@link SampleRatioMismatch#of} asks
     */
    public SampleRatioMismatch mismatch(Map<String, Double> weights) {
        return SampleRatioMismatch.of(this, weights);
    }

    @Override
    public VariantCounts plus(VariantCounts other) {
        Map<String, Long> all = map();
        return ofCounts(join(all, other.map()));
    }

    private Map<String, Long> map() {
        Map<String, Long> map = new TreeMap<>();
        for (int i = 0; i < counts.length; i++) {
            map.put(variants.get(i), counts[i]);
        }
        return map;
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("VariantCounts", 1).withTexts("variants", variants).with("counts", counts);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the counts
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static VariantCounts ofStored(StoredForm form) {
        StoredFields fields =
                form.expect("VariantCounts", 1, "variants", "counts").sameLength("variants", "counts");
        List<String> variants = new ArrayList<>(fields.distinctTexts("variants"));
        long[] counts = fields.wholes("counts");
        Map<String, Long> map = new TreeMap<>();
        for (int i = 0; i < counts.length; i++) {
            map.put(variants.get(i), counts[i]);
        }
        return ofCounts(map);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VariantCounts that
                && variants.equals(that.variants)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(variants, Arrays.hashCode(counts));
    }

    /**
     * Returns the counts in words.
     *
     * @return such as {@code VariantCounts{control=1, green=2}}
     */
    @Override
    public String toString() {
        return "VariantCounts" + map();
    }
}

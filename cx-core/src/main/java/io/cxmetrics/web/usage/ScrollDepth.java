package io.cxmetrics.web.usage;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.SerializableFunction;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.Sample;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;

/**
 * How far pages were scrolled, as fractions of their height: each page view by the deepest point that was seen.
 *
 * <p><b>Definition.</b> Of a page view, {@link #depth} = (furthest offset + height of the viewport) / height of the
 * document, within [0, 1], as in Snowplow's model of the web: a page that was not scrolled has what fits the screen,
 * not 0, and a short page is seen whole. Over page views: the mean, the median, and the share that
 * {@link #reach reached} a mark.
 *
 * <p>What one page view is depends on the key: an id of the view (Snowplow), or visitor and page, whose maximum over
 * all views counts (Plausible). See {@link #aggregation(SerializableFunction)}.
 *
 * <p>Page views without a measurement are counted apart and are in no answer. They are no depth of 0.
 *
 * <p><b>Edges.</b> Without a measured page view answers are NaN.
 *
 * <p><b>Cost.</b> 8 bytes a page view. Immutable and thread-safe.
 *
 * <pre>{@code
 * ScrollDepth.depth(600, 900, 3000); // 0.5
 * ScrollDepth views = ScrollDepth.of(0.3, 0.5, 1, Double.NaN);
 * views.mean(); // 0.6
 * views.reach(0.5); // 2 of 3 (0.6666666666666666)
 * views.unmeasured(); // 1
 * }</pre>
 *
 * @since 0.1
 */
public final class ScrollDepth implements Summary<ScrollDepth> {

    private static final long serialVersionUID = 1;

    /** No page views. */
    public static final ScrollDepth EMPTY = new ScrollDepth(Sample.EMPTY, 0);

    private static final double THOUSANDTHS = 1000;

    private final Sample depths;
    private final long unmeasured;

    private ScrollDepth(Sample depths, long unmeasured) {
        this.depths = depths;
        this.unmeasured = unmeasured;
    }

    /**
     * Returns the depth of one page view.
     *
     * @param furthestOffset the furthest that its top was scrolled out, in pixels; outside [0, documentHeight] it is
     *     moved there, for browsers that bounce at the ends report such
     * @param viewportHeight how much of it is seen at a time, in pixels
     * @param documentHeight how high it is, in pixels
     * @return min(documentHeight, furthestOffset + viewportHeight) / documentHeight, in [0, 1]; NaN, which is no
     *     measurement, for a document without height or if a number is NaN
     * @throws IllegalArgumentException if a height is negative or infinite
     */
    public static double depth(double furthestOffset, double viewportHeight, double documentHeight) {
        if (Double.isNaN(furthestOffset) || Double.isNaN(viewportHeight) || Double.isNaN(documentHeight)) {
            return Double.NaN;
        }
        Checks.notNegative("viewportHeight", viewportHeight);
        Checks.notNegative("documentHeight", documentHeight);
        double offset = Math.min(Math.max(furthestOffset, 0), documentHeight);
        return Math.min(documentHeight, offset + viewportHeight) / documentHeight;
    }

    /**
     * Returns the depths of page views.
     *
     * @param depths the depth of each page view in [0, 1], NaN if it was not measured
     * @return the summary
     * @throws IllegalArgumentException if a depth is out of range
     */
    public static ScrollDepth of(double... depths) {
        double[] measured = new double[depths.length];
        int count = 0;
        for (int i = 0; i < depths.length; i++) {
            if (!Double.isNaN(depths[i])) {
                if (!(depths[i] >= 0 && depths[i] <= 1)) {
                    throw new IllegalArgumentException(
                            "depth must be in [0, 1] or NaN, got " + depths[i] + " at index " + i);
                }
                measured[count] = depths[i];
                count++;
            }
        }
        return new ScrollDepth(Sample.of(Arrays.copyOf(measured, count)), depths.length - count);
    }

    /**
     * Folds events into depths: a {@link EventKind#PAGE_VIEW} opens a page view, and each {@link EventKind#SCROLL} says
     * how far it was scrolled, in thousandths; the furthest counts. Events of other kinds change nothing.
     *
     * @param pageView gives what tells page views apart, such as an id, or visitor and page together
     * @param <V> the type of the keys of visitors
     * @return the aggregation, which refuses a scroll outside of [0, 1000]
     */
    public static <V> Aggregation<WebEvent<V>, ?, ScrollDepth> aggregation(
            SerializableFunction<? super WebEvent<V>, ?> pageView) {
        return ScrollDepth.<WebEvent<V>>aggregation(pageView, ScrollDepth::scrolled)
                .filter(event -> event.kind() == EventKind.PAGE_VIEW || event.kind() == EventKind.SCROLL);
    }

    private static double scrolled(WebEvent<?> event) {
        if (event.kind() == EventKind.PAGE_VIEW) {
            return Double.NaN;
        }
        if (event.value() < 0 || event.value() > THOUSANDTHS) {
            throw new IllegalArgumentException("value of a scroll must be in [0, 1000], got " + event.value());
        }
        return event.value() / THOUSANDTHS;
    }

    /**
     * Folds measurements into depths.
     *
     * @param pageView gives what tells page views apart
     * @param depth gives a depth of the page view in [0, 1], NaN if the input measures none
     * @param <T> the type of the inputs, any number for each page view and in any order
     * @return the aggregation, which refuses a depth out of range
     */
    public static <T> Aggregation<T, ?, ScrollDepth> aggregation(
            SerializableFunction<? super T, ?> pageView, SerializableFunction<? super T, Double> depth) {
        return new Deepest<T>(requireNonNull(pageView, "pageView"), requireNonNull(depth, "depth"));
    }

    /**
     * Returns a collector of events, where a page view is a visitor and a page, of which the deepest point of all views
     * counts.
     *
     * @param <V> the type of the keys of visitors
     * @return the collector
     */
    public static <V> Collector<WebEvent<V>, ?, ScrollDepth> toScrollDepth() {
        return ScrollDepth.<V>aggregation(event -> List.of(event.visitor(), event.name()))
                .toCollector();
    }

    /**
     * Returns a collector of measurements.
     *
     * @param pageView gives what tells page views apart
     * @param depth gives a depth of the page view in [0, 1], NaN if the element measures none
     * @param <T> the type of the elements
     * @return the collector
     */
    public static <T> Collector<T, ?, ScrollDepth> toScrollDepth(
            SerializableFunction<? super T, ?> pageView, SerializableFunction<? super T, Double> depth) {
        return ScrollDepth.<T>aggregation(pageView, depth).toCollector();
    }

    /**
     * Returns the depths of page views.
     *
     * @param depths the depth of each page view in [0, 1], NaN if it was not measured
     * @return the summary
     * @throws IllegalArgumentException if a depth is out of range
     */
    public static ScrollDepth of(Collection<Double> depths) {
        return of(depths.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /**
     * Returns how many page views were measured.
     *
     * @return the count, on which answers rest
     */
    public long count() {
        return depths.count();
    }

    /**
     * Returns how many page views were not measured, and are in no answer.
     *
     * @return the count
     */
    public long leftOut() {
        return unmeasured;
    }

    /**
     * Returns how many page views there are.
     *
     * @return the count, measured or not
     */
    public long views() {
        return Math.addExact(depths.count(), unmeasured);
    }

    /**
     * Returns how many page views were not measured.
     *
     * @return the count
     */
    public long unmeasured() {
        return unmeasured;
    }

    /**
     * Returns the depths of the measured page views, for quantiles and moments.
     *
     * @return the sample
     */
    public Sample depths() {
        return depths;
    }

    /**
     * Returns the mean depth.
     *
     * @return the mean of the measured page views in [0, 1]; NaN if there are none
     */
    public double mean() {
        return depths.moments().mean();
    }

    /**
     * Returns the median depth.
     *
     * @return the median of the measured page views in [0, 1]; NaN if there are none
     */
    public double median() {
        return depths.median();
    }

    /**
     * Returns the share of page views that reached a mark.
     *
     * @param mark the mark in [0, 1], such as 0.75
     * @return those with a depth of the mark or more out of the measured; undefined if there are none
     * @throws IllegalArgumentException if the mark is out of range
     */
    public Proportion reach(double mark) {
        Checks.fraction("mark", mark);
        // Depths below the mark are those up to the number next below it.
        return depths.shareUpTo(Math.nextDown(mark)).complement();
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("ScrollDepth", 1).with("depths", depths).with("unmeasured", unmeasured);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the summary
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static ScrollDepth ofStored(StoredForm form) {
        StoredFields fields = form.expect("ScrollDepth", 1, "depths", "unmeasured");
        Sample depths = Sample.ofStored(fields.part("depths"));
        double[] values = depths.values();
        if (values.length > 0 && !(values[0] >= 0 && values[values.length - 1] <= 1)) {
            throw new IllegalArgumentException("depths of stored ScrollDepth must be in [0, 1], got " + depths);
        }
        return new ScrollDepth(depths, Checks.notNegative("unmeasured", fields.whole("unmeasured")));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public ScrollDepth plus(ScrollDepth other) {
        return new ScrollDepth(depths.plus(other.depths), Math.addExact(unmeasured, other.unmeasured));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScrollDepth that && depths.equals(that.depths) && unmeasured == that.unmeasured;
    }

    @Override
    public int hashCode() {
        return 31 * depths.hashCode() + Long.hashCode(unmeasured);
    }

    /**
     * Returns the counts and the median.
     *
     * @return such as {@code ScrollDepth[3 page views, median=0.5, 1 not measured]}
     */
    @Override
    public String toString() {
        return "ScrollDepth[" + depths.count() + " page views, median=" + (depths.count() == 0 ? "undefined" : median())
                + ", " + unmeasured + " not measured]";
    }

    private record Deepest<T>(
            SerializableFunction<? super T, ?> pageView, SerializableFunction<? super T, Double> depth)
            implements Aggregation<T, Map<Object, Double>, ScrollDepth> {

        @Override
        public Map<Object, Double> zero() {
            return new HashMap<>();
        }

        @Override
        public Map<Object, Double> add(Map<Object, Double> state, T input) {
            double value = depth.apply(input);
            if (!Double.isNaN(value) && !(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("depth must be in [0, 1] or NaN, got " + value);
            }
            state.merge(requireNonNull(pageView.apply(input), "pageView"), value, Deepest::deeper);
            return state;
        }

        @Override
        public Map<Object, Double> merge(Map<Object, Double> left, Map<Object, Double> right) {
            right.forEach((key, value) -> left.merge(key, value, Deepest::deeper));
            return left;
        }

        /** A measurement is deeper than none. */
        private static Double deeper(Double a, Double b) {
            return a.isNaN() || b > a ? b : a;
        }

        @Override
        public ScrollDepth finish(Map<Object, Double> state) {
            return of(state.values().stream().mapToDouble(Double::doubleValue).toArray());
        }
    }
}

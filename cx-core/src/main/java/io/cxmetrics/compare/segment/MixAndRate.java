package io.cxmetrics.compare.segment;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.stat.Moments;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.survey.Nps;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Why a total changed: because the segments did (rate), or because of how many belong to each (mix).
 *
 * <p><b>Definition.</b> With the share w<sub>i</sub> and the value r<sub>i</sub> of segment i and the total R = sum of
 * w<sub>i</sub> r<sub>i</sub>, before (A) and after (B):
 *
 * <ul>
 *   <li>rate<sub>i</sub> = (r<sub>iB</sub> - r<sub>iA</sub>) (w<sub>iA</sub> + w<sub>iB</sub>) / 2
 *   <li>mix<sub>i</sub> = (w<sub>iB</sub> - w<sub>iA</sub>) ((r<sub>iA</sub> + r<sub>iB</sub>) / 2 - (R<sub>A</sub> +
 *       R<sub>B</sub>) / 2)
 * </ul>
 *
 * <p>All parts add up to the change, up to rounding, and swapping the sides negates each. The form with shares of
 * before
 * alone leaves an interaction that nobody can read, so that it is not offered.
 *
 * <p><b>Edges.</b> A segment that is there on one side only has the same value on the other, so that it is all mix. If
 * a
 * side has no segment of any size, everything is NaN.
 *
 * <p><b>Simpson.</b> {@link #simpson()} warns where every segment moves one way and the total the other;
 * {@link #mostlyMix()} where the mix moves more than the total does.
 *
 * <p><b>Source.</b> E. Kitagawa, "Components of a Difference Between Two Rates", JASA 50 (1955).
 *
 * <pre>{@code
 * MixAndRate<String> sales = MixAndRate.ofRates(
 *         Map.of("mobile", Proportion.of(120, 1000), "desktop", Proportion.of(200, 1000)),
 *         Map.of("mobile", Proportion.of(230, 1800), "desktop", Proportion.of(190, 900)));
 * sales.change() < 0; // true
 * sales.rate() > 0; // true
 * sales.simpson(); // true
 * sales.parts().get(0).segment(); // desktop
 * }</pre>
 *
 * @param <G> the type of the segments, serializable if this shall be
 * @since 0.1
 */
public final class MixAndRate<G> implements Serializable {

    private static final long serialVersionUID = 1;

    private final double before;
    private final double after;
    private final ArrayList<SegmentPart<G>> parts = new ArrayList<>();

    private MixAndRate(
            Map<? extends G, SegmentTotal> totalsBefore, Map<? extends G, SegmentTotal> totalsAfter, double unit) {
        Map<G, SegmentTotal[]> both = new LinkedHashMap<>();
        totalsBefore.forEach((segment, total) -> pair(both, segment)[0] = requireNonNull(total, "total"));
        totalsAfter.forEach((segment, total) -> pair(both, segment)[1] = requireNonNull(total, "total"));
        SegmentTotal all = sum(totalsBefore);
        SegmentTotal others = sum(totalsAfter);
        before = unit * all.value();
        after = unit * others.value();
        double middle = (all.value() + others.value()) / 2;
        both.forEach((segment, totals) -> {
            double[] shares = {totals[0].size() / all.size(), totals[1].size() / others.size()};
            double a = totals[0].value();
            double b = totals[1].value();
            double valueA = Double.isNaN(a) ? b : a;
            double valueB = Double.isNaN(b) ? a : b;
            double rate = (valueB - valueA) * (shares[0] + shares[1]) / 2;
            double mix = (shares[1] - shares[0]) * ((valueA + valueB) / 2 - middle);
            boolean there = totals[0].size() + totals[1].size() > 0;
            parts.add(new SegmentPart<>(
                    segment,
                    shares,
                    new double[] {unit * a, unit * b},
                    there ? unit * rate : 0,
                    there ? unit * mix : 0));
        });
        parts.sort(Comparator.comparingDouble((SegmentPart<G> part) -> Math.abs(part.contribution()))
                .reversed());
    }

    private static <G> SegmentTotal[] pair(Map<G, SegmentTotal[]> both, G segment) {
        return both.computeIfAbsent(requireNonNull(segment, "segment"), any ->
                new SegmentTotal[] {SegmentTotal.of(0, 0), SegmentTotal.of(0, 0)});
    }

    private static SegmentTotal sum(Map<?, SegmentTotal> totals) {
        double sum = 0;
        double size = 0;
        for (SegmentTotal total : totals.values()) {
            sum += total.sum();
            size += total.size();
        }
        return new SegmentTotal(sum, size);
    }

    /**
     * Decomposes the change of any metric that is one sum over another.
     *
     * @param before the segments before
     * @param after the segments after
     * @param <G> the type of the segments
     * @return the decomposition in the unit of sum / size
     */
    public static <G> MixAndRate<G> of(Map<? extends G, SegmentTotal> before, Map<? extends G, SegmentTotal> after) {
        return new MixAndRate<>(before, after, 1);
    }

    /**
     * Decomposes the change of a rate.
     *
     * @param before the rate of each segment before
     * @param after the rate of each segment after
     * @param <G> the type of the segments
     * @return the decomposition as fractions
     */
    public static <G> MixAndRate<G> ofRates(Map<? extends G, Proportion> before, Map<? extends G, Proportion> after) {
        Function<Proportion, SegmentTotal> total = rate -> SegmentTotal.of(rate.events(), rate.trials());
        return new MixAndRate<>(totals(before, total), totals(after, total), 1);
    }

    /**
     * Decomposes the change of an NPS.
     *
     * @param before the NPS of each segment before
     * @param after the NPS of each segment after
     * @param <G> the type of the segments
     * @return the decomposition in points
     */
    public static <G> MixAndRate<G> ofNps(Map<? extends G, Nps> before, Map<? extends G, Nps> after) {
        Function<Nps, SegmentTotal> total =
                nps -> SegmentTotal.of((double) nps.promoters() - nps.detractors(), nps.count());
        return new MixAndRate<>(totals(before, total), totals(after, total), 100);
    }

    /**
     * Decomposes the change of a mean.
     *
     * @param before the moments of each segment before
     * @param after the moments of each segment after
     * @param <G> the type of the segments
     * @return the decomposition in the unit of the numbers
     */
    public static <G> MixAndRate<G> ofMeans(Map<? extends G, Moments> before, Map<? extends G, Moments> after) {
        Function<Moments, SegmentTotal> total = moments -> SegmentTotal.of(moments.sum(), moments.count());
        return new MixAndRate<>(totals(before, total), totals(after, total), 1);
    }

    private static <G, S> Map<G, SegmentTotal> totals(Map<? extends G, S> summaries, Function<S, SegmentTotal> total) {
        Map<G, SegmentTotal> totals = new LinkedHashMap<>();
        summaries.forEach((segment, summary) -> totals.put(segment, total.apply(summary)));
        return totals;
    }

    /**
     * Returns the total before.
     *
     * @return the metric over all segments; NaN without any
     */
    public double before() {
        return before;
    }

    /**
     * Returns the total after.
     *
     * @return the metric over all segments; NaN without any
     */
    public double after() {
        return after;
    }

    /**
     * Returns the change of the total.
     *
     * @return after - before, which is rate + mix
     */
    public double change() {
        return after - before;
    }

    /**
     * Returns how much the total changed because the segments did.
     *
     * @return the sum of the rates of the parts
     */
    public double rate() {
        return Double.isNaN(change())
                ? Double.NaN
                : parts.stream().mapToDouble(SegmentPart::rate).sum();
    }

    /**
     * Returns how much the total changed because the shares of the segments did.
     *
     * @return the sum of the mixes of the parts
     */
    public double mix() {
        return Double.isNaN(change())
                ? Double.NaN
                : parts.stream().mapToDouble(SegmentPart::mix).sum();
    }

    /**
     * Returns what each segment adds, the largest contribution first, whatever its sign.
     *
     * @return an unmodifiable list
     */
    public List<SegmentPart<G>> parts() {
        return List.copyOf(parts);
    }

    /**
     * Tells whether every segment that is there on both sides moves one way, or not at all, and the total the other.
     *
     * @return true for Simpson's paradox: the total says the opposite of what happened in every segment
     */
    public boolean simpson() {
        boolean up = false;
        boolean down = false;
        for (SegmentPart<G> part : parts) {
            up |= part.after() > part.before();
            down |= part.after() < part.before();
        }
        return (up && !down && change() < 0) || (down && !up && change() > 0);
    }

    /**
     * Tells whether the mix moves more than the total does, so that the total says little of the segments.
     *
     * @return true if |mix| exceeds |change| by more than rounding
     */
    public boolean mostlyMix() {
        return Math.abs(mix()) > Math.abs(change()) * (1 + 1e-9) + 1e-12;
    }

    /**
     * Returns the sums in words.
     *
     * @return such as {@code MixAndRate[change=-0.004, rate=0.009, mix=-0.013, Simpson's paradox]}
     */
    @Override
    public String toString() {
        return "MixAndRate[change=" + change() + ", rate=" + rate() + ", mix=" + mix()
                + (simpson() ? ", Simpson's paradox" : "") + "]";
    }
}

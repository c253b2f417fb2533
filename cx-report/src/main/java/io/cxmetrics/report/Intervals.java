package io.cxmetrics.report;

import io.cxmetrics.stat.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Intervals of one number by one or several methods. The first is called {@code low} and {@code high}; each further one
 * has the name of its method behind it, such as {@code low_wilson}.
 *
 * @since 0.1
 */
public final class Intervals {

    private static final String LOW = "low";
    private static final String HIGH = "high";

    private Intervals() {}

    /**
     * Returns the figures of the intervals.
     *
     * @param methods how they are made
     * @param confidence their level
     * @param interval asks a summary for the interval of a method
     * @param <R> the type of the summary
     * @param <M> the type of the methods
     * @return the figures, one for each method
     */
    public static <R, M extends Enum<M>> Figures<R> of(
            List<M> methods, double confidence, BiFunction<? super R, ? super M, Interval> interval) {
        Figures<R> figures = Figures.none();
        for (M method : methods) {
            String title = Names.percent(confidence) + (methods.size() == 1 ? " interval" : " " + Names.of(method));
            figures = figures.interval(
                    LOW + suffix(methods, method),
                    HIGH + suffix(methods, method),
                    title,
                    r -> interval.apply(r, method));
        }
        return figures;
    }

    /**
     * Returns the names of columns with those of the intervals between them.
     *
     * @param before the names before
     * @param methods the methods of the intervals
     * @param after the names after
     * @param <M> the type of the methods
     * @return the names
     */
    public static <M extends Enum<M>> String[] columns(List<String> before, List<M> methods, List<String> after) {
        List<String> names = new ArrayList<>(before);
        methods.forEach(method -> names.add(LOW + suffix(methods, method)));
        names.addAll(after);
        return names.toArray(String[]::new);
    }

    private static <M extends Enum<M>> String suffix(List<M> methods, M method) {
        return method.equals(methods.get(0)) ? "" : "_" + Names.of(method).replace('-', '_');
    }
}

package io.cxmetrics.report.survey;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.report.Figures;
import io.cxmetrics.report.Intervals;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.ProportionInterval;
import java.util.List;

/**
 * The figures of a plain share of yes among yes and no.
 *
 * @since 0.1
 */
public final class RateFigures {

    private RateFigures() {}

    /**
     * Returns the figures.
     *
     * @param methods how intervals are made, at least one
     * @param confidence their level
     * @return the figures: answers, those with yes, their share in percent, its standard error and its intervals
     * @since 0.1
     */
    public static Figures<Proportion> of(List<ProportionInterval> methods, double confidence) {
        requireNonNull(methods, "methods");
        return Figures.of(Proportion.class)
                .count("n", "n", Proportion::trials)
                .count("yes", "yes", Proportion::events)
                .percent("rate", "rate %", Proportion::rate)
                .headline(0, 100)
                .percent("standard_error", "standard error", Proportion::standardError)
                .hidden()
                .and(Intervals.of(
                        methods,
                        confidence,
                        (share, method) -> share.interval(confidence, method).times(100)));
    }
}

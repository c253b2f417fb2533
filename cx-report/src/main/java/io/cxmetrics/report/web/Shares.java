package io.cxmetrics.report.web;

import io.cxmetrics.report.Figures;
import io.cxmetrics.report.Names;
import io.cxmetrics.stat.Proportion;
import java.util.function.Function;

/** A share with its interval, both in percent. */
final class Shares {

    private Shares() {}

    /** The interval of a share. */
    static <R> Figures<R> interval(String low, String high, double confidence, Function<? super R, Proportion> share) {
        return Figures.<R>none()
                .interval(
                        low,
                        high,
                        Names.percent(confidence) + " interval",
                        summary -> share.apply(summary).interval(confidence).times(100));
    }

    /** A share and its interval. */
    static <R> Figures<R> of(
            String name,
            String title,
            String low,
            String high,
            double confidence,
            Function<? super R, Proportion> share) {
        return Figures.<R>none()
                .number(name, title, 1, summary -> share.apply(summary).percent())
                .and(interval(low, high, confidence, share));
    }
}

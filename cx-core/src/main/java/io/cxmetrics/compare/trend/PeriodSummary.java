package io.cxmetrics.compare.trend;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Summary;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What is known of a period: the summary of its observed days, [observedFrom, observedTo).
 *
 * <p>A period that is not over, or that began before the observation, is not {@link #whole()}. It is marked, and never
 * scaled up: half a month is no half of a month's score, and the days of a week differ.
 *
 * @param span the period
 * @param observedFrom the first observed day, in the period
 * @param observedTo the day after the last observed one; equal to {@code observedFrom} where none was
 * @param summary the summary of the observed days
 * @param <S> the type of the summary
 * @since 0.1
 */
public record PeriodSummary<S extends Summary<S>>(
        PeriodSpan span, LocalDate observedFrom, LocalDate observedTo, S summary) implements Serializable {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if observed days lie outside the period
     */
    public PeriodSummary {
        requireNonNull(summary, "summary");
        if (observedFrom.isBefore(span.from()) || observedTo.isAfter(span.to()) || observedTo.isBefore(observedFrom)) {
            throw new IllegalArgumentException("observed days must lie in [" + span.from() + ", " + span.to()
                    + "), got [" + observedFrom + ", " + observedTo + ")");
        }
    }

    /**
     * Returns the name of the period.
     *
     * @return the label of its span
     */
    public String label() {
        return span.label();
    }

    /**
     * Returns how many days were observed.
     *
     * @return the days, 0 or more
     */
    public long observedDays() {
        return ChronoUnit.DAYS.between(observedFrom, observedTo);
    }

    /**
     * Tells whether all days of the period were observed.
     *
     * @return false for a period that is not over, or that began before the observation
     */
    public boolean whole() {
        return observedDays() == span.days();
    }

    /**
     * Returns the values of a metric, as {@link TrendLine} and {@link ControlChart} take them.
     *
     * @param periods the periods in order
     * @param metric gives the value of a summary, NaN where it is undefined
     * @param <S> the type of the summary
     * @return the value of each period; NaN for one that is not whole, and for one without evidence
     */
    public static <S extends Summary<S>> double[] values(
            List<PeriodSummary<S>> periods, ToDoubleFunction<? super S> metric) {
        requireNonNull(metric, "metric");
        return periods.stream()
                .mapToDouble(period -> period.whole() ? metric.applyAsDouble(period.summary()) : Double.NaN)
                .toArray();
    }
}

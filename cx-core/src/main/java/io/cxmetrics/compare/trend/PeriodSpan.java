package io.cxmetrics.compare.trend;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A period of whole days, [from, to).
 *
 * @param from the first day
 * @param to the day after the last
 * @param label the name, such as {@code 2026-06} or {@code FY2026-Q1}
 * @since 0.1
 */
public record PeriodSpan(LocalDate from, LocalDate to, String label) implements Serializable {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the period has no days
     */
    public PeriodSpan {
        requireNonNull(label, "label");
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("to must be after from (" + from + "), got " + to);
        }
    }

    /**
     * Returns how many days the period has.
     *
     * @return the days, at least 1
     */
    public long days() {
        return ChronoUnit.DAYS.between(from, to);
    }

    /** The same days as many days earlier or later, named by the first. */
    PeriodSpan moved(long days) {
        LocalDate first = from.plusDays(days);
        return new PeriodSpan(first, to.plusDays(days), first.toString());
    }
}

package io.cxmetrics.input.reading;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.input.LeftOut;
import java.util.ArrayList;
import java.util.List;

/**
 * What a reading came to.
 *
 * @param result what was asked for
 * @param accounting what became of the rows
 * @param unread values that could not be read in rows that count all the same, such as a date that rows are only
 *     grouped by
 * @param warnings what a person should know though no row was left out for it, each with its file and line
 * @param <R> the type of the result
 * @since 0.1
 */
public record Outcome<R>(R result, Accounting accounting, LeftOut unread, List<String> warnings) {

    /** Checks that the parts are there. */
    public Outcome {
        requireNonNull(result, "result");
        requireNonNull(accounting, "accounting");
        requireNonNull(unread, "unread");
        warnings = List.copyOf(warnings);
    }

    /**
     * Returns this outcome with one more thing that a person should know.
     *
     * @param warning what, in words
     * @return the outcome
     */
    public Outcome<R> withWarning(String warning) {
        List<String> more = new ArrayList<>(warnings);
        more.add(warning);
        return new Outcome<>(result, accounting, unread, more);
    }

    /**
     * Returns this outcome with rows that were read, and turned out to be unusable among the others.
     *
     * @param more the rows, by reason
     * @return the outcome
     * @throws IllegalArgumentException if there are more of them than were used
     */
    public Outcome<R> withLeftOut(LeftOut more) {
        return new Outcome<>(result, accounting.withLeftOut(more), unread, warnings);
    }

    /**
     * Returns this outcome with another result.
     *
     * @param other the result
     * @param <Q> its type
     * @return the outcome
     */
    public <Q> Outcome<Q> withResult(Q other) {
        return new Outcome<>(other, accounting, unread, warnings);
    }
}

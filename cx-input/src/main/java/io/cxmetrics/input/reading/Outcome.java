package io.cxmetrics.input.reading;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a reading came to.
 *
 * @param result what was asked for
 * @param accounting what became of the rows
 * @param warnings what a person should know though no row was left out for it, each with its file and line
 * @param <R> the type of the result
 * @since 0.1
 */
public record Outcome<R>(R result, Accounting accounting, List<String> warnings) {

    /** Checks that the parts are there. */
    public Outcome {
        requireNonNull(result, "result");
        requireNonNull(accounting, "accounting");
        warnings = List.copyOf(warnings);
    }

    <Q> Outcome<Q> withResult(Q other) {
        return new Outcome<>(other, accounting, warnings);
    }
}

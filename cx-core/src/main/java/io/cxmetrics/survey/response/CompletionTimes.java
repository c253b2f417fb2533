package io.cxmetrics.survey.response;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Sample;
import java.util.Arrays;

/**
 * How long respondents took, from one moment of a survey to another: sent to opened, started to completed.
 *
 * <p><b>Definition.</b> Seconds between the two moments of each response. Only times above 0 count: a time of 0 or less is
 * a clock or a bot, and is counted apart.
 *
 * <p><b>Edges.</b> Without times mean and median are NaN. The times are kept, 8 bytes each, for exact quantiles.
 *
 * <pre>{@code
 * CompletionTimes times = CompletionTimes.ofMillis(new long[] {0, 0, 0}, new long[] {30_000, 90_000, 0});
 * times.seconds().median(); // 60.0
 * times.notPositive(); // 1
 * }</pre>
 *
 * @param seconds the times above 0, in seconds
 * @param notPositive how many times were 0 or less, and are left out
 */
public record CompletionTimes(Sample seconds, long notPositive) implements Summary<CompletionTimes> {

    /** No responses. */
    public static final CompletionTimes EMPTY = new CompletionTimes(Sample.EMPTY, 0);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if {@code notPositive} is negative
     */
    public CompletionTimes {
        requireNonNull(seconds, "seconds");
        Checks.notNegative("notPositive", notPositive);
    }

    /**
     * Returns the times between two columns of moments.
     *
     * @param from the earlier moments, in milliseconds since an epoch
     * @param to the later moments, as many
     * @return the times
     * @throws IllegalArgumentException if the lengths differ
     * @throws ArithmeticException if a difference overflows a {@code long}
     */
    public static CompletionTimes ofMillis(long[] from, long[] to) {
        if (to.length != from.length) {
            throw new IllegalArgumentException("to must have as many as from (" + from.length + "), got " + to.length);
        }
        double[] seconds = new double[from.length];
        int n = 0;
        for (int i = 0; i < from.length; i++) {
            long millis = Math.subtractExact(to[i], from[i]);
            if (millis > 0) {
                seconds[n++] = millis / 1000.0;
            }
        }
        return new CompletionTimes(Sample.of(Arrays.copyOf(seconds, n)), from.length - n);
    }

    @Override
    public CompletionTimes plus(CompletionTimes other) {
        return new CompletionTimes(seconds.plus(other.seconds), Math.addExact(notPositive, other.notPositive));
    }
}

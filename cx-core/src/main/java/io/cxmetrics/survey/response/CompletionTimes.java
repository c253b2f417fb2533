package io.cxmetrics.survey.response;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Times in seconds that respondents took from one moment of a survey to another: sent to opened, started to completed.
 *
 * <p><b>Definition.</b> Seconds between the two moments of each response. Only times above 0 count: a time of 0 or less
 * is a clock or a bot. A response without its later moment is unfinished and has no time. Both are counted apart.
 *
 * <p><b>Edges.</b> Without times mean and median are NaN. The times are kept, 8 bytes each, for exact quantiles.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * CompletionTimes times = CompletionTimes.ofMillis(new long[] {0, 0, 0}, new long[] {30_000, 90_000, 0});
 * times.seconds().median(); // 60.0
 * times.notPositive(); // 1
 * times.leftOut(); // 1
 * CompletionTimes.of(List.of(Duration.ofMinutes(2))).seconds().median(); // 120.0
 * }</pre>
 *
 * @param seconds the times above 0, in seconds
 * @param notPositive how many times were 0 or less
 * @param unfinished how many responses have no later moment
 * @since 0.1
 */
public record CompletionTimes(Sample seconds, long notPositive, long unfinished) implements Summary<CompletionTimes> {

    /** No responses. */
    public static final CompletionTimes EMPTY = new CompletionTimes(Sample.EMPTY, 0, 0);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a count is negative, or a time is not above 0
     */
    public CompletionTimes {
        requireNonNull(seconds, "seconds");
        if (seconds.quantile(0) <= 0) {
            throw new IllegalArgumentException("seconds must be above 0, got " + seconds.quantile(0));
        }
        Checks.notNegative("notPositive", notPositive);
        Checks.notNegative("unfinished", unfinished);
        Math.addExact(notPositive, unfinished);
    }

    /**
     * Returns the summary of times.
     *
     * @param times the times
     * @return the summary
     */
    public static CompletionTimes of(Collection<Duration> times) {
        return aggregation().finish(new ArrayList<>(times));
    }

    /**
     * Returns the aggregation that gathers times, for streams and engines.
     *
     * @return the aggregation, which takes null for an unfinished response
     */
    public static Aggregation<@Nullable Duration, List<@Nullable Duration>, CompletionTimes> aggregation() {
        return CompletionTimesAggregation.INSTANCE;
    }

    /**
     * Returns a collector of the time between two moments of each response.
     *
     * @param from gives the earlier moment
     * @param to gives the later moment, or null for an unfinished response
     * @param <T> the type of the responses
     * @return the collector
     */
    public static <T> Collector<T, ?, CompletionTimes> toCompletionTimes(
            Function<? super T, Instant> from, Function<? super T, ? extends @Nullable Instant> to) {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        return Collectors.mapping(
                (T response) -> {
                    Instant end = to.apply(response);
                    return end == null ? null : Duration.between(from.apply(response), end);
                },
                aggregation().toCollector());
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
        return new CompletionTimes(Sample.of(Arrays.copyOf(seconds, n)), from.length - n, 0);
    }

    /**
     * Returns how many times count.
     *
     * @return the number of times above 0
     */
    public long count() {
        return seconds.count();
    }

    /**
     * Returns how many responses have no time that counts.
     *
     * @return not positive and unfinished ones
     */
    public long leftOut() {
        return notPositive + unfinished;
    }

    @Override
    public CompletionTimes plus(CompletionTimes other) {
        return new CompletionTimes(
                seconds.plus(other.seconds),
                Math.addExact(notPositive, other.notPositive),
                Math.addExact(unfinished, other.unfinished));
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("CompletionTimes", 1)
                .with("seconds", seconds)
                .with("notPositive", notPositive)
                .with("unfinished", unfinished);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the times
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static CompletionTimes ofStored(StoredForm form) {
        StoredFields fields = form.expect("CompletionTimes", 1, "seconds", "notPositive", "unfinished");
        return new CompletionTimes(
                fields.part("seconds").as(Sample.class), fields.whole("notPositive"), fields.whole("unfinished"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private enum CompletionTimesAggregation
            implements Aggregation<@Nullable Duration, List<@Nullable Duration>, CompletionTimes> {
        INSTANCE;

        @Override
        public List<@Nullable Duration> zero() {
            return new ArrayList<>();
        }

        @Override
        public List<@Nullable Duration> add(List<@Nullable Duration> state, @Nullable Duration time) {
            state.add(time);
            return state;
        }

        @Override
        public List<@Nullable Duration> merge(List<@Nullable Duration> left, List<@Nullable Duration> right) {
            left.addAll(right);
            return left;
        }

        @Override
        public CompletionTimes finish(List<@Nullable Duration> state) {
            double[] seconds = new double[state.size()];
            int n = 0;
            long unfinished = 0;
            for (Duration time : state) {
                if (time == null) {
                    unfinished++;
                } else if (time.compareTo(Duration.ZERO) > 0) {
                    // Divided once, so that 1.473 s is the double nearest to it.
                    seconds[n++] = (time.getSeconds() * 1e9 + time.getNano()) / 1e9;
                }
            }
            return new CompletionTimes(Sample.of(Arrays.copyOf(seconds, n)), state.size() - n - unfinished, unfinished);
        }
    }
}

package io.cxmetrics.survey.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.cxmetrics.stat.Sample;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompletionTimesTest {

    /** Only times above 0 are averaged; the others are counted apart. */
    @Test
    void timesThatCannotBeAreCountedApart() {
        CompletionTimes times = CompletionTimes.ofMillis(
                new long[] {1_000, 5_000, 0, 9_000}, new long[] {31_000, 5_000, 90_500, 8_999});
        assertThat(times.seconds()).isEqualTo(Sample.of(30, 90.5));
        assertThat(times.notPositive()).isEqualTo(2);
        assertThat(times.seconds().median()).isEqualTo(60.25);
    }

    private record Response(Instant started, @Nullable Instant completed) {}

    @Test
    void unfinishedResponsesAreCountedApart() {
        Instant start = Instant.parse("2026-03-02T09:00:00Z");
        CompletionTimes times = Stream.of(
                        new Response(start, start.plusMillis(1500)),
                        new Response(start, null),
                        new Response(start, start),
                        new Response(start, null))
                .collect(CompletionTimes.toCompletionTimes(Response::started, Response::completed));
        assertThat(times).isEqualTo(new CompletionTimes(Sample.of(1.5), 1, 2));
        assertThat(times.count()).isEqualTo(1);
        assertThat(times.leftOut()).isEqualTo(3);
    }

    @Test
    void shortestTimeIsAMillisecond() {
        assertThat(CompletionTimes.ofMillis(new long[] {-1}, new long[] {0}))
                .isEqualTo(new CompletionTimes(Sample.of(0.001), 0, 0));
    }

    @Test
    void noTimesAreUndefined() {
        assertThat(CompletionTimes.ofMillis(new long[0], new long[0])).isEqualTo(CompletionTimes.EMPTY);
        assertThat(CompletionTimes.EMPTY.seconds().median()).isNaN();
        assertThat(CompletionTimes.ofMillis(new long[1], new long[1])
                        .seconds()
                        .moments()
                        .mean())
                .isNaN();
    }

    @Test
    void refusesColumnsThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompletionTimes.ofMillis(new long[2], new long[1]))
                .withMessage("to must have as many as from (2), got 1");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> CompletionTimes.ofMillis(new long[] {Long.MIN_VALUE}, new long[] {1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CompletionTimes(Sample.EMPTY, -1, 0))
                .withMessage("notPositive must not be negative, got -1");
    }

    @Test
    void countsNeverWrap() {
        CompletionTimes many = new CompletionTimes(Sample.EMPTY, Long.MAX_VALUE, 0);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> many.plus(many));
    }

    @Test
    @SuppressWarnings("NullAway")
    void needsTimes() {
        assertThatNullPointerException()
                .isThrownBy(() -> new CompletionTimes(null, 0, 0))
                .withMessage("seconds");
    }
}

package io.cxmetrics.support;

import static java.time.temporal.ChronoUnit.MINUTES;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.survival.EventTimes;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QueueWaitTest {

    private static final Duration FIVE = Duration.ofSeconds(5);

    /** Answered after 4, 20 and 95 seconds; gave up after 2, 5, 60 and 61. */
    private static final QueueWait CALLS = QueueWait.of(
            new long[] {4_000, 2_000, 20_000, 5_000, 60_000, 95_000, 61_000},
            new boolean[] {true, false, true, false, false, true, false});

    @Test
    void shortAbandonsAreTreatedByName() {
        assertThat(CALLS.abandonment()).isEqualTo(Proportion.of(4, 7));
        assertThat(CALLS.abandonment(FIVE, ShortAbandonRule.COUNTED)).isEqualTo(Proportion.of(4, 7));
        assertThat(CALLS.abandonment(FIVE, ShortAbandonRule.LEFT_OUT)).isEqualTo(Proportion.of(2, 5));
        assertThat(CALLS.abandonment(FIVE, ShortAbandonRule.OFFERED_ONLY)).isEqualTo(Proportion.of(2, 7));
        assertThat(CALLS.abandonment(FIVE.minusMillis(1), ShortAbandonRule.LEFT_OUT))
                .as("the threshold is included")
                .isEqualTo(Proportion.of(3, 6));
    }

    @Test
    void waitsOfTheAnsweredAndOfThoseWhoGaveUp() {
        assertThat(CALLS.count()).isEqualTo(7);
        assertThat(CALLS.answered().sample(SECONDS).values()).containsExactly(4, 20, 95);
        assertThat(CALLS.abandoned().max(MINUTES)).isEqualTo(61 / 60.0);
        assertThat(CALLS.serviceLevel(Duration.ofSeconds(20))).isEqualTo(Proportion.of(2, 7));
        // By hand: 1/6 answered at 4 with 6 at risk, then 1/4 at 20: 5/6 3/4
        assertThat(CALLS.waits().curve().at(20_000)).isEqualTo(0.625);
    }

    @Test
    void negativeWaitsAreLeftOutAndCounted() {
        QueueWait waits = QueueWait.of(new long[] {-1, 3}, new boolean[] {true, true});
        assertThat(waits).isEqualTo(new QueueWait(EventTimes.ofEvents(3), 1));
        assertThat(waits).hasToString("QueueWait[answered=1, abandoned=0, left out=1]");
    }

    @Test
    void withoutCallsRatesAreUndefined() {
        assertThat(QueueWait.EMPTY.abandonment().rate()).isNaN();
        assertThat(QueueWait.EMPTY.serviceLevel(FIVE).rate()).isNaN();
        QueueWait gone = QueueWait.of(new long[] {1}, new boolean[] {false});
        assertThat(gone.abandonment(FIVE, ShortAbandonRule.LEFT_OUT).rate()).isNaN();
        assertThat(gone.answered().median(SECONDS)).isNaN();
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QueueWait.of(new long[2], new boolean[1]))
                .withMessage("answered must have as many as millis (2), got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALLS.abandonment(FIVE.negated(), ShortAbandonRule.COUNTED))
                .withMessage("threshold must not be negative, got PT-5S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALLS.serviceLevel(FIVE.negated()))
                .withMessage("target must not be negative, got PT-5S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QueueWait(EventTimes.EMPTY, -1))
                .withMessage("leftOut must not be negative, got -1");
    }
}

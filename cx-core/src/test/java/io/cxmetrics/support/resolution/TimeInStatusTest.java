package io.cxmetrics.support.resolution;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.support.Author;
import io.cxmetrics.support.Status;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketClock;
import io.cxmetrics.support.TicketEvent.StatusChange;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimeInStatusTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static StatusTimes times(int openFrom, int solvedFrom) {
        Ticket ticket = Ticket.of(
                "1",
                NOON,
                Author.REQUESTER,
                new StatusChange(NOON.plusSeconds(openFrom), Status.OPEN),
                new StatusChange(NOON.plusSeconds(solvedFrom), Status.SOLVED));
        return StatusTimes.of(ticket, NOON.plusSeconds(100));
    }

    private static final TimeInStatus BOTH = TimeInStatus.of(List.of(times(10, 40), times(0, 80)), TicketClock.ELAPSED);

    @Test
    void addsUpStaysAndTimes() {
        assertThat(BOTH.tickets()).isEqualTo(2);
        assertThat(BOTH.totals())
                .containsExactly(
                        Map.entry("new", new TimeInStatus.Total(1, 10, 0)),
                        Map.entry("open", new TimeInStatus.Total(2, 110, 0)),
                        Map.entry("solved", new TimeInStatus.Total(2, 80, 0)));
        assertThat(BOTH.total("hold")).isEqualTo(TimeInStatus.Total.EMPTY);
    }

    @Test
    void aTicketThatNeverHadTheStatusCountsInTheMean() {
        assertThat(BOTH.meanPerTicket("new", SECONDS)).isEqualTo(5);
        assertThat(BOTH.total("new").mean(SECONDS)).isEqualTo(10);
        assertThat(BOTH.meanPerTicket("hold", SECONDS)).isZero();
        assertThat(BOTH.total("hold").mean(SECONDS)).isNaN();
        assertThat(TimeInStatus.EMPTY.meanPerTicket("new", SECONDS)).isNaN();
    }

    /** Totals made by hand, not by tickets. */
    @Test
    void timeOfNothingHasNoMean() {
        assertThat(new TimeInStatus.Total(0, 5, 0).mean(SECONDS)).isNaN();
        assertThat(new TimeInStatus(0, Map.of("open", new TimeInStatus.Total(1, 5, 0))).meanPerTicket("open", SECONDS))
                .isNaN();
    }

    @Test
    void isDeeplyImmutable() {
        Map<String, TimeInStatus.Total> totals = new HashMap<>(Map.of("new", TimeInStatus.Total.EMPTY));
        TimeInStatus times = new TimeInStatus(1, totals);
        totals.clear();
        assertThat(times.totals()).hasSize(1);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> times.totals().clear());
    }

    @Test
    void carriesNanosecondsExactly() {
        TimeInStatus.Total half = TimeInStatus.Total.of(1, Duration.ofMillis(600));
        assertThat(half.plus(half)).isEqualTo(new TimeInStatus.Total(2, 1, 200_000_000));
        assertThat(half.plus(half).mean(SECONDS)).isEqualTo(0.6);
        assertThat(half).hasToString("Total[stays=1, time=PT0.6S]");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeInStatus(-1, Map.of()))
                .withMessage("tickets must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeInStatus.Total(-1, 0, 0))
                .withMessage("stays must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeInStatus.Total.of(1, Duration.ofNanos(-1)))
                .withMessage("seconds must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeInStatus.Total(0, 0, 1_000_000_000))
                .withMessage("nanos must be in [0, 999999999], got 1000000000");
    }
}

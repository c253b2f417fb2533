package io.cxmetrics.support.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.support.Author;
import io.cxmetrics.support.Status;
import io.cxmetrics.support.StatusCategory;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketClock;
import io.cxmetrics.support.TicketEvent;
import io.cxmetrics.support.TicketEvent.StatusChange;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ResolutionTest {

    private static final TicketClock ELAPSED = TicketClock.ELAPSED;
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static Instant at(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    private static StatusChange to(int minutes, Status status) {
        return new StatusChange(at(minutes), status);
    }

    private static Resolution of(TicketEvent... events) {
        return Resolution.of(Ticket.of("1", NOON, Author.REQUESTER, events));
    }

    @Test
    void whatNeverHappenedIsEmpty() {
        Resolution resolution = of(to(5, Status.OPEN), to(9, Status.HOLD));
        assertThat(resolution.resolved()).isFalse();
        assertThat(resolution.firstAt()).isEmpty();
        assertThat(resolution.lastAt()).isEmpty();
        assertThat(resolution.firstTime(ELAPSED)).isEmpty();
        assertThat(resolution.fullTime(ELAPSED)).isEmpty();
        assertThat(resolution.resolutions()).isZero();
        assertThat(resolution.reopens()).isZero();
        assertThat(resolution.skew()).isZero();
        assertThat(resolution).hasToString("Resolution[not resolved, resolutions=0, reopens=0]");
    }

    @Test
    void firstAndFullResolutionPartWhenATicketIsReopened() {
        Resolution resolution = of(
                to(5, Status.OPEN),
                to(30, Status.SOLVED),
                to(60, Status.OPEN),
                to(90, Status.SOLVED),
                to(1000, Status.CLOSED));
        assertThat(resolution.firstTime(ELAPSED)).contains(Duration.ofMinutes(30));
        assertThat(resolution.fullTime(ELAPSED)).contains(Duration.ofMinutes(90));
        assertThat(resolution.resolutions()).isEqualTo(2);
        assertThat(resolution.reopens()).isOne();
        assertThat(resolution).hasToString("Resolution[resolved, resolutions=2, reopens=1]");
    }

    @Test
    void aTicketThatIsOpenAgainHasAFirstResolutionAndNoFullOne() {
        Resolution resolution = of(to(30, Status.SOLVED), to(60, Status.PENDING));
        assertThat(resolution.resolved()).isFalse();
        assertThat(resolution.firstTime(ELAPSED)).contains(Duration.ofMinutes(30));
        assertThat(resolution.fullTime(ELAPSED)).isEmpty();
        assertThat(resolution.lastAt()).contains(at(30));
        assertThat(resolution.reopens()).isOne();
    }

    @Test
    void closingTakesThePlaceOfSolving() {
        Resolution closed = of(to(30, Status.CLOSED));
        assertThat(closed.firstTime(ELAPSED)).contains(Duration.ofMinutes(30));
        assertThat(closed.fullTime(ELAPSED)).contains(Duration.ofMinutes(30));
        assertThat(closed.resolutions()).isOne();
        Resolution later = of(to(10, Status.SOLVED), to(20, Status.OPEN), to(30, Status.CLOSED));
        assertThat(later.firstAt()).contains(at(10));
        assertThat(later.lastAt()).contains(at(30));
        Resolution earlier = of(to(10, Status.CLOSED), to(20, Status.OPEN), to(30, Status.SOLVED));
        assertThat(earlier.firstAt()).contains(at(30)); // solved comes first, and closing only where nothing was solved
        assertThat(earlier.lastAt()).contains(at(30));
        assertThat(earlier.reopens()).isOne();
    }

    @Test
    void oneSolvedStatusAfterAnotherChangesNothing() {
        Status confirmed = new Status("confirmed", StatusCategory.SOLVED);
        Resolution resolution =
                of(to(30, Status.SOLVED), to(40, confirmed), to(50, Status.SOLVED), to(60, Status.CLOSED));
        assertThat(resolution.firstAt()).contains(at(30));
        assertThat(resolution.lastAt()).contains(at(30));
        assertThat(resolution.resolutions()).isOne();
        assertThat(resolution.reopens()).isZero();
    }

    @Test
    void solvedBeforeItWasCreatedIsReportedAndGivesNoTime() {
        Resolution resolution = of(to(-90, Status.SOLVED), to(10, Status.OPEN), to(30, Status.SOLVED));
        assertThat(resolution.firstAt()).contains(at(-90));
        assertThat(resolution.firstTime(ELAPSED)).isEmpty();
        assertThat(resolution.fullTime(ELAPSED)).contains(Duration.ofMinutes(30));
        assertThat(resolution.skew()).isEqualTo(Duration.ofMinutes(90));
        assertThat(of(to(-1, Status.CLOSED)).fullTime(ELAPSED)).isEmpty();
    }

    @Test
    void timesAreExact() {
        assertThat(of(new StatusChange(NOON.plusNanos(1), Status.SOLVED)).firstTime(ELAPSED))
                .contains(Duration.ofNanos(1));
        assertThat(of(to(0, Status.SOLVED)).firstTime(ELAPSED)).contains(Duration.ZERO);
    }
}

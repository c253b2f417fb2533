package io.cxmetrics.support.resolution;

import static io.cxmetrics.time.CalendarPeriod.DAY;
import static io.cxmetrics.time.CalendarPeriod.MONTH;
import static io.cxmetrics.time.CalendarPeriod.QUARTER;
import static io.cxmetrics.time.CalendarPeriod.WEEK;
import static io.cxmetrics.time.CalendarPeriod.YEAR;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.cxmetrics.support.Author;
import io.cxmetrics.support.Status;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketEvent.StatusChange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final long HOUR = 3_600_000;
    private static final long DAY_MILLIS = 24 * HOUR;
    private static final long OPEN = TimeToResolution.UNRESOLVED;
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final long START = MONDAY.toEpochMilli();

    /** On Monday two are opened, of which one is closed on Wednesday; one lives on Tuesday only. */
    private static final Backlog THREE = Backlog.of(
            new long[] {START, START + HOUR, START + DAY_MILLIS},
            new long[] {OPEN, START + 2 * DAY_MILLIS, START + DAY_MILLIS + HOUR});

    @Test
    void aTicketIsOpenFromItsOpeningUntilBeforeItsClosing() {
        assertThat(THREE.at(MONDAY.minusMillis(1))).isZero();
        assertThat(THREE.at(MONDAY)).isEqualTo(1);
        assertThat(THREE.at(hours(1))).isEqualTo(2);
        assertThat(THREE.at(hours(24))).isEqualTo(3);
        assertThat(THREE.at(hours(25).minusMillis(1))).isEqualTo(3);
        assertThat(THREE.at(hours(25))).isEqualTo(2);
        assertThat(THREE.at(hours(48))).isEqualTo(1);
        assertThat(THREE.at(hours(999_999))).isEqualTo(1);
        assertThat(THREE).hasToString("Backlog[opened=3, reopened=0, closed=2, left out=0]");
    }

    @Test
    void agesCountFromTheCreation() {
        assertThat(THREE.ages(hours(24), HOURS).values()).containsExactly(0, 23, 24);
        assertThat(THREE.ages(hours(72), DAYS).values()).containsExactly(3);
        assertThat(THREE.ages(MONDAY.minusMillis(1), DAYS).count()).isZero();
    }

    @Test
    void periodsShowWhatCameWentAndWasLeft() {
        assertThat(THREE.periods(DAY, ZoneOffset.UTC))
                .containsExactly(
                        new Backlog.Period(LocalDate.of(2026, 3, 2), 2, 0, 0, 2),
                        new Backlog.Period(LocalDate.of(2026, 3, 3), 1, 0, 1, 2),
                        new Backlog.Period(LocalDate.of(2026, 3, 4), 0, 0, 1, 1));
        assertThat(THREE.periods(WEEK, ZoneOffset.UTC))
                .containsExactly(new Backlog.Period(LocalDate.of(2026, 3, 2), 3, 0, 2, 1));
        assertThat(THREE.periods(QUARTER, ZoneOffset.UTC))
                .containsExactly(new Backlog.Period(LocalDate.of(2026, 1, 1), 3, 0, 2, 1));
        assertThat(THREE.periods(YEAR, ZoneOffset.UTC))
                .containsExactly(new Backlog.Period(LocalDate.of(2026, 1, 1), 3, 0, 2, 1));
        assertThat(THREE.periods(DAY, ZoneId.of("America/New_York")))
                .as("midnight is 19:00 of the day before")
                .extracting(Backlog.Period::start, Backlog.Period::opened)
                .containsExactly(
                        tuple(LocalDate.of(2026, 3, 1), 2L),
                        tuple(LocalDate.of(2026, 3, 2), 1L),
                        tuple(LocalDate.of(2026, 3, 3), 0L));
    }

    @Test
    void aPeriodThatIsAskedForNeedsNoEvents() {
        assertThat(THREE.periods(MONTH, LocalDate.of(2026, 2, 15), ZoneOffset.UTC, LocalDate.of(2026, 4, 1)))
                .containsExactly(
                        new Backlog.Period(LocalDate.of(2026, 2, 1), 0, 0, 0, 0),
                        new Backlog.Period(LocalDate.of(2026, 3, 1), 3, 0, 2, 1),
                        new Backlog.Period(LocalDate.of(2026, 4, 1), 0, 0, 0, 1));
        assertThat(Backlog.EMPTY.periods(DAY, ZoneOffset.UTC)).isEmpty();
    }

    @Test
    void theRatioIsUndefinedWhereNothingCame() {
        assertThat(new Backlog.Period(LocalDate.EPOCH, 4, 1, 3, 9).solvedToCreated())
                .isEqualTo(0.75);
        assertThat(new Backlog.Period(LocalDate.EPOCH, 4, 1, 3, 9).change()).isEqualTo(2);
        assertThat(new Backlog.Period(LocalDate.EPOCH, 0, 1, 3, 9).solvedToCreated())
                .isNaN();
        assertThat(Backlog.solvedToCreated(3, 2)).isEqualTo(1.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Backlog.solvedToCreated(-1, 2))
                .withMessage("closed must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Backlog.solvedToCreated(1, -2))
                .withMessage("created must not be negative, got -2");
    }

    @Test
    void createdLaterIsLeftOutAndCounted() {
        List<Ticket> tickets =
                List.of(Ticket.of("a", MONDAY, Author.REQUESTER), Ticket.of("b", hours(2), Author.REQUESTER));
        assertThat(Backlog.of(tickets, hours(3)).createdLater()).isZero();
        Backlog backlog = Backlog.of(tickets, hours(1));
        assertThat(backlog.opened()).isEqualTo(1);
        assertThat(backlog.createdLater()).isEqualTo(1);
        assertThat(backlog.plus(backlog).createdLater()).isEqualTo(2);
        assertThat(backlog).hasToString("Backlog[opened=1, reopened=0, closed=0, left out=1]");
        assertThat(backlog).isNotEqualTo(Backlog.of(tickets.subList(0, 1), hours(1)));
    }

    @Test
    void aDayBeginsInSomeZoneAndAnInstantFitsIntoMilliseconds() {
        assertThatNullPointerException()
                .isThrownBy(() -> Backlog.EMPTY.periods(DAY, missing()))
                .withMessage("zone");
        assertThatThrownBy(() -> THREE.at(Instant.ofEpochMilli(Long.MAX_VALUE)))
                .isInstanceOf(ArithmeticException.class);
    }

    @SuppressWarnings("NullAway") // what a caller without checks may pass
    private static ZoneId missing() {
        return null;
    }

    @Test
    void closedBeforeOpenedIsLeftOutAndCounted() {
        Backlog backlog = Backlog.of(new long[] {START, START, START}, new long[] {START - 1, START, OPEN});
        assertThat(backlog.negative()).isEqualTo(1);
        assertThat(backlog.opened()).isEqualTo(2);
        assertThat(backlog.closed()).isEqualTo(1);
        assertThat(backlog.at(MONDAY)).as("closed at once it was never there").isEqualTo(1);
        assertThat(backlog.plus(backlog).negative()).isEqualTo(2);
    }

    @Test
    void reopenedTicketsComeBackWithTheAgeTheyHave() {
        Ticket ticket = Ticket.of(
                "a",
                MONDAY,
                Author.REQUESTER,
                new StatusChange(hours(1), Status.PENDING),
                new StatusChange(hours(2), Status.SOLVED),
                new StatusChange(hours(10), Status.OPEN),
                new StatusChange(hours(11), Status.SOLVED),
                new StatusChange(hours(12), Status.CLOSED));
        Backlog backlog = Backlog.of(List.of(ticket), hours(99));
        assertThat(backlog).hasToString("Backlog[opened=1, reopened=1, closed=2, left out=0]");
        assertThat(backlog.at(hours(1))).isEqualTo(1);
        assertThat(backlog.at(hours(2))).isZero();
        assertThat(backlog.at(hours(10))).isEqualTo(1);
        assertThat(backlog.ages(hours(10), HOURS).values()).containsExactly(10);
        assertThat(backlog.at(hours(12))).isZero();
        assertThat(backlog.periods(DAY, ZoneOffset.UTC))
                .containsExactly(new Backlog.Period(LocalDate.of(2026, 3, 2), 1, 1, 2, 0));
        assertThat(Backlog.of(List.of(ticket), hours(10)))
                .as("what happens at 10:00 is not known then")
                .hasToString("Backlog[opened=1, reopened=0, closed=1, left out=0]");
        assertThat(Backlog.of(List.of(ticket), MONDAY.minusMillis(1)))
                .hasToString("Backlog[opened=0, reopened=0, closed=0, left out=1]");
    }

    @Test
    void aTicketSolvedBeforeItsCreationComesOnlyIfReopened() {
        Ticket solved = Ticket.of("a", MONDAY, Author.REQUESTER, new StatusChange(hours(-1), Status.SOLVED));
        Ticket reopened = Ticket.of(
                "b",
                MONDAY,
                Author.REQUESTER,
                new StatusChange(hours(-2), Status.SOLVED),
                new StatusChange(hours(-1), Status.OPEN),
                new StatusChange(hours(5), Status.SOLVED));
        Backlog backlog = Backlog.of(List.of(solved, reopened), hours(99));
        assertThat(backlog.negative()).isEqualTo(2);
        assertThat(backlog.at(MONDAY)).isEqualTo(1);
        assertThat(backlog.at(MONDAY.minusMillis(1))).isZero();
        assertThat(backlog.at(hours(5))).isZero();
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Backlog.of(new long[2], new long[3]))
                .withMessage("closed must have as many as opened (2), got 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THREE.periods(DAY, LocalDate.EPOCH, ZoneOffset.UTC, LocalDate.EPOCH.minusDays(1)))
                .withMessage("last must not be before first 1970-01-01, got 1969-12-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THREE.periods(DAY, LocalDate.EPOCH, ZoneOffset.UTC, LocalDate.of(9999, 1, 1)))
                .withMessage("period must give at most 100000 periods, got DAY from 1970-01-01 to 9999-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THREE.ages(MONDAY, YEARS))
                .withMessage("unit must be at most weeks, got Years");
    }

    /** The plain definition over all tickets, instant by instant. */
    @Property
    void replayAgreesWithCountingTicketByTicket(
            @ForAll @Size(max = 40) List<@LongRange(min = 0, max = 30) Long> opened,
            @ForAll @IntRange(min = 0, max = 9) int stay,
            @ForAll @LongRange(min = -1, max = 45) long when) {
        long[] from = opened.stream().mapToLong(Long::longValue).toArray();
        long[] to = opened.stream()
                .mapToLong(at -> at % 5 == 4 ? OPEN : at + (at * 7 + stay) % 10)
                .toArray();
        long open = 0;
        for (int i = 0; i < from.length; i++) {
            open += from[i] <= when && when < to[i] ? 1 : 0;
        }
        Backlog backlog = Backlog.of(from, to);
        assertThat(backlog.at(Instant.ofEpochMilli(when))).isEqualTo(open);
        assertThat(backlog.ages(Instant.ofEpochMilli(when), HOURS).count()).isEqualTo(open);
    }

    @Property
    void eachPeriodStartsWithWhatTheOneBeforeLeft(
            @ForAll @Size(min = 1, max = 30) List<@LongRange(min = 0, max = 900) Long> opened) {
        long[] from = opened.stream().mapToLong(hour -> START + hour * HOUR).toArray();
        long[] to = opened.stream()
                .mapToLong(hour -> hour % 3 == 0 ? OPEN : START + (hour + hour % 50) * HOUR)
                .toArray();
        long left = 0;
        for (Backlog.Period period : Backlog.of(from, to).periods(WEEK, ZoneId.of("Europe/Berlin"))) {
            assertThat(period.atEnd()).isEqualTo(left + period.change());
            left = period.atEnd();
        }
        assertThat(left).isEqualTo(opened.stream().filter(hour -> hour % 3 == 0).count());
    }

    private static Instant hours(long hours) {
        return MONDAY.plusMillis(hours * HOUR);
    }
}

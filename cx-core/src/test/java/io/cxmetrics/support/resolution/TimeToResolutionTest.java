package io.cxmetrics.support.resolution;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MILLIS;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.QuantileMethod;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.support.Author;
import io.cxmetrics.support.ScheduleRule;
import io.cxmetrics.support.Status;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketClock;
import io.cxmetrics.support.TicketEvent;
import io.cxmetrics.time.PreparedCalendar;
import io.cxmetrics.time.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimeToResolutionTest {

    private static final long HOUR = 3_600_000;
    private static final long OPEN = TimeToResolution.UNRESOLVED;
    private static final Offset<Double> NEAR = within(1e-12);
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final WorkingCalendar OFFICE =
            WorkingCalendar.in(NEW_YORK).open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00", "17:00");
    private static final PreparedCalendar MARCH =
            OFFICE.prepared(Instant.parse("2024-03-01T00:00:00Z"), Instant.parse("2024-04-01T00:00:00Z"));
    private static final Instant FRIDAY = Instant.parse("2024-03-08T21:00:00Z");
    private static final Instant MONDAY = Instant.parse("2024-03-11T14:00:00Z");

    /** 1, 2, 2, 4, 8, 16 and 100 hours. */
    private static final TimeToResolution SEVEN =
            TimeToResolution.ofMillis(100 * HOUR, HOUR, 2 * HOUR, 8 * HOUR, 2 * HOUR, 16 * HOUR, 4 * HOUR);

    @Test
    void theMeanIsTheSumOverTheCasesSolved() {
        assertThat(SEVEN.sum()).isEqualTo(Duration.ofHours(133));
        assertThat(SEVEN.resolved()).isEqualTo(7);
        assertThat(SEVEN.mean(HOURS)).isCloseTo(19, NEAR);
        assertThat(SEVEN.mean(DAYS)).isCloseTo(19 / 24.0, NEAR);
        assertThat(SEVEN.mean(WEEKS)).isCloseTo(19 / 168.0, NEAR);
        assertThat(SEVEN.mean(MILLIS)).isEqualTo(68_400_000);
    }

    /** From numpy 1.24 and scipy 1.17: quantile, std with ddof 1, gmean and trim_mean. */
    @Test
    void agreesWithScipy() {
        assertThat(SEVEN.median(HOURS)).isEqualTo(4);
        assertThat(SEVEN.quantile(0.9, QuantileMethod.LINEAR, HOURS)).isCloseTo(49.6, NEAR);
        assertThat(SEVEN.quantile(0.9, QuantileMethod.NEAREST_RANK, HOURS)).isEqualTo(100);
        assertThat(SEVEN.standardDeviation(HOURS)).isCloseTo(36.09709129556009, NEAR);
        assertThat(SEVEN.geometricMean(HOURS)).isCloseTo(5.738011598340372, NEAR);
        assertThat(SEVEN.trimmedMean(0, HOURS)).isCloseTo(19, NEAR);
        assertThat(SEVEN.trimmedMean(0.1, HOURS))
                .as("a tenth of seven is nobody")
                .isCloseTo(19, NEAR);
        assertThat(SEVEN.trimmedMean(0.15, HOURS)).isCloseTo(6.4, NEAR);
        assertThat(SEVEN.trimmedMean(0.3, HOURS)).isCloseTo(4.666666666666667, NEAR);
        assertThat(SEVEN.min(HOURS)).isEqualTo(1);
        assertThat(SEVEN.max(HOURS)).isEqualTo(100);
    }

    @Test
    void theGeometricMeanIsUndefinedWithZeros() {
        TimeToResolution times = TimeToResolution.ofMillis(0, 2 * HOUR, 8 * HOUR);
        assertThat(times.zero()).isEqualTo(1);
        assertThat(times.geometricMean(HOURS)).isNaN();
        assertThat(times.geometricMeanAboveZero(HOURS)).isCloseTo(4, NEAR);
        assertThat(TimeToResolution.ofMillis(0).geometricMeanAboveZero(HOURS)).isNaN();
    }

    @Test
    void aTargetIncludesItsOwnLength() {
        assertThat(SEVEN.within(Duration.ofHours(2))).isEqualTo(Proportion.of(3, 7));
        assertThat(SEVEN.within(Duration.ofHours(2).minusNanos(1))).isEqualTo(Proportion.of(1, 7));
        assertThat(SEVEN.within(Duration.ofHours(2).plusNanos(1))).isEqualTo(Proportion.of(3, 7));
        assertThat(SEVEN.within(Duration.ZERO)).isEqualTo(Proportion.of(0, 7));
    }

    @Test
    void openTicketsCountForAsLongAsTheyHaveBeenOpen() {
        long[] created = {0, 0, 0, 0, 90 * HOUR};
        long[] resolved = {HOUR, 30 * HOUR, OPEN, 60 * HOUR, OPEN};
        TimeToResolution times = TimeToResolution.of(created, resolved, 48 * HOUR);
        assertThat(times.times())
                .isEqualTo(EventTimes.ofEvents(HOUR, 30 * HOUR).plus(EventTimes.ofCensored(48 * HOUR, 48 * HOUR)));
        assertThat(times.resolved()).isEqualTo(2);
        assertThat(times.open()).isEqualTo(2);
        assertThat(times.createdLater()).isEqualTo(1);
        assertThat(times.leftOut()).isEqualTo(1);
        assertThat(times.mean(HOURS)).as("of the resolved").isCloseTo(15.5, NEAR);
        assertThat(times.times().curve().at(30 * HOUR))
                .as("half are open after 30 hours")
                .isCloseTo(0.5, NEAR);
        assertThat(times.within(Duration.ofDays(1))).isEqualTo(Proportion.of(1, 2));
        assertThat(times.withinDecided(Duration.ofDays(1))).isEqualTo(Proportion.of(1, 4));
        assertThat(times.withinDecided(Duration.ofDays(2)))
                .as("at the target they may still make it")
                .isEqualTo(Proportion.of(2, 2));
    }

    @Test
    void whatCannotBeMeasuredIsCounted() {
        TimeToResolution times = TimeToResolution.of(new long[] {5, 5, 5, 5}, new long[] {4, OPEN, 5, 9});
        assertThat(times).isEqualTo(new TimeToResolution(EventTimes.ofEvents(0, 4), 1, 1, 0));
        assertThat(times).hasToString("TimeToResolution[resolved=2, open=0, left out=2]");
        assertThat(TimeToResolution.ofMillis(-1, 3)).isEqualTo(new TimeToResolution(EventTimes.ofEvents(3), 1, 0, 0));
        assertThat(TimeToResolution.of(new long[] {5}, new long[] {4}, 9).negative())
                .isEqualTo(1);
        assertThat(times.plus(new TimeToResolution(EventTimes.EMPTY, 2, 3, 4)))
                .isEqualTo(new TimeToResolution(EventTimes.ofEvents(0, 4), 3, 4, 4));
    }

    @Test
    void withACalendarOnlyOpenTimeCounts() {
        long[] created = {FRIDAY.toEpochMilli(), MONDAY.toEpochMilli(), FRIDAY.toEpochMilli()};
        long[] resolved = {MONDAY.toEpochMilli(), FRIDAY.toEpochMilli(), OPEN};
        // Friday 16:00 to Monday 10:00 in New York over a change of the clocks: 2 open hours of 65
        TimeToResolution solved = TimeToResolution.of(created, resolved, MARCH);
        assertThat(solved).isEqualTo(new TimeToResolution(EventTimes.ofEvents(2 * HOUR), 1, 1, 0));
        TimeToResolution all = TimeToResolution.of(created, resolved, MARCH, MONDAY.toEpochMilli() + HOUR);
        assertThat(all.times()).isEqualTo(EventTimes.ofEvents(2 * HOUR).plus(EventTimes.ofCensored(3 * HOUR)));
        assertThat(all.negative()).isEqualTo(1);
        assertThat(TimeToResolution.of(created, resolved).mean(HOURS)).isEqualTo(65);
    }

    @Test
    void onACalendarThatNeverOpensEveryTimeIsZero() {
        PreparedCalendar never = WorkingCalendar.in(NEW_YORK).prepared(FRIDAY, MONDAY);
        TimeToResolution times =
                TimeToResolution.of(new long[] {FRIDAY.toEpochMilli()}, new long[] {MONDAY.toEpochMilli()}, never);
        assertThat(times.zero()).isEqualTo(1);
        assertThat(times.mean(HOURS)).isZero();
    }

    @Test
    void ticketsAreMeasuredToTheResolutionThatCounts() {
        Ticket reopened = ticket("a", FRIDAY, Status.SOLVED, 1, Status.OPEN, 2, Status.SOLVED, 5, Status.CLOSED, 9);
        Ticket open = ticket("b", FRIDAY, Status.SOLVED, 3, Status.OPEN, 4);
        Ticket skewed = ticket("c", FRIDAY, Status.SOLVED, -1);
        Ticket later = ticket("d", MONDAY);
        List<Ticket> tickets = List.of(reopened, open, skewed, later);
        Instant until = FRIDAY.plus(Duration.ofHours(10));
        assertThat(TimeToResolution.of(tickets, ResolutionRule.FIRST, until))
                .isEqualTo(new TimeToResolution(EventTimes.ofEvents(HOUR, 3 * HOUR), 1, 0, 1));
        assertThat(TimeToResolution.of(tickets, ResolutionRule.LAST, until))
                .isEqualTo(new TimeToResolution(
                        EventTimes.ofEvents(5 * HOUR).plus(EventTimes.ofCensored(10 * HOUR)), 1, 0, 1));
        Instant reopening = FRIDAY.plus(Duration.ofHours(4));
        assertThat(TimeToResolution.of(tickets, ResolutionRule.LAST, reopening.plusMillis(1)))
                .as("both are open again then")
                .isEqualTo(new TimeToResolution(EventTimes.ofCensored(4 * HOUR + 1, 4 * HOUR + 1), 1, 0, 1));
        TicketClock office = TicketClock.of(ScheduleRule.AT_END, OFFICE);
        assertThat(tickets.stream().collect(TimeToResolution.toTimeToResolution(ResolutionRule.LAST, office, until)))
                .isEqualTo(TimeToResolution.of(tickets, ResolutionRule.LAST, office, until));
        assertThat(TimeToResolution.of(tickets, ResolutionRule.LAST, office, until))
                .as("the office closes at 17:00, an hour after")
                .isEqualTo(new TimeToResolution(EventTimes.ofEvents(HOUR).plus(EventTimes.ofCensored(HOUR)), 1, 0, 1));
    }

    /**
     * Friday 16:00 to Monday 10:00 in New York: 2 hours of the office, 12 of the shop, which takes over on Saturday
     * noon.
     */
    @Test
    void thePolicySaysWhichScheduleCounts() {
        WorkingCalendar shop = WorkingCalendar.in(NEW_YORK).open(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, "10:00", "16:00");
        Ticket ticket = Ticket.of(
                "a",
                FRIDAY,
                Author.REQUESTER,
                new TicketEvent.ScheduleChange(Instant.parse("2024-03-09T17:00:00Z"), shop),
                new TicketEvent.StatusChange(MONDAY, Status.SOLVED));
        assertThat(hours(ticket, ScheduleRule.AT_START)).isEqualTo(2);
        assertThat(hours(ticket, ScheduleRule.AT_END)).isEqualTo(12);
        assertThat(hours(ticket, ScheduleRule.PER_SEGMENT)).isEqualTo(11);
        assertThat(hours(ticket, ScheduleRule.ELAPSED)).isEqualTo(65);
    }

    private static double hours(Ticket ticket, ScheduleRule policy) {
        return TimeToResolution.of(
                        List.of(ticket), ResolutionRule.LAST, TicketClock.of(policy, OFFICE), MONDAY.plusMillis(1))
                .mean(HOURS);
    }

    @Test
    void aTicketClosedWithoutBeingSolvedIsResolvedThen() {
        Instant until = FRIDAY.plus(Duration.ofDays(1));
        assertThat(ResolutionRule.LAST.of(ticket("a", FRIDAY, Status.PENDING, 1, Status.CLOSED, 2), until))
                .contains(FRIDAY.plus(Duration.ofHours(2)));
        Ticket both = ticket("b", FRIDAY, Status.CLOSED, 1, Status.OPEN, 2, Status.SOLVED, 3, Status.CLOSED, 4);
        assertThat(ResolutionRule.FIRST.of(both, until))
                .as("the first solved status goes before a closing")
                .contains(FRIDAY.plus(Duration.ofHours(3)));
        assertThat(ResolutionRule.LAST.of(both, until)).contains(FRIDAY.plus(Duration.ofHours(3)));
        assertThat(ResolutionRule.FIRST.of(ticket("a", FRIDAY, Status.PENDING, 1), until))
                .isEmpty();
        assertThat(ResolutionRule.FIRST.of(ticket("a", FRIDAY, Status.SOLVED, 30), until))
                .isEmpty();
    }

    private static Ticket ticket(String id, Instant created, Object... statusAndHours) {
        TicketEvent[] events = new TicketEvent[statusAndHours.length / 2];
        for (int i = 0; i < events.length; i++) {
            Instant at = created.plus(Duration.ofHours((Integer) statusAndHours[2 * i + 1]));
            events[i] = new TicketEvent.StatusChange(at, (Status) statusAndHours[2 * i]);
        }
        return Ticket.of(id, created, Author.REQUESTER, events);
    }

    @Test
    void withoutResolvedTicketsNothingIsDefined() {
        TimeToResolution none = TimeToResolution.of(new long[] {0}, new long[] {OPEN}, 5);
        assertThat(none.mean(HOURS)).isNaN();
        assertThat(none.median(HOURS)).isNaN();
        assertThat(none.standardDeviation(HOURS)).isNaN();
        assertThat(TimeToResolution.ofMillis(7).standardDeviation(HOURS)).isNaN();
        assertThat(none.min(HOURS)).isNaN();
        assertThat(none.max(HOURS)).isNaN();
        assertThat(none.geometricMean(HOURS)).isNaN();
        assertThat(none.trimmedMean(0.1, HOURS)).isNaN();
        assertThat(none.within(Duration.ofHours(1)).rate()).isNaN();
        assertThat(none.sum()).isZero();
        assertThat(none.sample(HOURS).count()).isZero();
        assertThat(TimeToResolution.EMPTY.times().curve().median()).isNaN();
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeToResolution.of(new long[2], new long[3]))
                .withMessage("resolved must have as many as created (2), got 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeToResolution.of(new long[2], new long[1], 5))
                .withMessage("resolved must have as many as created (2), got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SEVEN.within(Duration.ofSeconds(-1)))
                .withMessage("target must not be negative, got PT-1S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SEVEN.mean(MONTHS))
                .withMessage("unit must be at most weeks, got Months");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SEVEN.trimmedMean(0.5, HOURS))
                .withMessage("share must be in [0, 0.5), got 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeToResolution(EventTimes.EMPTY, -1, 0, 0))
                .withMessage("negative must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeToResolution(EventTimes.EMPTY, 0, -1, 0))
                .withMessage("missing must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeToResolution(EventTimes.EMPTY, 0, 0, -1))
                .withMessage("createdLater must not be negative, got -1");
    }

    @Test
    void aTimeOutsideTheCalendarIsRefusedWithItsIndex() {
        long friday = FRIDAY.toEpochMilli();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeToResolution.of(new long[] {friday, 0}, new long[] {friday, friday}, MARCH))
                .withMessage("from must be in the prepared span [1709251200000, 1711929600000], got 0 at index 1");
    }

    @Test
    void timesBeyondALongAreRefused() {
        assertThatThrownBy(() -> TimeToResolution.of(new long[] {-2}, new long[] {Long.MAX_VALUE - 1}))
                .isInstanceOf(ArithmeticException.class);
        TimeToResolution long1 = TimeToResolution.ofMillis(Long.MAX_VALUE - 1, 5);
        assertThatThrownBy(long1::sum).isInstanceOf(ArithmeticException.class);
        EventTimes most = EventTimes.ofCounts(new long[] {9}, new long[] {9}, new long[] {9});
        assertThatThrownBy(() -> new TimeToResolution(most, Long.MAX_VALUE, 1, 0))
                .isInstanceOf(ArithmeticException.class);
    }

    @Property
    void theSampleGivesTheSameAnswers(
            @ForAll @Size(min = 2, max = 40) List<@LongRange(min = 0, max = 50) Long> given,
            @ForAll @LongRange(min = 0, max = 100) long percent) {
        long[] millis = given.stream().mapToLong(Long::longValue).toArray();
        TimeToResolution times = TimeToResolution.ofMillis(millis);
        double q = percent / 100.0;
        for (QuantileMethod method : QuantileMethod.values()) {
            assertThat(times.quantile(q, method, MILLIS))
                    .isCloseTo(times.sample(MILLIS).quantile(q, method), within(1e-9));
        }
        assertThat(times.mean(MILLIS)).isCloseTo(Arrays.stream(millis).average().orElseThrow(), within(1e-9));
        assertThat(times.standardDeviation(MILLIS))
                .isCloseTo(times.sample(MILLIS).moments().standardDeviation(), within(1e-9));
        assertThat(times.within(Duration.ofMillis(percent)))
                .isEqualTo(times.sample(MILLIS).shareUpTo(percent));
    }

    /** Two columns of hours, 2.5 and 4, and one blank: open for at least no time, which moves no other answer. */
    @Test
    void timesThatWereMeasuredAlreadyAndOpenTickets() {
        record Row(@Nullable Duration hours) {}
        TimeToResolution times = TimeToResolution.<Row>aggregation(Row::hours)
                .fold(List.of(
                        new Row(Duration.ofMinutes(150)),
                        new Row(Duration.ofHours(4)),
                        new Row(null),
                        new Row(Duration.ofHours(-1))));
        assertThat(times).hasToString("TimeToResolution[resolved=2, open=1, left out=1]");
        assertThat(times.mean(HOURS)).isCloseTo(3.25, NEAR);
        assertThat(times.withinDecided(Duration.ofHours(3))).isEqualTo(Proportion.of(1, 2));
    }

    /** Half of the four are over after 4 hours, and no more until 26: the median of all is the middle. */
    @Test
    void theMedianOfAllAndTheSumInAUnit() {
        TimeToResolution four = TimeToResolution.of(
                new long[] {0, 0, 0, 0}, new long[] {2 * HOUR, 4 * HOUR, 26 * HOUR, OPEN}, 30 * HOUR);
        assertThat(four.medianOfAll(HOURS)).isEqualTo(15);
        assertThat(four.median(HOURS)).isEqualTo(4);
        assertThat(four.medianOfAllInterval(0.95, HOURS).low())
                .isEqualTo(four.times().curve().quantileInterval(0.5, 0.95).low() / HOUR);
        assertThat(four.sum(HOURS)).isEqualTo(32);
        assertThat(TimeToResolution.EMPTY.medianOfAll(HOURS)).isNaN();
        assertThat(TimeToResolution.EMPTY.sum(HOURS)).isZero();
    }
}

package io.cxmetrics.time;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** The prepared form and its borders: Monday, 4 March 2024 at 12:00 to the Friday after it at 12:00. */
class PreparedCalendarTest {

    private static final WorkingCalendar OFFICE =
            WorkingCalendar.in(ZoneId.of("UTC")).open(MONDAY, FRIDAY, "09:00", "17:00");
    private static final Instant START = Instant.parse("2024-03-04T12:00:00Z");
    private static final Instant END = Instant.parse("2024-03-08T12:00:00Z");
    private static final PreparedCalendar WEEK = OFFICE.prepared(START, END);
    private static final long FIRST = START.toEpochMilli();
    private static final long LAST = END.toEpochMilli();
    private static final long HOUR = 3_600_000;

    @Test
    void answersWithinItsSpan() {
        assertThat(WEEK.openTime(START, END)).isEqualTo(Duration.ofHours(32));
        assertThat(WEEK.openMillis(FIRST, LAST)).isEqualTo(32 * HOUR);
        assertThat(WEEK.openMillis(new long[] {FIRST, LAST, FIRST}, new long[] {LAST, LAST, FIRST + 1}))
                .containsExactly(32 * HOUR, 0, 1);
        assertThat(WEEK.deadline(START, Duration.ofHours(32))).isEqualTo(END);
        assertThat(WEEK.deadline(END, Duration.ZERO)).isEqualTo(END);
        assertThat(WEEK.deadlineMillis(FIRST, 32 * HOUR)).isEqualTo(LAST);
        assertThat(WEEK.deadlineMillis(FIRST, 5 * HOUR)).isEqualTo(FIRST + 5 * HOUR);
        assertThat(WEEK.deadlineMillis(FIRST, 5 * HOUR + 1)).isEqualTo(FIRST + 21 * HOUR + 1);
        assertThat(WEEK.deadlineMillis(FIRST, 0)).isEqualTo(FIRST);
        assertThat(WEEK.remaining(START, END)).isEqualTo(Duration.ofHours(32));
        assertThat(WEEK.remaining(END, START)).isEqualTo(Duration.ofHours(-32));
        assertThat(WEEK.openAt(START)).isTrue();
        assertThat(WEEK.nextOpening(Instant.parse("2024-03-07T17:00:00Z"))).isEqualTo("2024-03-08T09:00:00Z");
    }

    @Test
    void listsItsOpeningsCutToTheSpanAsked() {
        assertThat(WEEK.openings(
                        Instant.parse("2024-03-04T16:59:59.999999999Z"),
                        Instant.parse("2024-03-06T09:00:00.000000001Z")))
                .containsExactly(
                        new Opening(
                                Instant.parse("2024-03-04T16:59:59.999999999Z"), Instant.parse("2024-03-04T17:00:00Z")),
                        new Opening(Instant.parse("2024-03-05T09:00:00Z"), Instant.parse("2024-03-05T17:00:00Z")),
                        new Opening(
                                Instant.parse("2024-03-06T09:00:00Z"),
                                Instant.parse("2024-03-06T09:00:00.000000001Z")));
        assertThat(WEEK.openings(Instant.parse("2024-03-04T17:00:00Z"), Instant.parse("2024-03-05T09:00:00Z")))
                .isEmpty();
        assertThat(OFFICE.prepared(Instant.parse("2024-03-09T00:00:00Z"), Instant.parse("2024-03-10T00:00:00Z"))
                        .openings(Instant.parse("2024-03-09T00:00:00Z"), Instant.parse("2024-03-10T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void anOpeningHasADuration() {
        assertThat(new Opening(START, END).duration()).isEqualTo(Duration.ofDays(4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Opening(START, START))
                .withMessage(
                        "endExclusive must be after startInclusive 2024-03-04T12:00:00Z, got 2024-03-04T12:00:00Z");
    }

    @Test
    void widensItsSpanToWholeMilliseconds() {
        PreparedCalendar widened = OFFICE.prepared(START.plusNanos(1_000_001), END.plusNanos(1));
        assertThat(widened.startInclusive()).isEqualTo(START.plusMillis(1));
        assertThat(widened.endExclusive()).isEqualTo(END.plusMillis(1));
        assertThat(widened.calendar()).isEqualTo(OFFICE);
    }

    @Test
    void preparesUpToTheHorizon() {
        Instant horizon = Instant.parse("2400-01-01T00:00:00Z");
        assertThat(OFFICE.prepared(START, horizon).endExclusive()).isEqualTo(horizon);
    }

    @Test
    void saysWhatItIs() {
        assertThat(WEEK).hasToString("PreparedCalendar[2024-03-04T12:00:00Z to 2024-03-08T12:00:00Z, " + OFFICE + "]");
    }

    @Test
    void refusesASpanThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.prepared(START, START))
                .withMessage("to must be after from 2024-03-04T12:00:00Z, got 2024-03-04T12:00:00Z");
    }

    @Test
    void refusesInstantsOutsideItsSpan() {
        String closed = " must be in the prepared span [2024-03-04T12:00:00Z, 2024-03-08T12:00:00Z], got ";
        String open = " must be in the prepared span [2024-03-04T12:00:00Z, 2024-03-08T12:00:00Z), got ";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEEK.openTime(START.minusNanos(1), END))
                .withMessage("from" + closed + "2024-03-04T11:59:59.999999999Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEEK.openTime(START, END.plusNanos(1)))
                .withMessage("to" + closed + "2024-03-08T12:00:00.000000001Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEEK.openMillis(START, END.plusNanos(1)))
                .withMessage("to" + closed + "2024-03-08T12:00:00.000000001Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEEK.openMillis(END, START))
                .withMessage("to must not be before from 2024-03-08T12:00:00Z, got 2024-03-04T12:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEEK.openings(START, END.plusNanos(1)))
                .withMessage("to" + closed + "2024-03-08T12:00:00.000000001Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEEK.deadline(END.plusNanos(1), Duration.ZERO))
                .withMessage("start" + closed + "2024-03-08T12:00:00.000000001Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEEK.remaining(Instant.MAX, END))
                .withMessage("now" + closed + Instant.MAX);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEEK.remaining(START, Instant.MIN))
                .withMessage("deadline" + closed + Instant.MIN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEEK.openAt(END))
                .withMessage("instant" + open + "2024-03-08T12:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEEK.nextOpening(START.minusNanos(1)))
                .withMessage("instant" + open + "2024-03-04T11:59:59.999999999Z");
    }

    @Test
    void refusesMillisecondsOutsideItsSpan() {
        String rule = " must be in the prepared span [" + FIRST + ", " + LAST + "], got ";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEEK.openMillis(FIRST - 1, LAST))
                .withMessage("from" + rule + (FIRST - 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEEK.openMillis(FIRST, LAST + 1))
                .withMessage("to" + rule + (LAST + 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEEK.openMillis(LAST, FIRST))
                .withMessage("to must not be before from " + LAST + ", got " + FIRST);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEEK.openMillis(new long[] {FIRST, FIRST - 1}, new long[] {LAST, LAST}))
                .withMessage("from" + rule + (FIRST - 1) + " at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEEK.openMillis(new long[] {FIRST}, new long[] {Long.MAX_VALUE}))
                .withMessage("to" + rule + Long.MAX_VALUE + " at index 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEEK.openMillis(new long[] {LAST}, new long[] {FIRST}))
                .withMessage("to must not be before from " + LAST + ", got " + FIRST + " at index 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEEK.openMillis(new long[1], new long[2]))
                .withMessage("from and to must have the same length, got 1 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEEK.deadlineMillis(LAST + 1, 1))
                .withMessage(
                        "start must be in the prepared span [" + START + ", " + END + "], got " + END.plusMillis(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEEK.deadlineMillis(FIRST - 1, 1))
                .withMessageStartingWith("start must be in the prepared span ");
    }

    @Test
    void refusesDeadlinesBehindItsSpan() {
        String rule =
                "open must be at most PT32H, all that is open from 2024-03-04T12:00:00Z to the end of the calendar at"
                        + " 2024-03-08T12:00:00Z, got ";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEEK.deadline(START, Duration.ofHours(32).plusNanos(1)))
                .withMessage(rule + "PT32H0.000000001S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEEK.deadline(START, Duration.ofSeconds(Long.MAX_VALUE)))
                .withMessageStartingWith(rule);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEEK.deadlineMillis(FIRST, 32 * HOUR + 1))
                .withMessage(rule + "PT32H0.001S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEEK.deadlineMillis(FIRST, Long.MAX_VALUE))
                .withMessageStartingWith(rule);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEEK.deadlineMillis(FIRST, -1))
                .withMessage("open must not be negative, got PT-0.001S");
    }

    @Test
    void refusesTheNextOpeningBehindItsSpan() {
        PreparedCalendar evening = OFFICE.prepared(START, Instant.parse("2024-03-04T20:00:00Z"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evening.nextOpening(Instant.parse("2024-03-04T17:00:00Z")))
                .withMessage("instant must have an opening after it, got 2024-03-04T17:00:00Z with none until"
                        + " 2024-03-04T20:00:00Z");
    }
}

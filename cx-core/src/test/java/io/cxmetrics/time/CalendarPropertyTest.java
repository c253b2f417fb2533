package io.cxmetrics.time;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws that open time, deadlines and their forms keep at any nanosecond. */
class CalendarPropertyTest {

    private static final Instant FROM = Instant.parse("2019-01-01T00:00:00Z");
    private static final long SECONDS = Duration.ofDays(1500).toSeconds();

    private static final List<WorkingCalendar> CALENDARS = List.of(
            office("America/New_York"),
            office("Australia/Lord_Howe"),
            office("Europe/Dublin"),
            WorkingCalendar.in(ZoneId.of("Africa/Casablanca"))
                    .open(FRIDAY, SATURDAY, "22:00", "06:00")
                    .open(MONDAY, "00:00", "24:00"),
            WorkingCalendar.in(ZoneId.of("Asia/Kathmandu")).open(MONDAY, FRIDAY, "09:00:00.001", "09:00:00.003"),
            WorkingCalendar.always(ZoneId.of("America/St_Johns")));

    private static WorkingCalendar office(String zone) {
        return WorkingCalendar.in(ZoneId.of(zone))
                .open(MONDAY, FRIDAY, "09:00", "12:30")
                .open(MONDAY, FRIDAY, "13:15", "17:00")
                .open(SATURDAY, "20:00", "04:00")
                .holiday(LocalDate.of(2020, 12, 24), LocalDate.of(2021, 1, 3))
                .closed(LocalDateTime.parse("2021-06-01T10:00"), LocalDateTime.parse("2021-06-02T10:00"))
                .extra(LocalDateTime.parse("2020-12-26T10:00"), LocalDateTime.parse("2020-12-26T12:00:00.500"));
    }

    @Provide
    Arbitrary<WorkingCalendar> calendars() {
        return Arbitraries.of(CALENDARS);
    }

    /** Half of them at a nanosecond near some full hour, where openings begin and end. */
    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.oneOf(
                Arbitraries.longs()
                        .between(0, SECONDS)
                        .flatMap(second -> Arbitraries.longs()
                                .between(0, 999_999_999)
                                .map(nano -> FROM.plusSeconds(second).plusNanos(nano))),
                Arbitraries.longs()
                        .between(1, SECONDS / 900)
                        .flatMap(quarter -> Arbitraries.longs()
                                .between(-4_000_000, 4_000_000)
                                .map(nano -> FROM.plusSeconds(quarter * 900).plusNanos(nano))));
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void openTimeAddsUpOverSplitSpans(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("instants") Instant one,
            @ForAll("instants") Instant two,
            @ForAll("instants") Instant three) {
        Instant[] ordered = {one, two, three};
        Arrays.sort(ordered);
        assertThat(calendar.openTime(ordered[0], ordered[1]).plus(calendar.openTime(ordered[1], ordered[2])))
                .isEqualTo(calendar.openTime(ordered[0], ordered[2]));
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void deadlineAndOpenTimeAreInverse(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("instants") Instant one,
            @ForAll("instants") Instant two) {
        Instant start = one.isBefore(two) ? one : two;
        Instant end = one.isBefore(two) ? two : one;
        Duration open = calendar.openTime(start, end);
        Instant deadline = calendar.deadline(start, open);
        assertThat(deadline).isBetween(start, end);
        assertThat(calendar.openTime(start, deadline)).isEqualTo(open);
        if (!open.isZero()) {
            assertThat(calendar.openTime(start, deadline.minusNanos(1))).isEqualTo(open.minusNanos(1));
        }
        assertThat(calendar.remaining(start, deadline)).isEqualTo(open);
        assertThat(calendar.remaining(end, start)).isEqualTo(open.negated());
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void openTimeOfADeadlineIsTheOneAskedFor(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("instants") Instant start,
            @ForAll("nanos") long nanos) {
        Duration open = Duration.ofNanos(nanos);
        assertThat(calendar.openTime(start, calendar.deadline(start, open))).isEqualTo(open);
    }

    /** Up to ten seconds, which the calendar of two milliseconds a day takes 20 years for. */
    @Provide
    Arbitrary<Long> nanos() {
        return Arbitraries.longs().between(0, 10_000_000_000L);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void openTimeIsTheSumOfItsOpenings(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("instants") Instant one,
            @ForAll("instants") Instant two) {
        Instant from = one.isBefore(two) ? one : two;
        Instant to = one.isBefore(two) ? two : one;
        List<Opening> openings = calendar.openings(from, to);
        assertThat(openings.stream().map(Opening::duration).reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(calendar.openTime(from, to));
        Instant last = from;
        for (Opening opening : openings) {
            assertThat(opening.startInclusive()).isAfterOrEqualTo(last);
            assertThat(calendar.openAt(opening.startInclusive())).isTrue();
            last = opening.endExclusive().plusNanos(1);
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void everyFormGivesTheSameAnswer(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("instants") Instant one,
            @ForAll("instants") Instant two) {
        long from = Math.min(one.toEpochMilli(), two.toEpochMilli());
        long to = Math.max(one.toEpochMilli(), two.toEpochMilli());
        Instant start = Instant.ofEpochMilli(from);
        long open = calendar.openTime(start, Instant.ofEpochMilli(to)).toMillis();
        PreparedCalendar prepared = calendar.prepared(start, Instant.ofEpochMilli(to + 1));
        assertThat(prepared.openMillis(from, to)).isEqualTo(open);
        assertThat(prepared.openMillis(new long[] {from, from}, new long[] {to, from}))
                .containsExactly(open, 0);
        assertThat(calendar.openMillis(new long[] {from, from}, new long[] {to, from}))
                .containsExactly(open, 0);
        assertThat(prepared.deadlineMillis(from, open))
                .isEqualTo(calendar.deadline(start, Duration.ofMillis(open)).toEpochMilli());
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void openMillisAreThoseOfTheOpenTime(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("instants") Instant one,
            @ForAll("instants") Instant other) {
        Instant from = one.isBefore(other) ? one : other;
        Instant to = one.isBefore(other) ? other : one;
        PreparedCalendar prepared = calendar.prepared(FROM, FROM.plusSeconds(SECONDS + 1));
        assertThat(prepared.openMillis(from, to))
                .isEqualTo(prepared.openTime(from, to).toMillis());
        assertThat(prepared.openTime(from, to)).isEqualTo(calendar.openTime(from, to));
    }
}

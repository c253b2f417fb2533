package io.cxmetrics.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.time.PlainCalendar.Stretch;
import io.cxmetrics.time.PlainCalendar.Window;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Calendars against a plain definition that walks through the span, over zones with an eventful history. */
class MinuteWalkTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final List<String> ZONES = List.of(
            "UTC",
            "Etc/GMT+12",
            "Africa/Cairo",
            "Africa/Casablanca",
            "America/Asuncion",
            "America/Caracas",
            "America/Havana",
            "America/New_York",
            "America/Sao_Paulo",
            "America/St_Johns",
            "Antarctica/Troll",
            "Asia/Amman",
            "Asia/Dhaka",
            "Asia/Gaza",
            "Asia/Hong_Kong",
            "Asia/Kathmandu",
            "Asia/Kolkata",
            "Asia/Pyongyang",
            "Asia/Tehran",
            "Australia/Eucla",
            "Australia/Lord_Howe",
            "Europe/Berlin",
            "Europe/Dublin",
            "Europe/London",
            "Europe/Moscow",
            "Pacific/Apia",
            "Pacific/Chatham",
            "Pacific/Kiritimati",
            "Pacific/Kwajalein",
            "Pacific/Norfolk");

    /** A calendar with the span to ask it for. */
    record Scenario(PlainCalendar plain, Instant from, Instant to) {}

    @Provide
    Arbitrary<Scenario> scenarios() {
        Arbitrary<ZoneId> zones = Arbitraries.of(ZONES).map(ZoneId::of);
        return zones.flatMap(zone -> Combinators.combine(
                        starts(zone),
                        Arbitraries.oneOf(
                                Arbitraries.integers().between(0, 4 * 24 * 60),
                                Arbitraries.integers().between(0, 21 * 24 * 60)),
                        windows().list().ofMaxSize(10),
                        stretches().list().ofMaxSize(3),
                        stretches().list().ofMaxSize(2))
                .as((start, minutes, windows, closed, extra) -> {
                    PlainCalendar plain = new PlainCalendar(zone);
                    windows.forEach(plain::open);
                    LocalDateTime local = start.atZone(zone).toLocalDateTime();
                    closed.forEach(stretch -> plain.closed(dated(local, stretch)));
                    extra.forEach(stretch -> plain.extra(dated(local, stretch)));
                    return new Scenario(plain, start, start.plusSeconds(60L * minutes));
                }));
    }

    /** Whole minutes from 1972, when the last zone left offsets with seconds; half of them near a change of clocks. */
    private static Arbitrary<Instant> starts(ZoneId zone) {
        Arbitrary<Instant> anywhere = Arbitraries.longs()
                .between(
                        Instant.parse("1972-06-01T00:00:00Z").getEpochSecond() / 60,
                        Instant.parse("2035-12-31T00:00:00Z").getEpochSecond() / 60)
                .map(minute -> Instant.ofEpochSecond(minute * 60));
        Arbitrary<Instant> nearChange = Combinators.combine(
                        anywhere, Arbitraries.integers().between(-60, 3 * 24 * 60))
                .as((instant, minutes) -> {
                    ZoneOffsetTransition change = zone.getRules().nextTransition(instant);
                    return (change == null ? instant : change.getInstant()).minusSeconds(60L * minutes);
                });
        return Arbitraries.oneOf(anywhere, nearChange);
    }

    private static Arbitrary<Window> windows() {
        Arbitrary<Integer> opens = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 24 * 60 - 1),
                Arbitraries.integers().between(0, 4 * 60),
                Arbitraries.of(0, 9 * 60, 22 * 60));
        Arbitrary<Integer> length = Arbitraries.oneOf(
                Arbitraries.integers().between(1, 24 * 60 - 1),
                Arbitraries.integers().between(1, 120),
                Arbitraries.just(8 * 60));
        Arbitrary<DayOfWeek> days = Arbitraries.of(DayOfWeek.class);
        return Arbitraries.frequencyOf(
                Tuple.of(5, Combinators.combine(days, opens, length).as(Window::new)),
                Tuple.of(1, days.map(day -> new Window(day, 0, 24 * 60))));
    }

    /** Minutes from the start of the span, and a length; every third one is made of whole days. */
    private static Arbitrary<Tuple2<Integer, Integer>> stretches() {
        return Arbitraries.oneOf(
                Combinators.combine(
                                Arbitraries.integers().between(-1440, 10 * 1440),
                                Arbitraries.integers().between(1, 3000))
                        .as(Tuple::of),
                Combinators.combine(
                                Arbitraries.integers().between(-60, 4 * 1440),
                                Arbitraries.integers().between(1, 120))
                        .as(Tuple::of),
                Combinators.combine(
                                Arbitraries.integers().between(-1, 7),
                                Arbitraries.integers().between(1, 3))
                        .as((day, days) -> Tuple.of(day * 1440, -days)));
    }

    private static Stretch dated(LocalDateTime start, Tuple2<Integer, Integer> stretch) {
        LocalDateTime from = start.plusMinutes(stretch.get1());
        int length = stretch.get2();
        if (length > 0) {
            return new Stretch(from, from.plusMinutes(length));
        }
        LocalDateTime midnight = from.toLocalDate().atStartOfDay();
        return new Stretch(midnight, midnight.plusDays(-length));
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void openTimeIsWhatAWalkThroughTheMinutesCounts(@ForAll("scenarios") Scenario scenario) {
        Duration walked = scenario.plain().walk(scenario.from(), scenario.to(), MINUTE);
        WorkingCalendar calendar = scenario.plain().calendar();
        assertThat(calendar.openTime(scenario.from(), scenario.to())).isEqualTo(walked);
        assertThat(calendar.openings(scenario.from(), scenario.to()).stream()
                        .map(Opening::duration)
                        .reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(walked);
        assertThat(calendar.prepared(scenario.from(), scenario.to().plusMillis(1))
                        .openTime(scenario.from(), scenario.to()))
                .isEqualTo(walked);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void everyMinuteIsOpenOrClosedAsThePlainDefinitionSays(@ForAll("scenarios") Scenario scenario) {
        WorkingCalendar calendar = scenario.plain().calendar();
        Instant end = scenario.to().isBefore(scenario.from().plusSeconds(3 * 86_400))
                ? scenario.to()
                : scenario.from().plusSeconds(3 * 86_400);
        Instant opened = null;
        for (Instant instant = end; !instant.isBefore(scenario.from()); instant = instant.minus(MINUTE)) {
            boolean open = scenario.plain().openAt(instant);
            assertThat(calendar.openAt(instant)).as("open at %s", instant).isEqualTo(open);
            opened = open ? instant : opened;
            if (opened != null) {
                assertThat(calendar.nextOpening(instant))
                        .as("after %s", instant)
                        .isEqualTo(opened);
            }
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void deadlineIsTheFirstInstantWithTheOpenTime(@ForAll("scenarios") Scenario scenario) {
        Duration open = scenario.plain().walk(scenario.from(), scenario.to(), MINUTE);
        Instant first = scenario.from();
        Duration gone = Duration.ZERO;
        while (gone.compareTo(open) < 0) {
            gone = scenario.plain().openAt(first) ? gone.plus(MINUTE) : gone;
            first = first.plus(MINUTE);
        }
        assertThat(scenario.plain().calendar().deadline(scenario.from(), open)).isEqualTo(first);
    }

    /** Offsets with seconds: Liberia until January 1972, the Netherlands until May 1940. */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void openTimeIsExactWhereOffsetsHaveSeconds(
            @ForAll("windowLists") List<Window> windows,
            @ForAll("secondsZones") Tuple2<String, Instant> place,
            @ForAll("seconds") int before,
            @ForAll("seconds") int length) {
        PlainCalendar plain = new PlainCalendar(ZoneId.of(place.get1()));
        windows.forEach(plain::open);
        Instant from = place.get2().minusSeconds(before);
        Instant to = from.plusSeconds(length);
        assertThat(plain.calendar().openTime(from, to)).isEqualTo(plain.walk(from, to, Duration.ofSeconds(1)));
    }

    @Provide
    Arbitrary<List<Window>> windowLists() {
        return windows().list().ofMaxSize(10);
    }

    @Provide
    Arbitrary<Integer> seconds() {
        return Arbitraries.integers().between(0, 86_400);
    }

    @Provide
    Arbitrary<Tuple2<String, Instant>> secondsZones() {
        return Arbitraries.of(
                Tuple.of("Africa/Monrovia", Instant.parse("1972-01-07T00:44:30Z")),
                Tuple.of("Europe/Amsterdam", Instant.parse("1937-07-01T00:00:00Z")),
                Tuple.of("America/New_York", Instant.parse("1883-11-18T17:00:00Z")));
    }
}

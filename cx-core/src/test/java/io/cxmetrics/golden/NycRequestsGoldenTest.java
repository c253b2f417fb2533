package io.cxmetrics.golden;

import static java.time.temporal.ChronoUnit.HOURS;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.QuantileMethod;
import io.cxmetrics.support.resolution.TimeToResolution;
import io.cxmetrics.testkit.GoldenTest;
import io.cxmetrics.time.CalendarPeriod;
import io.cxmetrics.time.PreparedCalendar;
import io.cxmetrics.time.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Service requests of New York over a change of the clocks, with requests closed before they were created. */
@GoldenTest
class NycRequestsGoldenTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.US);
    private static final Set<String> BOROUGHS =
            Set.of("BRONX", "BROOKLYN", "MANHATTAN", "QUEENS", "STATEN ISLAND", "Unspecified");
    private static final List<LocalDate> HOLIDAYS = Stream.of(
                    "2019-01-01 2019-01-21 2019-02-18 2019-05-27 2019-07-04 2019-09-02 2019-10-14",
                    "2019-11-11 2019-11-28 2019-12-25 2020-01-01 2020-01-20 2020-02-17 2020-05-25",
                    "2020-07-03 2020-09-07 2020-10-12 2020-11-11 2020-11-26 2020-12-25")
            .flatMap(line -> Stream.of(line.split(" ")))
            .map(LocalDate::parse)
            .toList();

    private record Request(
            String key,
            String createdText,
            String closedText,
            String type,
            String borough,
            LocalDateTime created,
            LocalDateTime closed) {

        static Request of(CsvRecord row) {
            String created = row.getField(1);
            String closed = row.getField(2);
            return new Request(
                    row.getField(0),
                    created,
                    closed,
                    row.getField(3),
                    row.getField(4),
                    LocalDateTime.parse(created, TIME),
                    LocalDateTime.parse(closed, TIME));
        }

        long created(ZoneId zone) {
            return millis(created, zone);
        }

        long closed(ZoneId zone) {
            return millis(closed, zone);
        }

        boolean kept() {
            return closed(NEW_YORK) >= created(NEW_YORK);
        }

        boolean overTheChange() {
            return closed(NEW_YORK) - created(NEW_YORK) != closed(ZoneOffset.UTC) - created(ZoneOffset.UTC);
        }
    }

    private final Golden golden = Golden.of("nyc311_2020");
    private final List<Request> requests = SharedCsv.headless("data/nyc311_2020/nyc_311.csv.gz").stream()
            .map(Request::of)
            .toList();

    @TestFactory
    Stream<DynamicTest> goldens() {
        return golden.check("profile", this::profile)
                .check("ttr_elapsed", this::elapsed)
                .check("ttr_wall", expected -> ResolutionTimes.check(expected, times(requests, ZoneOffset.UTC)))
                .check("ttr_by_type", this::byType)
                .check("ttr_business", this::business)
                .check("ttr_24x7", this::dayAndNight)
                .check("sla_72h", this::withinThreeDays)
                .check("samples", this::samples)
                .check("ttr_by_month", this::byMonth)
                .tests();
    }

    private void profile(Expected expected) {
        TimeToResolution times = times(requests, NEW_YORK);
        Set<String> keys = new HashSet<>();
        requests.forEach(request -> keys.add(request.key()));
        expected.number("rows", times.resolved() + times.leftOut())
                .number("duplicate_keys", requests.size() - keys.size())
                .number("closed_before_created", times.negative())
                .number("zero_duration", times.zero())
                .number(
                        "wall_differs_from_elapsed",
                        requests.stream()
                                .filter(Request::kept)
                                .filter(Request::overTheChange)
                                .count())
                .number(
                        "nonexistent_wall_times",
                        requests.stream()
                                .flatMap(request -> Stream.of(request.created(), request.closed()))
                                .filter(wall -> NEW_YORK.getRules()
                                        .getValidOffsets(wall)
                                        .isEmpty())
                                .count())
                .number(
                        "boro_not_a_borough",
                        requests.stream()
                                .filter(request -> !BOROUGHS.contains(request.borough()))
                                .count());
    }

    private void elapsed(Expected expected) {
        TimeToResolution times = times(requests, NEW_YORK);
        expected.number("excluded_negative", times.negative());
        ResolutionTimes.check(expected, times);
    }

    private void byType(Expected expected) {
        Map<String, TimeToResolution> types = new TreeMap<>();
        requests.stream()
                .collect(groupingBy(Request::type))
                .forEach((type, members) -> types.put(type, times(members, NEW_YORK)));
        long tenth = types.values().stream()
                .mapToLong(times -> -times.resolved())
                .sorted()
                .skip(9)
                .findFirst()
                .orElseThrow();
        types.values().removeIf(times -> times.resolved() < -tenth);
        expected.groups(
                types,
                (field, times) -> field.number("n", times.resolved())
                        .number("mean", times.mean(HOURS))
                        .number("median", times.median(HOURS))
                        .number("p90_linear", times.quantile(0.9, QuantileMethod.LINEAR, HOURS)));
    }

    private void business(Expected expected) {
        TimeToResolution times = times(requests, office());
        expected.number("zero", times.zero());
        ResolutionTimes.check(expected, times);
    }

    private void dayAndNight(Expected expected) {
        TimeToResolution times = times(requests, prepared(WorkingCalendar.always(NEW_YORK)));
        assertThat(times).isEqualTo(times(requests, NEW_YORK));
        expected.number("mean_h", times.mean(HOURS)).text("equals", "ttr_elapsed.mean");
    }

    private void withinThreeDays(Expected expected) {
        Proportion within = times(requests, NEW_YORK).within(Duration.ofDays(3));
        expected.number("n", within.trials())
                .number("met", within.events())
                .number("sla_pct", within.percent())
                .interval("ci95_wilson", within.interval(0.95).times(100));
    }

    private void samples(Expected expected) {
        PreparedCalendar office = office();
        List<Request> kept = requests.stream().filter(Request::kept).toList();
        List<Request> shown = Stream.concat(
                        kept.stream().limit(8),
                        kept.stream().filter(Request::overTheChange).limit(5))
                .toList();
        assertThat(shown).hasSize(expected.size());
        for (int i = 0; i < shown.size(); i++) {
            Request request = shown.get(i);
            expected.in(Integer.toString(i))
                    .text("key", request.key())
                    .text("created", request.createdText())
                    .text("closed", request.closedText())
                    .number("elapsed_h", times(List.of(request), NEW_YORK).mean(HOURS))
                    .number("business_h", times(List.of(request), office).mean(HOURS));
        }
    }

    private void byMonth(Expected expected) {
        Map<String, List<Request>> months = requests.stream()
                .filter(Request::kept)
                .collect(groupingBy(
                        request -> CalendarPeriod.MONTH.label(request.created().toLocalDate())));
        expected.groups(months, (field, members) -> {
            TimeToResolution times = times(members, NEW_YORK);
            field.number("count", times.resolved())
                    .number("mean", times.mean(HOURS))
                    .number("median", times.median(HOURS));
        });
    }

    private static TimeToResolution times(List<Request> requests, ZoneId zone) {
        return TimeToResolution.of(
                requests.stream().mapToLong(request -> request.created(zone)).toArray(),
                requests.stream().mapToLong(request -> request.closed(zone)).toArray());
    }

    private static TimeToResolution times(List<Request> requests, PreparedCalendar calendar) {
        return TimeToResolution.of(
                requests.stream()
                        .mapToLong(request -> request.created(NEW_YORK))
                        .toArray(),
                requests.stream().mapToLong(request -> request.closed(NEW_YORK)).toArray(),
                calendar);
    }

    private static PreparedCalendar office() {
        return prepared(WorkingCalendar.in(NEW_YORK)
                .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00", "17:00")
                .holidays(HOLIDAYS));
    }

    private static PreparedCalendar prepared(WorkingCalendar calendar) {
        return calendar.prepared(Instant.parse("2019-01-01T00:00:00Z"), Instant.parse("2021-01-01T00:00:00Z"));
    }

    private static long millis(LocalDateTime wall, ZoneId zone) {
        return wall.atZone(zone).toInstant().toEpochMilli();
    }
}

package io.cxmetrics.golden;

import static java.time.temporal.ChronoUnit.HOURS;
import static java.util.stream.Collectors.groupingBy;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.support.resolution.Backlog;
import io.cxmetrics.support.resolution.TimeToResolution;
import io.cxmetrics.time.CalendarPeriod;
import io.cxmetrics.time.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The checks of the incident log that concern times to resolution and the backlog. */
final class UciResolutionTimes {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d/M/yyyy HH:mm");

    private static final Map<String, Duration> TARGETS = Map.of(
            "1 - Critical", Duration.ofHours(4),
            "2 - High", Duration.ofDays(1),
            "3 - Moderate", Duration.ofDays(5),
            "4 - Low", Duration.ofDays(10));

    private static final List<LocalDate> BRAZILIAN_HOLIDAYS = Stream.of(
                    "2016-03-25",
                    "2016-04-21",
                    "2016-05-26",
                    "2016-09-07",
                    "2016-10-12",
                    "2016-11-02",
                    "2016-11-15",
                    "2016-12-25",
                    "2017-01-01")
            .map(LocalDate::parse)
            .toList();

    /** The last row of an incident in the order of the file; its times never change. */
    private record Incident(
            String number, String opened, String resolved, String closed, String priority, String contact) {

        static Incident of(NamedCsvRecord row) {
            return new Incident(
                    row.getField("number"),
                    row.getField("opened_at"),
                    row.getField("resolved_at"),
                    row.getField("closed_at"),
                    row.getField("priority"),
                    row.getField("contact_type"));
        }
    }

    private final Map<String, Incident> incidents = new LinkedHashMap<>();

    /** Adds its checks to the golden set, and reads the log. */
    static Golden addTo(Golden golden) {
        UciResolutionTimes times = new UciResolutionTimes();
        golden.rows("incident_event_log.csv.gz", row -> {
            Incident incident = Incident.of(row);
            times.incidents.put(incident.number(), incident);
        });
        return golden.check("ttr_resolved", times::resolved)
                .check("ttr_closed", times::closed)
                .check("ttr_resolved_by_priority", expected -> times.by(expected, Incident::priority))
                .check("ttr_resolved_by_contact_type", expected -> times.by(expected, Incident::contact))
                .check("sla_target", times::target)
                .check("backlog_monthly", times::backlog)
                .check("ttr_business_utc", expected -> times.business(expected, ZoneOffset.UTC, List.of()))
                .check(
                        "ttr_business_sao_paulo",
                        expected -> times.business(expected, ZoneId.of("America/Sao_Paulo"), BRAZILIAN_HOLIDAYS))
                .check("ttr_samples", times::samples);
    }

    private void resolved(Expected expected) {
        TimeToResolution times = resolutionOf(incidents.values());
        expected.number("excluded_null", times.missing()).number("negative", times.negative());
        ResolutionTimes.check(expected, times);
    }

    private void closed(Expected expected) {
        TimeToResolution times = of(incidents.values(), Incident::closed, ZoneOffset.UTC);
        expected.number("negative", times.negative());
        ResolutionTimes.check(expected, times);
    }

    private void by(Expected expected, Function<Incident, String> group) {
        Map<String, List<Incident>> groups = incidents.values().stream().collect(groupingBy(group));
        expected.groups(groups, (field, members) -> {
            TimeToResolution times = resolutionOf(members);
            field.number("n", times.resolved());
            if (times.resolved() > 0) {
                field.number("mean", times.mean(HOURS)).number("median", times.median(HOURS));
            }
        });
    }

    private void target(Expected expected) {
        Map<String, Proportion> met = new TreeMap<>();
        incidents.values().stream()
                .collect(groupingBy(Incident::priority))
                .forEach((priority, members) ->
                        met.put(priority, resolutionOf(members).within(TARGETS.get(priority))));
        Proportion all = met.values().stream().reduce(Proportion.EMPTY, Proportion::plus);
        TARGETS.forEach((priority, target) -> expected.in("targets_h").number(priority, target.toHours()));
        expected.number("n", all.trials())
                .number("met", all.events())
                .number("sla_pct", all.percent())
                .in("by_priority")
                .groups(met, (field, share) -> field.number("n", share.trials()).number("met", share.events()));
    }

    private void backlog(Expected expected) {
        Collection<Incident> all = incidents.values();
        Backlog backlog = Backlog.of(
                millis(all, Incident::opened, ZoneOffset.UTC), millis(all, Incident::closed, ZoneOffset.UTC));
        Map<String, Backlog.Period> months = new TreeMap<>();
        backlog.periods(CalendarPeriod.MONTH, ZoneOffset.UTC)
                .forEach(month -> months.put(CalendarPeriod.MONTH.label(month.start()), month));
        expected.groups(
                months,
                (field, month) -> field.number("opened", month.opened())
                        .number("closed", month.closed())
                        .number("backlog_end", month.atEnd()));
    }

    private void business(Expected expected, ZoneId zone, List<LocalDate> holidays) {
        WorkingCalendar calendar = WorkingCalendar.in(zone)
                .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00", "18:00")
                .holidays(holidays);
        Collection<Incident> all = incidents.values();
        TimeToResolution times = TimeToResolution.of(
                millis(all, Incident::opened, zone),
                millis(all, Incident::resolved, zone),
                calendar.prepared(Instant.parse("2016-01-01T00:00:00Z"), Instant.parse("2018-01-01T00:00:00Z")));
        expected.number("zero", times.zero());
        ResolutionTimes.check(expected, times);
    }

    private void samples(Expected expected) {
        List<Incident> first = incidents.values().stream()
                .filter(incident -> !incident.resolved().equals("?"))
                .limit(expected.size())
                .toList();
        for (int i = 0; i < first.size(); i++) {
            Incident incident = first.get(i);
            expected.in(Integer.toString(i))
                    .text("number", incident.number())
                    .text("opened_at", incident.opened())
                    .text("resolved_at", incident.resolved())
                    .number("hours", resolutionOf(List.of(incident)).mean(HOURS));
        }
    }

    private static TimeToResolution resolutionOf(Collection<Incident> incidents) {
        return of(incidents, Incident::resolved, ZoneOffset.UTC);
    }

    private static TimeToResolution of(Collection<Incident> incidents, Function<Incident, String> end, ZoneId zone) {
        return TimeToResolution.of(millis(incidents, Incident::opened, zone), millis(incidents, end, zone));
    }

    private static long[] millis(Collection<Incident> incidents, Function<Incident, String> time, ZoneId zone) {
        return incidents.stream()
                .map(time)
                .mapToLong(text -> text.equals("?")
                        ? TimeToResolution.UNRESOLVED
                        : LocalDateTime.parse(text, TIME)
                                .atZone(zone)
                                .toInstant()
                                .toEpochMilli())
                .toArray();
    }
}

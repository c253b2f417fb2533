package io.cxmetrics.retention.cohort;

import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.time.CalendarPeriod;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A cohort table by its definition: every interval of every start has two instants, and all is looked for between them.
 */
final class PlainCohorts {

    private record Span(Instant from, Instant to) {

        boolean holds(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(to);
        }
    }

    private PlainCohorts() {}

    static Map<LocalDate, Cohort> of(
            List<Activity<String>> starts, List<Activity<String>> returns, CohortDefinition question, LocalDate until) {
        ZoneId zone = question.zone();
        Instant end = until.atStartOfDay(zone).toInstant();
        Map<LocalDate, Cohort> cohorts = new TreeMap<>();
        starts.stream().map(Activity::actor).distinct().forEach(actor -> {
            Map<LocalDate, Instant> opened = new TreeMap<>();
            starts.stream()
                    .filter(start -> start.actor().equals(actor) && start.at().isBefore(end))
                    .filter(start -> question.purchases().counts(start.amount()))
                    .sorted(Comparator.comparing(Activity::at))
                    .filter(start -> question.entry() == CohortEntry.RECURRING || opened.isEmpty())
                    .forEach(start -> opened.putIfAbsent(question.cohorts().start(day(start.at(), zone)), start.at()));
            opened.forEach((cohort, start) -> {
                List<Activity<String>> later = returns.stream()
                        .filter(activity -> activity.actor().equals(actor))
                        .filter(activity -> new Span(start, end).holds(activity.at()))
                        .toList();
                cohorts.merge(cohort, one(start, end, later, question), Cohort::plus);
            });
        });
        return cohorts;
    }

    private static Cohort one(Instant start, Instant end, List<Activity<String>> later, CohortDefinition question) {
        List<Span> spans = spans(start, end, question);
        List<CohortCell> cells = new ArrayList<>();
        for (int k = 0; k < spans.size(); k++) {
            Span span = spans.get(k);
            cells.add(new CohortCell(
                    1,
                    active(later, spans, k, question, end),
                    k == 0 ? 0 : active(later, spans, k - 1, question, end),
                    within(later, span)
                            .filter(activity -> question.purchases().counts(activity.amount()))
                            .map(activity -> day(activity.at(), question.zone()))
                            .distinct()
                            .count(),
                    amount(later, span),
                    amount(later, spans.get(0)),
                    amount(later, new Span(start, span.to()))));
        }
        return new Cohort(1, cells);
    }

    private static long active(
            List<Activity<String>> later, List<Span> spans, int k, CohortDefinition question, Instant end) {
        Span looked = switch (question.rule()) {
            case ON -> spans.get(k);
            case ON_OR_AFTER -> new Span(spans.get(k).from(), end);
            case WITHIN ->
                new Span(spans.get(Math.min(k, 1)).from(), spans.get(k).to());
        };
        return within(later, looked)
                                .filter(activity -> question.purchases().counts(activity.amount()))
                                .count()
                        >= question.minimumOccurrences()
                ? 1
                : 0;
    }

    private static Stream<Activity<String>> within(List<Activity<String>> later, Span span) {
        return later.stream().filter(activity -> span.holds(activity.at()));
    }

    private static long amount(List<Activity<String>> later, Span span) {
        return within(later, span).mapToLong(Activity::amount).sum();
    }

    private static List<Span> spans(Instant start, Instant end, CohortDefinition question) {
        List<Span> spans = new ArrayList<>();
        for (int k = 0; k < 200; k++) {
            Instant from = edge(start, k, question);
            Instant to = edge(start, k + 1, question);
            if (to.isAfter(end) || !to.isAfter(from)) {
                break;
            }
            spans.add(new Span(from, to));
        }
        return spans;
    }

    /** When the k-th interval begins. Brackets have no more edges after the last. */
    private static Instant edge(Instant start, int k, CohortDefinition question) {
        ZoneId zone = question.zone();
        LocalDate day = day(start, zone);
        return switch (question.intervals().toString()) {
            case "every week" -> midnight(CalendarPeriod.WEEK.start(day).plusWeeks(k), zone);
            case "every month" -> midnight(CalendarPeriod.MONTH.start(day).plusMonths(k), zone);
            case "every day" -> midnight(day.plusDays(k), zone);
            case "every 10 days" -> midnight(day.plusDays(10L * k), zone);
            case "every 24 hours" -> start.plus(Duration.ofHours(24L * k));
            case "every 168 hours" -> start.plus(Duration.ofHours(168L * k));
            case "days [0, 1) [1, 7) [7, 30)" ->
                midnight(day.plusDays(List.of(0, 1, 7, 30).get(Math.min(k, 3))), zone);
            default -> throw new IllegalArgumentException(question.toString());
        };
    }

    private static Instant midnight(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static LocalDate day(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }
}

package io.cxmetrics.cli.support;

import io.cxmetrics.report.Column;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Values;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.QuantileMethod;
import io.cxmetrics.stat.survival.SurvivalCurve;
import io.cxmetrics.support.ScheduleRule;
import io.cxmetrics.support.TicketClock;
import io.cxmetrics.support.contact.Reopens;
import io.cxmetrics.support.resolution.Backlog;
import io.cxmetrics.support.resolution.TimeInStatus;
import io.cxmetrics.support.resolution.TimeToResolution;
import io.cxmetrics.time.CalendarPeriod;
import io.cxmetrics.time.PreparedCalendar;
import io.cxmetrics.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the tickets of a group.
 *
 * @param calendar the hours that count, null if all do
 * @param target within what time a ticket should be resolved, null if there is no such promise
 * @param unit the unit of times
 * @param confidence the level of intervals
 */
public record SupportQuestion(
        @Nullable WorkingCalendar calendar, @Nullable Duration target, ChronoUnit unit, double confidence) {

    /** The columns of a table. */
    public List<Column> columns() {
        String in = " (" + unit.name().toLowerCase(Locale.ROOT) + ")";
        List<Column> columns = new ArrayList<>(List.of(
                Column.count("tickets", "tickets"),
                Column.count("resolved", "resolved"),
                Column.count("open", "open"),
                Column.number("mean", "mean" + in, 1),
                Column.number("median", "median", 1),
                Column.number("p90", "p90", 1),
                Column.number("median_with_open", "median with open", 1)));
        if (target != null) {
            columns.add(Column.headline("within_target", "in target %", 0, 100));
            columns.add(Column.interval("low", "high", Names.percent(confidence) + " interval"));
        }
        return columns;
    }

    /** The numbers of a group, and what was left out of them beside what is counted already. */
    Values of(Tickets tickets, Instant observedUntil, Map<String, Long> leftOut) {
        TimeToResolution times = times(tickets, observedUntil);
        if (times.negative() > 0) {
            leftOut.put("resolved_before_created", times.negative());
        }
        if (times.createdLater() > 0) {
            leftOut.put("created_later", times.createdLater());
        }
        SurvivalCurve curve = times.times().curve();
        double millis = unit.getDuration().toMillis();
        Interval median = curve.quantileInterval(0.5, confidence);
        Values values = new Values()
                .put("tickets", times.resolved() + times.open())
                .put("resolved", times.resolved())
                .put("open", times.open())
                .put("sum", (double) times.sum().toMillis() / millis)
                .put("mean", times.mean(unit))
                .put("sd", times.standardDeviation(unit))
                .put("min", times.min(unit))
                .put("median", times.median(unit))
                .put("p90", times.quantile(0.9, QuantileMethod.LINEAR, unit))
                .put("p95", times.quantile(0.95, QuantileMethod.LINEAR, unit))
                .put("p99", times.quantile(0.99, QuantileMethod.LINEAR, unit))
                .put("max", times.max(unit))
                .put("geometric_mean", times.geometricMean(unit))
                .put("zero", times.zero())
                .put("median_with_open", curve.median() / millis)
                .put("median_with_open_low", median.low() / millis)
                .put("median_with_open_high", median.high() / millis);
        if (target != null) {
            share(values, times.within(target));
        }
        if (!tickets.histories().isEmpty()) {
            history(values, tickets, observedUntil);
        }
        return values;
    }

    private TimeToResolution times(Tickets tickets, Instant observedUntil) {
        long now = observedUntil.toEpochMilli();
        if (calendar == null || tickets.created().length == 0) {
            return TimeToResolution.of(tickets.created(), tickets.resolved(), now);
        }
        return TimeToResolution.of(tickets.created(), tickets.resolved(), prepared(calendar, tickets, now), now);
    }

    private static PreparedCalendar prepared(WorkingCalendar calendar, Tickets tickets, long now) {
        LongSummaryStatistics known = LongStream.concat(
                        Arrays.stream(tickets.created()),
                        Arrays.stream(tickets.resolved()).filter(at -> at != TimeToResolution.UNRESOLVED))
                .summaryStatistics();
        known.accept(now);
        return calendar.prepared(Instant.ofEpochMilli(known.getMin()), Instant.ofEpochMilli(known.getMax() + 1));
    }

    private void share(Values values, Proportion within) {
        Interval interval = within.interval(confidence).times(100);
        values.put("met", within.events())
                .put("within_target", within.percent())
                .put("low", interval.low())
                .put("high", interval.high());
    }

    private void history(Values values, Tickets tickets, Instant observedUntil) {
        Reopens reopens = tickets.histories().stream().collect(Reopens.toReopens(observedUntil));
        values.put("reopened_tickets", reopens.reopenedTickets())
                .put("reopens", reopens.reopens())
                .put("reopened_pct", reopens.ticketRate().percent());
        TicketClock clock = calendar == null ? TicketClock.ELAPSED : TicketClock.of(ScheduleRule.AT_END, calendar);
        TimeInStatus inStatus = tickets.histories().stream().collect(TimeInStatus.toTimeInStatus(clock, observedUntil));
        Map<String, Double> byStatus = new LinkedHashMap<>();
        double seconds = unit.getDuration().toSeconds();
        inStatus.totals()
                .forEach((status, total) -> byStatus.put(status, total.time().toSeconds() / seconds));
        values.putNumbers("time_in_status", byStatus);
    }

    /** What came, what went and what was left in each period. */
    List<Backlog.Period> backlog(Tickets tickets, CalendarPeriod per, ZoneId zone, Instant observedUntil) {
        return Backlog.of(tickets.created(), tickets.resolved(), observedUntil.toEpochMilli())
                .periods(per, zone);
    }
}

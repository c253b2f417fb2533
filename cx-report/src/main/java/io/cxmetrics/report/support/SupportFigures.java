package io.cxmetrics.report.support;

import io.cxmetrics.input.support.SupportSummary;
import io.cxmetrics.report.Figures;
import io.cxmetrics.report.Names;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.QuantileMethod;
import io.cxmetrics.support.MeasuredTimes;
import io.cxmetrics.support.SlaMetric;
import io.cxmetrics.support.contact.Reopens;
import io.cxmetrics.support.resolution.Backlog;
import io.cxmetrics.support.resolution.ReplyTimes;
import io.cxmetrics.support.resolution.TimeInStatus;
import io.cxmetrics.support.resolution.TimeToResolution;
import io.cxmetrics.support.sla.SlaAttainment;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The figures of support: times to resolution always, the others where they were asked for. Times come in one unit or
 * in several; the names of the second and further ones end with the unit, as in {@code mean_days}.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class SupportFigures {

    private static final Map<String, Double> QUANTILES = quantiles();

    private final List<ChronoUnit> units;
    private final QuantileMethod method;
    private final double confidence;
    private final List<String> columns = new ArrayList<>();
    private Figures<SupportSummary> figures;

    private SupportFigures(List<ChronoUnit> units, QuantileMethod method, double confidence) {
        this.units = List.copyOf(units);
        this.method = method;
        this.confidence = confidence;
        this.figures = Figures.of(SupportSummary.class);
    }

    private static Map<String, Double> quantiles() {
        Map<String, Double> quantiles = new LinkedHashMap<>();
        quantiles.put("p25", 0.25);
        quantiles.put("median", 0.5);
        quantiles.put("p75", 0.75);
        quantiles.put("p90", 0.9);
        quantiles.put("p95", 0.95);
        quantiles.put("p99", 0.99);
        return quantiles;
    }

    /**
     * Returns the figures of times to resolution.
     *
     * @param units the units, at least one
     * @param method what a quantile means
     * @param confidence the level of intervals, in (0, 1)
     * @return the figures
     * @throws IllegalArgumentException if there is no unit, or one comes twice
     */
    public static SupportFigures of(List<ChronoUnit> units, QuantileMethod method, double confidence) {
        if (units.isEmpty() || units.stream().distinct().count() < units.size()) {
            throw new IllegalArgumentException("units must be at least one, each once, got " + units);
        }
        SupportFigures made = new SupportFigures(units, method, confidence);
        made.figures = made.figures
                .count("tickets", "tickets", SupportSummary::count)
                .and(Figures.of(TimeToResolution.class)
                        .count("resolved", "resolved", TimeToResolution::resolved)
                        .count("open", "open", TimeToResolution::open)
                        .from(SupportSummary::resolution));
        made.columns.addAll(List.of("tickets", "resolved", "open"));
        for (ChronoUnit unit : made.units) {
            made.figures = made.figures.and(made.times("", unit).from(SupportSummary::resolution));
            String end = made.end(unit);
            made.columns.addAll(List.of("mean" + end, "median" + end, "p90" + end, "median_with_open" + end));
        }
        return made;
    }

    /** The first unit needs no name. */
    private String end(ChronoUnit unit) {
        return unit == units.get(0) ? "" : "_" + Names.of(unit);
    }

    private Figures<MeasuredTimes> times(String start, ChronoUnit unit) {
        String end = end(unit);
        String in = " (" + Names.of(unit) + ")";
        String title = end.isEmpty() ? "" : in;
        Figures<MeasuredTimes> times = Figures.of(MeasuredTimes.class)
                .number(start + "sum" + end, "sum" + title, 1, all -> all.sum(unit))
                .number(start + "mean" + end, start.replace('_', ' ') + "mean" + in, 1, all -> all.mean(unit))
                .number(start + "sd" + end, "sd" + title, 1, all -> all.standardDeviation(unit))
                .number(start + "min" + end, "min" + title, 1, all -> all.min(unit));
        for (Map.Entry<String, Double> quantile : QUANTILES.entrySet()) {
            times = times.number(
                    start + quantile.getKey() + end,
                    start.replace('_', ' ') + quantile.getKey() + title,
                    1,
                    all -> all.quantile(quantile.getValue(), method, unit));
        }
        times = times.number(start + "max" + end, "max" + title, 1, all -> all.max(unit))
                .number(start + "geometric_mean" + end, "geometric mean" + title, 1, all -> all.geometricMean(unit));
        if (end.isEmpty()) {
            times = times.count(start + "zero", "zero", MeasuredTimes::zero);
        }
        String open = start.isEmpty() ? "median_with_open" : "median_with_waiting";
        return times.number(start + open + end, open.replace('_', ' ') + title, 1, all -> all.medianOfAll(unit))
                .interval(
                        start + open + "_low" + end,
                        start + open + "_high" + end,
                        "",
                        all -> all.medianOfAllInterval(confidence, unit));
    }

    private String interval() {
        return Names.percent(confidence) + " interval";
    }

    private SupportFigures with(Figures<SupportSummary> more, String... shown) {
        figures = figures.and(more);
        columns.addAll(List.of(shown));
        return this;
    }

    private SupportFigures copy() {
        SupportFigures copy = new SupportFigures(units, method, confidence);
        copy.figures = figures;
        copy.columns.addAll(columns);
        return copy;
    }

    /**
     * Returns these figures and the share of the resolved within a target.
     *
     * @param target the target
     * @return the figures
     */
    public SupportFigures withTarget(Duration target) {
        Figures<Proportion> within = Figures.of(Proportion.class)
                .count("met", "met", Proportion::events)
                .number("within_target", "in target %", 1, Proportion::percent)
                .headline(0, 100)
                .interval(
                        "low",
                        "high",
                        interval(),
                        share -> share.interval(confidence).times(100));
        return copy().with(within.from(summary -> summary.resolution().within(target)), "within_target", "low");
    }

    /**
     * Returns these figures and what histories tell: reopens and times in status.
     *
     * @return the figures
     */
    public SupportFigures withHistory() {
        Figures<Reopens> reopens = Figures.of(Reopens.class)
                .count("reopened_tickets", "reopened", Reopens::reopenedTickets)
                .count("reopens", "reopens", Reopens::reopens)
                .number("reopened_pct", "reopened %", 1, all -> all.ticketRate().percent());
        Figures<TimeInStatus> inStatus = Figures.of(TimeInStatus.class).numbers("time_in_status", this::timeInStatus);
        return copy().with(reopens.from(SupportSummary::reopens)).with(inStatus.from(SupportSummary::inStatus));
    }

    private Map<String, Double> timeInStatus(TimeInStatus times) {
        Map<String, Double> byStatus = new LinkedHashMap<>();
        times.totals().forEach((status, total) -> byStatus.put(status, total.time(units.get(0))));
        return byStatus;
    }

    /**
     * Returns these figures and the times to the first reply.
     *
     * @param comments whether all replies are known, so that the next ones have times too
     * @return the figures
     */
    public SupportFigures withReplies(boolean comments) {
        Figures<ReplyTimes> waiting = Figures.of(ReplyTimes.class)
                .count(
                        "replied",
                        "replied",
                        replies -> replies.firstReply().times().events())
                .count(
                        "unanswered",
                        "unanswered",
                        replies -> replies.unanswered().events())
                .count("replied_before_created", "", ReplyTimes::negative);
        Figures<SupportSummary> more = waiting.<SupportSummary>from(SupportSummary::replies)
                .count("replies_unknown", "", SupportSummary::repliesUnknown);
        SupportFigures copy = copy().with(more, "unanswered");
        for (ChronoUnit unit : units) {
            Figures<ReplyTimes> first = times("first_reply_", unit).from(ReplyTimes::firstReply);
            String end = end(unit);
            copy = copy.with(first.from(SupportSummary::replies), "first_reply_mean" + end, "first_reply_median" + end);
        }
        if (comments) {
            for (ChronoUnit unit : units) {
                Figures<ReplyTimes> next = times("next_reply_", unit).from(ReplyTimes::nextReply);
                copy = copy.with(next.from(SupportSummary::replies));
            }
            copy = copy.with(Figures.of(ReplyTimes.class)
                    .count("replies", "replies", ReplyTimes::replies)
                    .number("replies_per_ticket", "replies per ticket", 2, ReplyTimes::repliesPerTicket)
                    .from(SupportSummary::replies));
        }
        return copy;
    }

    /**
     * Returns these figures and the attainment of a target.
     *
     * @param metric what is promised
     * @return the figures
     */
    public SupportFigures withSla(SlaMetric metric) {
        String name = metric.name().toLowerCase(Locale.ROOT);
        String start = "sla_" + name + "_";
        return copy().with(
                        attainment(start, name.replace('_', ' ') + " SLA %").from(summary -> summary.sla(metric)),
                        start + "attained",
                        start + "low");
    }

    /**
     * Returns these figures and the attainment of the due dates that tickets have of their own.
     *
     * @return the figures
     */
    public SupportFigures withDue() {
        Figures<SlaAttainment> due =
                attainment("due_", "by due date %").count("due_without", "", SlaAttainment::leftOut);
        return copy().with(due.from(SupportSummary::due), "due_attained", "due_low");
    }

    private Figures<SlaAttainment> attainment(String start, String title) {
        return Figures.of(SlaAttainment.class)
                .count(start + "met", "met", SlaAttainment::met)
                .count(start + "breached", "breached", SlaAttainment::breached)
                .count(start + "live", "live", SlaAttainment::live)
                .number(start + "attained", title, 1, sla -> sla.attained().percent())
                .headline(0, 100)
                .interval(
                        start + "low",
                        start + "high",
                        interval(),
                        sla -> sla.interval(confidence).times(100));
    }

    /**
     * Returns the figures, with the backlog in the lines of periods that have one.
     *
     * @return the figures
     */
    public Figures<SupportCell> figures() {
        Figures<SupportCell> cells =
                figures.withColumns(columns.toArray(String[]::new)).from(SupportCell::summary);
        return cells.and((values, cell) -> {
            Backlog.Period backlog = cell.backlog();
            if (backlog != null) {
                values.put("backlog_opened", backlog.opened())
                        .put("backlog_reopened", backlog.reopened())
                        .put("backlog_closed", backlog.closed())
                        .put("backlog_at_end", backlog.atEnd());
            }
        });
    }
}

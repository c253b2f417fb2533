package io.cxmetrics.cli.customers;

import io.cxmetrics.cli.group.Groups;
import io.cxmetrics.cli.input.CliException;
import io.cxmetrics.report.Column;
import io.cxmetrics.report.Line;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Values;
import io.cxmetrics.retention.subscription.ChurnBase;
import io.cxmetrics.retention.subscription.LogoChurn;
import io.cxmetrics.retention.subscription.Subscription;
import io.cxmetrics.retention.subscription.SubscriptionLedger;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.time.CalendarPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Churn of a table of subscriptions, period by period. */
public final class ChurnByPeriod {

    /** More lines come from a wild date, and nobody reads them. */
    private static final int MOST_PERIODS = 10_000;

    private final Subscriptions subscriptions;
    private final CalendarPeriod per;
    private final ChurnBase base;
    private final int graceDays;
    private final double confidence;
    private final List<LocalDate> starts = new ArrayList<>();

    /**
     * Finds the periods.
     *
     * @param from a day of the first period, null without subscriptions
     * @param asOf the last day of which it is known who is there, null without subscriptions
     */
    public ChurnByPeriod(
            Subscriptions subscriptions,
            CalendarPeriod per,
            @Nullable LocalDate from,
            @Nullable LocalDate asOf,
            ChurnBase base,
            int graceDays,
            double confidence) {
        this.subscriptions = subscriptions;
        this.per = per;
        this.base = base;
        this.graceDays = graceDays;
        this.confidence = confidence;
        if (from == null || asOf == null) {
            return;
        }
        for (LocalDate start = per.start(from); !per.next(start).minusDays(1).isAfter(asOf); start = per.next(start)) {
            if (starts.size() == MOST_PERIODS) {
                throw CliException.usage("--per: gives more than " + MOST_PERIODS + " periods from " + from + " to "
                        + asOf + "; see --from and --as-of");
            }
            starts.add(start);
        }
    }

    /** Says what the headline is. */
    public String definition() {
        return "100 "
                + switch (base) {
                    case AT_START -> "lost of those at start / customers at start";
                    case AVERAGE -> "all who left / mean of customers at start and end";
                    case EXPOSURE -> "(1 - exp(-departures / customer-days x days))";
                    case ELIGIBLE -> "left / customers who could have left";
                }
                + ", by " + Names.of(per);
    }

    /** The columns of a table. */
    public List<Column> columns() {
        return List.of(
                Column.count("at_start", "at start"),
                Column.count("joined", "joined"),
                Column.count("reactivated", "came back"),
                Column.count("left", "left"),
                Column.count("at_end", "at end"),
                Column.headline("churn", "churn %", 0, 100),
                Column.interval("low", "high", Names.percent(confidence) + " interval"));
    }

    /**
     * Answers for a group: all its periods together, each customer counted in each period that it was there, and each
     * period.
     */
    public Groups.Answer of(List<Subscription<String>> group, Map<String, Long> leftOut) {
        SubscriptionLedger<String> ledger = subscriptions.ledger(group, leftOut);
        List<Line> lines = new ArrayList<>();
        LogoChurn sum = LogoChurn.EMPTY;
        LogoChurn first = LogoChurn.EMPTY;
        LogoChurn last = LogoChurn.EMPTY;
        for (LocalDate start : starts) {
            last = ledger.churn(start, per.next(start), graceDays);
            first = lines.isEmpty() ? last : first;
            sum = sum.plus(last);
            lines.add(period(start, last));
        }
        Values values = new Values().put("customers", ledger.customers()).put("periods", (long) starts.size());
        return new Groups.Answer(numbers(values, first.atStart(), sum, last.atEnd()), lines);
    }

    private Line period(LocalDate start, LogoChurn flows) {
        Values values = numbers(new Values(), flows.atStart(), flows, flows.atEnd());
        return new Line(List.of(), per.label(start), flows.atStart(), Map.of(), values, List.of());
    }

    private Values numbers(Values values, long atStart, LogoChurn flows, long atEnd) {
        values.put("at_start", atStart)
                .put("joined", flows.joined())
                .put("reactivated", flows.reactivated())
                .put("left", flows.lost() + flows.lostJoiners())
                .put("left_of_those_at_start", flows.lost())
                .put("left_in_the_period_they_came", flows.lostJoiners())
                .put("at_end", atEnd);
        return rates(values, flows);
    }

    private Values rates(Values values, LogoChurn flows) {
        Interval interval = interval(flows).times(100);
        values.put("churn", 100 * rate(flows, base)).put("low", interval.low()).put("high", interval.high());
        for (ChurnBase each : ChurnBase.values()) {
            values.put("churn_" + Names.of(each).replace('-', '_'), 100 * rate(flows, each));
        }
        return values.put("departures", flows.departures())
                .put("customer_days", flows.customerDays())
                .put("eligible", flows.eligible())
                .put("eligible_left", flows.eligibleLost())
                .put("retention", flows.retention().percent());
    }

    private double rate(LogoChurn flows, ChurnBase each) {
        double rate = flows.rate(each);
        return each == ChurnBase.EXPOSURE ? share(rate) : rate;
    }

    private Interval interval(LogoChurn flows) {
        return switch (base) {
            case AT_START -> flows.churn().interval(confidence);
            case ELIGIBLE -> flows.eligibleChurn().interval(confidence);
            case AVERAGE -> Interval.UNDEFINED; // no share of anybody in particular
            case EXPOSURE -> {
                Interval hazard = flows.hazard().interval(confidence);
                yield Interval.of(share(hazard.low()), share(hazard.high()));
            }
        };
    }

    /** The share that a hazard per day makes leave in a period. */
    private double share(double hazard) {
        return -Math.expm1(-hazard * CalendarPeriod.DAY.perYear() / per.perYear());
    }
}

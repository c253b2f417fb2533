package io.cxmetrics.value;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.retention.activity.ActorHistory;
import io.cxmetrics.retention.activity.PurchaseRule;
import io.cxmetrics.stat.Sample;
import io.cxmetrics.stat.survival.EventTime;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.time.CalendarPeriod;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Which activities are purchases, on whose calendar, and which of them are merged into one.
 *
 * <p>Models of buying count a customer's purchases of one period, mostly a day, as one: two orders on a day are rather
 * one decision than two. Only {@link HistoricValue#orders()} counts each.
 *
 * <pre>{@code
 * PurchaseDefinition days = PurchaseDefinition.in(ZoneOffset.UTC);
 * ActivityLog<String> log = ActivityLog.of(List.of(
 *         Activity.on("ann", LocalDate.of(2026, 3, 2), 1999),
 *         Activity.on("ann", LocalDate.of(2026, 3, 2), 500),
 *         Activity.on("ann", LocalDate.of(2026, 3, 12), 1000),
 *         Activity.on("bob", LocalDate.of(2026, 3, 20), 700)));
 * days.timesBetween(log).median(); // 10.0
 * days.withPeriod(CalendarPeriod.WEEK).timesBetween(log).median(); // 1.0
 * EventTimes second = days.timesToSecond(log, LocalDate.of(2026, 3, 31));
 * second; // EventTimes[events=1, censored=1]
 * second.curve().at(10); // 0.5
 * }</pre>
 *
 * @param zone whose calendar counts
 * @param period the purchases of one such period are merged
 * @param rule which activities are purchases
 * @since 0.1
 */
public record PurchaseDefinition(ZoneId zone, CalendarPeriod period, PurchaseRule rule) implements Serializable {

    /** Checks that nothing is missing. */
    public PurchaseDefinition {
        requireNonNull(zone, "zone");
        requireNonNull(period, "period");
        requireNonNull(rule, "rule");
    }

    /**
     * Returns purchases by day, {@link PurchaseRule#WITHOUT_REFUNDS}.
     *
     * @param zone whose calendar counts
     * @return the definition
     */
    public static PurchaseDefinition in(ZoneId zone) {
        return new PurchaseDefinition(zone, CalendarPeriod.DAY, PurchaseRule.WITHOUT_REFUNDS);
    }

    /**
     * Returns this with another period.
     *
     * @param period the purchases of one such period are merged
     * @return the definition
     */
    public PurchaseDefinition withPeriod(CalendarPeriod period) {
        return new PurchaseDefinition(zone, period, rule);
    }

    /**
     * Returns this with another rule.
     *
     * @param rule which activities are purchases
     * @return the definition
     */
    public PurchaseDefinition withRule(PurchaseRule rule) {
        return new PurchaseDefinition(zone, period, rule);
    }

    /**
     * Returns the times between the purchases of each customer, the first and the second, the second and the third, and
     * so on: the inter-purchase times. Samples of different customers add up.
     *
     * <p>They say nothing of customers who bought once, nor of the time since the last purchase. So they are shorter
     * than the times that customers will take; {@link #timesToSecond} takes open times into account.
     *
     * @param log who bought what and when
     * @return the times in periods, days by default, all at least 1
     */
    public Sample timesBetween(ActivityLog<?> log) {
        return Sample.of(log.histories().values().stream()
                .flatMapToDouble(history -> timesBetween(periods(history, Long.MAX_VALUE)))
                .toArray());
    }

    /**
     * Returns how long customers took from their first purchase to the second, as event times: those who have not
     * bought again are open until the last day. Purchases of one period are one.
     *
     * @param log who bought what and when
     * @param observedThrough the last day of observation; what came later is left out
     * @return a time in periods, days by default, for each customer who bought by then: an event at the second
     *     purchase, or censored at the age on the last day
     */
    public EventTimes timesToSecond(ActivityLog<?> log, LocalDate observedThrough) {
        long end = period.index(observedThrough);
        List<EventTime> times = new ArrayList<>();
        for (ActorHistory history : log.histories().values()) {
            long[] bought = periods(history, observedThrough.toEpochDay());
            if (bought.length > 0) {
                boolean again = bought.length > 1;
                times.add(EventTime.of((again ? bought[1] : end) - bought[0], again));
            }
        }
        return times.stream().collect(EventTimes.aggregation().toCollector());
    }

    /** The periods with a purchase up to a day, ascending, each once. */
    private long[] periods(ActorHistory history, long lastDay) {
        long[] days = history.days(zone);
        long[] periods = new long[days.length];
        int n = 0;
        for (int i = 0; i < days.length; i++) {
            if (days[i] <= lastDay && rule.counts(history.amount(i))) {
                periods[n++] = period.index(days[i]);
            }
        }
        return Arrays.stream(periods, 0, n).distinct().toArray();
    }

    private static DoubleStream timesBetween(long[] periods) {
        double[] times = new double[Math.max(periods.length - 1, 0)];
        Arrays.setAll(times, i -> periods[i + 1] - periods[i]);
        return Arrays.stream(times);
    }
}

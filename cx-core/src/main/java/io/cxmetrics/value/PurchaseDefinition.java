package io.cxmetrics.value;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.retention.activity.ActorHistory;
import io.cxmetrics.stat.Sample;
import io.cxmetrics.time.CalendarPeriod;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * How activities are read as purchases: which are, on whose calendar, and which of them are merged into one.
 *
 * <p>Models of buying count a customer's purchases of one period, mostly a day, as one: two orders on a day are rather one
 * decision than two. Only {@link HistoricValue#orders()} counts each.
 *
 * <pre>{@code
 * PurchaseDefinition days = PurchaseDefinition.in(ZoneOffset.UTC);
 * ActivityLog<String> log = Stream.of(
 *         Activity.on("ann", LocalDate.of(2026, 3, 2), 1999),
 *         Activity.on("ann", LocalDate.of(2026, 3, 2), 500),
 *         Activity.on("ann", LocalDate.of(2026, 3, 12), 1000)).collect(ActivityLog.toActivityLog());
 * days.timesBetween(log).median(); // 10.0
 * days.withPeriod(CalendarPeriod.WEEK).timesBetween(log).median(); // 1.0
 * }</pre>
 *
 * @param zone whose calendar counts
 * @param period the purchases of one such period are merged
 * @param rule which activities are purchases
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
     * @return the reading
     */
    public static PurchaseDefinition in(ZoneId zone) {
        return new PurchaseDefinition(zone, CalendarPeriod.DAY, PurchaseRule.WITHOUT_REFUNDS);
    }

    /**
     * Returns this with another period.
     *
     * @param period the purchases of one such period are merged
     * @return the reading
     */
    public PurchaseDefinition withPeriod(CalendarPeriod period) {
        return new PurchaseDefinition(zone, period, rule);
    }

    /**
     * Returns this with another rule.
     *
     * @param rule which activities are purchases
     * @return the reading
     */
    public PurchaseDefinition withRule(PurchaseRule rule) {
        return new PurchaseDefinition(zone, period, rule);
    }

    /**
     * Returns the times between the purchases of each customer, the first and the second, the second and the third, and so
     * on: the inter-purchase times. Samples of different customers add up.
     *
     * <p>They say nothing of those who bought once, nor of the time since the last purchase, and so are shorter than the
     * times that customers will take; {@link io.cxmetrics.stat.survival.EventTimes} takes open times into account.
     *
     * @param log who bought what and when
     * @return the times in periods, days by default, all at least 1
     */
    public Sample timesBetween(ActivityLog<?> log) {
        return Sample.of(log.histories().values().stream()
                .flatMapToDouble(this::timesBetween)
                .toArray());
    }

    private DoubleStream timesBetween(ActorHistory history) {
        long[] days = history.days(zone);
        long[] periods = new long[days.length];
        int n = 0;
        for (int i = 0; i < days.length; i++) {
            if (rule.counts(history.amount(i))) {
                periods[n] = period.index(days[i]);
                n++;
            }
        }
        long[] distinct = Arrays.stream(periods, 0, n).distinct().toArray();
        double[] times = new double[Math.max(distinct.length - 1, 0)];
        for (int i = 0; i < times.length; i++) {
            times[i] = distinct[i + 1] - distinct[i];
        }
        return Arrays.stream(times);
    }
}

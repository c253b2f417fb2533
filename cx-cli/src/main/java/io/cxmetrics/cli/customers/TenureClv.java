package io.cxmetrics.cli.customers;

import io.cxmetrics.cli.report.Money;
import io.cxmetrics.report.Column;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Values;
import io.cxmetrics.retention.subscription.ChurnRate;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.time.CalendarPeriod;
import io.cxmetrics.value.DiscountRate;
import io.cxmetrics.value.LifetimeValue;
import io.cxmetrics.value.PaymentTiming;
import java.util.List;

/**
 * Lifetime value of subscribers whose churn stays as it is.
 *
 * @param margin what is left of 1 of revenue
 * @param discount by how much later payments are worth less
 * @param timing when payments come, of the value that a table shows
 * @param confidence the level of intervals
 * @param decimals the decimals of amounts
 */
public record TenureClv(double margin, DiscountRate discount, PaymentTiming timing, double confidence, int decimals) {

    /** The columns of a table. */
    public List<Column> columns() {
        return List.of(
                Column.count("customers", "customers"),
                Column.count("left", "left"),
                Column.number("arpu", "revenue a month", decimals),
                Column.number("churn", "churn a month %", 2),
                Column.number("lifetime", "lifetime (months)", 1),
                Column.number(name(timing), "value", decimals),
                Column.interval("low", "high", Names.percent(confidence) + " interval"),
                Column.number("clv_simple", "undiscounted", decimals));
    }

    /** The numbers of a group. */
    public Values of(Payers payers) {
        double revenue = Money.major(payers.mrr(), decimals) / payers.customers();
        double churn = payers.churn().rate();
        Values values = new Values()
                .put("customers", payers.customers())
                .put("left", payers.churn().events())
                .put("months", payers.churn().exposure())
                .put("arpu", revenue)
                .put("churn", 100 * churn)
                .put("lifetime", 1 / churn);
        for (PaymentTiming each : PaymentTiming.values()) {
            values.put(name(each), value(revenue * margin, churn, each));
        }
        // The more leave the less they are worth: the limits of churn are those of the value, the other way round.
        Interval limits = payers.churn().interval(confidence);
        return values.put("low", value(revenue * margin, Math.min(limits.high(), 1), timing))
                .put("high", value(revenue * margin, limits.low(), timing))
                .put("clv_simple", revenue * margin / churn);
    }

    private double value(double perMonth, double churn, PaymentTiming each) {
        // More who left than months that they were there is no rate of churn.
        if (!(churn <= 1) || Double.isNaN(perMonth)) {
            return Double.NaN;
        }
        return LifetimeValue.of(perMonth, CalendarPeriod.MONTH, ChurnRate.of(churn, CalendarPeriod.MONTH), discount)
                .infinite(each);
    }

    private static String name(PaymentTiming timing) {
        return "clv_" + Names.of(timing).replace('-', '_');
    }
}

package io.cxmetrics.cli.customers;

import io.cxmetrics.report.Column;
import io.cxmetrics.report.Values;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.retention.activity.PurchaseRule;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Sample;
import io.cxmetrics.value.HistoricValue;
import io.cxmetrics.value.PurchaseDefinition;
import java.time.ZoneId;
import java.util.List;

/**
 * What customers brought to date.
 *
 * @param zone whose days count
 * @param rule what is a purchase
 * @param margin what is left of 1 of revenue
 * @param confidence the level of intervals
 * @param decimals the decimals of amounts
 */
public record HistoricClv(ZoneId zone, PurchaseRule rule, double margin, double confidence, int decimals) {

    /** The columns of a table. */
    public List<Column> columns() {
        return List.of(
                Column.count("customers", "customers"),
                Column.count("orders", "orders"),
                Column.number("net", "net revenue", decimals),
                Column.number("clv", "value each", decimals),
                Column.number("average_order_value", "order value", decimals),
                Column.number("purchase_frequency", "orders each", 2),
                Column.headline("repeat_rate", "came back %", 0, 100),
                Column.number("median_days_between", "days between", 0));
    }

    /** The numbers of a group. */
    public Values of(ActivityLog<String> log) {
        PurchaseDefinition definition = PurchaseDefinition.in(zone).withRule(rule);
        HistoricValue value = HistoricValue.from(log, definition);
        Sample between = definition.timesBetween(log);
        Interval repeat = value.repeatRate().interval(confidence).times(100);
        return new Values()
                .put("customers", value.customers())
                .put("orders", value.orders())
                .put("gross", value.gross())
                .put("returns", value.returns())
                .put("refunds", value.refunds())
                .put("net", value.net())
                .put("clv", value.perCustomer(margin))
                .put("average_order_value", value.averageOrderValue())
                .put("net_order_value", value.netOrderValue())
                .put("purchase_frequency", value.purchaseFrequency())
                .put("purchase_days", value.meanPurchasePeriods())
                .put("repeat_customers", value.repeatRate().events())
                .put("repeat_rate", value.repeatRate().percent())
                .put("low", repeat.low())
                .put("high", repeat.high())
                .put("refund_rate", 100 * value.refundRate())
                .put("return_rate", 100 * value.returnRate())
                .put("mean_days_between", between.moments().mean())
                .put("sd_days_between", between.moments().standardDeviation())
                .put("median_days_between", between.median());
    }
}

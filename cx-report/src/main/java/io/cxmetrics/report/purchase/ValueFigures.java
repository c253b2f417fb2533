package io.cxmetrics.report.purchase;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.input.purchase.CustomerLog;
import io.cxmetrics.report.Figures;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.Sample;
import io.cxmetrics.value.HistoricValue;
import io.cxmetrics.value.PurchaseDefinition;
import java.time.LocalDate;

/**
 * The figures of what customers brought to date.
 *
 * @param purchases which activities are purchases, and on whose calendar
 * @param margin what is left of 1 of revenue
 * @param confidence the level of intervals
 * @param decimals the decimals of amounts in a table
 * @since 0.1
 */
public record ValueFigures(PurchaseDefinition purchases, double margin, double confidence, int decimals) {

    /** Checks that the definition is there. */
    public ValueFigures {
        requireNonNull(purchases, "purchases");
    }

    /**
     * Returns the figures of the customers of a log.
     *
     * @param observedThrough the last day that is known
     * @return the figures
     */
    public Figures<CustomerLog> figures(LocalDate observedThrough) {
        Figures<CustomerLog> values = ofValue().from(log -> HistoricValue.from(log.log(), purchases, observedThrough));
        Figures<CustomerLog> between = ofTimes().from(log -> purchases.timesBetween(log.log()));
        return values.and(between)
                .count("customers_left_out", "customers left out", CustomerLog::customersLeftOut)
                .withColumns(
                        "customers",
                        "orders",
                        "net",
                        "clv",
                        "average_order_value",
                        "purchase_frequency",
                        "repeat_rate",
                        "median_days_between");
    }

    private Figures<HistoricValue> ofValue() {
        return Figures.of(HistoricValue.class)
                .count("customers", "customers", HistoricValue::customers)
                .count("customers_without_purchase", "without purchase", HistoricValue::leftOut)
                .count("refund_only_customers", "refunds only", HistoricValue::refundOnlyCustomers)
                .count("orders", "orders", HistoricValue::orders)
                .number("gross", "gross", decimals, HistoricValue::gross)
                .count("returns", "returns", HistoricValue::returns)
                .number("refunds", "refunds", decimals, HistoricValue::refunds)
                .number("net", "net revenue", decimals, HistoricValue::net)
                .number("clv", "value each", decimals, value -> value.perCustomer(margin))
                .number("average_order_value", "order value", decimals, HistoricValue::averageOrderValue)
                .number("net_order_value", "net order value", decimals, HistoricValue::netOrderValue)
                .number("purchase_frequency", "orders each", 2, HistoricValue::purchaseFrequency)
                .number("purchase_days", "days each", 2, HistoricValue::meanPurchasePeriods)
                .count(
                        "repeat_customers",
                        "came back",
                        value -> value.repeatRate().events())
                .number(
                        "repeat_rate",
                        "came back %",
                        1,
                        value -> value.repeatRate().percent())
                .headline(0, 100)
                .interval("low", "high", "interval", value -> percent(value.repeatRate()))
                .percent("refund_rate", "refunded %", HistoricValue::refundRate)
                .percent("return_rate", "returned %", HistoricValue::returnRate);
    }

    private Interval percent(Proportion share) {
        return share.interval(confidence).times(100);
    }

    private static Figures<Sample> ofTimes() {
        return Figures.of(Sample.class)
                .number(
                        "mean_days_between",
                        "mean days between",
                        1,
                        times -> times.moments().mean())
                .number(
                        "sd_days_between",
                        "deviation",
                        1,
                        times -> times.moments().standardDeviation())
                .number("median_days_between", "days between", 0, Sample::median);
    }
}

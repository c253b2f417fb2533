package io.cxmetrics.cli.customers;

import static java.util.stream.Collectors.teeing;

import io.cxmetrics.cli.group.Groups;
import io.cxmetrics.cli.input.RowReader;
import io.cxmetrics.cli.report.Money;
import io.cxmetrics.report.Column;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Values;
import io.cxmetrics.retention.revenue.RecurringRevenue;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;

/**
 * Churn of a table of customers that says who left.
 *
 * @param confidence the level of intervals
 * @param revenue whether the table says what customers paid
 * @param decimals the decimals of amounts
 */
public record ChurnByFlag(double confidence, boolean revenue, int decimals) {

    /** A customer, whether it left, and what it paid a month. */
    public record Customer(boolean left, long mrr) {}

    /** The customers of a group. */
    public record Summary(Proportion churn, RecurringRevenue revenue) {}

    public static Collector<Customer, ?, Summary> toSummary() {
        return teeing(
                Proportion.toProportion(Customer::left),
                RecurringRevenue.toRecurringRevenue(Customer::mrr, customer -> customer.left() ? 0 : customer.mrr()),
                Summary::new);
    }

    /** Reads all rows of a file. */
    public static void read(
            Groups<Customer, Summary> groups,
            RowReader row,
            List<Integer> by,
            Predicate<RowReader> left,
            ToLongFunction<RowReader> mrr) {
        while (row.next()) {
            Customer customer = new Customer(left.test(row), mrr.applyAsLong(row));
            if (customer.mrr() < 0) {
                row.leaveOut("negative_mrr");
            }
            groups.end(row.labels(by), row.reason(), () -> customer);
        }
    }

    /** The columns of a table. */
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.count("customers", "customers"),
                Column.count("left", "left"),
                Column.headline("churn", "churn %", 0, 100),
                Column.interval("low", "high", Names.percent(confidence) + " interval")));
        if (revenue) {
            columns.add(Column.number("mrr", "mrr", decimals));
            columns.add(Column.number("mrr_lost", "mrr lost", decimals));
            columns.add(Column.number("revenue_churn", "revenue churn %", 1));
        }
        return columns;
    }

    /** The numbers of a group. */
    public Values of(Summary summary) {
        Proportion churn = summary.churn();
        Interval interval = churn.interval(confidence).times(100);
        Values values = new Values()
                .put("customers", churn.trials())
                .put("left", churn.events())
                .put("churn", churn.percent())
                .put("low", interval.low())
                .put("high", interval.high())
                .put("retention", churn.complement().percent());
        if (revenue) {
            RecurringRevenue paid = summary.revenue();
            values.put("mrr", Money.major(Math.round(100 * paid.opening().amount()), decimals))
                    .put("mrr_lost", Money.major(Math.round(100 * paid.churn().amount()), decimals))
                    .put("revenue_churn", 100 * paid.grossRevenueChurn());
        }
        return values;
    }
}

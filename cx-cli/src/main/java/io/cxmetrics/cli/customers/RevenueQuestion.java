package io.cxmetrics.cli.customers;

import io.cxmetrics.cli.group.Groups;
import io.cxmetrics.report.Column;
import io.cxmetrics.report.Line;
import io.cxmetrics.report.Values;
import io.cxmetrics.retention.revenue.FreePlan;
import io.cxmetrics.retention.revenue.RecurringRevenue;
import io.cxmetrics.retention.revenue.RevenueBridge;
import io.cxmetrics.retention.revenue.RevenueLedger;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;

/**
 * What is asked of the recurring revenue of a group.
 *
 * @param free what a customer does who goes on without paying
 * @param trailing over how many months rates are given beside those of a month, 0 for none
 * @param decimals the decimals of amounts
 */
public record RevenueQuestion(FreePlan free, int trailing, int decimals) {

    /** The columns of a table. */
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (String flow : List.of("opening", "new", "reactivation", "expansion", "contraction", "churn", "closing")) {
            columns.add(Column.number(flow, flow, decimals));
        }
        columns.add(Column.number("grr", "GRR %", 1));
        columns.add(Column.number("nrr", "NRR %", 1));
        if (trailing > 0) {
            columns.add(Column.number("nrr_trailing", "NRR % over " + trailing, 1));
        }
        columns.add(Column.number("logo_churn", "logo churn %", 1));
        columns.add(Column.number("quick_ratio", "quick ratio", 2));
        return columns;
    }

    /**
     * Answers for a group: from what it opens with in the first month over all movements of all months to what it
     * closes with, and each month from the second on. Rates of the whole are those between the first month and the
     * last.
     */
    public Groups.Answer of(RevenueLedger<String> ledger) {
        NavigableSet<YearMonth> months = ledger.months();
        Values values = new Values().put("customers", ledger.customers()).put("months", (long) months.size());
        if (months.isEmpty()) {
            return new Groups.Answer(values, List.of());
        }
        RevenueBridge bridge = ledger.bridge(months.first(), months.last(), free);
        amounts(
                values,
                bridge.opening().amount(),
                bridge.newBusiness().amount(),
                bridge.reactivation().amount(),
                bridge.expansion().amount(),
                bridge.contraction().amount(),
                bridge.churn().amount(),
                bridge.closing().amount());
        if (months.size() > 1) {
            rates(values, bridge.between(), "");
        }
        return new Groups.Answer(values, lines(ledger, bridge.monthly()));
    }

    private List<Line> lines(RevenueLedger<String> ledger, Map<YearMonth, RecurringRevenue> monthly) {
        List<Line> lines = new ArrayList<>();
        monthly.forEach((month, moved) -> {
            Values values = new Values();
            amounts(
                    values,
                    moved.opening().amount(),
                    moved.newBusiness().amount(),
                    moved.reactivation().amount(),
                    moved.expansion().amount(),
                    moved.contraction().amount(),
                    moved.churn().amount(),
                    moved.closing().amount());
            values.put("opening_customers", moved.opening().customers())
                    .put("new_customers", moved.newBusiness().customers())
                    .put("reactivated_customers", moved.reactivation().customers())
                    .put("expanded_customers", moved.expansion().customers())
                    .put("contracted_customers", moved.contraction().customers())
                    .put("churned_customers", moved.churn().customers())
                    .put("closing_customers", moved.closing().customers());
            rates(values, moved, "");
            YearMonth before = month.minusMonths(trailing);
            if (trailing > 0 && !before.isBefore(ledger.months().first())) {
                rates(values, ledger.movements(before, month, free), "_trailing");
            }
            lines.add(new Line(
                    List.of(),
                    month.toString(),
                    moved.opening().customers()
                            + moved.newBusiness().customers()
                            + moved.reactivation().customers(),
                    Map.of(),
                    values,
                    List.of()));
        });
        return lines;
    }

    private static void amounts(Values values, double... amounts) {
        String[] names = {"opening", "new", "reactivation", "expansion", "contraction", "churn", "closing"};
        for (int i = 0; i < names.length; i++) {
            values.put(names[i], amounts[i]);
        }
    }

    private static Values rates(Values values, RecurringRevenue moved, String suffix) {
        return values.put("grr" + suffix, 100 * moved.grossRevenueRetention())
                .put("nrr" + suffix, 100 * moved.netRevenueRetention())
                .put("gross_revenue_churn" + suffix, 100 * moved.grossRevenueChurn())
                .put(
                        "gross_revenue_churn_without_contraction" + suffix,
                        100 * moved.grossRevenueChurnWithoutContraction())
                .put("net_revenue_churn" + suffix, 100 * moved.netRevenueChurn())
                .put("expansion_rate" + suffix, 100 * moved.expansionRate())
                .put("logo_churn" + suffix, moved.logoChurn().percent())
                .put("quick_ratio" + suffix, moved.quickRatio());
    }
}

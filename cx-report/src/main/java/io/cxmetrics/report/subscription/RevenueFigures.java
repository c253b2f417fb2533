package io.cxmetrics.report.subscription;

import io.cxmetrics.report.Figures;
import io.cxmetrics.retention.revenue.RecurringRevenue;
import io.cxmetrics.retention.revenue.RevenueBridge;
import io.cxmetrics.retention.revenue.RevenueFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The figures of recurring revenue and its movements.
 *
 * @param trailing over how many months rates are given beside those of a month; 0 for none
 * @param decimals the decimals of amounts in a table
 * @param leftOut whether a table shows what customers pay more or less who are left out of movements
 * @since 0.1
 */
public record RevenueFigures(int trailing, int decimals, boolean leftOut) {

    /** What the numbers are. */
    public static final String DEFINITION =
            "opening + new + reactivation + expansion - contraction - churn = closing, by month";

    /** What the change is that is no movement. */
    public static final String UNCLEAR =
            "the change of what those customers pay of whom a row could not be used; it is no movement";

    /**
     * Returns the figures of all months together: the sums of their movements between the first opening and the last
     * closing, and the rates between the first month and the last.
     *
     * @return the figures
     */
    public Figures<RevenueSpan> ofSpan() {
        Figures<RevenueSpan> figures = Figures.of(RevenueSpan.class)
                .count("customers", "customers", span -> span.ledger().customers())
                .count("customers_left_out", "left out", span -> span.ledger().leftOut())
                .count("months", "months", RevenueSpan::months)
                .and(amount("opening", RevenueBridge::opening))
                .and(amount("new", RevenueBridge::newBusiness))
                .and(amount("reactivation", RevenueBridge::reactivation))
                .and(amount("expansion", RevenueBridge::expansion))
                .and(amount("contraction", RevenueBridge::contraction))
                .and(amount("churn", RevenueBridge::churn))
                .and(number("left_out_change", "unclear", RevenueBridge::leftOutChange))
                .and(amount("closing", RevenueBridge::closing))
                .and(rates("", "").from(RevenueSpan::between));
        if (trailing > 0) {
            // A table has one set of columns for the whole and its months.
            figures = figures.number("nrr_trailing", "NRR % over " + trailing, 1, span -> Double.NaN);
        }
        return figures.withColumns(columns());
    }

    private Figures<RevenueSpan> amount(String name, Function<RevenueBridge, RevenueFlow> flow) {
        return number(name, name, bridge -> flow.apply(bridge).amount());
    }

    private Figures<RevenueSpan> number(String name, String title, ToDoubleFunction<RevenueBridge> value) {
        return Figures.of(RevenueSpan.class).number(name, title, decimals, span -> {
            RevenueBridge bridge = span.bridge();
            return bridge == null ? Double.NaN : value.applyAsDouble(bridge);
        });
    }

    /**
     * Returns the figures of one month.
     *
     * @return the figures
     */
    public Figures<RevenueSpan.Month> ofMonth() {
        Figures<RevenueSpan.Month> figures = moved().from(RevenueSpan.Month::moved);
        if (trailing > 0) {
            figures = figures.and(rates("_trailing", " over " + trailing).from(RevenueSpan.Month::trailingOrNone));
        }
        return figures.withColumns(columns());
    }

    private Figures<RecurringRevenue> moved() {
        return Figures.of(RecurringRevenue.class)
                .number("opening", "opening", decimals, moved -> moved.opening().amount())
                .number("new", "new", decimals, moved -> moved.newBusiness().amount())
                .number(
                        "reactivation",
                        "reactivation",
                        decimals,
                        moved -> moved.reactivation().amount())
                .number(
                        "expansion",
                        "expansion",
                        decimals,
                        moved -> moved.expansion().amount())
                .number(
                        "contraction",
                        "contraction",
                        decimals,
                        moved -> moved.contraction().amount())
                .number("churn", "churn", decimals, moved -> moved.churn().amount())
                .number("left_out_change", "unclear", decimals, RecurringRevenue::leftOutChange)
                .number("closing", "closing", decimals, moved -> moved.closing().amount())
                .count("opening_customers", "", moved -> moved.opening().customers())
                .count("new_customers", "", moved -> moved.newBusiness().customers())
                .count(
                        "reactivated_customers",
                        "",
                        moved -> moved.reactivation().customers())
                .count("expanded_customers", "", moved -> moved.expansion().customers())
                .count("contracted_customers", "", moved -> moved.contraction().customers())
                .count("churned_customers", "", moved -> moved.churn().customers())
                .count("closing_customers", "", moved -> moved.closing().customers())
                .and(rates("", ""));
    }

    private static Figures<RecurringRevenue> rates(String suffix, String over) {
        return Figures.of(RecurringRevenue.class)
                .percent("grr" + suffix, "GRR %" + over, RecurringRevenue::grossRevenueRetention)
                .percent("nrr" + suffix, "NRR %" + over, RecurringRevenue::netRevenueRetention)
                .percent("gross_revenue_churn" + suffix, "", RecurringRevenue::grossRevenueChurn)
                .percent(
                        "gross_revenue_churn_without_contraction" + suffix,
                        "",
                        RecurringRevenue::grossRevenueChurnWithoutContraction)
                .percent("net_revenue_churn" + suffix, "", RecurringRevenue::netRevenueChurn)
                .percent("expansion_rate" + suffix, "", RecurringRevenue::expansionRate)
                .number(
                        "logo_churn" + suffix,
                        "logo churn %" + over,
                        1,
                        moved -> moved.logoChurn().percent())
                .number("quick_ratio" + suffix, "quick ratio" + over, 2, RecurringRevenue::quickRatio);
    }

    private String[] columns() {
        List<String> columns =
                new ArrayList<>(List.of("opening", "new", "reactivation", "expansion", "contraction", "churn"));
        if (leftOut) {
            columns.add("left_out_change");
        }
        columns.addAll(List.of("closing", "grr", "nrr"));
        if (trailing > 0) {
            columns.add("nrr_trailing");
        }
        columns.addAll(List.of("logo_churn", "quick_ratio"));
        return columns.toArray(String[]::new);
    }
}

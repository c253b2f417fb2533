package io.cxmetrics.cli.customers;

import static io.cxmetrics.cli.report.Money.major;

import io.cxmetrics.cli.group.Groups;
import io.cxmetrics.report.Column;
import io.cxmetrics.report.Line;
import io.cxmetrics.report.Values;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.retention.cohort.Cohort;
import io.cxmetrics.retention.cohort.CohortCell;
import io.cxmetrics.retention.cohort.CohortDefinition;
import io.cxmetrics.retention.cohort.CohortMean;
import io.cxmetrics.retention.cohort.CohortTable;
import io.cxmetrics.stat.Interval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Cohorts as lines, and the periods after their start as columns.
 *
 * @param observedThrough the last day that is known
 * @param mean how all cohorts together are meant
 * @param show what a table shows
 * @param periods how many periods a table shows
 * @param confidence the level of intervals
 * @param money whether activities have amounts
 * @param decimals the decimals of amounts
 */
public record CohortReport(
        CohortDefinition question,
        LocalDate observedThrough,
        CohortMean mean,
        Show show,
        int periods,
        double confidence,
        boolean money,
        int decimals) {

    /** What a table shows. */
    public enum Show {
        RETENTION("retention_", "100 active / those who started and whose period is over, by period after the start"),
        REVENUE("revenue_retention_", "100 amount / amount of period 0, by period after the start");

        private final String prefix;
        private final String definition;

        Show(String prefix, String definition) {
            this.prefix = prefix;
            this.definition = definition;
        }

        public String definition() {
            return definition;
        }
    }

    /** The columns of a table, as many as anybody has periods. */
    public List<Column> columns(Line total) {
        List<Column> columns = new ArrayList<>(List.of(Column.count("size", "started")));
        for (int k = 0; k <= periods && total.values().byName().containsKey("eligible_" + k); k++) {
            columns.add(Column.shaded(show.prefix + k, String.valueOf(k)));
        }
        return columns;
    }

    /** Answers for a group: all its cohorts together, and each. */
    public Groups.Answer of(ActivityLog<String> log) {
        CohortTable table = CohortTable.of(log, question, observedThrough);
        return new Groups.Answer(all(table), cohorts(table));
    }

    private Values all(CohortTable table) {
        Cohort all = table.all();
        Values values = new Values().put("size", all.size()).put("cohorts", (long)
                table.cohorts().size());
        for (int k = 0; k < all.cells().size(); k++) {
            cell(values, all.cell(k), k, 100 * table.meanRetention(k, mean));
        }
        return values;
    }

    private List<Line> cohorts(CohortTable table) {
        List<Line> lines = new ArrayList<>();
        table.cohorts().forEach((start, cohort) -> {
            Values values = new Values().put("size", cohort.size());
            for (int k = 0; k < cohort.cells().size(); k++) {
                cell(values, cohort.cell(k), k, cohort.retention(k).percent());
            }
            lines.add(new Line(List.of(), question.cohorts().label(start), cohort.size(), Map.of(), values, List.of()));
        });
        return lines;
    }

    private void cell(Values values, CohortCell cell, int k, double retention) {
        Interval interval = cell.retention().interval(confidence).times(100);
        values.put("eligible_" + k, cell.eligible())
                .put("active_" + k, cell.active())
                .put("retention_" + k, retention)
                .put("low_" + k, interval.low())
                .put("high_" + k, interval.high())
                .put("active_days_" + k, cell.activeDays());
        if (money) {
            values.put("amount_" + k, major(cell.amount(), decimals))
                    .put("revenue_retention_" + k, 100 * cell.revenueRetention())
                    .put(
                            "cumulative_amount_per_starter_" + k,
                            cell.cumulativeAmountPerStarter() / Math.pow(10, decimals));
        }
    }
}

package io.cxmetrics.report.purchase;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.report.Column;
import io.cxmetrics.report.Figures;
import io.cxmetrics.retention.cohort.Cohort;
import io.cxmetrics.retention.cohort.CohortCell;
import io.cxmetrics.retention.cohort.CohortMean;
import io.cxmetrics.retention.cohort.CohortTable;
import io.cxmetrics.stat.Interval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The figures of cohorts: how many started, and of each period after the start who was active and what they spent.
 *
 * @param mean how all cohorts together are meant
 * @param show what a table shows
 * @param confidence the level of intervals
 * @param unit what amounts are; null if activities have none
 * @since 0.1
 */
public record CohortFigures(
        CohortMean mean,
        Show show,
        double confidence,
        @Nullable MoneyUnit unit) {

    /** What a table shows. */
    public enum Show {
        /** Who is active. */
        RETENTION("retention_", "100 active / those who started and whose period is over, by period after the start"),
        /** What they spend. */
        REVENUE("revenue_retention_", "100 amount / amount of period 0, by period after the start");

        private final String prefix;
        private final String definition;

        Show(String prefix, String definition) {
            this.prefix = prefix;
            this.definition = definition;
        }

        /**
         * Returns the formula of what is shown.
         *
         * @return the formula in words
         */
        public String definition() {
            return definition;
        }
    }

    /** Checks that the parts are there. */
    public CohortFigures {
        requireNonNull(mean, "mean");
        requireNonNull(show, "show");
    }

    /** A period after the start, and the share that a table shows of it, as a fraction. */
    private record Shown(CohortCell cell, double retention) {}

    /**
     * Returns the figures of all cohorts together.
     *
     * @param periods how many periods after the start a table shows
     * @return the figures of an answer
     */
    public Figures<CohortAnswer> ofAnswer(int periods) {
        return withColumns(
                Figures.of(CohortAnswer.class)
                        .count("size", "started", answer -> answer.table().count())
                        .count(
                                "cohorts",
                                "cohorts",
                                answer -> answer.table().cohorts().size())
                        .hidden()
                        .count("customers_without_purchase", "", CohortAnswer::customersWithoutPurchase)
                        .hidden()
                        .count("customers_left_out", "", CohortAnswer::customersLeftOut)
                        .hidden()
                        .cells("intervals", ofCell(), answer -> cells(answer.table())),
                periods);
    }

    /**
     * Returns the figures of one cohort.
     *
     * @param periods how many periods after the start a table shows
     * @return the figures of a cohort
     */
    public Figures<Cohort> ofCohort(int periods) {
        return withColumns(
                Figures.of(Cohort.class)
                        .count("size", "started", Cohort::size)
                        .cells("intervals", ofCell(), CohortFigures::cells),
                periods);
    }

    /**
     * Returns the cohorts of a table by the labels of their periods.
     *
     * @param table the table
     * @return the cohorts in the order of time
     */
    public static Map<String, Cohort> cohorts(CohortTable table) {
        Map<String, Cohort> cohorts = new LinkedHashMap<>();
        table.cohorts()
                .forEach((start, cohort) ->
                        cohorts.put(table.definition().cohorts().label(start), cohort));
        return cohorts;
    }

    private List<Shown> cells(CohortTable table) {
        List<CohortCell> cells = table.all().cells();
        return IntStream.range(0, cells.size())
                .mapToObj(k -> new Shown(cells.get(k), table.meanRetention(k, mean)))
                .toList();
    }

    private static List<Shown> cells(Cohort cohort) {
        return cohort.cells().stream()
                .map(cell -> new Shown(cell, cell.retention().rate()))
                .toList();
    }

    private Figures<Shown> ofCell() {
        Figures<CohortCell> counts = Figures.of(CohortCell.class)
                .count("eligible", "eligible", CohortCell::eligible)
                .count("active", "active", CohortCell::active);
        Figures<CohortCell> spread = Figures.of(CohortCell.class)
                .interval("low", "high", "interval", this::interval)
                .count("active_days", "active days", CohortCell::activeDays);
        Figures<Shown> figures = Figures.of(Shown.class)
                .and(counts.from(Shown::cell))
                .percent("retention", "retention %", Shown::retention)
                .and(spread.from(Shown::cell));
        return unit == null ? figures : figures.and(ofAmounts(unit).from(Shown::cell));
    }

    private Interval interval(CohortCell cell) {
        return cell.retention().interval(confidence).times(100);
    }

    private static Figures<CohortCell> ofAmounts(MoneyUnit unit) {
        return Figures.of(CohortCell.class)
                .number("amount", "amount", unit.decimals(), cell -> unit.major(cell.amount()))
                .percent("revenue_retention", "revenue retention %", CohortCell::revenueRetention)
                .number(
                        "cumulative_amount_per_starter",
                        "cumulative amount each",
                        unit.decimals(),
                        cell -> unit.major(cell.cumulativeAmountPerStarter()));
    }

    private <R> Figures<R> withColumns(Figures<R> figures, int periods) {
        Figures<R> shown = figures;
        for (int k = 0; k < periods; k++) {
            shown = shown.withColumn(Column.shaded(show.prefix + k, String.valueOf(k)));
        }
        return shown;
    }
}

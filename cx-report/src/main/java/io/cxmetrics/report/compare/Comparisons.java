package io.cxmetrics.report.compare;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.catalogue.MetricUnit;
import io.cxmetrics.compare.Change;
import io.cxmetrics.compare.Correction;
import io.cxmetrics.input.reading.Grouping;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Labels;
import io.cxmetrics.report.Figures;
import io.cxmetrics.report.Line;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Compares the groups of a report with one of them, or each period with the one before. P-values of all comparisons are
 * corrected together.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class Comparisons {

    private static final String NAME = "changes";

    private final Correction correction;
    private final double confidence;

    /** One side after another. */
    private record Compared(List<String> labels, String period, Change change) {}

    /** A change with its corrected p-value. */
    private record Corrected(Change change, double adjusted) {}

    /**
     * Returns comparisons.
     *
     * @param correction what many p-values are corrected by
     * @param confidence the level of the intervals, as the changes have it
     */
    public Comparisons(Correction correction, double confidence) {
        this.correction = requireNonNull(correction, "correction");
        this.confidence = confidence;
    }

    /**
     * Compares each group with a baseline.
     *
     * @param groups the groups
     * @param baseline the labels of the baseline
     * @param between compares two summaries, that of the baseline first
     * @param <R> the type of the summaries
     * @return a table of the changes
     * @throws IllegalArgumentException if there is no such group
     */
    public <R> Report.Section ofGroups(
            Groups<R> groups, Labels baseline, BiFunction<? super R, ? super R, Change> between) {
        R before = groups.group(baseline).total().summary();
        List<Compared> compared = new ArrayList<>();
        groups.byLabels().forEach((labels, group) -> {
            if (!labels.equals(baseline)) {
                Change change = between.apply(before, group.total().summary());
                compared.add(new Compared(labels.values(), "", change));
            }
        });
        return section("against " + String.join(" / ", baseline.values()), compared);
    }

    /**
     * Compares each period of everything with the one before it. Rows without a date are of no period.
     *
     * @param groups the groups
     * @param between compares two summaries, that of the period before first
     * @param <R> the type of the summaries
     * @return a table of the changes
     */
    public <R> Report.Section ofPeriods(Groups<R> groups, BiFunction<? super R, ? super R, Change> between) {
        List<Compared> compared = new ArrayList<>();
        List<Map.Entry<String, Groups.Part<R>>> periods = groups.all().periods().entrySet().stream()
                .filter(period -> !period.getKey().equals(Grouping.NO_DATE))
                .filter(period -> !period.getKey().equals(Grouping.INVALID_DATE))
                .toList();
        for (int i = 1; i < periods.size(); i++) {
            Change change = between.apply(
                    periods.get(i - 1).getValue().summary(),
                    periods.get(i).getValue().summary());
            compared.add(new Compared(List.of(), periods.get(i).getKey(), change));
        }
        return section("against the period before", compared);
    }

    private Report.Section section(String heading, List<Compared> compared) {
        double[] adjusted = correction.adjust(
                compared.stream().mapToDouble(one -> one.change().pValue()).toArray());
        List<Line> lines = new ArrayList<>();
        Figures<Corrected> figures = figures();
        for (Compared one : compared) {
            double p = adjusted[lines.size()];
            lines.add(new Line(
                    one.labels(),
                    one.period(),
                    one.change().countAfter(),
                    Map.of(),
                    figures.values(new Corrected(one.change(), p)),
                    List.of()));
        }
        return new Report.Section(NAME, heading, figures.columns(), lines);
    }

    private Figures<Corrected> figures() {
        Figures<Change> change = Figures.of(Change.class)
                .count("n_before", "n before", Change::countBefore)
                .count("n", "n", Change::countAfter)
                .number("before", "before", 1, found -> inPoints(found, found.before()))
                .number("after", "after", 1, found -> inPoints(found, found.after()))
                .number("difference", "difference", 1, found -> inPoints(found, found.difference()))
                .interval(
                        "low",
                        "high",
                        Names.percent(confidence) + " interval",
                        found -> found.interval().times(inPoints(found, 1)))
                .percent("relative", "relative %", Change::relative)
                .hidden()
                .pValue("p_value", "p", Change::pValue);
        Figures<Corrected> corrected = change.from(Corrected::change);
        return corrected
                .pValue("p_adjusted", "p " + Names.of(correction), Corrected::adjusted)
                .text("test", found -> found.change().test().title())
                .text("effect_size", found -> Names.of(found.change().effect().measure()))
                .number("effect", "", 2, found -> found.change().effect().value())
                .hidden()
                .word("verdict", "verdict", Comparisons::verdict);
    }

    /** Shares are fractions inside and percentage points for people. */
    private static double inPoints(Change change, double value) {
        return change.unit() == MetricUnit.FRACTION ? 100 * value : value;
    }

    private static String verdict(Corrected found) {
        String verdict = Names.of(found.change().verdict()).replace('-', ' ');
        return found.change().tooFew() ? verdict + ", few answers" : verdict;
    }
}

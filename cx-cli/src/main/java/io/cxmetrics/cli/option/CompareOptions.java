package io.cxmetrics.cli.option;

import io.cxmetrics.catalogue.Direction;
import io.cxmetrics.cli.console.CliException;
import io.cxmetrics.compare.Change;
import io.cxmetrics.compare.ChangeDefinition;
import io.cxmetrics.compare.Correction;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Labels;
import io.cxmetrics.report.Report;
import io.cxmetrics.report.compare.Comparisons;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What groups are compared with, and how changes are judged. */
@SuppressWarnings("NullAway.Init") // picocli sets what has a default before anything reads it
public final class CompareOptions {

    @Option(
            names = "--baseline",
            paramLabel = "LABEL",
            description = "the group that the others are compared with, one value for each --by (default: the first);"
                    + " of files the first")
    List<String> baseline = new ArrayList<>();

    @Option(
            names = "--margin",
            paramLabel = "POINTS",
            description = "the largest difference that does not matter; a change within it is told from no evidence")
    @Nullable
    Double margin;

    @Option(
            names = "--correction",
            defaultValue = "holm",
            paramLabel = "METHOD",
            description = "what p-values are corrected by where there are several: none, bonferroni, holm, hochberg,"
                    + " benjamini-hochberg, benjamini-yekutieli (default: ${DEFAULT-VALUE})")
    Correction correction;

    /** How changes are judged. A margin is given in points and used in the unit of the metric. */
    public ChangeDefinition definition(Direction good, double confidence, double unitsInAPoint) {
        ChangeDefinition definition =
                ChangeDefinition.STANDARD.withDirection(good).withConfidence(confidence);
        if (margin == null) {
            return definition;
        }
        if (!(margin > 0)) {
            throw CliException.usage("--margin: must be above 0, got " + margin);
        }
        return definition.withMargin(margin * unitsInAPoint);
    }

    /** The report with its changes: of each period against the one before, or of each group against the baseline. */
    public <R> Report section(
            Report report,
            Groups<R> groups,
            boolean byPeriod,
            double confidence,
            BiFunction<? super R, ? super R, Change> between) {
        Comparisons comparisons = new Comparisons(correction, confidence);
        if (byPeriod) {
            return report.withSection(comparisons.ofPeriods(groups, between));
        }
        if (report.groups().size() < 2) {
            throw CliException.usage("nothing to compare: name two files, or groups with --by, or periods with --over");
        }
        Labels first = new Labels(baseline.isEmpty() ? report.groups().get(0).labels() : baseline);
        if (!groups.byLabels().containsKey(first)) {
            throw CliException.usage("--baseline: must be one of the groups, got " + String.join(" / ", baseline));
        }
        return report.withSection(comparisons.ofGroups(groups, first, between));
    }
}

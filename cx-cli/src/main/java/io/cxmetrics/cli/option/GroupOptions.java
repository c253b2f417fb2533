package io.cxmetrics.cli.option;

import io.cxmetrics.cli.console.CliException;
import io.cxmetrics.input.reading.Grouping;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import picocli.CommandLine.Option;

/** What results are split by. */
public final class GroupOptions {

    @Option(
            names = "--by",
            paramLabel = "COLUMN",
            description = "one line for each value of a column; several make one line for each combination")
    List<String> by = new ArrayList<>();

    /** The columns, each named once. */
    public List<String> by() {
        if (new LinkedHashSet<>(by).size() < by.size()) {
            throw CliException.usage("--by: must name each column once, got " + String.join(", ", by));
        }
        return by;
    }

    /** The grouping by these columns. */
    public Grouping grouping() {
        return Grouping.by(by().toArray(String[]::new)).ofColumns();
    }
}

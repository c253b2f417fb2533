package io.cxmetrics.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of tables that say who left. */
final class LeftOptions {

    @Option(names = "--left", paramLabel = "COLUMN", description = "whether the customer left: yes or no")
    @Nullable
    String column;

    @Option(
            names = "--left-when",
            split = ",",
            paramLabel = "VALUE",
            description = "values of --left that mean yes, and all others no (default: yes, true, 1 and so on)")
    List<String> when = new ArrayList<>();
}

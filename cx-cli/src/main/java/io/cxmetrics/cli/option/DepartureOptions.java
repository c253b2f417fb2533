package io.cxmetrics.cli.option;

import io.cxmetrics.input.field.FieldReader;
import io.cxmetrics.input.field.Names;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who left, in a table with one row for each customer. */
public final class DepartureOptions {

    @Option(names = "--left", paramLabel = "COLUMN", description = "whether the customer left: yes or no")
    @Nullable
    public String column;

    @Option(
            names = "--left-when",
            paramLabel = "VALUE",
            description = "values of --left that mean yes, and all others no (default: yes, true, 1 and so on)")
    List<String> when = new ArrayList<>();

    /** Which texts mean that a customer left. */
    public FieldReader<Boolean> flags() {
        return when.isEmpty() ? Names.flag() : Names.flag(CommaList.of("--left-when", when));
    }
}

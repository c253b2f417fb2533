package io.cxmetrics.spark.catalogue;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One way to call the functions of a family, and what a row then does to each of its counters.
 *
 * @param parameters the parameters, without that of the confidence
 * @param rows for each counter of the family, in their order
 * @param allowed what constant arguments must fulfil, named by {@code rule}; null where anything goes
 * @param rule the message where they do not
 */
public record Signature(
        List<Parameter> parameters,
        List<Row> rows,
        @Nullable Term allowed,
        String rule) {

    /** Returns a signature without constant arguments. */
    Signature(List<Parameter> parameters, List<Row> rows) {
        this(parameters, rows, null, "");
    }

    /** Returns the names of the parameters, such as {@code (events, trials)}. */
    public String words() {
        return parameters.stream().map(Parameter::name).collect(Collectors.joining(", ", "(", ")"));
    }

    /** Tells whether an argument must be constant. */
    boolean hasSettings() {
        return parameters.stream().anyMatch(parameter -> parameter.kind() == Kind.SETTING);
    }
}

package io.cxmetrics.spark.text;

import io.cxmetrics.spark.catalogue.Catalogue;
import io.cxmetrics.spark.catalogue.Composites;
import io.cxmetrics.spark.catalogue.MetricFunction;
import io.cxmetrics.spark.catalogue.Parameter;
import io.cxmetrics.spark.catalogue.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The file with the functions for Python: run this to write it anew. */
public final class PythonFile {

    private static final String HEADER = """
            \"""The metrics as columns of PySpark, by the names they have in SQL.

            An argument is a column, the name of a column, or a number. The functions are called by name and run where the session
            runs: the jar has to be there, and nothing else but this file here, so that it also works through Spark Connect.
            Written from the catalogue of functions.
            \"""

            from pyspark.sql import functions as F


            def _call(name, *arguments):
                given = [argument for argument in arguments if argument is not None]
                return F.call_function(name, *[F.lit(a) if isinstance(a, (int, float)) else a for a in given])
            """;

    private PythonFile() {}

    /** Writes the file. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(path(), text());
    }

    static Path path() {
        // At the root of the jar, for Spark puts the jars of --packages on the path of Python.
        return Path.of(System.getProperty("cx.root", ".."), "cx-spark/src/main/resources/cx.py");
    }

    static String checkedIn() {
        try {
            return Files.readString(path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text() {
        StringBuilder text = new StringBuilder(HEADER);
        Catalogue.functions().forEach(function -> text.append(definition(function)));
        Composites.list()
                .forEach(composite -> text.append(definition(
                        composite.name(), composite.parameters(), composite.parameters(), composite.formula())));
        return text.toString();
    }

    /** Takes the longest way to call it; what the shortest does without may be left out. */
    private static String definition(MetricFunction function) {
        List<Signature> ways = function.signatures();
        int needed =
                ways.stream().mapToInt(way -> way.parameters().size()).min().orElseThrow();
        // Of equally long ways the first: rows are given more often than tallies.
        Signature longest = ways.stream()
                .sorted(Comparator.comparing(way -> -way.parameters().size()))
                .findFirst()
                .orElseThrow();
        List<String> names = new ArrayList<>();
        List<String> parameters = new ArrayList<>();
        for (Parameter parameter : longest.parameters()) {
            names.add(parameter.name());
            parameters.add(parameter.name() + (names.size() > needed ? "=None" : ""));
        }
        if (function.confident()) {
            names.add(Parameter.CONFIDENCE.name());
            parameters.add(Parameter.CONFIDENCE.name() + "=0.95");
        }
        String of = ways.stream().map(Signature::words).collect(Collectors.joining(" or "));
        return definition(
                function.name(), parameters, names, function.formula() + (ways.size() > 1 ? "; of " + of : ""));
    }

    private static String definition(String name, List<String> parameters, List<String> names, String formula) {
        return "\n\ndef " + name + "(" + String.join(", ", parameters) + "):\n"
                + "    \"\"\"Return " + formula.replace("; ", ";\n    ") + ".\"\"\"\n"
                + "    return _call(\"" + name + "\", " + String.join(", ", names) + ")\n";
    }
}

package io.cxmetrics.cli;

import io.cxmetrics.catalogue.Catalogue;
import io.cxmetrics.catalogue.Metric;
import io.cxmetrics.cli.console.CliException;
import io.cxmetrics.report.CatalogueFormat;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cx metrics}. */
@Command(
        name = "metrics",
        description = "What metrics there are, and how each is defined.",
        footer = {"", "Example: what churn is here:", "  cx metrics churn-rate"})
@SuppressWarnings("NullAway.Init") // picocli sets these before anything reads them
final class MetricsCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "ID", description = "metrics to describe; without any, all are listed")
    List<String> ids = new ArrayList<>();

    @Option(names = "--json", description = "print JSON")
    boolean json;

    @Override
    public Integer call() {
        List<Metric> metrics = ids.isEmpty()
                ? Catalogue.metrics()
                : ids.stream().map(MetricsCommand::metric).toList();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            CatalogueFormat.json(metrics, out);
        } else if (ids.isEmpty()) {
            CatalogueFormat.list(metrics, out);
        } else {
            String between = "";
            for (Metric metric : metrics) {
                out.print(between);
                CatalogueFormat.describe(metric, out);
                between = System.lineSeparator();
            }
        }
        return 0;
    }

    private static Metric metric(String id) {
        return Catalogue.find(id)
                .orElseThrow(() -> CliException.usage(id + ": no metric of this name; cx metrics lists them"));
    }
}

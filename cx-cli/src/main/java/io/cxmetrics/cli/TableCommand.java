package io.cxmetrics.cli;

import static java.util.stream.Collectors.joining;

import io.cxmetrics.cli.console.CliException;
import io.cxmetrics.cli.option.InputOptions;
import io.cxmetrics.cli.option.OutputOptions;
import io.cxmetrics.input.LeftOut;
import io.cxmetrics.input.Reason;
import io.cxmetrics.input.reading.Accounting;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.input.table.Table;
import io.cxmetrics.input.table.TableLayout;
import io.cxmetrics.report.Cell;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Report;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every command shares: files in, a report out, and what went wrong with rows on standard error. */
@SuppressWarnings("NullAway.Init") // picocli sets these before anything reads them
abstract class TableCommand implements Callable<Integer> {

    /** Above this share of rows that cannot be used, the number is of another population than the file. */
    private static final double MOST = 0.5;

    @Spec
    CommandSpec spec;

    @Mixin
    InputOptions input;

    @Mixin
    OutputOptions output;

    private final Surroundings surroundings;

    TableCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** What the library refuses here was asked for on the command line. */
    static <T> T asked(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw CliException.usage(String.valueOf(e.getMessage()));
        }
    }

    /** Says that a list of constants names one twice, if it does. */
    static void once(String option, List<? extends Enum<?>> constants) {
        if (constants.stream().distinct().count() < constants.size()) {
            throw CliException.usage(option + ": must name each once, got "
                    + constants.stream().map(Names::of).collect(joining(", ")));
        }
    }

    /** Says that options have no effect here, if one of them was given. */
    void refuse(String why, String... options) {
        for (String option : options) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw CliException.usage(option + ": " + why);
            }
        }
    }

    /** The files as one table. */
    Table table() {
        return table(input.layout());
    }

    /** The files as one table in a layout. */
    Table table(TableLayout layout) {
        return input.table(
                surroundings.in(),
                layout,
                surroundings.terminal(),
                spec.commandLine().getErr());
    }

    /** Says what a person should know, and no reason to stop. */
    void warn(String what) {
        spec.commandLine().getErr().println("cx: " + Cell.oneLine(what));
    }

    /** Prints a report, and what became of the rows that are not in it. */
    void print(Report report, Outcome<?> outcome) {
        PrintWriter err = spec.commandLine().getErr();
        outcome.warnings().forEach(warning -> err.println("cx: " + Cell.oneLine(warning)));
        tell(err, outcome.accounting().malformed(), "; left out");
        tell(err, outcome.accounting().leftOut(), "; left out");
        tell(err, outcome.unread(), "");
        tellShare(err, outcome.accounting());
        err.flush();
        PrintWriter out = spec.commandLine().getOut();
        output.print(known(report), surroundings.terminal(), out);
        out.flush();
    }

    /** The report with the system that wrote the files, if it is known. */
    private Report known(Report report) {
        return input.profile == null || input.profile.equals("none")
                ? report
                : report.withFact("profile", input.profile);
    }

    /** The first rows that could not be read, and how many more there are. */
    private static void tell(PrintWriter err, LeftOut leftOut, String what) {
        for (Map.Entry<Reason, Long> entry : leftOut.counts().entrySet()) {
            Reason.Kind kind = entry.getKey().kind();
            if (kind == Reason.Kind.INVALID || kind == Reason.Kind.MALFORMED) {
                List<String> examples = leftOut.examples(entry.getKey());
                examples.forEach(example -> err.println("cx: " + Cell.oneLine(example) + what));
                long more = entry.getValue() - examples.size();
                if (more > 0 && !examples.isEmpty()) {
                    err.println("cx: " + more + " more: " + entry.getKey().key().replace('_', ' ') + what);
                }
            }
        }
    }

    private void tellShare(PrintWriter err, Accounting accounting) {
        long unread = accounting.leftOut().count(Reason.Kind.INVALID)
                + accounting.leftOut().count(Reason.Kind.BLANK)
                + accounting.malformed().count();
        long read = accounting.used() + unread;
        if (accounting.rows() == 0) {
            err.println("cx: " + input.named() + ": holds no rows");
        }
        if (unread > MOST * read) {
            err.println("cx: " + input.named() + ": only " + accounting.used() + " of " + read + " rows could be used");
        }
    }
}

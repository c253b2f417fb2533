package io.cxmetrics.cli;

import static java.util.stream.Collectors.joining;

import io.cxmetrics.cli.input.CliException;
import io.cxmetrics.cli.input.CsvSource;
import io.cxmetrics.cli.input.DateParser;
import io.cxmetrics.cli.input.Problems;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Report;
import io.cxmetrics.time.CalendarPeriod;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every command shares: files in, a report out. */
@SuppressWarnings("NullAway.Init") // picocli sets these before anything reads them
abstract class FileCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    FileOptions files;

    private final Surroundings surroundings;

    FileCommand(Surroundings surroundings) {
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

    /** Says that options have no effect here, if one of them was given. */
    void refuse(String why, String... options) {
        for (String option : options) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw CliException.usage(option + ": " + why);
            }
        }
    }

    double confidence() {
        if (!(files.confidence > 0 && files.confidence < 1)) {
            throw CliException.usage("--confidence: must be in (0, 1), got " + files.confidence);
        }
        return files.confidence;
    }

    /** Says that an option is needed, if it was not given. */
    static String needed(String option, @Nullable String given) {
        if (given == null) {
            throw CliException.usage(option + ": is needed");
        }
        return given;
    }

    /** Whose days count. */
    ZoneId zone() {
        return files.zone == null ? ZoneId.of("UTC") : files.zone;
    }

    CalendarPeriod per() {
        return files.per == null ? CalendarPeriod.MONTH : files.per;
    }

    /** Says that a list of constants names one twice, if it does. */
    static void once(String option, List<? extends Enum<?>> constants) {
        if (constants.stream().distinct().count() < constants.size()) {
            throw CliException.usage(option + ": must name each once, got "
                    + constants.stream().map(Names::of).collect(joining(", ")));
        }
    }

    /** A date of the command line; null if it was not given. */
    static DateParser.@Nullable Found date(String option, @Nullable String text, DateParser dates) {
        if (text == null) {
            return null;
        }
        DateParser.Found found = dates.parse(text);
        if (found == null) {
            throw CliException.usage(option + ": must be a date or a time, got " + text);
        }
        return found;
    }

    /** A length of time of the command line; null if it was not given. */
    static @Nullable Duration duration(String option, @Nullable String given) {
        if (given == null) {
            return null;
        }
        String text = given.strip().toUpperCase(Locale.ROOT);
        if (!text.matches("\\d{1,9}[MHD]") || text.matches("0+[MHD]")) {
            throw CliException.usage(option + ": must be like 90m, 72h or 3d, got " + given);
        }
        long amount = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 'M' -> Duration.ofMinutes(amount);
            case 'H' -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    Problems problems(String file) {
        return new Problems(file, files.strict, spec.commandLine().getErr());
    }

    CsvSource open(String file, Problems problems) {
        CsvSource.Layout layout = new CsvSource.Layout(files.charset, delimiter(), !files.noHeader);
        return CsvSource.open(
                file,
                surroundings.in(),
                layout,
                problems,
                surroundings.terminal(),
                spec.commandLine().getErr());
    }

    private char delimiter() {
        String text = files.delimiter.equals("tab") || files.delimiter.equals("\\t") ? "\t" : files.delimiter;
        if (text.length() != 1 || "\"\r\n".contains(text)) {
            throw CliException.usage("--delimiter: must be one character or tab, got " + files.delimiter);
        }
        return text.charAt(0);
    }

    /** The columns that groups are made by. */
    List<Integer> groupColumns(CsvSource source) {
        return groupColumns(source::column);
    }

    /** The columns that groups are made by, found by their names. */
    List<Integer> groupColumns(ToIntFunction<String> find) {
        List<Integer> columns = files.by.stream().map(find::applyAsInt).toList();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.indexOf(columns.get(i)) < i) {
                throw CliException.usage("--by: must name each column once, got " + String.join(", ", files.by));
            }
        }
        return columns;
    }

    static int column(CsvSource source, @Nullable String name) {
        return name == null ? -1 : source.column(name);
    }

    static List<Integer> columns(CsvSource source, List<String> names) {
        return names.stream().map(source::column).toList();
    }

    void print(Report report) {
        PrintWriter out = spec.commandLine().getOut();
        files.format.print(report, surroundings.terminal(), out);
        out.flush();
    }
}

package io.cxmetrics.cli;

import io.cxmetrics.report.ReportFormat;
import io.cxmetrics.time.CalendarPeriod;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command has: how to read files, how to split results, how to print them. */
@SuppressWarnings("NullAway.Init") // picocli sets what has a default before anything reads it
final class FileOptions {

    @Option(
            names = "--by",
            paramLabel = "COLUMN",
            description = "one line for each value of a column; several make one line for each combination")
    List<String> by = new ArrayList<>();

    @Option(
            names = "--per",
            paramLabel = "PERIOD",
            description = "day, week, month, quarter, year (default where results are split by time: month)")
    @Nullable
    CalendarPeriod per;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "time zone whose calendar counts, such as Europe/Berlin")
    @Nullable
    ZoneId zone;

    @Option(
            names = "--date-format",
            paramLabel = "PATTERN",
            description =
                    "pattern of the dates where they are not ISO, such as dd.MM.yyyy; or epoch-seconds, epoch-millis")
    @Nullable
    String dateFormat;

    @Option(
            names = "--confidence",
            defaultValue = "0.95",
            paramLabel = "LEVEL",
            description = "default: ${DEFAULT-VALUE}")
    double confidence;

    @Option(
            names = "--format",
            defaultValue = "table",
            paramLabel = "FORMAT",
            description = "table, json, csv (default: ${DEFAULT-VALUE})")
    ReportFormat format;

    @Option(names = "--strict", description = "stop at the first malformed row or invalid value, with exit code 1")
    boolean strict;

    @Option(
            names = "--delimiter",
            defaultValue = ",",
            paramLabel = "CHAR",
            description = "what separates fields, tab for a tabulator (default: ${DEFAULT-VALUE})")
    String delimiter;

    @Option(
            names = "--charset",
            defaultValue = "UTF-8",
            paramLabel = "NAME",
            description = "character set of the file (default: ${DEFAULT-VALUE})")
    Charset charset;

    @Option(
            names = "--no-header",
            description = "the file starts with its first row; columns are named 1, 2, 3 and so on")
    boolean noHeader;
}

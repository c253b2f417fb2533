package io.cxmetrics.cli;

import io.cxmetrics.cli.input.Period;
import io.cxmetrics.cli.report.ReportFormat;
import io.cxmetrics.survey.RespondentRule;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that every survey command has. */
@SuppressWarnings("NullAway.Init") // picocli sets what is required before anything reads it
final class SurveyOptions {

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "CSV file with a header, plain or .gz; - is standard input")
    String file;

    @Option(names = "--rating", required = true, paramLabel = "COLUMN", description = "column of the ratings")
    String rating;

    @Option(
            names = "--no-answer",
            split = ",",
            paramLabel = "VALUE",
            description = "codes that mean no answer: 11,Refused")
    List<String> noAnswer = new ArrayList<>();

    @Option(
            names = "--not-applicable",
            split = ",",
            paramLabel = "VALUE",
            description = "codes that mean the question did not apply")
    List<String> notApplicable = new ArrayList<>();

    @Option(
            names = "--label",
            split = ",",
            paramLabel = "TEXT=RATING",
            description = "reads a text or code as a rating: Yes=1,No=0")
    List<String> labels = new ArrayList<>();

    @Option(
            names = "--by",
            paramLabel = "COLUMN",
            description = "one line for each value of a column; several make one line for each combination")
    List<String> by = new ArrayList<>();

    @Option(names = "--weight", paramLabel = "COLUMN", description = "column of the weights of the answers")
    @Nullable
    String weight;

    @Option(
            names = "--respondent",
            paramLabel = "COLUMN",
            description = "column that tells respondents (or accounts) apart, so that each counts once in each line;"
                    + " several make one key")
    List<String> respondent = new ArrayList<>();

    @Option(
            names = "--keep",
            paramLabel = "RULE",
            description =
                    "which answers of a respondent count: first, latest, all, mean (default: latest; by the --over"
                            + " column, then by place in the file)")
    @Nullable
    RespondentRule keep;

    @Option(names = "--over", paramLabel = "COLUMN", description = "column of dates; splits every line into periods")
    @Nullable
    String over;

    @Option(names = "--per", paramLabel = "PERIOD", description = "day, week, month, quarter, year (default: month)")
    @Nullable
    Period per;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "time zone whose calendar counts, such as Europe/Berlin")
    @Nullable
    ZoneId zone;

    @Option(
            names = "--date-format",
            paramLabel = "PATTERN",
            description = "pattern of the dates where they are not ISO, such as dd.MM.yyyy")
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

    @Option(names = "--distinct", description = "leave out rows that repeat an earlier row in every field")
    boolean distinct;

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
}

package io.cxmetrics.cli;

import io.cxmetrics.survey.response.RespondentRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that every survey command has besides {@link FileOptions}. */
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

    @Option(names = "--distinct", description = "leave out rows that repeat an earlier row in every field")
    boolean distinct;

    @Option(names = "--over", paramLabel = "COLUMN", description = "column of dates; splits every line into periods")
    @Nullable
    String over;
}

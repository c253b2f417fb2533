package io.cxmetrics.cli.option;

import io.cxmetrics.cli.console.CliException;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Screening;
import io.cxmetrics.survey.response.RespondentRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which answers a survey holds, and how they count. */
@SuppressWarnings("NullAway.Init") // picocli sets what is required before anything reads it
public final class SurveyOptions {

    @Option(names = "--rating", required = true, paramLabel = "COLUMN", description = "column of the ratings")
    public String rating;

    @Option(names = "--no-answer", paramLabel = "VALUE", description = "codes that mean no answer: 11,Refused")
    List<String> noAnswer = new ArrayList<>();

    @Option(
            names = "--not-applicable",
            paramLabel = "VALUE",
            description = "codes that mean the question did not apply")
    List<String> notApplicable = new ArrayList<>();

    @Option(names = "--label", paramLabel = "TEXT=RATING", description = "reads a text or code as a rating: Yes=1,No=0")
    List<String> labels = new ArrayList<>();

    @Option(names = "--weight", paramLabel = "COLUMN", description = "column of the weights of the answers")
    @Nullable
    public String weight;

    @Option(
            names = "--respondent",
            paramLabel = "COLUMN",
            description = "column that tells respondents (or accounts) apart, so that each counts once in each line;"
                    + " several make one key")
    public List<String> respondent = new ArrayList<>();

    @Option(
            names = "--keep",
            paramLabel = "RULE",
            description =
                    "which answers of a respondent count: first, latest, all, mean (default: latest; by the --over"
                            + " column, then by place in the file)")
    @Nullable
    RespondentRule keep;

    @Option(names = "--distinct", description = "leave out rows that repeat an earlier row in every field")
    public boolean distinct;

    /** Which answers of a respondent count. */
    public RespondentRule keep() {
        return keep == null ? RespondentRule.LATEST : keep;
    }

    /** Refuses options that have no effect together. */
    public void check() {
        if (weight != null && !respondent.isEmpty()) {
            throw CliException.usage("--weight: cannot be combined with --respondent");
        }
        if (keep != null && respondent.isEmpty()) {
            throw CliException.usage("--keep: needs --respondent");
        }
    }

    /** Which texts are answers on a scale. */
    public Screening screening(RatingScale scale) {
        Screening screening = Screening.on(scale)
                .withNoAnswer(CommaList.of("--no-answer", noAnswer).toArray(String[]::new))
                .withNotApplicable(
                        CommaList.of("--not-applicable", notApplicable).toArray(String[]::new));
        Set<String> seen = new HashSet<>();
        for (String label : CommaList.of("--label", labels)) {
            int equals = label.lastIndexOf('=');
            if (!seen.add(label.substring(0, Math.max(equals, 0)).strip())) {
                throw CliException.usage("--label: must give each text one rating, got "
                        + label.substring(0, equals).strip() + " twice");
            }
            try {
                screening = screening.withLabel(
                        label.substring(0, Math.max(equals, 0)),
                        Integer.parseInt(label.substring(equals + 1).strip()));
            } catch (NumberFormatException e) {
                throw CliException.usage("--label: must be like Yes=1, got " + label);
            }
        }
        return screening;
    }
}

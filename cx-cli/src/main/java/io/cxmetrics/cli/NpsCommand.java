package io.cxmetrics.cli;

import io.cxmetrics.report.survey.NpsFigures;
import io.cxmetrics.report.survey.SurveyFigures;
import io.cxmetrics.survey.NetInterval;
import io.cxmetrics.survey.NpsDefinition;
import io.cxmetrics.survey.RatingScale;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cx nps}. */
@Command(
        name = "nps",
        description = "Net Promoter Score of survey files.",
        footer = {
            "",
            "Example: NPS by plan and month, where 99 means that the question was skipped:",
            "  cx nps survey.csv --rating nps --no-answer 99 --by plan --over answered_at"
        })
@SuppressWarnings("NullAway.Init") // picocli sets these before anything reads them
class NpsCommand extends SurveyCommand {

    @Option(
            names = "--scale",
            defaultValue = "0..10",
            paramLabel = "MIN..MAX",
            description = "scale of the ratings (default: ${DEFAULT-VALUE})")
    RatingScale scale;

    @Option(
            names = "--passives-from",
            defaultValue = "7",
            paramLabel = "RATING",
            description = "lowest passive rating (default: ${DEFAULT-VALUE})")
    int passivesFrom;

    @Option(
            names = "--promoters-from",
            defaultValue = "9",
            paramLabel = "RATING",
            description = "lowest promoter rating (default: ${DEFAULT-VALUE})")
    int promotersFrom;

    @Option(
            names = "--interval",
            defaultValue = "adjusted-wald",
            split = ",",
            paramLabel = "METHOD",
            description =
                    "one or more of wald, adjusted-wald, trinomial-t, goodman, bootstrap (default: ${DEFAULT-VALUE})")
    List<NetInterval> intervals;

    NpsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    String metric() {
        return "nps";
    }

    @Override
    double unitsInAPoint() {
        return 1;
    }

    @Override
    RatingScale scale() {
        return scale;
    }

    @Override
    List<NetInterval> intervals() {
        return intervals;
    }

    @Override
    SurveyFigures figures() {
        if (survey.weight != null && intervals.contains(NetInterval.BOOTSTRAP)) {
            throw new IllegalArgumentException("--interval: bootstrap cannot be combined with --weight");
        }
        return new NpsFigures(new NpsDefinition(scale, passivesFrom, promotersFrom), intervals, confidence.level());
    }
}

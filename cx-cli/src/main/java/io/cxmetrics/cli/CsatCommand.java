package io.cxmetrics.cli;

import io.cxmetrics.cli.option.BoxOptions;
import io.cxmetrics.report.survey.BoxFigures;
import io.cxmetrics.report.survey.SurveyFigures;
import io.cxmetrics.stat.ProportionInterval;
import io.cxmetrics.survey.BoxDefinition;
import io.cxmetrics.survey.RatingScale;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cx csat}. */
@Command(
        name = "csat",
        description =
                "Customer satisfaction: the share of satisfied answers. By default the best two ratings are satisfied"
                        + " and the worst two dissatisfied, one each on scales of two or three points.",
        footer = {
            "",
            "Example: the latest rating of each customer, as JSON:",
            "  cx csat survey.csv --rating csat --respondent customer --over answered_at --format json"
        })
@SuppressWarnings("NullAway.Init") // picocli sets this before anything reads it
class CsatCommand extends SurveyCommand {

    @Option(
            names = "--scale",
            defaultValue = "1..5",
            paramLabel = "MIN..MAX",
            description = "scale of the ratings (default: ${DEFAULT-VALUE})")
    RatingScale scale;

    @Mixin
    BoxOptions boxes;

    CsatCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    String metric() {
        return "csat";
    }

    @Override
    double unitsInAPoint() {
        return 0.01;
    }

    @Override
    RatingScale scale() {
        return boxes().scale();
    }

    @Override
    List<ProportionInterval> intervals() {
        return boxes.intervals;
    }

    @Override
    SurveyFigures figures() {
        return new BoxFigures(BoxFigures.Metric.CSAT, boxes(), boxes.intervals, confidence.level());
    }

    private BoxDefinition boxes() {
        return boxes.boxes(scale, BoxDefinition::topTwo);
    }
}

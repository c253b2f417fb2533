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

/** {@code cx ces}. */
@Command(
        name = "ces",
        description =
                "Customer effort: mean, share of easy answers, net easy. By default the better half of the scale is"
                        + " easy and the worse half difficult; a point in the middle is neutral.",
        footer = {
            "",
            "Example: the first effort question, 1 to 5, where low is good, by channel:",
            "  cx ces survey.csv --rating effort --scale 1..5 --low-is-good --by channel"
        })
@SuppressWarnings("NullAway.Init") // picocli sets this before anything reads it
class CesCommand extends SurveyCommand {

    @Option(
            names = "--scale",
            defaultValue = "1..7",
            paramLabel = "MIN..MAX",
            description = "scale of the ratings (default: ${DEFAULT-VALUE})")
    RatingScale scale;

    @Mixin
    BoxOptions boxes;

    CesCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    String metric() {
        return "ces";
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
        return new BoxFigures(BoxFigures.Metric.CES, boxes(), boxes.intervals, confidence.level());
    }

    private BoxDefinition boxes() {
        return boxes.boxes(scale, BoxDefinition::halves);
    }
}

package io.cxmetrics.cli;

import io.cxmetrics.cli.survey.BoxMetric;
import io.cxmetrics.survey.BoxDefinition;
import io.cxmetrics.survey.RatingScale;
import picocli.CommandLine.Command;
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
final class CsatCommand extends BoxCommand {

    @Option(
            names = "--scale",
            defaultValue = "1..5",
            paramLabel = "MIN..MAX",
            description = "scale of the ratings (default: ${DEFAULT-VALUE})")
    RatingScale scale;

    CsatCommand(Surroundings surroundings) {
        super(surroundings, BoxMetric.Kind.CSAT);
    }

    @Override
    RatingScale scale() {
        return scale;
    }

    @Override
    BoxDefinition defaults(RatingScale scale) {
        return BoxDefinition.topTwo(scale);
    }
}

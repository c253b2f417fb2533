package io.cxmetrics.cli;

import io.cxmetrics.cli.survey.BoxMetric;
import io.cxmetrics.cli.survey.SurveyMetric;
import io.cxmetrics.stat.ProportionInterval;
import io.cxmetrics.survey.BoxDefinition;
import io.cxmetrics.survey.Polarity;
import io.cxmetrics.survey.RatingScale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code cx csat} and {@code cx ces} share: ratings in boxes at either end of a scale. */
@SuppressWarnings("NullAway.Init") // picocli sets these before anything reads them
abstract class BoxCommand extends SurveyCommand {

    @Option(names = "--low-is-good", description = "the lowest rating of the scale is the best answer")
    boolean lowIsGood;

    @Option(names = "--top", paramLabel = "K", description = "how many of the best ratings count as positive")
    @Nullable
    Integer top;

    @Option(names = "--bottom", paramLabel = "K", description = "how many of the worst ratings count as negative")
    @Nullable
    Integer bottom;

    @Option(
            names = "--interval",
            defaultValue = "wilson",
            paramLabel = "METHOD",
            description = "wald, wilson, agresti-coull, clopper-pearson, jeffreys (default: ${DEFAULT-VALUE})")
    ProportionInterval interval;

    private final BoxMetric.Kind kind;

    BoxCommand(Surroundings surroundings, BoxMetric.Kind kind) {
        super(surroundings);
        this.kind = kind;
    }

    abstract RatingScale scale();

    abstract BoxDefinition defaults(RatingScale scale);

    @Override
    SurveyMetric metric() {
        RatingScale asked = scale();
        RatingScale scale = lowIsGood ? new RatingScale(asked.min(), asked.max(), Polarity.LOW_IS_GOOD) : asked;
        BoxDefinition usual = defaults(scale);
        int best = top == null ? usual.top() : top;
        int worst = bottom == null ? Math.min(usual.bottom(), scale.points() - best) : bottom;
        return new BoxMetric(kind, new BoxDefinition(scale, best, worst), interval, files.confidence);
    }
}

package io.cxmetrics.cli.option;

import io.cxmetrics.stat.ProportionInterval;
import io.cxmetrics.survey.BoxDefinition;
import io.cxmetrics.survey.Polarity;
import io.cxmetrics.survey.RatingScale;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Ratings in boxes at either end of a scale. */
@SuppressWarnings("NullAway.Init") // picocli sets these before anything reads them
public final class BoxOptions {

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
            split = ",",
            paramLabel = "METHOD",
            description = "one or more of wald, wilson, agresti-coull, clopper-pearson, jeffreys (default:"
                    + " ${DEFAULT-VALUE})")
    public List<ProportionInterval> intervals;

    /** The boxes on a scale, with the usual ones where nothing was asked for. */
    public BoxDefinition boxes(RatingScale asked, Function<RatingScale, BoxDefinition> usually) {
        RatingScale scale = lowIsGood ? new RatingScale(asked.min(), asked.max(), Polarity.LOW_IS_GOOD) : asked;
        BoxDefinition usual = usually.apply(scale);
        int best = top == null ? usual.top() : top;
        int worst = bottom == null ? Math.min(usual.bottom(), scale.points() - best) : bottom;
        return new BoxDefinition(scale, best, worst);
    }
}

package io.cxmetrics.cli;

import static java.util.stream.Collectors.joining;

import io.cxmetrics.catalogue.Catalogue;
import io.cxmetrics.catalogue.Direction;
import io.cxmetrics.cli.option.SurveyOptions;
import io.cxmetrics.input.field.Numbers;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.input.reading.Reading;
import io.cxmetrics.input.reading.Roles;
import io.cxmetrics.input.survey.Response;
import io.cxmetrics.input.survey.ResponseReading;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.ReportBuilder;
import io.cxmetrics.report.survey.SurveyFigures;
import io.cxmetrics.survey.RatingScale;
import java.util.List;
import picocli.CommandLine.Mixin;

/** What the survey commands share: answers in, and how they count. */
@SuppressWarnings("NullAway.Init") // picocli sets these before anything reads them
abstract class SurveyCommand extends SplitCommand {

    @Mixin
    SurveyOptions survey;

    SurveyCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /** The short name of the metric. */
    abstract String metric();

    /** The scale as the options shape it. */
    abstract RatingScale scale();

    /** The figures as the options shape them. */
    abstract SurveyFigures figures();

    /** How intervals are made. */
    abstract List<? extends Enum<?>> intervals();

    @Override
    public Integer call() {
        survey.check();
        checkOver();
        once("--interval", intervals());
        RatingScale scale = asked(this::scale);
        SurveyFigures figures = asked(this::figures);
        run(reading(scale), way(scale, figures), figures.definition());
        return 0;
    }

    private SurveyWay<?, ?> way(RatingScale scale, SurveyFigures figures) {
        if (survey.weight != null) {
            return SurveyWay.weighted(scale, figures);
        }
        return survey.respondent.isEmpty()
                ? SurveyWay.each(scale, figures)
                : SurveyWay.ofRespondents(scale, figures, survey.keep());
    }

    private Reading<Response> reading(RatingScale scale) {
        ResponseReading responses = asked(() -> ResponseReading.of(survey.screening(scale)));
        Roles roles = Roles.NONE.with(ResponseReading.RATING, survey.rating);
        if (survey.weight != null) {
            responses = responses.withWeight(Numbers.PLAIN);
            roles = roles.with(ResponseReading.WEIGHT, survey.weight);
        }
        if (!survey.respondent.isEmpty()) {
            responses = responses.withRespondent(survey.respondent.toArray(String[]::new));
            if (over != null) {
                responses = responses.withTime(over, dates.dates(), dates.zone());
            }
        }
        Reading<Response> reading = input.of(responses.reading().with(roles));
        return survey.distinct ? reading.distinct() : reading;
    }

    private <S, R> void run(Reading<Response> reading, SurveyWay<S, R> way, String definition) {
        Outcome<Groups<R>> outcome = grouping().fold(reading, table(), way.aggregation());
        ReportBuilder<R> report = new ReportBuilder<>(metric(), way.figures())
                .fact("rating", survey.rating)
                .fact("definition", definition)
                .fact("scale", scale())
                .fact("interval", intervals().stream().map(Names::of).collect(joining(", ")))
                .fact("confidence", confidence.level())
                .fact("weight", survey.weight);
        if (!survey.respondent.isEmpty()) {
            report.fact("respondent", String.join(", ", survey.respondent)).fact("keep", Names.of(survey.keep()));
        }
        hint(
                way.highest().apply(outcome.result().all().total().summary()),
                outcome.accounting().used());
        print(report.leavingOut(way.leftOut()), outcome, way.comparison());
    }

    @Override
    Direction good() {
        return Catalogue.metric(metric()).direction();
    }

    /** Says that nobody chose the upper half of the scale, which is another scale more often than an opinion. */
    private void hint(int highest, long answers) {
        RatingScale scale = scale();
        if (answers >= 5 && 2 * highest < scale.min() + scale.max()) {
            warn("no answer of " + survey.rating + " is above " + highest + " on the scale " + scale
                    + "; if it is another scale, see --scale");
        }
    }
}

package io.cxmetrics.cli;

import static java.util.stream.Collectors.joining;

import io.cxmetrics.Aggregation;
import io.cxmetrics.cli.input.CliException;
import io.cxmetrics.cli.option.ConfidenceOption;
import io.cxmetrics.cli.option.DateOptions;
import io.cxmetrics.cli.option.GroupOptions;
import io.cxmetrics.cli.option.PeriodOptions;
import io.cxmetrics.cli.option.SurveyOptions;
import io.cxmetrics.input.field.Numbers;
import io.cxmetrics.input.reading.Grouping;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Labels;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.input.reading.Reading;
import io.cxmetrics.input.reading.Roles;
import io.cxmetrics.input.survey.Response;
import io.cxmetrics.input.survey.ResponseReading;
import io.cxmetrics.report.Figures;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.ReportBuilder;
import io.cxmetrics.report.survey.SurveyFigures;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Ratings;
import io.cxmetrics.survey.response.RespondentRule;
import io.cxmetrics.survey.response.Respondents;
import io.cxmetrics.survey.weighted.WeightedRatings;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import picocli.CommandLine.Mixin;

/** What the survey commands share: answers in, and how they count. */
@SuppressWarnings("NullAway.Init") // picocli sets these before anything reads them
abstract class SurveyCommand extends TableCommand {

    @Mixin
    SurveyOptions survey;

    @Mixin
    GroupOptions groups;

    @Mixin
    PeriodOptions periods;

    @Mixin
    DateOptions dates;

    @Mixin
    ConfidenceOption confidence;

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
        String given = periods.per != null ? "--per" : dates.given();
        if (given != null && survey.over == null) {
            throw CliException.usage(given + ": needs --over");
        }
        once("--interval", intervals());
        RatingScale scale = asked(this::scale);
        SurveyFigures figures = asked(this::figures);
        Reading<Response> reading = reading(scale);
        if (survey.weight != null) {
            run(
                    reading,
                    WeightedRatings.aggregation(scale).mapInput(Response::weighted),
                    figures.ofWeighted(),
                    figures.definition(),
                    ratings -> rating -> ratings.weight(rating) > 0,
                    ratings -> Map.of());
        } else if (survey.respondent.isEmpty()) {
            run(
                    reading,
                    Ratings.aggregation(scale).mapInput(Response::rating),
                    figures.ofRatings(),
                    figures.definition(),
                    ratings -> rating -> ratings.count(rating) > 0,
                    ratings -> Map.of());
        } else {
            run(
                    reading,
                    Respondents.<Labels>aggregation(scale).mapInput(Response::answer),
                    figures.<Labels>ofRespondents(survey.keep()),
                    figures.definition(),
                    respondents -> {
                        Ratings all = respondents.ratings(RespondentRule.ALL);
                        return rating -> all.count(rating) > 0;
                    },
                    this::notKept);
        }
        return 0;
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
            if (survey.over != null) {
                responses = responses.withTime(survey.over, dates.dates(), dates.zone());
            }
        }
        Reading<Response> reading = input.of(responses.reading().with(roles));
        return survey.distinct ? reading.distinct() : reading;
    }

    private <S, R> void run(
            Reading<Response> reading,
            Aggregation<Response, S, R> aggregation,
            Figures<R> figures,
            String definition,
            Function<R, IntPredicate> given,
            Function<R, Map<String, Long>> leftOut) {
        Grouping grouping = groups.grouping();
        if (survey.over != null) {
            grouping = grouping.over(survey.over, dates.dates(), periods.per(), dates.zone);
        }
        Outcome<Groups<R>> outcome = grouping.fold(reading, table(), aggregation);
        ReportBuilder<R> report = new ReportBuilder<>(metric(), figures)
                .fact("rating", survey.rating)
                .fact("definition", definition)
                .fact("scale", scale())
                .fact("interval", intervals().stream().map(Names::of).collect(joining(", ")))
                .fact("confidence", confidence.level())
                .fact("weight", survey.weight);
        if (!survey.respondent.isEmpty()) {
            report.fact("respondent", String.join(", ", survey.respondent)).fact("keep", Names.of(survey.keep()));
        }
        if (survey.over != null) {
            report.fact("per", Names.of(periods.per())).fact("zone", dates.zoneInWords());
        }
        hint(
                given.apply(outcome.result().all().total().summary()),
                outcome.accounting().used());
        print(report.by(groups.by()).leavingOut(leftOut).report(outcome), outcome);
    }

    /** Answers of a respondent that another answer stands for. */
    private Map<String, Long> notKept(Respondents<Labels> respondents) {
        RespondentRule rule = survey.keep();
        long given = respondents.ratings(RespondentRule.ALL).count();
        if (rule == RespondentRule.ALL || given == respondents.count()) {
            return Map.of();
        }
        return Map.of(rule == RespondentRule.MEAN ? "merged_into_mean" : "not_kept", given - respondents.count());
    }

    /** Says that nobody chose the upper half of the scale, which is another scale more often than an opinion. */
    private void hint(IntPredicate given, long answers) {
        RatingScale scale = scale();
        int highest = IntStream.rangeClosed(scale.min(), scale.max())
                .filter(given)
                .max()
                .orElse(scale.max());
        if (answers >= 5 && 2 * highest < scale.min() + scale.max()) {
            warn("no answer of " + survey.rating + " is above " + highest + " on the scale " + scale
                    + "; if it is another scale, see --scale");
        }
    }
}

package io.cxmetrics.cli;

import io.cxmetrics.cli.console.CliException;
import io.cxmetrics.cli.option.PurchaseOptions;
import io.cxmetrics.cli.option.SpendOptions;
import io.cxmetrics.input.purchase.CustomerLogs;
import io.cxmetrics.input.reading.Grouping;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.models.Fit;
import io.cxmetrics.models.forecast.ForecastDefinition;
import io.cxmetrics.models.forecast.ValueForecast;
import io.cxmetrics.models.purchase.BuyingFamily;
import io.cxmetrics.models.value.GammaGamma;
import io.cxmetrics.report.Line;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Report;
import io.cxmetrics.report.ReportBuilder;
import io.cxmetrics.report.purchase.ForecastAnswer;
import io.cxmetrics.report.purchase.ForecastFigures;
import io.cxmetrics.value.PurchaseDefinition;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cx ltv}. */
@Command(
        name = "ltv",
        description =
                "Who is still there, how often each customer will buy, and what that will be worth: models fitted to"
                        + " a log of purchases. Values need --amount.",
        footer = {
            "",
            "Examples:",
            "  cx ltv orders.csv --customer id --at ordered_at --amount total --margin 0.3 --discount 0.1",
            "  cx ltv orders.csv --customer id --at ordered_at --amount total --format csv > forecast.csv"
        })
@SuppressWarnings("NullAway.Init") // picocli sets these before anything reads them
final class LtvCommand extends TableCommand {

    private static final int TOP = 20;

    @Option(
            names = "--model",
            defaultValue = "pareto-nbd",
            paramLabel = "MODEL",
            description =
                    "bg-nbd, mbg-nbd, pareto-nbd (default: ${DEFAULT-VALUE}); bg-nbd takes whoever bought once for"
                            + " alive")
    BuyingFamily model;

    @Option(
            names = "--weeks",
            defaultValue = "52",
            paramLabel = "N",
            description = "how many weeks ahead (default: ${DEFAULT-VALUE})")
    int weeks;

    @Option(
            names = "--margin",
            defaultValue = "1",
            paramLabel = "SHARE",
            description = "what is left of 1 of revenue, such as 0.3 (default: ${DEFAULT-VALUE}, which is revenue)")
    double margin;

    @Option(
            names = "--discount",
            defaultValue = "0",
            paramLabel = "RATE",
            description = "by how much a payment is worth less a year later, such as 0.1 (default: ${DEFAULT-VALUE})")
    double discount;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "how many customers, the most valuable first (default: 20 in a table, all in JSON and CSV)")
    @Nullable
    Integer top;

    @Mixin
    PurchaseOptions purchases;

    LtvCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        ForecastDefinition definition = definition();
        PurchaseDefinition buying =
                PurchaseDefinition.in(purchases.dates.zone()).withRule(purchases.rule);
        ForecastFigures figures = new ForecastFigures(purchases.spend.money.decimals());
        Outcome<CustomerLogs> read = purchases.read(table(), input, Grouping.by());
        LocalDate last = PurchaseOptions.lastDay(read.result().observedThrough());
        Outcome<Groups<ForecastAnswer>> answers;
        try {
            answers = read.withResult(
                    read.result().groups().map(log -> ForecastAnswer.of(log, buying, last, definition)));
        } catch (IllegalArgumentException e) {
            throw CliException.badData(input.named() + ": no model fits: " + e.getMessage());
        }
        ValueForecast<String> forecast =
                answers.result().all().total().summary().forecast();
        ForecastFigures.warnings("purchases", forecast.buying()).forEach(this::warn);
        forecast.spend()
                .ifPresent(fit -> ForecastFigures.warnings("amounts", fit).forEach(this::warn));
        Report all = report(figures, forecast, read.result()).report(answers);
        int most = top != null ? top : output.isTable() ? TOP : Integer.MAX_VALUE;
        List<Line> customers = figures.customers(forecast, most);
        print(
                new Report(
                        all.metric(),
                        all.facts(),
                        figures.customerColumns(),
                        ForecastFigures.CUSTOMER,
                        all.total(),
                        customers),
                read);
        return 0;
    }

    private ReportBuilder<ForecastAnswer> report(
            ForecastFigures figures, ValueForecast<String> forecast, CustomerLogs read) {
        Fit<?> buying = forecast.buying();
        ReportBuilder<ForecastAnswer> report = new ReportBuilder<>("ltv", figures.ofAll())
                .fact("definition", "purchases expected within the horizon x amount expected x margin, discounted")
                .fact("model", Names.of(model))
                .fact("weeks", (long) weeks)
                .fact("margin", margin)
                .fact("discount", discount + " a year")
                .fact("purchases_rule", Names.of(purchases.rule))
                .fact("parameters", ForecastFigures.parameters(buying))
                .fact("standard_errors", ForecastFigures.standardErrors(buying))
                .fact("log_likelihood", buying.logLikelihood())
                .fact("converged", buying.report().converged() ? "yes" : "no");
        if (forecast.spend().isPresent()) {
            Fit<GammaGamma> spend = forecast.spend().get();
            report = report.fact("spend_model", "gamma-gamma")
                    .fact("spend_parameters", ForecastFigures.parameters(spend))
                    .fact("spend_standard_errors", ForecastFigures.standardErrors(spend))
                    .fact("spend_log_likelihood", spend.logLikelihood())
                    .fact("spend_converged", spend.report().converged() ? "yes" : "no");
        }
        return report.fact("currency", read.currency())
                .fact("as_of", purchases.asOf(read))
                .fact("zone", purchases.dates.zoneInWords());
    }

    private ForecastDefinition definition() {
        if (purchases.spend.amount == null) {
            refuse("needs --amount", SpendOptions.needAmount());
            refuse("needs --amount", "--margin", "--discount");
        }
        purchases.check();
        if (top != null && top < 1) {
            throw CliException.usage("--top: must be at least 1, got " + top);
        }
        if (weeks < 1 || weeks > 5200) {
            throw CliException.usage("--weeks: must be in [1, 5200], got " + weeks);
        }
        if (!(discount >= 0 && discount <= 1)) {
            throw CliException.usage("--discount: must be in [0, 1], got " + discount);
        }
        if (!(margin > 0 && margin <= 1)) {
            throw CliException.usage("--margin: must be in (0, 1], got " + margin);
        }
        return new ForecastDefinition(model, weeks, discount, margin);
    }
}

package io.cxmetrics.report.purchase;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.models.Fit;
import io.cxmetrics.models.ParametricModel;
import io.cxmetrics.models.forecast.CustomerForecast;
import io.cxmetrics.models.forecast.ValueForecast;
import io.cxmetrics.report.Column;
import io.cxmetrics.report.Figures;
import io.cxmetrics.report.Line;
import io.cxmetrics.report.Names;
import io.cxmetrics.time.CalendarPeriod;
import io.cxmetrics.value.PurchaseHistory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The figures of a forecast: of everybody, of each customer, and of the models behind it.
 *
 * @param decimals the decimals of amounts in a table
 * @since 0.1
 */
public record ForecastFigures(int decimals) {

    /** What customers are headed by. */
    public static final List<String> CUSTOMER = List.of("customer");

    /** A customer, and what is expected. */
    private record Expected(PurchaseHistory history, CustomerForecast forecast) {}

    /** A customer by name, and what is expected. */
    private record Ranked(String customer, Expected expected) {}

    /**
     * Returns the figures of everybody.
     *
     * @return the figures of an answer
     */
    public Figures<ForecastAnswer> ofAll() {
        Figures<ForecastAnswer> total = Figures.of(CustomerForecast.class)
                .number("alive", "alive", 1, CustomerForecast::alive)
                .number("purchases", "purchases to come", 2, CustomerForecast::purchases)
                .number("value", "value", decimals, CustomerForecast::value)
                .from(answer -> answer.forecast().total());
        return Figures.of(ForecastAnswer.class)
                .count("customers", "", answer -> answer.forecast().histories().size())
                .hidden()
                .count("customers_without_purchase", "", ForecastAnswer::customersWithoutPurchase)
                .hidden()
                .count("customers_left_out", "", ForecastAnswer::customersLeftOut)
                .hidden()
                .and(total);
    }

    private Figures<Expected> ofCustomer() {
        Figures<PurchaseHistory> bought = Figures.of(PurchaseHistory.class)
                .count("repeats", "repeats", PurchaseHistory::frequency)
                .number("last_at", "last (weeks)", 1, history -> history.recency(CalendarPeriod.WEEK))
                .number("age", "age (weeks)", 1, history -> history.age(CalendarPeriod.WEEK));
        Figures<CustomerForecast> expected = Figures.of(CustomerForecast.class)
                .number("alive", "alive", 3, CustomerForecast::alive)
                .number("purchases", "purchases to come", 2, CustomerForecast::purchases)
                .number("spend", "spend each", decimals, CustomerForecast::spend)
                .number("value", "value", decimals, CustomerForecast::value);
        return bought.<Expected>from(Expected::history).and(expected.from(Expected::forecast));
    }

    /**
     * Returns the columns of a table of customers.
     *
     * @return the columns
     */
    public List<Column> customerColumns() {
        return ofCustomer().columns();
    }

    /**
     * Returns a line for each customer, the most valuable first, or those who buy most where no amounts are known.
     *
     * @param forecast the forecast
     * @param most how many customers at most
     * @return the lines
     */
    public List<Line> customers(ValueForecast<String> forecast, int most) {
        boolean money = forecast.spend().isPresent();
        List<Ranked> ranked = new ArrayList<>();
        forecast.histories()
                .forEach((customer, history) ->
                        ranked.add(new Ranked(customer, new Expected(history, forecast.customer(customer)))));
        ranked.sort(Comparator.comparingDouble((Ranked one) -> money
                        ? one.expected().forecast().value()
                        : one.expected().forecast().purchases())
                .reversed()
                .thenComparing(Ranked::customer, RfmFigures.ORDER));
        Figures<Expected> figures = ofCustomer();
        return ranked.stream()
                .limit(most)
                .map(one -> new Line(
                        List.of(one.customer()),
                        "",
                        one.expected().history().purchasePeriods(),
                        Map.of(),
                        figures.values(one.expected()),
                        List.of()))
                .toList();
    }

    /**
     * Returns the parameters of a model.
     *
     * @param fit the fit
     * @return the parameters by their names
     */
    public static Map<String, Double> parameters(Fit<? extends ParametricModel<?>> fit) {
        Map<String, Double> parameters = new LinkedHashMap<>();
        fit.model().parameterNames().forEach(name -> parameters.put(name, fit.parameter(name)));
        return parameters;
    }

    /**
     * Returns how sure the parameters of a model are.
     *
     * @param fit the fit
     * @return the standard errors by the names of the parameters; NaN where one is unknown
     */
    public static Map<String, Double> standardErrors(Fit<? extends ParametricModel<?>> fit) {
        Map<String, Double> errors = new LinkedHashMap<>();
        fit.model().parameterNames().forEach(name -> errors.put(name, fit.standardError(name)));
        return errors;
    }

    /**
     * Returns what a person should know before trusting a fit.
     *
     * @param what what the model is of
     * @param fit the fit
     * @return a line for each thing that is wrong; none if the fit is sound
     */
    public static List<String> warnings(String what, Fit<? extends ParametricModel<?>> fit) {
        requireNonNull(what, "what");
        List<String> warnings = new ArrayList<>();
        if (!fit.report().converged()) {
            warnings.add("the search for the model of " + what + " did not come to rest after "
                    + fit.report().iterations() + " steps; its numbers cannot be trusted");
        }
        new TreeMap<>(fit.report().flaws())
                .forEach((name, flaw) -> warnings.add("parameter " + name + " of the model of " + what + " is "
                        + Names.of(flaw).replace('-', ' ') + "; the data do not say how large it is"));
        return warnings;
    }
}

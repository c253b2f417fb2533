package io.cxmetrics.cli.web;

import io.cxmetrics.SerializableFunction;
import io.cxmetrics.cli.report.Money;
import io.cxmetrics.report.Column;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Values;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.funnel.Conversion;
import io.cxmetrics.web.funnel.ConversionUnit;
import java.util.List;

/**
 * Who reached the goal, by sessions and by visitors.
 *
 * @param goal the events that are the goal
 * @param decimals how many decimals the minor unit of amounts has
 * @param confidence the level of intervals
 */
record Conversions(NamedEvents goal, int decimals, double confidence) implements View {

    @Override
    public String definition() {
        return "sessions with the goal out of all, and visitors with it out of all; what it brought";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.count("sessions", "sessions"),
                Column.count("converted_sessions", "converted"),
                Column.headline("session_rate", "session %", 0, 100),
                Column.interval("low", "high", Names.percent(confidence) + " interval"),
                Column.count("visitors", "visitors"),
                Column.number("visitor_rate", "visitor %", 1),
                Column.number("revenue_per_session", "per session", decimals));
    }

    @Override
    public Values of(Visits visits) {
        Conversion sessions = conversion(visits, ConversionUnit.SESSION, WebEvent::session);
        Conversion visitors = conversion(visits, ConversionUnit.VISITOR, WebEvent::visitor);
        Interval session = sessions.interval(confidence);
        Interval visitor = visitors.interval(confidence);
        return new Values()
                .put("sessions", sessions.units())
                .put("converted_sessions", sessions.converted())
                .put("session_rate", sessions.share().percent())
                .put("low", 100 * session.low())
                .put("high", 100 * session.high())
                .put("visitors", visitors.units())
                .put("converted_visitors", visitors.converted())
                .put("visitor_rate", visitors.share().percent())
                .put("visitor_low", 100 * visitor.low())
                .put("visitor_high", 100 * visitor.high())
                .put("conversions", sessions.conversions())
                .put("conversions_per_session", sessions.conversionsPerUnit())
                .put("revenue", Money.major(sessions.revenueMinor(), decimals))
                .put("revenue_per_session", sessions.revenuePerUnit())
                .put("revenue_per_visitor", visitors.revenuePerUnit())
                .put("revenue_per_conversion", sessions.revenuePerConversion());
    }

    private Conversion conversion(
            Visits visits, ConversionUnit unit, SerializableFunction<WebEvent<String>, String> key) {
        return visits.events().stream()
                .collect(Conversion.<String>aggregation(unit, key, goal).toCollector());
    }
}

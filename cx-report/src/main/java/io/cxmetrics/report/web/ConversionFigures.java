package io.cxmetrics.report.web;

import io.cxmetrics.input.web.SiteConversion;
import io.cxmetrics.report.Figures;
import io.cxmetrics.web.funnel.Conversion;

/**
 * Who reached the goal, by sessions and by visitors, and what it brought.
 *
 * @since 0.1
 */
public final class ConversionFigures {

    /** What the figures are, in words. */
    public static final String DEFINITION =
            "sessions with the goal out of all, and visitors with it out of all; what it brought";

    private ConversionFigures() {}

    /**
     * Returns the figures.
     *
     * @param decimals the decimals of amounts
     * @param confidence the level of intervals
     * @return the figures
     */
    public static Figures<SiteConversion> of(int decimals, double confidence) {
        Figures<Conversion> visitors = Figures.of(Conversion.class)
                .count("visitors", "visitors", Conversion::units)
                .count("converted_visitors", "", Conversion::converted)
                .and(Shares.of(
                        "visitor_rate", "visitor %", "visitor_low", "visitor_high", confidence, Conversion::share));
        Figures<Conversion> sessions = Figures.of(Conversion.class)
                .count("sessions", "sessions", Conversion::units)
                .count("converted_sessions", "converted", Conversion::converted)
                .number(
                        "session_rate",
                        "session %",
                        1,
                        conversion -> conversion.share().percent())
                .headline(0, 100)
                .and(Shares.interval("low", "high", confidence, Conversion::share));
        Figures<Conversion> revenue = Figures.of(Conversion.class)
                .count("conversions", "", Conversion::conversions)
                .number("conversions_per_session", "", 2, Conversion::conversionsPerUnit)
                .number("revenue", "revenue", decimals, Conversion::revenue)
                .number("revenue_per_session", "per session", decimals, Conversion::revenuePerUnit);
        return sessions.from(SiteConversion::sessions)
                .and(visitors.from(SiteConversion::visitors))
                .and(revenue.from(SiteConversion::sessions))
                .number(
                        "revenue_per_visitor",
                        "",
                        decimals,
                        both -> both.visitors().revenuePerUnit())
                .number(
                        "revenue_per_conversion",
                        "",
                        decimals,
                        both -> both.sessions().revenuePerConversion())
                .withColumns(
                        "sessions",
                        "converted_sessions",
                        "session_rate",
                        "low",
                        "visitors",
                        "visitor_rate",
                        "revenue_per_session");
    }
}

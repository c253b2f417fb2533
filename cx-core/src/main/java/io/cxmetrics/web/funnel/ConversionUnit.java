package io.cxmetrics.web.funnel;

/**
 * Of what a {@link Conversion} is the share. Rates of different units are different metrics, and never added or
 * compared.
 *
 * @since 0.1
 */
public enum ConversionUnit {

    /** Sessions, or visits: sessions with a conversion out of sessions, the usual rate of shops and of Matomo. */
    SESSION,

    /**
     * Visitors: visitors who converted out of visitors, the rate of Plausible. A visitor counts once, however many
     * sessions.
     */
    VISITOR,

    /** Single events: the rate at which requests, clicks or page views turn out one way. */
    EVENT
}

package io.cxmetrics.value;

/**
 * Where the scores of RFM begin.
 *
 * @since 0.1
 */
public enum RfmBreakRule {

    /** At quantiles of the values, so that equal values have equal scores: {@link RfmBreaks#quantiles}. */
    QUANTILES,

    /** At equally many customers for each score, as NTILE of SQL: {@link RfmScores#ntile}. */
    TILES
}

package io.cxmetrics.survey.response;

/**
 * Which answers count when one respondent, or one account, gave several.
 *
 * @since 0.1
 */
public enum RespondentRule {
    /** The first answer of each respondent. */
    FIRST,
    /** The latest answer of each respondent. */
    LATEST,
    /** Every answer: who answers often counts often. */
    ALL,
    /**
     * The mean of each respondent's answers, put into a bucket as it is, unrounded. With accounts as respondents this
     * is account-level scoring.
     */
    MEAN
}

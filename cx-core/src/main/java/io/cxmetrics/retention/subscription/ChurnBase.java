package io.cxmetrics.retention.subscription;

/**
 * Whom the customers who left are divided by. Two reports of churn can be compared under the same base only.
 *
 * <p>None of them is (customers at start - customers at end) / customers at start. That difference nets off the
 * customers who joined, so that a business which loses a tenth of its customers and wins as many would have no churn at
 * all.
 *
 * @since 0.1
 */
public enum ChurnBase {

    /**
     * Lost of those at start / at start. A customer who joins during the period is in neither: the result is a share of
     * one cohort, and retention is its complement. Most subscription businesses report it; it is the default here.
     */
    AT_START,

    /**
     * All who left / ((at start + at end) / 2). A customer who joined and left within the period counts as lost, though
     * only the half of those who joined and stayed is below the line; the result may exceed 1. The rule of human
     * resources for staff turnover, and of fast-growing businesses whose start is small against their end.
     */
    AVERAGE,

    /**
     * Times a customer left / customer-days. A rate per day and not a share: what actuaries and epidemiologists call a
     * hazard. It takes everybody for as long as they were there.
     * {@link LogoChurn#churnRate(ChurnBase, io.cxmetrics.time.CalendarPeriod)} turns it into the share that leaves in a
     * period.
     */
    EXPOSURE,

    /**
     * Left / could have left. A contract for a term can be left at the end of a term only: in a year of three-year
     * contracts a third of the customers decide, and the other bases divide by all. The definition of Displayr's
     * revenue metrics; for annual and multi-year contracts, and for periods that are not over yet.
     */
    ELIGIBLE
}

package io.cxmetrics.compare;

/**
 * The test behind the p-value of a {@link Change}.
 *
 * @since 0.1
 */
public enum TestMethod {
    /** Two rates, the standard error from the pooled rate. */
    POOLED_Z("two-proportion z test, pooled"),
    /** Two rates, exact given the margins of the table. */
    FISHER_EXACT("Fisher's exact test"),
    /** Fisher's test in which the observed table counts half. */
    FISHER_MID_P("Fisher's test, mid-p"),
    /** Two means, each with its own variance. */
    WELCH_T("Welch's t test"),
    /** Two estimates with standard errors. */
    WALD_Z("z test"),
    /** Two distributions by ranks, exact. */
    MANN_WHITNEY_EXACT("Mann-Whitney test, exact"),
    /** Two distributions by ranks, normal approximation with the correction of ties and of continuity. */
    MANN_WHITNEY("Mann-Whitney test"),
    /** Two survival curves. */
    LOG_RANK("log-rank test"),
    /** Two ratios of sums by the delta method, with Satterthwaite's degrees of freedom. */
    DELTA_T("delta method, t test"),
    /** The same people twice, yes or no, exact. */
    MCNEMAR_EXACT("McNemar's test, exact"),
    /** The same people twice, yes or no. */
    MCNEMAR("McNemar's test"),
    /** The same people twice, numbers. */
    PAIRED_T("paired t test"),
    /** The same people twice by ranks, exact. */
    SIGNED_RANK_EXACT("Wilcoxon's signed-rank test, exact"),
    /** The same people twice by ranks, normal approximation. */
    SIGNED_RANK("Wilcoxon's signed-rank test"),
    /** No test was made. */
    NONE("no test");

    private final String title;

    TestMethod(String title) {
        this.title = title;
    }

    /**
     * Returns the name for people.
     *
     * @return such as {@code Welch's t test}
     */
    public String title() {
        return title;
    }
}

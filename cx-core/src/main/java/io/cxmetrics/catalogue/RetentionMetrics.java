package io.cxmetrics.catalogue;

import static io.cxmetrics.catalogue.Direction.HIGHER_IS_BETTER;
import static io.cxmetrics.catalogue.Direction.LOWER_IS_BETTER;
import static io.cxmetrics.catalogue.Direction.NEITHER;
import static io.cxmetrics.catalogue.MetricUnit.COUNT;
import static io.cxmetrics.catalogue.MetricUnit.FRACTION;
import static io.cxmetrics.catalogue.MetricUnit.MONEY;
import static io.cxmetrics.catalogue.MetricUnit.RATIO;

import io.cxmetrics.catalogue.Metric.Entry;
import java.util.List;

/** Whether customers stay. */
final class RetentionMetrics {

    private static final String RETENTION_OF_POSTHOG =
            "https://github.com/PostHog/posthog.com/blob/master/contents/docs/product-analytics/retention.mdx";

    private RetentionMetrics() {}

    private static Entry metric(String id, String title) {
        return Metric.of(MetricFamily.RETENTION, id, title);
    }

    static List<Metric> all() {
        return List.of(
                metric("churn-rate", "Logo churn rate")
                        .types("LogoChurn", "SubscriptionLedger")
                        .unit(FRACTION, LOWER_IS_BETTER)
                        .means(
                                "The share of customers who left in a period, by a named base; those who came back "
                                        + "are apart.",
                                "lost / customers at the start")
                        .variant("AT_START", "by the customers at the start of the period")
                        .variant("AVERAGE", "by the mean of customers at the start and at the end")
                        .variant("EXPOSURE", "by the time that customers spent under contract: a rate, not a share")
                        .variant("ELIGIBLE", "by the customers whose term ended in the period")
                        .source(
                                "P. Fader, B. Hardie, How to project customer retention, J. Interactive Marketing 21 "
                                        + "(2007)",
                                "https://doi.org/10.1002/dir.20074"),
                metric("recurring-revenue", "Recurring revenue and its movements")
                        .types("RevenueLedger", "RecurringRevenue", "RevenueBridge", "RevenueFlow")
                        .unit(MONEY, HIGHER_IS_BETTER)
                        .means(
                                "The recurring revenue of a month, and what moved it since another month.",
                                "opening + new + reactivation + expansion - contraction - churn")
                        .source(
                                "ChartMogul, movements of recurring revenue",
                                "https://github.com/chartmogul/metrics-api"),
                metric("gross-revenue-retention", "Gross revenue retention (GRR)")
                        .types("RecurringRevenue")
                        .unit(FRACTION, HIGHER_IS_BETTER)
                        .means(
                                "The share of the opening revenue that is left after contraction and churn.",
                                "(opening - contraction - churn) / opening")
                        .source(
                                "ChartMogul, movements of recurring revenue",
                                "https://github.com/chartmogul/metrics-api"),
                metric("net-revenue-retention", "Net revenue retention (NRR)")
                        .types("RecurringRevenue")
                        .unit(RATIO, HIGHER_IS_BETTER)
                        .means(
                                "What the customers of the opening month pay now, by what they paid then; it can pass "
                                        + "one.",
                                "(opening + expansion - contraction - churn) / opening")
                        .source(
                                "ChartMogul, movements of recurring revenue",
                                "https://github.com/chartmogul/metrics-api"),
                metric("cohort-retention", "Cohorts and day-N retention")
                        .types("CohortTable", "CohortMatrix", "ActivityLog")
                        .unit(FRACTION, HIGHER_IS_BETTER)
                        .means(
                                "The share of those who started together that was active in a later period.",
                                "active in period k / started, of those whose period k is over")
                        .variant("ON", "active on day N")
                        .variant("ON_OR_AFTER", "active on day N or later", "Mixpanel unbounded")
                        .variant("WITHIN", "active from day 1 to day N")
                        .source("PostHog, retention", RETENTION_OF_POSTHOG),
                metric("inactivity-churn", "Churn by inactivity")
                        .types("ActivityLog")
                        .unit(FRACTION, LOWER_IS_BETTER)
                        .means(
                                "The share of customers who have been inactive for longer than a limit.",
                                "inactive for longer than the limit / customers")
                        .source("Countly, slipping-away users", "https://api.count.ly/reference/slipping-away-users"),
                metric("lifecycle", "Lifecycle states")
                        .types("Lifecycle")
                        .unit(COUNT, NEITHER)
                        .means(
                                "How many customers are new, current, reactivated, resurrected, at risk or dormant on "
                                        + "a day.",
                                "customers by the time since their last activity and the gap before it")
                        .source(
                                "retentioneering, daily states",
                                "https://github.com/retentioneering/retentioneering-tools"),
                metric("growth-accounting", "Growth accounting")
                        .types("GrowthAccounting")
                        .unit(COUNT, NEITHER)
                        .means(
                                "Who is new, retained, resurrected or lost from one period to the next.",
                                "quick ratio = (new + resurrected) / churned")
                        .source("PostHog, lifecycle", RETENTION_OF_POSTHOG),
                metric("active-users", "Active users and stickiness")
                        .types("ActiveUsers")
                        .unit(FRACTION, HIGHER_IS_BETTER)
                        .means(
                                "How many people were active in a day, a week or a month, and the daily share of the "
                                        + "monthly.",
                                "stickiness = mean daily active users / monthly active users")
                        .source("PostHog, stickiness", RETENTION_OF_POSTHOG),
                metric("retention-comparison", "Who stays longer")
                        .types("RetentionComparison", "LogRank")
                        .unit(FRACTION, HIGHER_IS_BETTER)
                        .range(-1, 1)
                        .means(
                                "Whether groups stay equally long: a log-rank test and the difference at a horizon.",
                                "S_a(t) - S_b(t), with its interval")
                        .source(
                                "N. Mantel, Evaluation of survival data, Cancer Chemotherapy Reports 50 (1966)",
                                "https://pubmed.ncbi.nlm.nih.gov/5910392/"));
    }
}

package io.cxmetrics.catalogue;

import static io.cxmetrics.catalogue.Direction.HIGHER_IS_BETTER;
import static io.cxmetrics.catalogue.Direction.LOWER_IS_BETTER;
import static io.cxmetrics.catalogue.Direction.NEITHER;
import static io.cxmetrics.catalogue.MetricUnit.COUNT;
import static io.cxmetrics.catalogue.MetricUnit.FRACTION;
import static io.cxmetrics.catalogue.MetricUnit.RATIO;
import static io.cxmetrics.catalogue.MetricUnit.TIME;

import io.cxmetrics.catalogue.Metric.Entry;
import java.util.List;

/** Metrics of behaviour on a site or in an app. */
final class WebMetrics {

    private static final String PLAUSIBLE = "Plausible, metrics definitions";
    private static final String PLAUSIBLE_LINK = "https://plausible.io/docs/metrics-definitions";
    private static final String ANALYTICS = "Google Analytics, sessions";
    private static final String ANALYTICS_LINK = "https://support.google.com/analytics/answer/12798876";

    private WebMetrics() {}

    private static Entry metric(String id, String title) {
        return Metric.of(MetricFamily.WEB, id, title);
    }

    static List<Metric> all() {
        return List.of(
                metric("sessions", "Sessions")
                        .types("SessionSummary", "SessionColumns", "SessionIntake")
                        .unit(COUNT, NEITHER)
                        .means(
                                "Visits: stretches of events of one visitor without a long pause, under the rules of "
                                        + "a system.",
                                "events of a visitor, cut where the pause exceeds the limit or a rule of the system "
                                        + "says so")
                        .variant("GA4", "30 minutes without an event", "Google Analytics 4")
                        .variant("MATOMO", "30 minutes, also at midnight and with a new campaign", "Matomo")
                        .variant("PLAUSIBLE", "30 minutes", "Plausible")
                        .variant("POSTHOG", "30 minutes, at most 24 hours", "PostHog")
                        .source(ANALYTICS, ANALYTICS_LINK),
                metric("bounce-rate", "Bounce rate")
                        .types("SessionSummary")
                        .unit(FRACTION, LOWER_IS_BETTER)
                        .means(
                                "The share of sessions in which nothing happened after the entry, under the rule of a "
                                        + "system.",
                                "bounces / sessions")
                        .variant("GA4", "not engaged: at most 10 s, one view and no key event", "Google Analytics 4")
                        .variant("MATOMO", "at most one action", "Matomo")
                        .variant("PLAUSIBLE", "one page view and no interactive event", "Plausible")
                        .source(ANALYTICS, ANALYTICS_LINK),
                metric("session-duration", "Session duration and pages per session")
                        .types("SessionSummary")
                        .unit(TIME, HIGHER_IS_BETTER)
                        .means(
                                "How long sessions last, and how many pages they see.",
                                "sum of durations / sessions; page views / sessions")
                        .source(PLAUSIBLE, PLAUSIBLE_LINK),
                metric("exit-rate", "Entries and exits of pages")
                        .types("PageStats", "PageCounts", "PageTransitions")
                        .unit(FRACTION, LOWER_IS_BETTER)
                        .means(
                                "The share of visits or views of a page that were the last of their session.",
                                "exits / visits with the page; exits / views of the page")
                        .variant("by visits", "exits / visits that saw the page", "Matomo")
                        .variant("by views", "exits / page views", "Plausible")
                        .source(PLAUSIBLE, PLAUSIBLE_LINK),
                metric("time-on-page", "Time on page")
                        .types("TimeOnPage")
                        .unit(TIME, NEITHER)
                        .means(
                                "How long a page was looked at, by one of four estimators; unknown is not zero.",
                                "gap to the next view, engagement or heartbeats / views with a known time")
                        .source(PLAUSIBLE, PLAUSIBLE_LINK),
                metric("unique-visitors", "Unique visitors")
                        .types("UniqueVisitors", "VisitorSketch", "DailyVisitors", "VisitorCodes")
                        .unit(COUNT, HIGHER_IS_BETTER)
                        .means(
                                "How many different visitors there were, exactly or within 1.2 %.",
                                "distinct visitors; or the sum of distinct visitors of each day")
                        .source(PLAUSIBLE, PLAUSIBLE_LINK),
                metric("new-visitors", "New and returning visitors")
                        .types("NewVersusReturning", "Arrivals")
                        .unit(FRACTION, NEITHER)
                        .means("The share of visitors who had never been seen before.", "new visitors / visitors")
                        .source("Matomo, returning visits", "https://github.com/matomo-org/matomo"),
                metric("logins", "Logins")
                        .types("Logins")
                        .unit(RATIO, HIGHER_IS_BETTER)
                        .means("How often users log in, and how long they take to return.", "logins / users")
                        .source(PLAUSIBLE, PLAUSIBLE_LINK),
                metric("feature-adoption", "Feature adoption")
                        .types("FeatureUsage", "FeatureCounts")
                        .unit(FRACTION, HIGHER_IS_BETTER)
                        .means(
                                "The share of active users who used a feature, how often, and how many features they "
                                        + "use.",
                                "users of the feature / active users")
                        .source("PostHog, stickiness", "https://github.com/PostHog/posthog.com"),
                metric("click-through-rate", "Click-through rate")
                        .types("ClickThrough")
                        .unit(FRACTION, HIGHER_IS_BETTER)
                        .means("The share of impressions that were clicked.", "clicked impressions / impressions")
                        .source("Matomo, content tracking", "https://matomo.org/guide/reports/content-tracking/"),
                metric("scroll-depth", "Scroll depth")
                        .types("ScrollDepth")
                        .unit(FRACTION, HIGHER_IS_BETTER)
                        .means(
                                "How far down pages were seen; pages without a measurement do not count.",
                                "(furthest offset + viewport height) / document height")
                        .source("Snowplow, unified digital model", "https://github.com/snowplow/dbt-snowplow-unified"),
                metric("social-engagement", "Engagement with posts")
                        .types("SocialEngagement")
                        .unit(RATIO, HIGHER_IS_BETTER)
                        .means(
                                "Likes, comments and shares by impressions, by reach or by followers.",
                                "engagements / impressions | reach | followers")
                        .source(PLAUSIBLE, PLAUSIBLE_LINK),
                metric("conversion-rate", "Conversion rate")
                        .types("Conversion")
                        .unit(FRACTION, HIGHER_IS_BETTER)
                        .means("The share of sessions or visitors that reached a goal.", "converted units / units")
                        .source("Plausible, stats API", "https://plausible.io/docs/stats-api"),
                metric("funnel", "Funnel")
                        .types("FunnelCounts", "StepCounts")
                        .unit(FRACTION, HIGHER_IS_BETTER)
                        .means(
                                "How many units reach each step of a funnel, within a window and without exclusions.",
                                "reached step k / reached the first step")
                        .variant("STRICT", "nothing else in between", "PostHog", "Amplitude")
                        .variant("SEQUENTIAL", "in order, with others in between", "PostHog", "Plausible")
                        .variant("ANY", "in any order", "PostHog")
                        .source("PostHog, funnels", "https://posthog.com/docs/product-analytics/funnels"),
                metric("cart-abandonment", "Cart abandonment")
                        .types("Carts", "CartOutcomes")
                        .unit(FRACTION, LOWER_IS_BETTER)
                        .means(
                                "The share of carts that were opened and not ordered; those still open do not count.",
                                "abandoned / (ordered + abandoned)")
                        .variant("PER_CART", "each cart that was opened")
                        .variant("PER_SESSION", "sessions without an order in them", "Matomo")
                        .variant("PER_VISITOR", "visitors without any order")
                        .source("Nosto, cart abandonment", "https://help.nosto.com/en/articles/610545"));
    }
}

package io.cxmetrics.catalogue;

import static io.cxmetrics.catalogue.Direction.HIGHER_IS_BETTER;
import static io.cxmetrics.catalogue.Direction.LOWER_IS_BETTER;
import static io.cxmetrics.catalogue.MetricUnit.COUNT;
import static io.cxmetrics.catalogue.MetricUnit.FRACTION;
import static io.cxmetrics.catalogue.MetricUnit.TIME;

import io.cxmetrics.catalogue.Metric.Entry;
import java.util.List;

/** How tickets, calls and contacts go. */
final class SupportMetrics {

    private static final String ZENDESK_NATIVE = "Zendesk, native and SLA metrics of tickets";
    private static final String ZENDESK_NATIVE_LINK = "https://support.zendesk.com/hc/en-us/articles/4408834848154";

    private SupportMetrics() {}

    private static Entry metric(String id, String title) {
        return Metric.of(MetricFamily.SUPPORT, id, title);
    }

    static List<Metric> all() {
        return List.of(
                metric("time-to-resolution", "Time to resolution")
                        .types("TimeToResolution")
                        .unit(TIME, LOWER_IS_BETTER)
                        .means(
                                "How long tickets took from creation to resolution; open ones count as not yet "
                                        + "resolved.",
                                "mean or quantile of (resolved - created), elapsed or in open hours")
                        .variant(
                                "ResolutionRule.FIRST", "until the ticket was first solved", "Zendesk first resolution")
                        .variant("ResolutionRule.LAST", "until it was last solved", "Zendesk full resolution")
                        .source(ZENDESK_NATIVE, ZENDESK_NATIVE_LINK),
                metric("first-reply-time", "First and next reply time")
                        .types("ReplyTimes")
                        .unit(TIME, LOWER_IS_BETTER)
                        .means(
                                "How long customers waited for a public reply of a person; those who still wait are "
                                        + "not dropped.",
                                "first public reply - creation; next reply - oldest unanswered comment")
                        .source(
                                "Zendesk, first reply time",
                                "https://support.zendesk.com/hc/en-us/articles/4408821871642"),
                metric("time-in-status", "Time in a status")
                        .types("TimeInStatus", "TimeInStatus.Total")
                        .unit(TIME, LOWER_IS_BETTER)
                        .means(
                                "How long tickets stood in each status: requester wait, agent wait, on hold.",
                                "sum over the stays in a status of (end - start)")
                        .source(ZENDESK_NATIVE, ZENDESK_NATIVE_LINK),
                metric("handoffs", "Hand-offs of a ticket")
                        .types("Handoffs")
                        .unit(COUNT, LOWER_IS_BETTER)
                        .means(
                                "How many agents and groups had a ticket, and when an agent first took it up.",
                                "changes of the assignee; changes of the group")
                        .source("Fivetran, dbt_zendesk, ticket metrics", "https://github.com/fivetran/dbt_zendesk"),
                metric("first-contact-resolution", "First contact resolution")
                        .types("FirstContact")
                        .unit(FRACTION, HIGHER_IS_BETTER)
                        .means(
                                "The share of solved tickets that took one contact, under a named definition.",
                                "solved at first contact / solved")
                        .variant("ONE_TOUCH", "fewer than two agent replies", "Zendesk")
                        .variant("ONE_REPLY", "exactly one public agent reply", "dbt_zendesk")
                        .variant("NO_FURTHER_CONTACT", "no further contact of the customer", "Freshservice")
                        .variant("NO_REOPEN", "never reopened")
                        .variant("surveyed", "the customer says so", "Medallia")
                        .source(
                                "Zendesk, one-touch tickets",
                                "https://support.zendesk.com/hc/en-us/articles/4408820618266"),
                metric("reopen-rate", "Reopen rate")
                        .types("Reopens")
                        .unit(FRACTION, LOWER_IS_BETTER)
                        .means(
                                "The share of resolved tickets that were reopened, within a window where one is given.",
                                "tickets reopened / tickets resolved")
                        .source(
                                "Zendesk, ticket metrics",
                                "https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_metrics/"),
                metric("repeat-contact-rate", "Repeat contact rate")
                        .types("RepeatContact")
                        .unit(FRACTION, LOWER_IS_BETTER)
                        .means(
                                "The share of contacts that the same customer followed with another one within a "
                                        + "window.",
                                "contacts followed by another / contacts whose window is over")
                        .source(
                                "Call Centre Helper, first call resolution",
                                "https://www.callcentrehelper.com/first-call-contact-resolution-fcr-208926.htm"),
                metric("touches", "Touches and hand-offs")
                        .types("Touches")
                        .unit(COUNT, LOWER_IS_BETTER)
                        .means(
                                "How many replies and agents a solved ticket took.",
                                "replies / tickets; agents / tickets")
                        .source(ZENDESK_NATIVE, ZENDESK_NATIVE_LINK),
                metric("ticket-satisfaction", "Satisfaction with tickets")
                        .types("Satisfaction")
                        .unit(FRACTION, HIGHER_IS_BETTER)
                        .means(
                                "The share of good ratings among rated tickets, first or latest rating, and the "
                                        + "response rate.",
                                "good / (good + bad); rated / offered")
                        .source(
                                "Zendesk, satisfaction ratings",
                                "https://developer.zendesk.com/api-reference/ticketing/ticket-management/satisfaction_ratings/"),
                metric("sla-attainment", "Service level attainment")
                        .types("SlaAttainment")
                        .unit(FRACTION, HIGHER_IS_BETTER)
                        .means(
                                "The share of promises that were kept; promises still running do not count.",
                                "met / (met + breached)")
                        .source(
                                "Zendesk, service level policies",
                                "https://support.zendesk.com/hc/en-us/articles/4408829459866"),
                metric("backlog", "Backlog and its age")
                        .types("Backlog")
                        .unit(COUNT, LOWER_IS_BETTER)
                        .means(
                                "How many tickets are open at an instant, and for how long.",
                                "opened by then - closed by then")
                        .source(ZENDESK_NATIVE, ZENDESK_NATIVE_LINK),
                metric("queue-wait", "Queue wait, service level and abandonment")
                        .types("QueueWait")
                        .unit(TIME, LOWER_IS_BETTER)
                        .means(
                                "How long callers waited, the share answered within a target, and the share who gave "
                                        + "up.",
                                "mean wait; answered in target / offered; abandoned / offered")
                        .source(
                                "Erlang C and service levels, G. Koole, Call Center Optimization, 2013",
                                "https://www.gerkoole.com/CCO/"),
                metric("contact-rate", "Contact and complaint rate")
                        .types("EventRate")
                        .unit(MetricUnit.RATIO, LOWER_IS_BETTER)
                        .means("How many contacts or complaints there are for each customer.", "contacts / customers")
                        .source(
                                "F. Garwood, Fiducial limits for the Poisson distribution, Biometrika 28 (1936)",
                                "https://doi.org/10.1093/biomet/28.3-4.437"),
                metric("self-service", "Self-service and bot containment")
                        .types("Deflection", "BotContainment")
                        .unit(FRACTION, HIGHER_IS_BETTER)
                        .means(
                                "The share of help views without a later ticket, and of bot conversations without a "
                                        + "person.",
                                "help views without a ticket in the window / help views; contained / conversations")
                        .source(ZENDESK_NATIVE, ZENDESK_NATIVE_LINK));
    }
}

package io.cxmetrics.input.profile;

import java.util.Collections;
import java.util.Map;

/** Invented samples of the systems beside the first five. */
final class OtherSamples {

    private OtherSamples() {}

    static void addTo(Map<String, Sample> samples) {
        support(samples);
        surveys(samples);
        money(samples);
        events(samples);
    }

    private static void support(Map<String, Sample> samples) {
        samples.put(
                "freshdesk-csv",
                Sample.of(
                        "Ticket ID,Subject,Status,Priority,Created time,Due by Time,Resolved time,"
                                + "Initial response time,"
                                + "Agent interactions,Customer interactions",
                        "1,A,Closed,Low,2026-03-02 08:00:00,2026-03-03 08:00:00,2026-03-02 09:00:00,"
                                + "2026-03-02 08:10:00,1,1",
                        "2,B,Open,High,2026-03-02 08:00:00,2026-03-03 08:00:00,,,0,1"));
        samples.put(
                "zendesk-audits",
                Sample.of("{\"audits\":[{\"id\":1,\"ticket_id\":2,\"author_id\":3,\"created_at\":"
                        + "\"2026-03-02T08:00:00Z\",\"events\":[{\"id\":4,\"type\":\"Change\"}]}],\"meta\":{}}"));
        samples.put(
                "freshdesk-tickets",
                Sample.of("[{\"id\":1,\"created_at\":\"2026-03-02T08:00:00Z\",\"due_by\":\"2026-03-03T08:00:00Z\","
                        + "\"fr_escalated\":false,\"spam\":false,\"priority\":1,\"stats\":{\"resolved_at\":"
                        + "\"2026-03-02T09:00:00Z\",\"first_responded_at\":\"2026-03-02T08:10:00Z\"}}]"));
        samples.put(
                "intercom",
                Sample.of("{\"type\":\"conversation.list\",\"conversations\":[{\"type\":\"conversation\",\"id\":\"5\","
                        + "\"created_at\":1734537546,\"waiting_since\":null,\"state\":\"closed\","
                        + "\"source\":{\"delivered_as\":\"customer_initiated\"},\"statistics\":{"
                        + "\"first_admin_reply_at\":1734538000,\"last_close_at\":1734539000},"
                        + "\"conversation_rating\":{\"rating\":5,\"created_at\":1734539100}}]}"));
        samples.put(
                "jira-csv",
                Sample.of(
                        "Summary,Issue key,Issue id,Issue Type,Status,Priority,Created,Resolved,Due date,"
                                + "Satisfaction rating,Labels,Labels",
                        "A,HELP-1,10001,Service Request,Done,High,14/Jul/25 3:42 PM,15/Jul/25 3:42 PM,,5,x,y",
                        "B,HELP-2,10002,Service Request,Open,High,14/Jul/25 3:42 PM,,,,,"));
        samples.put(
                "jira-table",
                Sample.of(
                        "id,_fivetran_deleted,created,due_date,issue_type,key,priority,resolved,status_cate"
                                + "gory_changed",
                        "1,FALSE,2026-03-02 08:00:00,,10103,TP-1,3,2026-03-02 20:00:00,2026-03-02 20:00:00"));
        samples.put(
                "zammad",
                Sample.of(
                        "[{\"id\":1,\"number\":\"22001\",\"priority_id\":2,\"created_at\":\"2026-03-02T08:00:00.000Z\","
                                + "\"close_at\":\"2026-03-02T09:00:00.000Z\",\"first_response_at\":null,"
                                + "\"first_response_in_min\":null,\"close_diff_in_min\":null,\"close_escalati"
                                + "on_at\":null}]"));
        samples.put(
                "servicenow",
                Sample.of("{\"result\":[{\"sys_id\":\"a1\",\"number\":\"INC1\",\"state\":\"7\",\"priority\":\"4\","
                        + "\"opened_at\":\"2026-03-02 08:00:00\",\"closed_at\":\"2026-03-02 "
                        + "09:00:00\",\"due_date\":\"\"}]}"));
        samples.put(
                "servicenow-csv",
                Sample.of(
                        "number,opened_at,resolved_at,closed_at,priority",
                        "INC1,2026-03-02 08:00:00,2026-03-02 09:00:00,2026-03-07 09:00:00,4 - Low"));
    }

    private static void surveys(Map<String, Sample> samples) {
        samples.put(
                "surveymonkey",
                Sample.of(
                        "Respondent ID,Collector ID,Start Date,End Date,How satisfied are you with "
                                + "us?,Which do you use?,,",
                        ",,,,Response,Web,App,",
                        "1,7,03/01/2026,03/01/2026,Very satisfied,Web,,",
                        "2,7,03/01/2026,03/01/2026,Very dissatisfied,,App,"));
        samples.put(
                "surveymonkey-audience",
                Sample.of(
                        "RespondentID,How satisfied are you with us?,Age",
                        "1,Very satisfied,30 - 44",
                        "2,N/A,18 - 29"));
        samples.put(
                "typeform",
                Sample.of(
                        "#,How likely are you to recommend us?,Other,Other,Start Date (UTC),Submit "
                                + "Date (UTC),Network ID",
                        "a1,9,,,2026-03-29 21:23:43,2026-03-29 21:24:43,n1",
                        "a2,3,,,2026-03-29 21:23:43,2026-03-29 21:24:43,n2"));
        samples.put(
                "google-forms",
                Sample.of(
                        "Timestamp,How likely are you to recommend us?",
                        "2026/03/05 11:34:01 AM EST,9",
                        "2026/03/05 11:35:01 AM EST,2"));
        samples.put(
                "limesurvey",
                Sample.of(
                        "id. Response ID,submitdate. Date submitted,lastpage. Last page,startlanguage. Start language,"
                                + "NPS. How likely are you to recommend us?",
                        "1,2026-03-01 08:00:00,3,en,9",
                        "2,,1,en,"));
        samples.put(
                "delighted",
                Sample.of("[{\"id\":\"1\",\"person\":\"7\",\"survey_type\":\"nps\",\"score\":9,\"permalink\":\"x\","
                        + "\"created_at\":1772352000}]"));
        samples.put(
                "chatwoot",
                Sample.of(
                        "Agent Name,Rating,Feedback Comment,Contact Name,Recorded date",
                        "Ada (ada@example.com),5,good,Bob,2026-03-01 08:00:00 UTC",
                        "Reporting period 2026-03-01 to 2026-03-31"));
    }

    private static void money(Map<String, Sample> samples) {
        samples.put(
                "stripe-csv",
                Sample.of(
                        "id,Customer ID,Plan,Quantity,Currency,Interval,Amount,Status,Created (UTC),Start (UTC),"
                                + "Current Period End (UTC),Canceled At (UTC),Ended At (UTC)",
                        "sub_1,cus_1,pro,1,usd,month,20.00,active,2026-01-01 08:00,2026-01-01 08:00,2026-04-01 08:00,,",
                        "sub_2,cus_2,pro,1,usd,month,20.00,canceled,2026-01-01 08:00,2026-01-01 08:00,2026-02-01 08:00,"
                                + "2026-01-05 08:00,2026-02-01 08:00"));
        samples.put(
                "stripe-subscriptions",
                Sample.of(
                        "{\"object\":\"list\",\"data\":[{\"id\":\"sub_1\",\"customer\":\"cus_1\",\"currency\":\"usd\","
                                + "\"status\":\"active\",\"start_date\":1767225600,\"ended_at\":null,"
                                + "\"billing_cycle_anchor\":1767225600,"
                                + "\"items\":{\"data\":[{\"price\":{\"unit_amount\":2000}}]}}]}"));
        samples.put(
                "chargebee",
                Sample.of("{\"list\":[{\"subscription\":{\"id\":\"1\",\"customer_id\":\"c1\",\"status\":\"active\","
                        + "\"started_at\":1767225600,\"activated_at\":1767225600,\"cancelled_at\":null}}]}"));
        samples.put(
                "recurly",
                Sample.of(
                        "id,account_id,state,activated_at,canceled_at,expires_at,currency,unit_amount,quantity",
                        "1,a1,expired,2026-01-01 08:00:00,2026-01-20 08:00:00,2026-02-01 08:00:00,USD,99.0,1",
                        "2,a2,active,2026-01-01 08:00:00,,,USD,99.0,1"));
        samples.put(
                "shopify",
                Sample.of(
                        "Name,Email,Financial Status,Paid at,Currency,Total,Created at,Lineitem quantity,"
                                + "Lineitem price,"
                                + "Cancelled at,Refunded Amount",
                        "#1001,a@example.com,paid,2026-03-01 08:00:00 -0700,USD,30.00,2026-03-01 "
                                + "08:00:00 -0700,1,20.00,,0.00",
                        "#1001,a@example.com,,,,,2026-03-01 08:00:00 -0700,1,10.00,,",
                        "#1002,b@example.com,paid,,USD,30.00,2026-03-01 08:00:00 -0700,1,30.00,2026-03-02 "
                                + "08:00:00 -0700,0.00"));
        samples.put(
                "shopify-table",
                Sample.of(
                        "id,currency,total_price,created_at,customer_id,order_number,financial_status,"
                                + "cancelled_at,test",
                        "1,USD,30.00,2026-03-01 08:00:00,7,1001,paid,,FALSE"));
        samples.put(
                "woocommerce",
                Sample.of("[{\"id\":727,\"order_key\":\"wc_1\",\"status\":\"completed\",\"currency\":\"USD\","
                        + "\"date_created_gmt\":\"2026-03-01T08:00:00\",\"total\":\"29.35\",\"customer_id\":5}]"));
        samples.put(
                "woocommerce-report",
                Sample.of(
                        "Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),"
                                + "Items sold,Net Sales",
                        "2026-03-01 08:00:00,727,$29.35,completed,Ada,new,1× Tea,1,29.35"));
    }

    private static void events(Map<String, Sample> samples) {
        samples.put(
                "ga4-events",
                Sample.of(Collections.nCopies(
                                2,
                                "{\"event_date\":\"20260301\",\"event_timestamp\":\"1772352000000000\","
                                        + "\"event_name\":\"page_view\",\"user_pseudo_id\":\"1.2\","
                                        + "\"event_params\":[]}")
                        .toArray(String[]::new)));
        samples.put(
                "ga4-report",
                Sample.of(
                        "# ----------------------------------------",
                        "# Reports snapshot",
                        "# Account: Shop",
                        "# Property: shop.example",
                        "# ----------------------------------------",
                        "#  ",
                        "# Start date: 20260301",
                        "# End date: 20260331",
                        "Active users,New users",
                        "12,10"));
        samples.put(
                "matomo-visits",
                Sample.of(
                        "idSite,idVisit,firstActionTimestamp,lastActionTimestamp,visitDuration,actions,interactions",
                        "1,1,1772352000,1772352271,271,1,1"));
        samples.put(
                "plausible",
                Sample.of(
                        "\"date\",\"visitors\",\"pageviews\",\"bounces\",\"visits\",\"visit_duration\"",
                        "\"2026-03-01\",10,30,4,12,900"));
        samples.put(
                "segment",
                Sample.of(
                        "{\"type\":\"track\",\"event\":\"Order Completed\",\"anonymousId\":\"a\",\"messageId\":\"m1\","
                                + "\"timestamp\":\"2026-03-01T08:00:00.000Z\",\"context\":{\"page\":{\"path\""
                                + ":\"/x\"}}}",
                        "{\"type\":\"identify\",\"anonymousId\":\"a\",\"messageId\":\"m2\","
                                + "\"timestamp\":\"2026-03-01T08:00:00.000Z\"}"));
        StringBuilder snowplow = new StringBuilder("shop\tweb\t2026-03-01 08:00:09.000\t2026-03-01 08:00:01.000\t"
                + "2026-03-01 08:00:00.000\tpage_view\te1");
        for (int field = 7; field < 131; field++) {
            snowplow.append('\t')
                    .append(
                            field == 15
                                    ? "u1"
                                    : field == 35
                                            ? "/x"
                                            : field == 123 ? "s1" : field == 124 ? "2026-03-01 08:00:00.500" : "");
        }
        samples.put("snowplow", Sample.of(snowplow.toString()));
        samples.put(
                "mixpanel",
                Sample.of("{\"event\":\"Signed up\",\"properties\":{\"time\":1772352000,\"distinct_id\":\"u\","
                        + "\"$insert_id\":\"i\",\"$current_url\":\"https://x/y\"}}"));
        samples.put(
                "amplitude",
                Sample.of("{\"event_type\":\"open\",\"amplitude_id\":1,\"session_id\":-1,\"$insert_id\":\"i\","
                        + "\"event_time\":\"2026-03-01 08:00:00.000\"}"));
        samples.put(
                "amplitude-table",
                Sample.of(
                        "id,amplitude_id,event_time,event_type,session_id,user_id",
                        "1,7,2026-03-01T08:00:00.000,open,-1,u"));
        samples.put(
                "posthog",
                Sample.of(
                        "{\"uuid\":\"u\",\"event\":\"$pageview\",\"distinct_id\":\"d\","
                                + "\"timestamp\":\"2026-03-01T08:00:00.000Z\",\"properties\":{\"$current_url\":\"https://x/y\"}}"));
    }
}

package io.cxmetrics.input.profile;

import java.util.LinkedHashMap;
import java.util.Map;

/** An invented sample for each profile that comes with the library. */
final class Samples {

    static final Map<String, Sample> ALL = new LinkedHashMap<>();

    static {
        ALL.put(
                "qualtrics",
                Sample.of(
                        "StartDate,EndDate,Status,Finished,RecordedDate,ResponseId,Q1_NPS_GROUP,Q1,Q2",
                        "Start Date,End Date,Response Type,Finished,Recorded Date,Response ID,\"Would "
                                + "you, again?\nGroup\",Would you?,Why?",
                        "\"{\"\"ImportId\"\":\"\"startDate\"\",\"\"timeZone\"\":\"\"America/Denver\"\"}\","
                                + "\"{\"\"ImportId\"\":\"\"endDate\"\",\"\"timeZone\"\":\"\"America/Denver\"\"}\","
                                + "\"{\"\"ImportId\"\":\"\"status\"\"}\",\"{\"\"ImportId\"\":\"\"finished\"\"}\","
                                + "\"{\"\"ImportId\"\":\"\"recordedDate\"\",\"\"timeZone\"\":\"\"America/Denver\"\"}\","
                                + "\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",\"{\"\"ImportId\"\":\"\"QID1_NPS_"
                                + "GROUP\"\"}\","
                                + "\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":\"\"QID2_TEXT\"\"}\"",
                        "2026-03-01 08:00:00,2026-03-01 08:01:00,0,1,2026-03-01 08:01:01,R_1,3,9,good",
                        "2026-03-01 09:00:00,2026-03-01 09:01:00,0,1,2026-03-01 09:01:01,R_2,1,4,\"bad,\nvery\"",
                        "2026-03-01 09:30:00,2026-03-01 09:31:00,1,1,2026-03-01 09:31:01,R_3,3,10,a preview",
                        "2026-03-01 10:00:00,2026-03-01 10:01:00,0,1,2026-03-01 10:01:01,R_4,,-99,"));
        ALL.put(
                "qualtrics-legacy",
                Sample.of(
                        "V1,V2,V3,V4,V5,V6,V7,V8,V9,V10,Q1_NPS_GROUP,Q1,",
                        "ResponseID,ResponseSet,Name,ExternalDataReference,EmailAddress,IPAddress,"
                                + "Status,StartDate,EndDate,"
                                + "Finished,Would you?,Would you?,",
                        "R_1,Default,Anon,,,192.0.2.1,0,2016-03-01 08:00:00,2016-03-01 08:01:00,1,Promoter,10,",
                        "R_2,Default,Anon,,,192.0.2.1,8,2016-03-01 08:00:00,2016-03-01 08:01:00,1,Promoter,10,"));
        ALL.put(
                "zendesk-tickets",
                Sample.of(
                        "{\"tickets\":[",
                        "{\"id\":1,\"via\":{\"channel\":\"web\"},\"created_at\":\"2026-03-02T08:00:00Z\","
                                + "\"priority\":\"high\","
                                + "\"status\":\"solved\",\"requester_id\":7,\"due_at\":null,"
                                + "\"satisfaction_rating\":{\"id\":3,\"score\":\"good\"},"
                                + "\"metric_set\":{\"solved_at\":\"2026-03-02T10:30:00Z\",\"reopens\":0,"
                                + "\"reply_time_in_minutes\":{\"calendar\":12,\"business\":12}}},",
                        "{\"id\":2,\"via\":{\"channel\":\"web\"},\"created_at\":\"2026-03-02T08:00:00Z\","
                                + "\"priority\":null,"
                                + "\"status\":\"open\",\"requester_id\":8,\"due_at\":null,\"satisfaction_rating\":null,"
                                + "\"metric_set\":{\"solved_at\":null,\"reopens\":0,"
                                + "\"reply_time_in_minutes\":{\"calendar\":null,\"business\":null}}},",
                        "{\"id\":3,\"via\":{\"channel\":\"web\"},\"created_at\":\"2026-03-02T08:00:00Z\","
                                + "\"priority\":null,"
                                + "\"status\":\"deleted\",\"requester_id\":8,\"due_at\":null,\"satisfaction_r"
                                + "ating\":null,"
                                + "\"metric_set\":null}",
                        "],\"metric_sets\":[{\"id\":9}],\"count\":3}"));
        ALL.put(
                "zendesk-csv",
                Sample.of(
                        "Summation column,ID,Requester,Requester id,Status,Priority,Created at,Solved "
                                + "at,Resolution time,"
                                + "Satisfaction Score,Group stations,Assignee stations,Reopens,Replies,"
                                + "First reply time in minutes,First reply time in minutes within business hours",
                        "1,10,Ada,7,Closed,High,2026-03-02 08:00,2026-03-02 10:30,3,Good,1,1,0,1,12,12",
                        "1,11,Bob,8,Open,,2026-03-02 09:00,,,Not Offered,1,1,0,0,,",
                        "1,12,Cem,9,Solved,Low,2026-03-02 09:00,2026-03-02 09:30,1,Bad,1,1,1,2,5,5"));
        ALL.put(
                "zendesk-ratings",
                Sample.of(
                        "{\"satisfaction_ratings\":[",
                        "{\"id\":1,\"ticket_id\":10,\"requester_id\":7,\"score\":\"good\",\"updated_at\":\""
                                + "2026-03-02T08:00:00Z\"},",
                        "{\"id\":2,\"ticket_id\":11,\"requester_id\":8,\"score\":\"offered\",\"updated_at\""
                                + ":\"2026-03-02T08:00:00Z\"},",
                        "{\"id\":3,\"ticket_id\":12,\"requester_id\":9,\"score\":\"bad\",\"updated_at\":\"2"
                                + "026-03-02T08:00:00Z\"}",
                        "],\"next_page\":null}"));
        ALL.put(
                "salesforce-cases",
                Sample.of(
                        "\"Id\",\"IsDeleted\",\"MasterRecordId\",\"CaseNumber\",\"Status\",\"Priority\",\"IsClosed\","
                                + "\"ClosedDate\",\"CreatedDate\"",
                        "\"5001\",\"0\",\"000000000000000AAA\",\"00001\",\"Closed\",\"High\",\"1\","
                                + "\"2026-06-09 20:24:44\","
                                + "\"2026-06-09 18:24:44\"",
                        "\"5002\",\"0\",\"5001\",\"00002\",\"Closed\",\"Low\",\"1\",\"2026-06-09 "
                                + "20:24:44\",\"2026-06-09 18:24:44\"",
                        "\"5003\",\"1\",\"\",\"00003\",\"New\",\"Low\",\"0\",\"\",\"2026-06-09 18:24:44\"",
                        "\"5004\",\"0\",\"\",\"00004\",\"New\",\"Low\",\"0\",\"\",\"2026-06-09 18:24:44\""));
        ALL.put(
                "salesforce-history",
                Sample.of(
                        "\"Id\",\"CaseId\",\"CreatedById\",\"CreatedDate\",\"Field\",\"OldValue\","
                                + "\"NewValue\",\"IsDeleted\"",
                        "\"017\",\"5001\",\"005\",\"2026-06-09T18:24:44.000Z\",\"Status\",\"New\","
                                + "\"Closed\",\"false\""));
        ALL.put(
                "hubspot-feedback",
                Sample.of(
                        "{\"results\":[",
                        "{\"id\":\"1\",\"properties\":{\"hs_survey_type\":\"NPS\",\"hs_value\":\"10\","
                                + "\"hs_response_group\":\"PROMOTER\",\"hs_submission_timestamp\":\"2026-03-0"
                                + "2T08:00:00.000Z\","
                                + "\"hs_contact_id\":\"7\"},\"archived\":false},",
                        "{\"id\":\"2\",\"properties\":{\"hs_survey_type\":\"CSAT\",\"hs_value\":\"2\","
                                + "\"hs_response_group\":\"PROMOTER\",\"hs_submission_timestamp\":\"2026-03-0"
                                + "2T08:00:00.000Z\","
                                + "\"hs_contact_id\":\"7\"},\"archived\":false},",
                        "{\"id\":\"3\",\"properties\":{\"hs_survey_type\":\"CSAT\",\"hs_value\":\"0\","
                                + "\"hs_response_group\":\"DETRACTOR\",\"hs_submission_timestamp\":\"2026-03-"
                                + "02T08:00:00.000Z\","
                                + "\"hs_contact_id\":\"8\"},\"archived\":false}",
                        "],\"paging\":{\"next\":{\"after\":\"3\"}}}"));
        ALL.put(
                "hubspot-feedback-csv",
                Sample.of(
                        "Response ID,Survey type,Rating,Feedback sentiment,Date,Email",
                        "1,NPS,10,PROMOTER,2026-03-02 08:00,a@example.com",
                        "2,CSAT,2,PROMOTER,2026-03-02 08:00,a@example.com",
                        "3,NPS,3,DETRACTOR,2026-03-02 08:00,b@example.com"));
        ALL.put(
                "hubspot-tickets",
                Sample.of(
                        "{\"results\":[",
                        "{\"id\":\"1\",\"properties\":{\"createdate\":\"2026-03-02T08:00:00.000Z\","
                                + "\"hs_pipeline_stage\":\"4\","
                                + "\"closed_date\":\"2026-03-02T11:00:00.000Z\",\"hs_ticket_priority\":\"HIGH\"},"
                                + "\"archived\":false},",
                        "{\"id\":\"2\",\"properties\":{\"createdate\":\"2026-03-02T08:00:00.000Z\","
                                + "\"hs_pipeline_stage\":\"1\","
                                + "\"closed_date\":null,\"hs_ticket_priority\":null},\"archived\":false}",
                        "]}"));
        ALL.put(
                "hubspot-tickets-csv",
                Sample.of(
                        "Ticket ID,Ticket name,Pipeline,Ticket status,Create date,Close date,Priority",
                        "1,A,Support,Closed,2026-03-02 08:00,2026-03-02 11:00,HIGH",
                        "2,B,Support,New,2026-03-02 08:00,,LOW"));
        ALL.put(
                "hotjar",
                Sample.of(
                        "Number,User,Date Submitted,Country,Source URL,Device,Browser,OS,Hotjar User ID,"
                                + "How likely are you to recommend us?,Tags for: How likely are you "
                                + "to recommend us?,Why?",
                        "3,a1,2026-10-03 18:06:56,DE,https://example.com,desktop,Firefox,Linux,u1,9,,fast",
                        "2,b2,2026-10-03 17:06:56,DE,https://example.com,phone,Firefox,Linux,u2,2,,",
                        "1,c3,2026-10-03 16:06:56,DE,https://example.com,phone,Firefox,Linux,u3,,,"));
        ALL.put(
                "hotjar-feedback",
                Sample.of(
                        "Number,Date Submitted,Emotion (1-5),Message",
                        "1,2026-10-03 18:06:56,4,nice",
                        "2,2026-10-03 18:06:56,1,"));
    }

    static {
        OtherSamples.addTo(ALL);
    }

    private Samples() {}

    static Sample of(String profile) {
        Sample sample = ALL.get(profile);
        if (sample == null) {
            throw new AssertionError("no sample of the profile " + profile);
        }
        return sample;
    }
}

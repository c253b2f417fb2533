package io.cxmetrics.cli;

import static io.cxmetrics.cli.Golden.compare;
import static io.cxmetrics.cli.Golden.compareInterval;
import static io.cxmetrics.cli.Golden.cx;
import static io.cxmetrics.cli.Golden.golden;
import static io.cxmetrics.cli.Golden.same;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.cxmetrics.testkit.GoldenTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code cx support} over real tickets, against values computed outside Java. */
@GoldenTest
class GoldenSupportCommandTest {

    private static final String NYC = "nyc311_2020";
    private static final String UCI = "uci_incident_log";
    private static final Map<String, String> RESOLVED =
            Map.of("n", "resolved", "count", "resolved", "excluded_null", "open");

    private static JsonNode nyc(String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "--no-header",
                "--created=2",
                "--resolved=3",
                "--date-format=MM/dd/yyyy hh:mm:ss a",
                "--zone=America/New_York"));
        all.addAll(List.of(options));
        return cx("support", NYC + "/nyc_311.csv.gz", all.toArray(String[]::new));
    }

    private static JsonNode uci(String... options) throws IOException {
        List<String> all =
                new ArrayList<>(List.of("--ticket=number", "--created=opened_at", "--date-format=d/M/yyyy HH:mm"));
        all.addAll(List.of(options));
        return cx("support", UCI + "/incident_event_log.csv.gz", all.toArray(String[]::new));
    }

    private static void compareTimes(JsonNode expected, JsonNode actual) {
        compare(expected, actual, RESOLVED, 7);
        compare(expected.get("linear"), actual, Map.of(), 3);
    }

    private static String holidays(JsonNode golden) {
        List<String> days = new ArrayList<>();
        golden.get("params").get("holidays").forEach(day -> days.add(day.asText()));
        return "--holidays=" + String.join(",", days);
    }

    @Test
    void requestsByTheClockAndTheirTarget() throws IOException {
        JsonNode total = nyc("--target=72h").get("total");
        JsonNode elapsed = golden(NYC, "ttr_elapsed").get("expected");
        compareTimes(elapsed, total);
        same(elapsed.get("excluded_negative"), total.get("left_out").get("resolved_before_created"), "negative");

        JsonNode target = golden(NYC, "sla_72h").get("expected");
        compare(target, total, Map.of("n", "resolved", "sla_pct", "within_target"), 3);
        compareInterval(target.get("ci95_wilson"), total);
    }

    @Test
    void requestsInBusinessHours() throws IOException {
        JsonNode golden = golden(NYC, "ttr_business");
        compareTimes(
                golden.get("expected"),
                nyc("--hours=Mon-Fri 09:00-17:00", holidays(golden)).get("total"));
    }

    @Test
    void requestsByMonthOfCreation() throws IOException {
        JsonNode expected = golden(NYC, "ttr_by_month").get("expected");
        int compared = 0;
        for (JsonNode month : nyc("--per=month").get("total").get("periods")) {
            JsonNode of = expected.get(month.get("period").asText());
            if (of == null) {
                // Months of the backlog alone, in which requests were closed and none was opened.
                assertThat(month.get("tickets").asLong()).isZero();
            } else {
                compare(of, month, RESOLVED, 3);
                compared++;
            }
        }
        assertThat(compared).isEqualTo(expected.size());
    }

    @Test
    void incidentsAndThoseOfEachPriority() throws IOException {
        JsonNode output = uci("--resolved=resolved_at", "--by=priority");
        JsonNode expected = golden(UCI, "ttr_resolved").get("expected");
        compareTimes(expected, output.get("total"));
        same(expected.get("excluded_null"), output.get("total").get("open"), "open");
        Golden.compareGroups(
                golden(UCI, "ttr_resolved_by_priority").get("expected"), output.get("groups"), "priority", 2);
    }

    /** The targets differ by priority, so each has a run of its own. */
    @Test
    void incidentsWithinTheTargetOfTheirPriority() throws IOException {
        JsonNode expected = golden(UCI, "sla_target").get("expected");
        long met = 0;
        for (Map.Entry<String, JsonNode> target : expected.get("targets_h").properties()) {
            JsonNode groups = uci("--resolved=resolved_at", "--by=priority", "--target=" + target.getValue() + "h")
                    .get("groups");
            for (JsonNode group : groups) {
                if (group.get("by").get("priority").asText().equals(target.getKey())) {
                    compare(expected.get("by_priority").get(target.getKey()), group, RESOLVED, 2);
                    met += group.get("met").asLong();
                }
            }
        }
        assertThat(met).isEqualTo(expected.get("met").asLong());
    }

    /** All targets in one run, replayed; those that are open past their target are breached, and no golden has them. */
    @Test
    void incidentsAgainstServiceLevelsByPriority() throws IOException {
        JsonNode expected = golden(UCI, "sla_target").get("expected");
        List<String> options =
                new ArrayList<>(List.of("--resolved=resolved_at", "--priority=priority", "--by=priority"));
        expected.get("targets_h")
                .properties()
                .forEach(target -> options.add("--sla=resolution:" + target.getKey() + "=" + target.getValue() + "h"));
        JsonNode output = uci(options.toArray(String[]::new));
        same(expected.get("met"), output.get("total").get("sla_resolution_met"), "met");
        for (JsonNode group : output.get("groups")) {
            JsonNode of = expected.get("by_priority")
                    .get(group.get("by").get("priority").asText());
            same(of.get("met"), group.get("sla_resolution_met"), "met");
            assertThat(group.get("sla_resolution_breached").asLong())
                    .isBetween(
                            of.get("n").asLong() - of.get("met").asLong(),
                            group.get("tickets").asLong() - of.get("met").asLong());
        }
    }

    @Test
    void incidentsOpenAtTheEndOfEachMonth() throws IOException {
        JsonNode expected = golden(UCI, "backlog_monthly").get("expected");
        JsonNode months =
                uci("--resolved=closed_at", "--per=month").get("total").get("periods");
        assertThat(months).hasSize(expected.size());
        Map<String, String> names =
                Map.of("opened", "backlog_opened", "closed", "backlog_closed", "backlog_end", "backlog_at_end");
        for (JsonNode month : months) {
            compare(expected.get(month.get("period").asText()), month, names, 3);
        }
    }

    @Test
    void incidentsInBusinessHoursOfSaoPaulo() throws IOException {
        JsonNode golden = golden(UCI, "ttr_business_sao_paulo");
        JsonNode total = uci(
                        "--resolved=resolved_at",
                        "--zone=America/Sao_Paulo",
                        "--hours=Mon-Fri 08:00-18:00",
                        holidays(golden))
                .get("total");
        compareTimes(golden.get("expected"), total);
    }

    /**
     * The golden adds up the gaps between rows in the order of the file, and the command between changes in the order
     * of time, from the opening on and for the last status until now. So Closed, the last of all incidents, is not
     * comparable; New and Resolved differ by the 121 hours or so of one incident whose rows are out of order. A
     * reopening is a step back from resolved, where the golden trusts the counter of the file: one incident steps back
     * uncounted.
     */
    @Test
    void statusesOfIncidents() throws IOException {
        JsonNode total = uci(
                        "--resolved=resolved_at",
                        "--status=incident_state",
                        "--at=sys_updated_at",
                        "--statuses=Active=open,Awaiting User Info=pending,Awaiting Vendor=pending,"
                                + "Awaiting Problem=pending,Awaiting Evidence=pending,-100=open")
                .get("total");
        JsonNode expected = golden(UCI, "time_in_state").get("expected");
        for (String status : List.of(
                "-100", "Active", "Awaiting Evidence", "Awaiting Problem", "Awaiting User Info", "Awaiting Vendor")) {
            same(expected.get(status).get("hours"), total.get("time_in_status").get(status), status);
        }
        for (String status : List.of("New", "Resolved")) {
            assertThat(total.get("time_in_status").get(status).doubleValue())
                    .as(status)
                    .isCloseTo(expected.get(status).get("hours").doubleValue(), within(123.0));
        }
        JsonNode reopen = golden(UCI, "reopen").get("expected");
        assertThat(total.get("reopened_tickets").asLong())
                .isEqualTo(reopen.get("reopened").asLong() + 1);
        assertThat(total.get("reopens").asLong())
                .isEqualTo(reopen.get("total_reopens").asLong() + 1);
    }
}

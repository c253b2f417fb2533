package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.cxmetrics.testkit.GoldenTest;
import io.cxmetrics.testkit.SharedData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Samples of real exports, against values computed outside Java, without an option that names a column of a time, a
 * status or an amount. Where a survey has many questions, the question is named.
 */
@GoldenTest
class GoldenExportsTest {

    private static final String CHARACTERS = "Please state whether you view the following characters favorably,"
            + " unfavorably, or are unfamiliar with him/her. - ";

    private static JsonNode cx(String command, String file, String... options) throws IOException {
        List<String> all = new ArrayList<>(
                List.of(command, SharedData.file("data/vendor/" + file).toString()));
        all.addAll(List.of(options));
        all.add("--format=json");
        return Run.cx(all.toArray(String[]::new)).json();
    }

    private static void is(JsonNode node, String figure, double value) {
        assertThat(node.get("total").get(figure).asDouble()).as(figure).isCloseTo(value, within(5e-7));
    }

    private static Run refused(String command, String file) {
        return Run.cx(command, SharedData.file("data/vendor/" + file).toString());
    }

    @Test
    void starWarsOfSurveyMonkey() throws IOException {
        String file = "surveymonkey/star_wars.csv";
        JsonNode solo = cx("csat", file, "--rating", CHARACTERS + "Han Solo");
        assertThat(solo.get("profile").asText()).isEqualTo("surveymonkey");
        is(solo, "satisfied", 366);
        is(solo, "dissatisfied", 5);
        is(solo, "n", 391);
        is(solo, "csat", 93.606138);
        is(solo, "net_satisfaction", 92.327366);
        assertThat(solo.get("total").get("left_out").toString()).isEqualTo("{\"blank\":152,\"not_applicable\":7}");
        JsonNode jarJar = cx("csat", file, "--rating", CHARACTERS + "Jar Jar Binks");
        is(jarJar, "csat", 34.110787);
        is(jarJar, "net_satisfaction", -9.620991);
        assertThat(jarJar.get("total").get("left_out").toString()).isEqualTo("{\"blank\":156,\"not_applicable\":51}");
        JsonNode seen = cx("rate", file, "--yes", "Have you seen any of the 6 films in the Star Wars franchise?");
        is(seen, "yes", 457);
        is(seen, "rate", 83.090909);
    }

    @Test
    void pollsOfSurveyMonkeyWithOneHeaderRow() throws IOException {
        JsonNode watch = cx(
                "csat",
                "surveymonkey/weather_check.csv",
                "--rating",
                "If you had a smartwatch (like the soon to be released Apple Watch), how likely or "
                        + "unlikely would you be"
                        + " to check the weather on that device?");
        assertThat(watch.get("profile").asText()).isEqualTo("surveymonkey-audience");
        is(watch, "csat", 69.356598);
        is(watch, "n", 917);
        is(watch, "left_out_total", 11);
        JsonNode ethiopia = cx("csat", "surveymonkey/food_world_cup.csv", "--rating", "#41");
        is(ethiopia, "n", 162);
        is(ethiopia, "mean", 3.308641975);
        is(ethiopia, "csat", 45.061728);
        assertThat(ethiopia.get("total").get("left_out").toString()).isEqualTo("{\"blank\":46,\"not_applicable\":392}");
        JsonNode italy = cx("csat", "surveymonkey/food_world_cup.csv", "--rating", "#23");
        is(italy, "n", 515);
        is(italy, "mean", 4.333980583);
        is(italy, "csat", 86.019417);
    }

    @Test
    void newCodersOfTypeform() throws IOException {
        String file = "typeform/new_coders_2016_part.csv";
        JsonNode bootcamp = cx(
                "rate", file, "--yes", "Based on your experience, would you recommend this bootcamp to your friends?");
        assertThat(bootcamp.get("profile").asText()).isEqualTo("typeform");
        is(bootcamp, "yes", 19);
        is(bootcamp, "rate", 70.37037);
        is(bootcamp, "left_out_total", 773);
        JsonNode relocate = cx("rate", file, "--yes", "Are you willing to relocate for a job?");
        is(relocate, "yes", 217);
        is(relocate, "n", 217 + 79);
    }

    @Test
    void issuesOfJira() throws IOException {
        JsonNode jira = cx("support", "jira/fivetran_issue.csv", "--unit", "days", "--as-of", "2021-01-01");
        assertThat(jira.get("profile").asText()).isEqualTo("jira-table");
        is(jira, "tickets", 4);
        is(jira, "resolved", 3);
        is(jira, "min", 0);
        is(jira, "median", 18);
        is(jira, "max", 58.124942);
    }

    @Test
    void recordsOfServiceNow() throws IOException {
        JsonNode records = cx("support", "servicenow/incidents.json", "--unit", "minutes", "--as-of", "2016-02-01");
        assertThat(records.get("profile").asText()).isEqualTo("servicenow");
        is(records, "resolved", 1);
        is(records, "mean", 137 / 60.0);
        is(records, "open", 3);
    }

    @Test
    void ticketsOfZammadAndZendesk() throws IOException {
        JsonNode zammad = cx("support", "zammad/tickets.json", "--as-of", "2021-12-01");
        is(zammad, "tickets", 4);
        is(zammad, "resolved", 0);
        JsonNode zendesk = cx("support", "zendesk/tickets_with_metric_sets.json", "--as-of", "2017-12-31");
        assertThat(zendesk.get("profile").asText()).isEqualTo("zendesk-tickets");
        is(zendesk, "tickets", 8);
        is(zendesk, "resolved", 0);
        Run without = refused("support", "zendesk/incremental_tickets_cursor.json");
        assertThat(without.code()).isEqualTo(2);
        assertThat(without.err()).contains("no column is the resolved, which is metric_set.solved_at");
    }

    @Test
    void conversationsOfIntercom() throws IOException {
        JsonNode conversations = cx("support", "intercom/conversations_search.json", "--as-of", "2025-01-01");
        assertThat(conversations.get("profile").asText()).isEqualTo("intercom");
        is(conversations, "tickets", 1);
    }

    @Test
    void ordersOfShopifyInEachCurrencyAndNeverAdded() throws IOException {
        String file = "shopify/fivetran_order.csv";
        Run both = refused("clv", file);
        assertThat(both.code()).isNotZero();
        assertThat(both.err()).contains("amounts must be in one currency, got GBP and USD");
        JsonNode usd = cx("clv", file, "--in", "USD");
        assertThat(usd.get("profile").asText()).isEqualTo("shopify-table");
        is(usd, "gross", 615.03);
        is(usd, "customers", 5);
        JsonNode gbp = cx("clv", file, "--in", "GBP");
        is(gbp, "gross", 11.98);
        is(gbp, "customers", 2);
    }

    @Test
    void eventsOfSnowplowAndAmplitude() throws IOException {
        JsonNode snowplow = cx("web", "snowplow/enriched_event.tsv");
        assertThat(snowplow.get("profile").asText()).isEqualTo("snowplow");
        is(snowplow, "page_views", 1);
        is(snowplow, "sessions", 1);
        JsonNode amplitude = cx("web", "amplitude/fivetran_event.csv");
        is(amplitude, "events", 10);
        is(amplitude, "visitors", 3);
    }

    @Test
    void sumsAndVisitsAreNoEvents() {
        for (String file : List.of(
                "ga4/reports_snapshot.csv",
                "matomo/live_visits_day.csv",
                "plausible/imported_visitors_20230209_20240123.csv")) {
            Run run = refused("web", file);
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("is a file of").contains("(profile ");
        }
        assertThat(refused("mrr", "stripe/subscriptions_list.json").err()).contains("amounts are in cents");
        assertThat(refused("mrr", "recurly/fivetran_subscription_history.csv").err())
                .contains("how often a subscription is billed stands in its plan");
    }

    @Test
    void surveysOfQualtricsSayThatNoQuestionIsNps() {
        for (String file : List.of("qualtrics/sample.csv", "qualtrics/sample_legacy.csv")) {
            Run run = refused("nps", file);
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("no column is the rating, which is a column beside one that is named");
        }
    }
}

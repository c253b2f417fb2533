package io.cxmetrics.cli;

import static io.cxmetrics.cli.Golden.golden;
import static io.cxmetrics.cli.Golden.same;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import io.cxmetrics.testkit.GoldenTest;
import io.cxmetrics.testkit.SharedData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands over events and logs, on real files, against values computed outside Java. */
@GoldenTest
class GoldenWebCommandTest {

    private static final String STEPS =
            "--steps=product_view,add_to_cart,cart,shipping_details,payment_details,purchase";

    private static JsonNode json(int malformed, String... args) throws IOException {
        List<String> all = new ArrayList<>(List.of(args));
        all.add("--format=json");
        Run run = Run.cx(all.toArray(String[]::new));
        assertThat(run.err().lines()).hasSize(malformed);
        assertThat(run.code()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    private static String[] with(List<String> first, String... more) {
        List<String> all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static JsonNode log(String... options) throws IOException {
        String file = SharedData.file("data/apache_access_log/apache_logs.gz").toString();
        return json(1, with(List.of("web", file, "--log"), options));
    }

    private static JsonNode shop(String command, String... options) throws IOException {
        String file = SharedData.file("data/retentioneering_ecom/ecom.csv.gz").toString();
        return json(0, with(List.of(command, file, "--visitor=user_id", "--at=timestamp"), options));
    }

    private static JsonNode expected(String dataset, String id) throws IOException {
        return golden(dataset, id).get("expected");
    }

    private static Map<String, JsonNode> byName(JsonNode groups, String column) {
        Map<String, JsonNode> lines = new HashMap<>();
        groups.forEach(line -> lines.put(line.get("by").get(column).asText(), line));
        return lines;
    }

    private static void sessions(JsonNode expected, JsonNode total) {
        same(expected.get("sessions"), total.get("sessions"), "sessions");
        same(expected.get("bounces"), total.get("bounces"), "bounces");
        same(expected.get("bounce_rate_pct"), total.get("bounce_rate"), "bounce rate");
        same(expected.get("pages_per_session_mean"), total.get("pages_per_session"), "pages per session");
    }

    private static void overview(JsonNode expected, JsonNode total) {
        sessions(expected, total);
        same(expected.get("page_views"), total.get("page_views"), "page views");
        same(expected.get("unique_visitors"), total.get("visitors"), "visitors");
        same(expected.get("duration_s_mean_all"), total.get("mean_duration"), "duration");
        same(expected.get("duration_s_mean_multi_page"), total.get("mean_duration_without_bounces"), "of more pages");
    }

    @Test
    void logsWithProgramsAndWithout() throws IOException {
        JsonNode both = log("--bots=", "--definition=ga4,matomo,single-page");
        both.get("groups").forEach(line -> {
            try {
                overview(expected("apache_access_log", "sessions_all"), line);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        overview(expected("apache_access_log", "sessions_no_bots"), log().get("total"));
        JsonNode profile = expected("apache_access_log", "profile");
        assertThat(log().get("status")).isEqualTo(profile.get("status"));
        same(profile.get("malformed"), log().get("malformed_rows"), "malformed");
        same(profile.get("bot_lines"), log().at("/total/left_out/bot"), "bots");
    }

    @ParameterizedTest
    @CsvSource({
        "sessions_no_bots_timeout_300, --timeout=5m",
        "sessions_no_bots_timeout_3600, --timeout=1h",
        "sessions_no_bots_by_ip, --ip-only"
    })
    void logsUnderOtherRules(String id, String option) throws IOException {
        sessions(expected("apache_access_log", id), log(option).get("total"));
    }

    @Test
    void pagesOfALog() throws IOException {
        JsonNode expected = expected("apache_access_log", "sessions_no_bots");
        Map<String, JsonNode> pages = byName(log("--show=pages", "--top=1000").get("groups"), "page");
        for (JsonNode page : expected.get("top_pages")) {
            same(page.get(1), line(pages, page).get("page_views"), "page views");
        }
        for (JsonNode page : expected.get("top_entry_pages")) {
            same(page.get(1), line(pages, page).get("entrances"), "entrances");
        }
        for (JsonNode page : expected.get("top_exit_pages [page, exits, page_views, exit_rate_pct]")) {
            same(page.get(1), line(pages, page).get("exits"), "exits");
            same(page.get(3), line(pages, page).get("exit_rate_of_views"), "exit rate");
        }
        for (JsonNode page : expected.get("top_entry_bounce [page, entries, bounces, bounce_rate_pct]")) {
            same(page.get(2), line(pages, page).get("bounces"), "bounces");
            same(page.get(3), line(pages, page).get("bounce_rate"), "bounce rate");
        }
    }

    private static JsonNode line(Map<String, JsonNode> lines, JsonNode page) {
        return line(lines, page.get(0).asText());
    }

    private static JsonNode line(Map<String, JsonNode> lines, String name) {
        return requireNonNull(lines.get(name), name);
    }

    @Test
    void visitorsConversionAndErrorsOfALog() throws IOException {
        JsonNode people = log("--show=visitors").get("total");
        JsonNode sessions = expected("apache_access_log", "sessions_no_bots");
        same(sessions.get("first_sessions (new)"), people.get("new_sessions"), "new");
        same(sessions.get("later_sessions (returning)"), people.get("returning_sessions"), "returning");
        same(sessions.get("returning_visitors"), people.get("visitors_of_more_sessions"), "came again");
        JsonNode goal = expected("apache_access_log", "conversion_xdotool");
        JsonNode conversion =
                log("--show=conversion", "--goal=/projects/xdotool*").get("total");
        same(goal.get("converted"), conversion.get("converted_sessions"), "converted");
        same(goal.get("pct"), conversion.get("session_rate"), "rate");
        Golden.compareInterval(goal.get("ci95_wilson"), conversion);
        JsonNode errors = expected("apache_access_log", "error_rate");
        JsonNode log = log();
        same(
                errors.get("n"),
                new IntNode(log.get("rows").asInt() - log.get("malformed_rows").asInt()),
                "requests");
        same(errors.get("errors"), log().get("errors"), "errors");
        same(errors.get("pct"), log().get("error_rate"), "error rate");
    }

    @Test
    void eventsAsPages() throws IOException {
        JsonNode expected = expected("retentioneering_ecom", "sessions_all_events");
        overview(expected, shop("web", "--page=event").get("total"));
        overview(expected, shop("web", "--page=event", "--session=session_id").get("total"));
    }

    @ParameterizedTest
    @CsvSource({
        "funnel_sessions, ordered, --per-session",
        "funnel_sessions, any_order, --per-session --order=any",
        "funnel_sessions, immediate, --per-session --order=strict",
        "funnel_sessions, ordered, --per-session --session=session_id",
        "funnel_users, ordered, --order=sequential",
        "funnel_users, any_order, --order=any",
        "funnel_users, immediate, --order=strict",
        "funnel_users_window_1h, ordered, --window=1h",
        "funnel_users_window_7d, ordered, --window=7d"
    })
    void funnels(String id, String order, String options) throws IOException {
        JsonNode expected = expected("retentioneering_ecom", id);
        JsonNode total = shop("funnel", with(List.of("--event=event", STEPS), options.split(" ")))
                .get("total");
        if (expected.has("total")) {
            same(expected.get("total"), total.get("units"), "units");
        }
        JsonNode steps = expected.get(order);
        assertThat(total.get("periods")).hasSize(steps.size());
        for (int step = 0; step < steps.size(); step++) {
            JsonNode line = total.get("periods").get(step);
            assertThat(line.get("period")).isEqualTo(steps.get(step).get("step"));
            same(steps.get(step).get("count"), line.get("reached"), "reached");
            same(steps.get(step).get("pct_of_first"), line.get("of_first"), "of first");
            same(steps.get(step).get("pct_of_previous"), line.get("of_previous"), "of previous");
        }
    }

    @ParameterizedTest
    @CsvSource({"--timeout=30m", "--session=session_id"})
    void carts(String sessions) throws IOException {
        JsonNode expected = expected("retentioneering_ecom", "cart_abandonment");
        JsonNode total = shop(
                        "cart",
                        "--event=event",
                        "--kind=shipping_details=checkout",
                        "--rule=per-session",
                        "--as-of=2024-07-01",
                        sessions)
                .get("total");
        same(expected.get("cart_sessions"), total.get("carts"), "carts");
        same(expected.get("cart_and_purchase"), total.get("ordered"), "ordered");
        same(expected.get("cart_abandonment_pct"), total.get("abandonment"), "abandoned");
        same(expected.get("checkout_sessions"), total.get("checkouts"), "checkouts");
        same(expected.get("checkout_abandonment_pct"), total.get("checkout_abandonment"), "checkouts abandoned");
        same(
                expected.get("purchase_without_add_to_cart_in_session"),
                total.get("orders_without_cart"),
                "orders without a cart");
    }

    @ParameterizedTest
    @CsvSource({"platform", "acquisition_channel"})
    void conversion(String column) throws IOException {
        JsonNode expected = expected("retentioneering_ecom", "conversion");
        JsonNode json = shop("web", "--event=event", "--show=conversion", "--by=" + column);
        JsonNode total = json.get("total");
        same(expected.get("converted_sessions"), total.get("converted_sessions"), "converted");
        same(expected.get("session_cr_pct"), total.get("session_rate"), "of sessions");
        same(expected.get("user_cr_pct"), total.get("visitor_rate"), "of users");
        same(expected.get("purchases"), total.get("conversions"), "purchases");
        Map<String, JsonNode> groups = byName(json.get("groups"), column);
        assertThat(groups).hasSize(expected.get(column).size());
        for (Map.Entry<String, JsonNode> group : expected.get(column).properties()) {
            same(group.getValue().get("sessions"), line(groups, group.getKey()).get("sessions"), group.getKey());
            same(
                    group.getValue().get("converted"),
                    line(groups, group.getKey()).get("converted_sessions"),
                    group.getKey());
        }
    }

    @Test
    void features() throws IOException {
        JsonNode expected = expected("retentioneering_ecom", "feature_usage");
        List<String> options = new ArrayList<>(List.of("--event=event", "--show=features"));
        expected.fieldNames().forEachRemaining(name -> options.add("--kind=" + name + "=feature"));
        Map<String, JsonNode> features =
                byName(shop("web", options.toArray(String[]::new)).get("groups"), "feature");
        for (Map.Entry<String, JsonNode> feature : expected.properties()) {
            JsonNode line = line(features, feature.getKey());
            same(feature.getValue().get("users"), line.get("users"), "users");
            same(feature.getValue().get("user_pct"), line.get("adoption"), "adoption");
            same(feature.getValue().get("sessions"), line.get("feature_sessions"), "sessions");
            same(feature.getValue().get("session_pct"), line.get("session_share"), "of sessions");
            same(feature.getValue().get("uses"), line.get("uses"), "uses");
        }
    }
}

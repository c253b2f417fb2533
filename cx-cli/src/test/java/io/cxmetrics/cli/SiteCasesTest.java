package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Troubles that people reported about systems that count visits, funnels and carts, with rows of our own. */
class SiteCasesTest {

    private static JsonNode json(String input, String command) throws IOException {
        List<String> args = new ArrayList<>(List.of(command.split(" ")));
        args.add(1, "-");
        args.add("--format=json");
        return Run.withInput(input, args.toArray(String[]::new)).json();
    }

    /** What the page sends by itself is no interaction: both visits bounce. */
    @Test
    void anEventThatIsNotInteractiveEndsNoBounce() throws IOException {
        String rows = """
                who,when,what,where
                ann,2026-03-02T10:00:00Z,page_view,/
                ann,2026-03-02T10:00:02Z,banner_shown,/
                bob,2026-03-02T10:00:00Z,page_view,/
                """;
        String web = "web --visitor=who --at=when --event=what --page=where --definition=plausible,posthog,one-event";
        assertThat(json(rows, web + " --kind=banner_shown=automatic")
                        .get("groups")
                        .findValuesAsText("bounce_rate"))
                .containsExactly("100.0", "100.0", "50.0");
        assertThat(json(rows, web).get("groups").findValuesAsText("bounce_rate"))
                .containsExactly("50.0", "50.0", "50.0");
    }

    @Test
    void devicesOfOneUserAreOneVisitor() throws IOException {
        String rows = """
                who,when,what,where,user
                d1,2026-03-02T10:00:00Z,page_view,/a,
                d1,2026-03-02T10:05:00Z,login,/b,ann
                d2,2026-03-02T10:10:00Z,page_view,/c,ann
                d2,2026-03-02T10:12:00Z,page_view,/d,
                """;
        String web = "web --visitor=who --at=when --event=what --page=where --show=visitors";
        assertThat(json(rows, web + " --user=user").at("/total/visitors").asInt())
                .isEqualTo(1);
        assertThat(json(rows, web).at("/total/visitors").asInt()).isEqualTo(2);
    }

    @Test
    void anOrderThatTwoVisitorsSendCountsOnce() throws IOException {
        String rows = """
                who,when,what,value,order
                d1,2026-03-02T10:01:00Z,purchase,50.00,T1
                d4,2026-03-02T12:00:00Z,purchase,50.00,T1
                """;
        JsonNode json =
                json(rows, "web --visitor=who --at=when --event=what --value=value --id=order --show=conversion");
        assertThat(json.at("/total/conversions").asInt()).isEqualTo(1);
        assertThat(json.at("/total/revenue").doubleValue()).isEqualTo(50);
        assertThat(json.at("/total/left_out").toString()).isEqualTo("{\"duplicate\":1}");
        assertThat(json.get("used_rows").asInt()).isEqualTo(1);
    }

    /** At ten the cart is ten minutes old, and nobody knows what becomes of it. */
    @Test
    void aCartIsOpenUntilTheTimeOfDayThatIsNamed() throws IOException {
        String rows = "who,when,what\nfay,2026-03-10T09:50:00Z,add_to_cart\nfay,2026-03-10T10:30:00Z,purchase\n";
        JsonNode json = json(rows, "cart --visitor=who --at=when --event=what --as-of=2026-03-10T10:00:00Z");
        assertThat(json.at("/total/open").asInt()).isEqualTo(1);
        assertThat(json.at("/total/abandoned").asInt()).isZero();
        assertThat(json.at("/total/abandonment").isNull()).isTrue();
        assertThat(json.at("/total/left_out").toString()).isEqualTo("{\"after_as_of\":1}");
        assertThat(json.get("observed_until").asText()).isEqualTo("2026-03-10T10:00:00Z");
    }

    @Test
    void rowsOfOneSecondOfAFileThatLiesNewestFirst() throws IOException {
        String rows = """
                who,when,what
                ann,2026-03-02 10:02:31,order
                ann,2026-03-02 10:00:09,pay
                ann,2026-03-02 10:00:09,basket
                bob,2026-03-02 10:10:31,order
                bob,2026-03-02 10:10:31,pay
                bob,2026-03-02 10:10:31,basket
                """;
        String funnel = "funnel --visitor=who --at=when --event=what --steps=basket,pay,order";
        assertThat(json(rows, funnel).at("/total/converted").asInt()).isEqualTo(2);
        assertThat(json(rows, funnel + " --order=strict").at("/total/converted").asInt())
                .isEqualTo(2);
        JsonNode steps = json(rows, funnel).at("/total/steps");
        assertThat(steps.findValuesAsText("name")).containsExactly("basket", "pay", "order");
        assertThat(steps.findValuesAsText("reached")).containsExactly("2", "2", "2");
    }

    @Test
    void logsWithTheHostFirstAndWithTwoSpaces() throws IOException {
        String host = """
                www.a.example 203.0.113.20 - - [10/Mar/2026:10:00:17 +0100] "GET /v HTTP/1.1" 200 10 "-" "Moz (X11)"
                www.a.example:443 203.0.113.21 - - [10/Mar/2026:10:00:18 +0100] "GET /p HTTP/1.1" 200 10 "-" "Moz (X11)"
                """;
        JsonNode json = json(host, "web --log --by=vhost");
        assertThat(json.at("/total/page_views").asInt()).isEqualTo(2);
        assertThat(json.at("/total/visitors").asInt()).isEqualTo(2);
        assertThat(json.get("groups").findValuesAsText("vhost")).containsExactly("www.a.example", "www.a.example:443");
        String spaces = "203.0.113.7 -  -  [10/Mar/2026:10:00:04 +0000] \"GET /j HTTP/1.1\" 200 10 \"-\" \"M\"\n";
        JsonNode jetty = json(spaces.repeat(3), "web --log");
        assertThat(jetty.at("/total/page_views").asInt()).isEqualTo(3);
        assertThat(jetty.at("/total/visitors").asInt()).isEqualTo(1);
        assertThat(Run.withInput("nothing\nof a log\n", "web", "-", "--log").code())
                .isEqualTo(1);
    }

    @Test
    void clickThroughFromAFlag() throws IOException {
        String rows = "who,when,what,hit\nann,2026-03-02,banner,yes\n"
                + "bob,2026-03-02,banner,no\nbob,2026-03-02,banner,no\n";
        JsonNode json = json(rows, "web --visitor=who --at=when --item=what --clicked=hit --show=clicks");
        assertThat(json.at("/groups/0/by/item").asText()).isEqualTo("banner");
        assertThat(json.at("/groups/0/unique_rate").doubleValue()).isEqualTo(50);
        assertThat(json.at("/total/clicks").asInt()).isEqualTo(1);
        assertThat(json.at("/total/impressions").asInt()).isEqualTo(3);
    }

    /** A stranger's agent and a pattern that looks and looks: one line, no trace. */
    @Test
    void aPatternThatTakesTooLongIsRefused() {
        String line = "1.1.1.1 - - [02/Mar/2026:10:00:00 +0100] \"GET / HTTP/1.1\" 200 1 \"-\" \"" + "a".repeat(40_000)
                + "\"\n";
        Run run = Run.withInput(line, "web", "-", "--log", "--bots=(.*)(.*)(.*)(.*)!!");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("cx: pattern takes too long for a user agent of 40000 characters")
                .hasLineCount(1);
        assertThat(Run.withInput(line, "web", "-", "--log", "--bots=(a|b)*c").code())
                .isZero();
    }

    /** Names with one hash code, as strangers can choose them. */
    @Test
    void namesOfOneHashCodeTakeNoLonger() throws IOException {
        StringBuilder rows = new StringBuilder("who,when,where\n");
        for (int i = 0; i < 1 << 13; i++) {
            StringBuilder name = new StringBuilder();
            for (int bit = 0; bit < 13; bit++) {
                name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            rows.append(name).append(",2026-03-02,/").append(name).append('\n');
        }
        JsonNode json = json(rows.toString(), "web --visitor=who --at=when --page=where --show=pages --top=1");
        assertThat(json.at("/total/pages").asInt()).isEqualTo(1 << 13);
        assertThat(json(rows.toString(), "funnel --visitor=who --at=when --page=where --steps=/* --by=who")
                        .get("groups"))
                .hasSize(1 << 13);
    }
}

package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunnelCommandTest {

    /**
     * Ann buys within the hour, with a look at the help between; bob a day later; cid the wrong way round; dee looks.
     */
    private static final String EVENTS = """
            who,at,what,url,site
            ann,2026-03-02 10:00,page_view,/,a
            ann,2026-03-02 10:05,view,,a
            ann,2026-03-02 10:06,page_view,/help,a
            ann,2026-03-02 10:10,cart,,a
            ann,2026-03-02 10:30,purchase,,a
            bob,2026-03-02 10:00,view,,a
            bob,2026-03-02 10:05,cart,,a
            bob,2026-03-03 10:00,purchase,,b
            cid,2026-03-02 10:00,cart,,b
            cid,2026-03-02 10:01,view,,b
            cid,2026-03-02 10:02,purchase,,b
            dee,2026-03-02 10:00,view,,b
            ,2026-03-02 10:00,view,,b
            """;

    private static Run run(String... more) {
        List<String> args = new ArrayList<>(List.of("funnel", "-", "--visitor=who", "--at=at", "--event=what"));
        args.addAll(List.of(more));
        return Run.withInput(EVENTS, args.toArray(String[]::new));
    }

    private static JsonNode json(String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of(more));
        args.add("--format=json");
        return run(args.toArray(String[]::new)).json();
    }

    @Test
    void namesThatMeanNoEventAreTold() throws IOException {
        JsonNode report = json("--steps=view,carts,purchase", "--exclude=help*,page_view");
        assertThat(report.get("unmatched").asText()).isEqualTo("carts, help*");
        assertThat(json("--steps=view,cart,purchase").has("unmatched")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --order=sequential                    | 4 2 2
            --order=any                           | 4 3 3
            --order=strict                        | 4 1 1
            --window=1h                           | 4 2 1
            --per-session                         | 4 2 1
            --per-session --timeout=3m            | 4 0 0
            --per-session --order=any             | 4 3 2
            --exclude=page_view                   | 3 1 1
            --exclude=page_view --excluded=ends-attempt | 4 1 1
            """)
    void countsThoseWhoReachAStep(String options, String reached) throws IOException {
        JsonNode steps =
                json(("--steps=view,cart,purchase " + options).split(" ")).at("/total/periods");
        assertThat(String.join(" ", steps.findValuesAsText("reached"))).isEqualTo(reached);
    }

    @Test
    void printsAStepALine() {
        Run run = run("--steps=view,cart,purchase", "--by=site");
        assertThat(run.out().lines().toList())
                .containsSequence(
                        "site  visitors  entered  converted  converted %  95 % interval  median time  left out",
                        "all          4        4          2         50.0   15.0 to 85.0       12.2 h         1",
                        "a            2        2          2        100.0  34.2 to 100.0       12.2 h         0",
                        "b            2        2          0          0.0    0.0 to 65.8            -         1")
                .containsSequence(
                        "step      reached  of first %  95 % interval  of previous %  95 % interval  then lost %  "
                                + "left out",
                        "view            4       100.0  51.0 to 100.0              -              -         50.0      "
                                + "   0",
                        "cart            2        50.0   15.0 to 85.0           50.0   15.0 to 85.0          0.0      "
                                + "   0",
                        "purchase        2        50.0   15.0 to 85.0          100.0  34.2 to 100.0            -      "
                                + "   0")
                .contains("left out: 1 no visitor");
    }

    @Test
    void aPageViewIsAPageWhereThereIsOne() throws IOException {
        assertThat(json("--page=url", "--steps=/he*,purchase")
                        .at("/total/converted")
                        .asInt())
                .isEqualTo(1);
        assertThat(json("--page=url", "--steps=page_view,purchase")
                        .at("/total/entered")
                        .asInt())
                .as("and any by its own name")
                .isEqualTo(1);
        Run pages = Run.withInput(
                "v,t,p\nann,2026-01-01,/a\nann,2026-01-02,/b\n",
                "funnel",
                "-",
                "--visitor=v",
                "--at=t",
                "--page=p",
                "--steps=/a,/b",
                "--format=csv");
        assertThat(pages.out()).contains("funnel,total_period,/b,1,");
    }

    @Test
    void aStepNamedTwiceIsTakenTwice() throws IOException {
        assertThat(json("--page=url", "--steps=page_view,page_view")
                        .at("/total/converted")
                        .asInt())
                .isEqualTo(1);
        assertThat(json("--steps=purchase,purchase").at("/total/converted").asInt())
                .isZero();
    }

    @Test
    void givenSessionsAreAsGiven() throws IOException {
        assertThat(json("--steps=view,cart,purchase", "--per-session", "--session=site")
                        .at("/total/converted")
                        .asInt())
                .as("bob's ends in another")
                .isEqualTo(1);
    }

    @Test
    void whoIsDroppedIsCounted() throws IOException {
        JsonNode json = json("--steps=view,cart,purchase", "--exclude=page_view");
        assertThat(json.at("/total/dropped").asInt()).isEqualTo(1);
        assertThat(json.at("/total/units").asInt()).isEqualTo(3);
        assertThat(json.get("excluded").asText()).isEqualTo("page_view drops-unit");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --steps=a,,b             | --steps: must not be blank, got a,,b
            --steps=a --exclude=a    | exclusions must not be steps, got a
            --steps=a --window=soon  | --window: must be like 90m, 72h or 3d, got soon
            --steps=a --per=day      | Unknown option: '--per=day'; see cx funnel --help
            --steps=a --session=s    | --session: needs --per-session
            --steps=a --timeout=5m   | --timeout: needs --per-session
            --steps=a --excluded=ends-attempt | --excluded: needs --exclude
            --steps=a --per-session --session=s --timeout=5m | --timeout: cannot be combined with --session
            --steps=1,2,3,4,5,6,7,8,9,0,1,2,3,4,5,6,7,8,9,0,1,2,3,4,5,6,7,8,9,0,1,2 | steps must be 1 to 31, got 32
            """)
    void wrongUseIsSaidInOneLine(String args, String message) {
        assertThat(run(args.split(" "))).isEqualTo(new Run(2, "", "cx: " + message + System.lineSeparator()));
    }
}

package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebCommandTest {

    /**
     * Where systems part: midnight between ann's views; bob's on both sides of the change of clocks, 20 minutes apart;
     * cid's apart by the very timeout; dee's of two campaigns; and a ping of eve alone.
     */
    private static final String PARTING = """
            v,t,e,p,c
            ann,2026-03-28 23:50,page_view,/,
            ann,2026-03-29 00:10,page_view,/a,
            bob,2026-03-29 01:50,page_view,/,
            bob,2026-03-29 03:10,page_view,/a,
            cid,2026-03-29 12:00,page_view,/,
            cid,2026-03-29 12:30,page_view,/a,
            dee,2026-03-29 12:00,page_view,/,spring
            dee,2026-03-29 12:05,page_view,/a,summer
            eve,2026-03-29 12:00,page_ping,/,
            """;

    /** A visitor of each kind of thing that is counted. */
    private static final String SHOP = """
            who,at,what,page,item,value,device
            ann,2026-03-02 10:00:00,page_view,/,,,web
            ann,2026-03-02 10:00:10,impression,,banner,,web
            ann,2026-03-02 10:00:20,click,,banner,,web
            ann,2026-03-02 10:00:30,Scroll,/,,66.67,web
            ann,2026-03-02 10:01:00,search,,,,web
            ann,2026-03-02 10:01:30,page_view,/help,,,web
            ann,2026-03-02 10:02:00,purchase,,,49.99,web
            bob,2026-03-02 10:00:00,page_view,/,,,app
            bob,2026-03-02 10:00:05,impression,,banner,,app
            bob,2026-03-02 10:00:10,share,,banner,,app
            bob,2026-03-02 10:00:15,login,,,,app
            bob,2026-03-04 10:00:00,page_view,/,,,web
            bob,2026-03-04 10:00:30,wave,,,,web
            """;

    private static Run web(String input, String... more) {
        List<String> args = new ArrayList<>(List.of("web", "-"));
        args.addAll(List.of(more));
        return Run.withInput(input, args.toArray(String[]::new));
    }

    private static Run parting(String... more) {
        List<String> args = new ArrayList<>(List.of("--visitor=v", "--at=t", "--event=e", "--page=p", "--campaign=c"));
        args.addAll(List.of(more));
        return web(PARTING, args.toArray(String[]::new));
    }

    private static JsonNode shop(String... more) throws IOException {
        List<String> args = new ArrayList<>(
                List.of("--visitor=who", "--at=at", "--event=what", "--page=page", "--item=item", "--value=value"));
        args.addAll(List.of(more));
        args.add("--format=json");
        return web(SHOP, args.toArray(String[]::new)).json();
    }

    /** Matomo splits all but bob's, whose night is an hour short; a ping is a bounce where no page view is wanted. */
    @Test
    void saysWhySystemsDoNotAgree() {
        Run run = parting("--zone=Europe/Berlin", "--definition=ga4,matomo,plausible");
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().toList())
                .containsSequence(
                        "definition  visitors  sessions  page views  bounce %  95 % interval  pages/session  mean s  "
                                + "left out",
                        "all                5         -           8         -              -              -       -   "
                                + "      0",
                        "ga4                5         5           8      20.0    3.6 to 62.4           1.60   900.0   "
                                + "      0",
                        "matomo             5         8           8      87.5   52.9 to 97.8           1.00   150.0   "
                                + "      0",
                        "plausible          5         5           8       0.0    0.0 to 43.4           1.60   900.0   "
                                + "      0")
                .contains(
                        "matomo: sessions end after 30 min without an event, at midnight, where the campaign changes; "
                                + "a bounce is"
                                + " at most 1 action",
                        "events: 8 page-view, 1 ping");
    }

    @Test
    void theTimeoutIsThatWhichIsAskedFor() {
        assertThat(parting("--timeout=19m", "--format=csv").out().lines().toList())
                .as("a gap of 20 minutes, of 80 where no zone says that clocks changed, and of 30")
                .element(1)
                .asString()
                .startsWith("web,total,,9,9,5,8,8,");
    }

    @Test
    void severalDefinitionsMayHaveGroups() {
        assertThat(parting("--definition=matomo,ga4", "--by=c").out().lines().skip(2))
                .extracting(line -> line.replaceFirst("  .*", ""))
                .startsWith(
                        "definition / c",
                        "all",
                        "matomo / (blank)",
                        "matomo / spring",
                        "matomo / summer",
                        "ga4 / (blank)");
    }

    /** Bob has a session in the app and one on the web; each counts with its first event. */
    @Test
    void aSessionBelongsToTheValueOfItsFirstEvent() throws IOException {
        String moved = SHOP.replace("bob,2026-03-02 10:00:15,login,,,,app", "bob,2026-03-02 10:00:15,login,,,,web");
        Run run = web(moved, "--visitor=who", "--at=at", "--event=what", "--page=page", "--by=device", "--format=json");
        JsonNode groups = new ObjectMapper().readTree(run.out()).get("groups");
        assertThat(groups.findValuesAsText("device")).containsExactly("app", "web");
        assertThat(groups.findValuesAsText("sessions")).containsExactly("1", "2");
        assertThat(groups.findValuesAsText("rows")).containsExactly("4", "9");
    }

    @Test
    void periodsAreThoseOfTheFirstEvent() throws IOException {
        JsonNode periods = shop("--per=day").at("/total/periods");
        assertThat(periods.findValuesAsText("period")).containsExactly("2026-03-02", "2026-03-04");
        assertThat(periods.findValuesAsText("sessions")).containsExactly("2", "1");
    }

    /**
     * By hand: 3 sessions of 2 visitors; ann's has an order, bob's second lasts 30 s and has an action beside its view.
     */
    @Test
    void overviewCountsSessions() throws IOException {
        JsonNode total = shop("--definition=posthog").get("total");
        assertThat(total.get("sessions").asLong()).isEqualTo(3);
        assertThat(total.get("page_views").asLong()).isEqualTo(4);
        assertThat(total.get("bounces").asLong()).isZero();
        assertThat(total.get("actions_per_session").doubleValue()).isEqualTo(10 / 3.0);
        assertThat(total.get("mean_duration").doubleValue()).isEqualTo((120 + 15 + 30) / 3.0);
    }

    @Test
    void visitorsAreNewOnce() throws IOException {
        JsonNode json = shop("--show=visitors", "--per=day");
        JsonNode total = json.get("total");
        assertThat(total.get("visitors").asLong()).isEqualTo(2);
        assertThat(total.get("visitor_days").asLong()).isEqualTo(3);
        assertThat(total.get("new_sessions").asLong()).isEqualTo(2);
        assertThat(total.get("returning_sessions").asLong()).isEqualTo(1);
        assertThat(total.get("logins").asLong()).isEqualTo(1);
        assertThat(total.get("stickiness").isNull())
                .as("three days are no month")
                .isTrue();
        assertThat(json.at("/total/periods").findValuesAsText("returning_visitors"))
                .containsExactly("0", "1");
    }

    @Test
    void stickinessIsThatOfTheLastThirtyDays() throws IOException {
        StringBuilder log = new StringBuilder("v,t,p\n");
        for (int day = 1; day <= 30; day++) {
            log.append("ann,2026-04-").append(day < 10 ? "0" : "").append(day).append(",/\n");
        }
        String out = web(
                        log + "bob,2026-04-30,/\n",
                        "--visitor=v",
                        "--at=t",
                        "--page=p",
                        "--show=visitors",
                        "--format=json")
                .out();
        assertThat(new ObjectMapper().readTree(out).at("/total/stickiness").doubleValue())
                .isCloseTo(100 * 31 / 30.0 / 2, within(1e-9));
    }

    @Test
    void conversionIsOfSessionsAndOfVisitors() throws IOException {
        JsonNode total = shop("--show=conversion").get("total");
        assertThat(total.get("session_rate").doubleValue()).isCloseTo(100 / 3.0, within(1e-9));
        assertThat(total.get("visitor_rate").doubleValue()).isEqualTo(50);
        assertThat(total.get("revenue").doubleValue()).isEqualTo(49.99);
        assertThat(shop("--show=conversion", "--goal=/he*")
                        .at("/total/converted_sessions")
                        .asLong())
                .isEqualTo(1);
        assertThat(shop("--show=conversion", "--goal=page-view")
                        .at("/total/conversions")
                        .asLong())
                .isEqualTo(4);
        assertThat(shop("--show=conversion", "--goal=wave")
                        .at("/total/converted_visitors")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    void aKeyEventEngages() throws IOException {
        String quick = "v,t,e\nann,2026-01-01 10:00:00,page_view\nann,2026-01-01 10:00:01,signup\n";
        for (String goal : new String[] {"signup", "order"}) {
            Run run = web(quick, "--visitor=v", "--at=t", "--event=e", "--goal=" + goal, "--format=json");
            assertThat(new ObjectMapper()
                            .readTree(run.out())
                            .at("/total/bounces")
                            .asInt())
                    .isEqualTo(goal.equals("signup") ? 0 : 1);
        }
    }

    @Test
    void pagesHaveTimesAndExits() throws IOException {
        JsonNode json = shop("--show=pages");
        assertThat(json.get("groups").findValuesAsText("page")).containsExactly("/", "/help");
        JsonNode home = json.get("groups").get(0);
        assertThat(home.get("page_views").asLong()).isEqualTo(3);
        assertThat(home.get("exits").asLong()).isEqualTo(2);
        assertThat(home.get("mean_time").doubleValue())
                .as("of the one that is known")
                .isEqualTo(90);
        assertThat(shop("--show=pages", "--time-on-page=gap-last-zero")
                        .get("groups")
                        .get(0)
                        .get("mean_time")
                        .doubleValue())
                .isEqualTo(30);
        JsonNode one = shop("--show=pages", "--top=1");
        assertThat(one.get("groups")).hasSize(1);
        assertThat(one.get("shown").asText()).isEqualTo("the 1 with most events of 2; see --top");
    }

    @Test
    void scrollClicksFeaturesAndSocialAreByThing() throws IOException {
        JsonNode scroll = shop("--show=scroll").get("groups").get(0);
        assertThat(scroll.get("mean_depth").doubleValue()).isCloseTo(66.6, within(1e-9));
        assertThat(scroll.get("unmeasured").asLong()).as("bob's").isEqualTo(1);
        JsonNode banner = shop("--show=clicks").get("groups").get(0);
        assertThat(banner.at("/by/item").asText()).isEqualTo("banner");
        assertThat(banner.get("unique_rate").doubleValue()).isEqualTo(50);
        JsonNode features = shop("--show=features", "--kind=search=feature", "--kind=wave=feature");
        assertThat(features.get("groups").findValuesAsText("feature")).containsExactly("search", "wave");
        assertThat(features.at("/groups/0/adoption").doubleValue()).isEqualTo(50);
        assertThat(features.at("/total/breadth").doubleValue()).isEqualTo(1);
        JsonNode social = shop("--show=social").get("groups").get(0);
        assertThat(social.get("per_reach").doubleValue()).isEqualTo(50);
    }

    @Test
    void saysHowManyOfEachKindThereAre() throws IOException {
        assertThat(shop().get("events").toString())
                .isEqualTo("{\"page-view\":4,\"impression\":2,\"click\":1,\"login\":1,\"order\":1,\"scroll\":1,"
                        + "\"search (custom)\":1,\"share\":1,\"wave (custom)\":1}");
        assertThat(shop("--kind=wave=like", "--kind=search=custom")
                        .get("events")
                        .toString())
                .contains("\"like\":1", "\"search (custom)\":1");
    }

    /** GA4 gives ids that are times, so that two visitors may have the same. */
    @Test
    void givenSessionsAreOfOneVisitor() throws IOException {
        String given = """
                v,t,p,s
                ann,2026-01-01 10:00,/,100
                ann,2026-01-01 15:00,/,100
                bob,2026-01-01 10:00,/,100
                bob,2026-01-01 10:01,/,
                """;
        JsonNode json = new ObjectMapper()
                .readTree(web(
                                given,
                                "--visitor=v",
                                "--at=t",
                                "--page=p",
                                "--session=s",
                                "--definition=ga4,snowplow",
                                "--format=json")
                        .out());
        assertThat(json.get("groups").findValuesAsText("sessions")).containsExactly("2", "2");
        assertThat(json.at("/total/left_out").toString()).isEqualTo("{\"no_session\":1}");
        assertThat(json.get("snowplow").asText()).startsWith("sessions as given, at most 72 h; ");
    }

    @Test
    void whatIsSentTwiceAndWhatIsTooLateIsLeftOutWithItsReason() throws IOException {
        String given = """
                v,t,p,s,id,g
                ann,2026-01-01 10:00,/,1,a,x
                ann,2026-01-01 10:00,/,1,a,y
                ann,2026-01-09 10:00,/,1,b,y
                """;
        JsonNode json = new ObjectMapper()
                .readTree(web(
                                given,
                                "--visitor=v",
                                "--at=t",
                                "--page=p",
                                "--session=s",
                                "--id=id",
                                "--definition=snowplow",
                                "--by=g",
                                "--format=json")
                        .out());
        assertThat(json.at("/total/left_out").toString()).isEqualTo("{\"beyond_longest_session\":1,\"duplicate\":1}");
        assertThat(json.at("/groups/0").toString()).contains("\"g\":\"x\"", "\"rows\":1", "\"left_out\":{}");
        assertThat(json.at("/groups/1/left_out_total").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"overview", "visitors", "conversion", "pages", "scroll", "features", "clicks", "social"})
    void everyTableFitsATerminal(String show) {
        Run run = web(
                SHOP,
                "--visitor=who",
                "--at=at",
                "--event=what",
                "--page=page",
                "--item=item",
                "--value=value",
                "--show=" + show);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().skip(2).takeWhile(line -> !line.isEmpty()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(110));
    }
}
